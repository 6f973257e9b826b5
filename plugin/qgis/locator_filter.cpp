#include "plugin/qgis/locator_filter.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/spotlight.hpp"
#include "plugin/qgis/text.hpp"

#include <QSet>
#include <qgsfeedback.h>

#include <set>

namespace terroir::qgis {

namespace {

/// More than fit into the list are of no use: one types another letter.
constexpr std::size_t maxHits = 12;
/// More units than these are no place to go to.
constexpr std::size_t maxUnits = 60;

const QString uidKey = QStringLiteral("uid");
const QString recordsKey = QStringLiteral("records");

QString groupOf(const search::Hit& hit, const gazetteer::Gazetteer& gazetteer) {
    switch (hit.kind) {
    case search::Kind::Unit:
        return gazetteer.unit(hit.unit).level == gazetteer::Level::Commune
                   ? said("Xã, phường, thị trấn", "Communes and wards")
                   : said("Tỉnh, huyện", "Provinces and districts");
    case search::Kind::Subject:
        return said("Sản phẩm, mô hình", "Products and models");
    case search::Kind::Holder:
        return said("Chủ thể", "Holders");
    case search::Kind::Source:
        break;
    }
    return said("Tài liệu", "Documents");
}

/// The units that records speak of, each once.
std::vector<std::string> unitsOf(const std::vector<std::size_t>& indices,
                                 const std::vector<records::Record>& records) {
    std::set<std::string> uids;
    for (const std::size_t index : indices)
        for (const records::Place& place : records[index].places)
            if (place.status == geocode::Status::Matched && !place.uid.empty() &&
                place.role != records::PlaceRole::Territory)
                uids.insert(place.uid);
    return {uids.begin(), uids.end()};
}

} // namespace

LocatorFilter::LocatorFilter(Desk& desk, Spotlight& spotlight)
    : m_desk(&desk), m_spotlight(&spotlight) {}

LocatorFilter::LocatorFilter(Search search) : m_search(std::move(search)) {}

QgsLocatorFilter* LocatorFilter::clone() const {
    if (m_desk.isNull())
        return new LocatorFilter(m_search);
    return new LocatorFilter(Search{m_desk->library(), m_desk->asOf(), words().language()});
}

QString LocatorFilter::displayName() const {
    return said("terroir: địa danh, sản phẩm, chủ thể", "terroir: places, products, holders");
}

QString LocatorFilter::description() const {
    return said("Tìm xã, huyện (cả tên cũ), sản phẩm, chủ thể và tài liệu trong không gian làm "
                "việc terroir",
                "Finds communes and districts (old names, too), products, holders and documents in "
                "the terroir workspace");
}

void LocatorFilter::fetchResults(const QString& text, const QgsLocatorContext&,
                                 QgsFeedback* feedback) {
    if (m_search.library == nullptr || text.trimmed().isEmpty())
        return;
    const Library& library = *m_search.library;
    for (const search::Hit& hit :
         library.search->find(fromQt(text), m_search.asOf, maxHits, m_search.language)) {
        if (feedback->isCanceled())
            return;
        QVariantMap meant;
        if (hit.unit != gazetteer::noUnit)
            meant[uidKey] = toQt(library.contents->gazetteer->unit(hit.unit).uid);
        // By id: the records may be others when the hit is chosen.
        QStringList ids;
        for (const std::uint32_t record : hit.records)
            ids.append(toQt((*library.contents->records)[record].id));
        meant[recordsKey] = ids;
        QgsLocatorResult result(this, toQt(hit.text), meant);
        result.description = toQt(hit.detail);
        result.group = groupOf(hit, *library.contents->gazetteer);
        result.score = hit.score;
        result.icon = QIcon(QStringLiteral(":/terroir/terroir.svg"));
        emit resultFetched(result);
    }
}

void LocatorFilter::triggerResult(const QgsLocatorResult& result) {
    if (m_desk.isNull() || m_desk->library() == nullptr)
        return;
    const QVariantMap meant = compat::userDataOf(result).toMap();
    if (const QString uid = meant.value(uidKey).toString(); !uid.isEmpty()) {
        m_desk->selectUnit(fromQt(uid));
        m_spotlight->show({fromQt(uid)}, Spotlight::Zoom::Yes);
        return;
    }
    const std::vector<records::Record>& all = *m_desk->library()->contents->records;
    const QStringList listed = meant.value(recordsKey).toStringList();
    const QSet<QString> ids(listed.begin(), listed.end());
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (ids.contains(toQt(all[i].id)))
            indices.push_back(i);
    const std::vector<std::string> uids = unitsOf(indices, all);
    m_desk->selectRecords(result.displayString, std::move(indices));
    if (uids.size() <= maxUnits)
        m_spotlight->show(uids, Spotlight::Zoom::Yes);
}

} // namespace terroir::qgis
