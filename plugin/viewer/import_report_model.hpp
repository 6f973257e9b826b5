#pragma once

#include "core/base/result_table.hpp"

#include <QAbstractTableModel>

#include <memory>

namespace terroir::viewer {

/// What each row of a table was understood as, and what is said of it: workspace::previewRows().
class ImportReportModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// The columns of previewRows() in their order.
    enum Column { Row, Sheet, Outcome, Subject, Value, Place, Unit, Period, Sentence, ColumnCount };
    static constexpr int OutcomeRole = Qt::UserRole; ///< the code: "doubtful"

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::shared_ptr<const ResultTable> rows);
    bool hasSheets() const; ///< whether a row has one

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const ResultTable> m_rows;
};

} // namespace terroir::viewer
