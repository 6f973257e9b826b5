#pragma once

#include "core/base/language.hpp"
#include "core/records/fields.hpp"
#include "core/workspace/table_import.hpp"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <map>
#include <string>
#include <vector>

namespace terroir::viewer {

/// A field as it is offered to be chosen: "Diện tích: …". No code word.
QString fieldChoice(const records::FieldInfo& field, Language language);

/// The columns of the tables of a file and the field that each was taken for: as it was understood,
/// or as a person chose.
class ColumnChoiceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Sheet, Header, Field, Meaning, ColumnCount };

    explicit ColumnChoiceModel(Language language, QObject* parent = nullptr);
    /// Another file: nothing is known or chosen.
    void forget();
    /// As they are understood with what was chosen.
    void setTables(const std::vector<workspace::UnderstoodTable>& tables);
    /// For ImportOptions::columns: what the person chose; an empty column is a field left out.
    const std::map<std::string, std::string>& chosen() const { return m_chosen; }
    /// As in the view, for the columns of this name in all tables; an empty field: not used. False
    /// for a field or a column that is not there.
    bool choose(const QString& header, const std::string& field);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    Language language() const { return m_language; }

signals:
    void chosenChanged();

private:
    struct Line {
        std::string sheet;
        workspace::UnderstoodColumn column;
    };
    const Line& lineAt(const QModelIndex& index) const {
        return m_lines[static_cast<std::size_t>(index.row())];
    }
    bool isChosen(const workspace::UnderstoodColumn& column) const;

    Language m_language;
    std::vector<Line> m_lines;
    std::map<std::string, std::string> m_chosen;
};

/// Offers the fields in a list.
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
