#include "plugin/viewer/place_list_model.hpp"

#include "plugin/viewer/strings.hpp"

namespace terroir::viewer {

void PlaceListModel::show(workspace::ReviewQueue queue) {
    beginResetModel();
    m_queue = std::move(queue);
    endResetModel();
}

int PlaceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_queue.items().size());
}

int PlaceListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlaceListModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::ToolTipRole)
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    const workspace::ReviewQueue::Item& item = this->item(index.row());
    switch (index.column()) {
    case Text:
        return toQString(workspace::textOf(item.get()));
    case Context:
        return toQString(item.get().context);
    case Subject:
        return toQString(workspace::titleOf(*item.record));
    case Document:
        return toQString(m_queue.documentOf(item));
    case Line:
        return toQString(item.record->line);
    default:
        return toQString(m_queue.stateOf(item).in(m_language));
    }
}

QVariant PlaceListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Text:
        return tr("As written");
    case Context:
        return tr("Where");
    case Subject:
        return tr("Record");
    case Document:
        return tr("Document");
    case Line:
        return tr("Line");
    default:
        return tr("State");
    }
}

} // namespace terroir::viewer
