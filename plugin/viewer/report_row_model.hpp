#pragma once

#include "plugin/viewer/report_rows.hpp"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <string>

namespace terroir::viewer {

/// The rows of a report as a table.
class ReportRowModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Decision, Subject, Value, Kind, Place, Confidence, ColumnCount };

    ReportRowModel(const ReportRows& rows, Language language, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What a person should know of a row: refusals, remarks, why the confidence is low.
    QStringList remarksOn(std::size_t row) const;

public slots:
    /// The rows are others; those in view that did not change are left alone.
    void follow();

private:
    QString textOf(std::size_t row, int column) const;
    QString decisionOf(std::size_t row) const;

    const ReportRows& m_source;
    ReportRows::Rows m_rows;
    Language m_language;
};

/// Those that are looked for.
class ReportRowFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Which { All, Open, Attention, Accepted, Refused, NotStored };

    explicit ReportRowFilter(const ReportRows& rows, QObject* parent = nullptr);
    void show(Which which);
    void search(const QString& words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const ReportRows& m_rows;
    Which m_which = All;
    std::string m_words; ///< folded
};

} // namespace terroir::viewer
