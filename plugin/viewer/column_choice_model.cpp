#include "plugin/viewer/column_choice_model.hpp"

#include "core/records/fields.hpp"
#include "core/records/record_form.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QFont>

#include <algorithm>

namespace terroir::viewer {

QString fieldChoice(const records::FieldInfo& field, Language language) {
    const std::string label = records::fieldLabel(field.field).in(language),
                      meaning = field.meaning.in(language);
    return text::fold(meaning).starts_with(text::fold(label)) ? toQString(text::capitalize(meaning))
                                                              : toQString(label + ": " + meaning);
}

ColumnChoiceModel::ColumnChoiceModel(Language language, QObject* parent)
    : QAbstractTableModel(parent), m_language(language) {}

void ColumnChoiceModel::forget() {
    m_chosen.clear();
    setTables({});
}

void ColumnChoiceModel::setTables(const std::vector<workspace::UnderstoodTable>& tables) {
    beginResetModel();
    m_lines.clear();
    for (const workspace::UnderstoodTable& table : tables)
        for (const workspace::UnderstoodColumn& column : table.columns)
            m_lines.push_back({table.sheet, column});
    endResetModel();
}

bool ColumnChoiceModel::choose(const QString& header, const std::string& field) {
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& one) {
        return toQString(one.column.header) == header;
    });
    return line != m_lines.end() && setData(index(static_cast<int>(line - m_lines.begin()), Field),
                                            toQString(field), Qt::EditRole);
}

bool ColumnChoiceModel::isChosen(const workspace::UnderstoodColumn& column) const {
    const auto chosen = m_chosen.find(column.field);
    return chosen != m_chosen.end() && chosen->second == column.header;
}

int ColumnChoiceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ColumnChoiceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ColumnChoiceModel::data(const QModelIndex& index, int role) const {
    const Line& line = lineAt(index);
    const workspace::UnderstoodColumn& column = line.column;
    if (role == Qt::FontRole) {
        // What a person chose stands out from what was understood.
        QFont font;
        font.setBold(index.column() == Field && isChosen(column));
        return font;
    }
    if (role == Qt::ToolTipRole) {
        const QString reason = toQString(column.reason.in(m_language));
        return reason.isEmpty() ? QString() : plainToolTip(reason);
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Sheet:
        return toQString(line.sheet);
    case Header:
        return toQString(column.header);
    case Field:
        if (role == Qt::EditRole)
            return toQString(column.field);
        return column.field.empty() ? QStringLiteral("–")
                                    : toQString(records::fieldLabel(column.field).in(m_language));
    default: {
        const records::FieldInfo* field = records::findField(column.field);
        return field == nullptr ? QString() : toQString(field->meaning.in(m_language));
    }
    }
}

bool ColumnChoiceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const std::string field = value.toString().toStdString();
    if (role != Qt::EditRole || index.column() != Field || lineAt(index).column.header.empty() ||
        (!field.empty() && records::findField(field) == nullptr))
        return false;
    const workspace::UnderstoodColumn before = lineAt(index).column;
    if (field == before.field)
        return true;
    std::erase_if(m_chosen, [&](const auto& chosen) { return chosen.second == before.header; });
    if (field.empty())
        m_chosen[before.field].clear();
    else
        m_chosen[field] = before.header;
    for (Line& line : m_lines)
        if (line.column.header == before.header)
            line.column = {before.header, field, {}};
    emit dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1));
    emit chosenChanged();
    return true;
}

Qt::ItemFlags ColumnChoiceModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Field && !lineAt(index).column.header.empty()
               ? flags | Qt::ItemIsEditable
               : flags;
}

QVariant ColumnChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Sheet:
        return tr("Sheet");
    case Header:
        return tr("Column of the table");
    case Field:
        return tr("Field");
    default:
        return tr("Meaning");
    }
}

QWidget* ColumnChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                            const QModelIndex& index) const {
    const Language language = static_cast<const ColumnChoiceModel*>(index.model())->language();
    auto* combo = new QComboBox(parent);
    combo->addItem(tr("– not used –"), QString());
    for (const records::FieldInfo& field : records::fields())
        combo->addItem(fieldChoice(field, language), toQString(field.field));
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
