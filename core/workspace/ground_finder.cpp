#include "core/workspace/ground_finder.hpp"

#include "core/boundaries/unit_point.hpp"
#include "core/geometry/polygon_index.hpp"
#include "core/workspace/dated_locators.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <set>

namespace terroir::workspace {

namespace {

using boundaries::Basis;
using gazetteer::LonLat;
using gazetteer::UnitIndex;
using geometry::Point;

/// A unit with less of the ground than this is not said to hold any.
constexpr double minShare = 0.1;
/// How far cells may be wrong, as a part of the distance to the unit's point.
constexpr double uncertainty = 0.1;
constexpr std::size_t samplesAcross = 30, samplesAcrossThin = 200, minSamples = 40;
constexpr std::size_t directions = 8;

/// Points on a grid that lie inside the polygons.
std::vector<Point> samplesOf(const geometry::MultiPolygon& shape) {
    const geometry::PolygonIndex index(
        1, [&](std::size_t) { return shape; }, 0);
    const geometry::Box box = geometry::boxOf(shape);
    std::vector<Point> samples;
    std::vector<geometry::PolygonIndex::Hit> hits;
    for (const std::size_t across : {samplesAcross, samplesAcrossThin}) {
        samples.clear();
        for (std::size_t row = 0; row < across; ++row)
            for (std::size_t column = 0; column < across; ++column) {
                const Point point{box.minX + box.width() * (double(column) + 0.5) / double(across),
                                  box.minY + box.height() * (double(row) + 0.5) / double(across)};
                hits.clear();
                index.find(point, hits);
                if (!hits.empty())
                    samples.push_back(point);
            }
        if (samples.size() >= minSamples)
            return samples;
    }
    if (samples.empty()) // a sliver
        for (const geometry::Polygon& polygon : shape)
            samples.insert(samples.end(), polygon.outer.begin(), polygon.outer.end());
    return samples;
}

/// How much of the ground lies in a unit: for sure, by the map, and at most.
struct Part {
    std::size_t sure = 0, in = 0, atMost = 0;
};

class GroundUnitsFinder {
public:
    explicit GroundUnitsFinder(Workspace& workspace)
        : m_workspace(workspace), m_polygons(workspace.file(), workspace.gazetteer()),
          m_locators(workspace, m_polygons, gazetteer::Level::Commune) {}

    records::GroundUnits find(const sheets::Ground& ground, Date day) {
        const boundaries::Locator& locator = m_locators.at(day);
        const std::vector<Point> samples =
            ground.polygons.empty() ? geometry::pointsOn(ground) : samplesOf(ground.polygons);
        records::GroundUnits found;
        std::map<UnitIndex, Part> parts;
        for (const Point& sample : samples)
            addSample(locator, {sample.x, sample.y}, parts, found.isApproximate);
        const auto isEnough = [&](std::size_t count) {
            return double(count) >= minShare * double(samples.size()) && count > 0;
        };
        std::vector<std::pair<std::size_t, UnitIndex>> order;
        for (const auto& [unit, part] : parts) {
            if (isEnough(part.in))
                order.emplace_back(samples.size() - part.in, unit);
            if (isEnough(part.atMost) && !isEnough(part.sure))
                found.near.push_back(unit);
        }
        std::sort(order.begin(), order.end());
        for (const auto& [rest, unit] : order)
            found.units.push_back(unit);
        return found;
    }

private:
    void addSample(const boundaries::Locator& locator, LonLat at, std::map<UnitIndex, Part>& parts,
                   bool& isApproximate) const {
        const boundaries::Location location = locator.locate(at);
        isApproximate = isApproximate || location.basis == Basis::Approximate;
        if (location.units.empty())
            return;
        std::set<UnitIndex> reached(location.units.begin(), location.units.end());
        if (location.basis == Basis::Approximate)
            addAround(locator, at, location.units.front(), reached);
        ++parts[location.units.front()].in;
        if (reached.size() == 1 && !location.isIncomplete)
            ++parts[location.units.front()].sure;
        for (const UnitIndex unit : reached)
            ++parts[unit].atMost;
    }

    /// The units that a point may lie in as well, as far as its cell can be wrong.
    void addAround(const boundaries::Locator& locator, LonLat at, UnitIndex unit,
                   std::set<UnitIndex>& reached) const {
        const auto own = boundaries::pointOf(m_workspace.gazetteer(), unit);
        if (!own)
            return;
        const double scale = std::cos(at.lat * std::numbers::pi / 180);
        const double radius =
            uncertainty * std::hypot((own->lon - at.lon) * scale, own->lat - at.lat);
        for (std::size_t i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * double(i) / double(directions);
            const LonLat probe{at.lon + radius * std::cos(angle) / scale,
                               at.lat + radius * std::sin(angle)};
            for (const UnitIndex there : locator.locate(probe).units)
                reached.insert(there);
        }
    }

    Workspace& m_workspace;
    boundaries::ImportedPolygons m_polygons;
    DatedLocators m_locators;
};

} // namespace

records::GroundFinder groundFinder(Workspace& workspace) {
    // A std::function is copied: all copies share what was read.
    const auto made = std::make_shared<std::optional<GroundUnitsFinder>>();
    return [&workspace, made](const sheets::Ground& ground, Date day) {
        if (!*made)
            made->emplace(workspace);
        return (*made)->find(ground, day);
    };
}

} // namespace terroir::workspace
