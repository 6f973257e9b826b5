#pragma once

#include "core/records/import.hpp"

#include <QAbstractTableModel>

#include <memory>

namespace terroir::viewer {

/// What an import said about each row of a table.
class ImportReportModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Row, Outcome, Record, Sentence, ColumnCount };
    static constexpr int OutcomeRole = Qt::UserRole; ///< records::RowOutcome as int; -1: the table

    using QAbstractTableModel::QAbstractTableModel;
    void setReport(std::shared_ptr<const records::ImportReport> report);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const records::ImportReport> m_report;
};

} // namespace terroir::viewer
