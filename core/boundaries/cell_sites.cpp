#include "core/boundaries/cell_sites.hpp"

#include "core/boundaries/unit_point.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::LonLat;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::Point;

namespace {

/// Radius that a point speaks for, in square roots of the area: of a commune of before within one
/// of today, of one of today, and of one of before among those of its own time.
constexpr double formerRadius = 0.44, ownRadius = 0.40, nestedRadius = 0.45;
/// A commune whose area is not known has at least this share of the average.
constexpr double minAreaShare = 0.2;
/// Official areas of before and after differ by less where they are of the same ground.
constexpr double maxCorrection = 1.5;

constexpr Date firstDayOfToday = Date::of(2025, 7, 1);

/// Sites of different communes at one place are set a few hundred metres apart, so that each gets
/// ground.
void spread(std::vector<CellSite>& sites) {
    constexpr double distance = 0.004, goldenAngle = 2.399963;
    std::map<std::pair<double, double>, std::set<UnitIndex>> seen;
    for (CellSite& site : sites) {
        std::set<UnitIndex>& here = seen[{site.at.lon, site.at.lat}];
        const auto before = double(here.size());
        if (!here.insert(site.commune).second || before == 0)
            continue;
        site.at.lon += distance * std::cos(before * goldenAngle);
        site.at.lat += distance * std::sin(before * goldenAngle);
    }
}

/// A point lies in its commune, however large the circle of a neighbour is: a site that would lose
/// its own place gets the weight that keeps it.
void keepPlaces(std::vector<CellSite>& sites) {
    constexpr double kept = 0.9; // of the squared distance to the neighbour
    if (sites.empty())
        return;
    const KmPlane plane(sites.front().at.lat);
    struct Place {
        Point at;
        std::size_t site = 0;
    };
    std::vector<Place> eastward;
    double most = 0; // no site gets more than that of another
    for (std::size_t i = 0; i < sites.size(); ++i) {
        eastward.push_back({plane.toKm({sites[i].at.lon, sites[i].at.lat}), i});
        most = std::max(most, sites[i].weight);
    }
    const std::vector<Place> places = eastward;
    std::sort(eastward.begin(), eastward.end(),
              [](const Place& a, const Place& b) { return a.at.x < b.at.x; });
    for (std::size_t i = 0; i < sites.size(); ++i) {
        CellSite& site = sites[i];
        const Point at = places[i].at;
        const double reach = 1.000001 * std::sqrt(std::max(0., most - site.weight) / kept);
        const auto first =
            std::lower_bound(eastward.begin(), eastward.end(), at.x - reach,
                             [](const Place& place, double x) { return place.at.x < x; });
        for (auto other = first; other != eastward.end() && other->at.x <= at.x + reach; ++other)
            if (sites[other->site].commune != site.commune) {
                const double dx = other->at.x - at.x, dy = other->at.y - at.y;
                site.weight =
                    std::max(site.weight, sites[other->site].weight - kept * (dx * dx + dy * dy));
            }
    }
}

void addSite(std::vector<CellSite>& sites, UnitIndex owner, std::optional<LonLat> point,
             double radius, double areaKm2) {
    if (point)
        sites.push_back({owner, *point, radius * radius * areaKm2});
}

} // namespace

KmPlane::KmPlane(double latitude)
    : m_kmPerDegree{111.32 * std::cos(latitude * std::numbers::pi / 180), 110.6} {}

Point KmPlane::toKm(Point lonLat) const {
    return {lonLat.x * m_kmPerDegree.x, lonLat.y * m_kmPerDegree.y};
}

Point KmPlane::toLonLat(Point km) const {
    return {km.x / m_kmPerDegree.x, km.y / m_kmPerDegree.y};
}

geometry::MultiPolygon KmPlane::toLonLat(geometry::MultiPolygon km) const {
    for (geometry::Polygon& polygon : km) {
        for (Point& point : polygon.outer)
            point = toLonLat(point);
        for (geometry::Ring& hole : polygon.holes)
            for (Point& point : hole)
                point = toLonLat(point);
    }
    return km;
}

geometry::WeightedSite CellSite::onPlane(const KmPlane& plane) const {
    return {plane.toKm({at.lon, at.lat}), weight};
}

const CellSite* siteAt(std::span<const CellSite> sites, LonLat place) {
    const KmPlane plane(place.lat);
    const Point at = plane.toKm({place.lon, place.lat});
    const auto power = [&](const CellSite& site) {
        return geometry::powerOf(site.onPlane(plane), at);
    };
    const auto least =
        std::min_element(sites.begin(), sites.end(),
                         [&](const CellSite& a, const CellSite& b) { return power(a) < power(b); });
    return least == sites.end() ? nullptr : &*least;
}

CellSites::CellSites(const Gazetteer& gazetteer, Date asOf)
    : m_gazetteer(gazetteer), m_asOf(asOf), m_heirDay(std::max(asOf, firstDayOfToday)) {}

/// The outline that has (most of) a unit's ground; noUnit when that is not known.
UnitIndex CellSites::homeOf(UnitIndex unit) const {
    const UnitIndex then = onOutlineDay(m_gazetteer, unit);
    return then == noUnit ? noUnit : m_gazetteer.ancestorAt(then, Level::Province, outlineDay);
}

std::vector<UnitIndex> CellSites::outlinesOf(UnitIndex unit) const {
    std::set<UnitIndex> outlines;
    std::vector<UnitIndex> grounds = m_gazetteer.communesOf(unit, m_asOf);
    grounds.push_back(unit);
    for (const UnitIndex ground : grounds) {
        if (m_asOf <= outlineDay)
            outlines.insert(homeOf(ground));
        else
            for (const gazetteer::Share& share : m_gazetteer.convert(ground, outlineDay))
                outlines.insert(m_gazetteer.ancestorAt(share.unit, Level::Province, outlineDay));
    }
    outlines.erase(noUnit);
    return {outlines.begin(), outlines.end()};
}

/// The communes of the date whose ground is (mostly) in an outline.
std::vector<UnitIndex> CellSites::communesIn(UnitIndex outline) const {
    std::call_once(m_communesAreFound, [&] {
        for (const UnitIndex commune : m_gazetteer.unitsAt(Level::Commune, m_asOf))
            m_communesIn[homeOf(commune)].push_back(commune);
    });
    const auto found = m_communesIn.find(outline);
    return found == m_communesIn.end() ? std::vector<UnitIndex>() : found->second;
}

/// Communes of today that were a district without communes.
std::vector<UnitIndex> CellSites::fromDistrictsOf(UnitIndex outline) const {
    std::vector<UnitIndex> heirs;
    for (const UnitIndex district : m_gazetteer.childrenAt(outline, outlineDay)) {
        if (!m_gazetteer.childrenAt(district, outlineDay).empty())
            continue;
        for (const gazetteer::Share& share : m_gazetteer.convert(district, m_heirDay))
            if (m_gazetteer.unit(share.unit).level == Level::Commune)
                heirs.push_back(share.unit);
    }
    return heirs;
}

CellSites::PartsByHeir CellSites::partsOf(const std::vector<UnitIndex>& communes) const {
    PartsByHeir parts;
    for (const UnitIndex commune : communes) {
        bool isMost = true;
        for (const gazetteer::Share& share : m_gazetteer.convert(commune, m_heirDay)) {
            Part part{commune, share.share, isMost, m_gazetteer.unit(commune).areaKm2};
            if (part.areaKm2)
                *part.areaKm2 *= share.share;
            parts[share.unit].push_back(part);
            isMost = false;
        }
    }
    for (auto& [heir, ofHeir] : parts)
        setAreas(heir, ofHeir);
    return parts;
}

void CellSites::setAreas(UnitIndex heir, std::vector<Part>& parts) const {
    double known = 0, missing = 0;
    for (const Part& part : parts)
        (part.areaKm2 ? known : missing) += part.areaKm2.value_or(1);
    const double count = double(parts.size());
    const double whole = m_gazetteer.unit(heir).areaKm2.value_or(
        missing < count ? known * count / (count - missing) : 0);
    const double each =
        missing > 0 ? std::max((whole - known) / missing, minAreaShare * whole / count) : 0;
    const double sum = known + each * missing;
    const double correction =
        sum > 0 ? std::clamp(whole / sum, 1 / maxCorrection, maxCorrection) : 1;
    for (Part& part : parts)
        part.areaKm2 = part.areaKm2.value_or(each) * correction;
}

/// The sites of a commune of today: of what went into it, and its own.
void CellSites::addSitesOf(UnitIndex heir, const std::vector<Part>& parts, bool hasOwn,
                           std::vector<CellSite>& sites) const {
    double known = 0;
    for (const Part& part : parts) {
        known += *part.areaKm2;
        if (part.isMost)
            addSite(sites, heir, pointOf(m_gazetteer, part.commune), formerRadius, *part.areaKm2);
    }
    if (hasOwn)
        addSite(sites, heir, m_gazetteer.unit(heir).point, ownRadius,
                m_gazetteer.unit(heir).areaKm2.value_or(known));
}

bool CellSites::areNested() const {
    return m_asOf < firstDayOfToday;
}

OutlineSites CellSites::in(UnitIndex outline) const {
    OutlineSites out;
    PartsByHeir former = partsOf(m_gazetteer.communesOf(outline, outlineDay));
    for (const UnitIndex heir : fromDistrictsOf(outline))
        former.try_emplace(heir);
    for (const auto& [heir, parts] : former)
        addSitesOf(heir, parts, parts.empty() || homeOf(heir) == outline, out.sites);
    spread(out.sites);
    keepPlaces(out.sites);
    if (!areNested())
        return out;

    const PartsByHeir own = m_asOf == outlineDay ? former : partsOf(communesIn(outline));
    std::set<UnitIndex> grounds;
    for (const CellSite& site : out.sites)
        grounds.insert(site.commune);
    for (const UnitIndex ground : grounds) {
        std::vector<CellSite>& nested = out.nested[ground];
        if (const auto parts = own.find(ground); parts != own.end())
            for (const Part& part : parts->second)
                if (part.isMost)
                    addSite(nested, part.commune, pointOf(m_gazetteer, part.commune), nestedRadius,
                            *part.areaKm2);
        if (nested.empty())
            for (const gazetteer::Share& share : m_gazetteer.convert(ground, m_asOf)) {
                addSite(nested, share.unit, m_gazetteer.unit(ground).point, 0, 0);
                break;
            }
        spread(nested);
        keepPlaces(nested);
    }
    return out;
}

void CellSites::addSitesOf(UnitIndex commune, std::vector<CellSite>& sites) const {
    if (areNested()) {
        addSite(sites, commune, pointOf(m_gazetteer, commune), nestedRadius,
                m_gazetteer.unit(commune).areaKm2.value_or(0));
        return;
    }
    std::vector<UnitIndex> former;
    for (const gazetteer::Share& share : m_gazetteer.convert(commune, outlineDay))
        if (m_gazetteer.unit(share.unit).level == Level::Commune)
            former.push_back(share.unit);
    addSitesOf(commune, partsOf(former)[commune], true, sites);
}

std::vector<CellSite> CellSites::of(std::span<const UnitIndex> communes) const {
    std::vector<CellSite> sites;
    for (const UnitIndex commune : communes)
        addSitesOf(commune, sites);
    spread(sites);
    keepPlaces(sites);
    return sites;
}

} // namespace terroir::boundaries
