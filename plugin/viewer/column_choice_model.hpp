#pragma once

#include "core/base/language.hpp"

#include <QAbstractTableModel>
#include <QStringList>
#include <QStyledItemDelegate>

#include <map>
#include <string>

namespace terroir::viewer {

/// Which column of a table holds which field: what was found by name, and what a person chose
/// instead.
class ColumnChoiceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Field, TableColumn, Meaning, ColumnCount };

    explicit ColumnChoiceModel(Language language, QObject* parent = nullptr);
    /// The columns of another table: choices are forgotten.
    void setColumns(const QStringList& columns);
    const QStringList& columns() const { return m_columns; }
    /// Field -> column, as found by name.
    void setFound(const std::map<std::string, std::string>& found);
    /// For ImportOptions::columns: what the person chose; an empty column is a field left out.
    const std::map<std::string, std::string>& chosen() const { return m_chosen; }
    /// As from the table: false for a field or a column that is not there.
    bool choose(const std::string& field, const QString& column);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void chosenChanged();

private:
    QString columnOf(const std::string& field) const;

    Language m_language;
    QStringList m_columns;
    std::map<std::string, std::string> m_found, m_chosen;
};

/// Offers the columns of the table in a list.
class ColumnChoiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
};

} // namespace terroir::viewer
