#include "plugin/viewer/place_list_model.hpp"

#include "core/gazetteer/versions.hpp"
#include "plugin/viewer/strings.hpp"

#include <algorithm>

namespace terroir::viewer {

void PlaceListModel::show(const ContentsPtr& contents, Which which) {
    beginResetModel();
    m_contents = contents;
    m_entries.clear();
    m_openCount = 0;
    if (contents != nullptr)
        for (const records::Record& record : *contents->records)
            for (std::size_t i = 0; i < record.places.size(); ++i) {
                const bool isOpen = records::isOpen(record.places[i]);
                const bool isDecided = records::isDecided(record.places[i]);
                m_openCount += isOpen ? 1 : 0;
                if ((isOpen && which != Which::Decided) || (isDecided && which != Which::Open))
                    m_entries.push_back({&record, i});
            }
    endResetModel();
}

int PlaceListModel::rowOf(const session::PlaceId& id) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.place == id.place && entry.record->id == id.record;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

const records::Source* PlaceListModel::sourceOf(const records::Record& record) const {
    const auto& sources = *m_contents->sources;
    const auto found =
        std::find_if(sources.begin(), sources.end(),
                     [&](const records::Source& source) { return source.id == record.source; });
    return found == sources.end() ? nullptr : &*found;
}

QString PlaceListModel::textOf(const records::Place& place) {
    return toQString(place.text.empty() ? place.context : place.text);
}

QString PlaceListModel::decisionOf(const Entry& entry) const {
    const records::Place& place = entry.get();
    if (!records::isDecided(place))
        return place.status == geocode::Status::Ambiguous ? tr("several fit") : tr("not found");
    const gazetteer::UnitIndex unit = m_contents->gazetteer->find(place.uid);
    if (unit == gazetteer::noUnit)
        return tr("none of the candidates");
    return toQString(
        gazetteer::describeNear(*m_contents->gazetteer, unit, entry.record->lookupDate));
}

int PlaceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int PlaceListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlaceListModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Entry& entry = this->entry(index.row());
    switch (index.column()) {
    case Text:
        return textOf(entry.get());
    case Context:
        return toQString(entry.get().context);
    case Subject:
        return toQString(session::titleOf(*entry.record));
    case Document: {
        const records::Source* source = sourceOf(*entry.record);
        return toQString(source == nullptr ? entry.record->source : source->title);
    }
    case Line:
        return toQString(entry.record->line);
    default:
        return decisionOf(entry);
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
