#include "plugin/viewer/record_list_model.hpp"

#include "plugin/viewer/strings.hpp"

namespace terroir::viewer {

using figures::RecordColumn;

RecordListModel::RecordListModel(Language language, QObject* parent)
    : QAbstractTableModel(parent), m_language(language) {}

void RecordListModel::setRows(SnapshotPtr contents, std::vector<std::uint32_t> rows) {
    beginResetModel();
    m_contents = std::move(contents);
    m_cells = m_contents == nullptr
                  ? nullptr
                  : std::make_unique<const figures::RecordCells>(*m_contents->gazetteer,
                                                                 *m_contents->sources, m_language);
    m_rows = std::move(rows);
    endResetModel();
}

int RecordListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(figures::recordColumnCount);
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto column = static_cast<RecordColumn>(index.column());
    const bool isNumber = column == RecordColumn::Value || column == RecordColumn::ValueMax;
    switch (role) {
    case Qt::DisplayRole:
        return toQString(m_cells->text(record(index.row()), column));
    case Qt::ToolTipRole:
        return plainToolTip(toQString(m_cells->text(record(index.row()), column)));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0)
        return {};
    return toQString(figures::columnName(static_cast<RecordColumn>(section)).in(m_language));
}

void RecordListModel::sort(int column, Qt::SortOrder order) {
    if (column < 0)
        return;
    m_order = {static_cast<RecordColumn>(column), order == Qt::DescendingOrder};
    emit orderWanted();
}

} // namespace terroir::viewer
