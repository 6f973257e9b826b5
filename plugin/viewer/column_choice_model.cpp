#include "plugin/viewer/column_choice_model.hpp"

#include "core/records/fields.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QFont>

#include <algorithm>

namespace terroir::viewer {

namespace {

const records::FieldInfo& fieldAt(const QModelIndex& index) {
    return records::fields()[static_cast<std::size_t>(index.row())];
}

} // namespace

ColumnChoiceModel::ColumnChoiceModel(Language language, QObject* parent)
    : QAbstractTableModel(parent), m_language(language) {}

void ColumnChoiceModel::setColumns(const QStringList& columns) {
    beginResetModel();
    m_columns = columns;
    m_found.clear();
    m_chosen.clear();
    endResetModel();
}

void ColumnChoiceModel::setFound(const std::map<std::string, std::string>& found) {
    if (found == m_found)
        return;
    m_found = found;
    emit dataChanged(index(0, TableColumn), index(rowCount() - 1, TableColumn));
}

bool ColumnChoiceModel::choose(const std::string& field, const QString& column) {
    const auto& fields = records::fields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const records::FieldInfo& f) { return f.field == field; });
    return found != fields.end() &&
           setData(index(static_cast<int>(found - fields.begin()), TableColumn), column,
                   Qt::EditRole);
}

QString ColumnChoiceModel::columnOf(const std::string& field) const {
    const auto chosen = m_chosen.find(field);
    if (chosen != m_chosen.end())
        return toQString(chosen->second);
    const auto found = m_found.find(field);
    return found == m_found.end() ? QString() : toQString(found->second);
}

int ColumnChoiceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(records::fields().size());
}

int ColumnChoiceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ColumnChoiceModel::data(const QModelIndex& index, int role) const {
    const records::FieldInfo& field = fieldAt(index);
    if (role == Qt::FontRole) {
        // What a person chose stands out from what was found by name.
        QFont font;
        font.setBold(index.column() == TableColumn && m_chosen.contains(field.field));
        return font;
    }
    if (role == Qt::ToolTipRole && index.column() == Meaning)
        return toQString(field.meaning.in(m_language));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Field:
        return toQString(field.field);
    case TableColumn: {
        const QString column = columnOf(field.field);
        return column.isEmpty() && role == Qt::DisplayRole ? QStringLiteral("–") : column;
    }
    default:
        return toQString(field.meaning.in(m_language));
    }
}

bool ColumnChoiceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString column = value.toString();
    if (role != Qt::EditRole || index.column() != TableColumn ||
        (!column.isEmpty() && !m_columns.contains(column)))
        return false;
    const std::string& field = fieldAt(index).field;
    if (column == columnOf(field))
        return true;
    if (column.isEmpty() && !m_found.contains(field))
        m_chosen.erase(field);
    else
        m_chosen[field] = column.toStdString();
    emit dataChanged(index, index);
    emit chosenChanged();
    return true;
}

Qt::ItemFlags ColumnChoiceModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == TableColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant ColumnChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == Field         ? tr("Field")
           : section == TableColumn ? tr("Column of the table")
                                    : tr("Meaning");
}

QWidget* ColumnChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                            const QModelIndex& index) const {
    auto* combo = new QComboBox(parent);
    combo->addItem(tr("– no column –"), QString());
    for (const QString& column : static_cast<const ColumnChoiceModel*>(index.model())->columns())
        combo->addItem(column, column);
    // One click chooses; nobody should have to leave the cell to see the report change.
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto* self = const_cast<ColumnChoiceDelegate*>(this);
        emit self->commitData(combo);
        emit self->closeEditor(combo);
    });
    return combo;
}

void ColumnChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* combo = static_cast<QComboBox*>(editor);
    combo->setCurrentIndex(std::max(0, combo->findData(index.data(Qt::EditRole))));
}

void ColumnChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                        const QModelIndex& index) const {
    model->setData(index, static_cast<QComboBox*>(editor)->currentData(), Qt::EditRole);
}

} // namespace terroir::viewer
