#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"

#include <QAbstractTableModel>
#include <QDialog>

class QSortFilterProxyModel;

namespace terroir::viewer {

class Desk;

/// The rows of a result, read-only; headers are the column names of the command line's CSV.
class ResultTableModel final : public QAbstractTableModel {
public:
    ResultTableModel(Table table, Language language, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const Table& table() const { return m_table; }

private:
    Table m_table;
    Language m_language;
};

/// Shows what a long work has to say: a sentence, and a table to filter, sort and save as CSV.
class ResultWindow final : public QDialog {
    Q_OBJECT
public:
    ResultWindow(Desk& desk, const QString& title, const QString& summary, Table table,
                 QWidget* parent = nullptr);

private:
    void save();

    Desk& m_desk;
    ResultTableModel* m_model = nullptr;
    QSortFilterProxyModel* m_filtered = nullptr;
};

} // namespace terroir::viewer
