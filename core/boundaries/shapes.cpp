#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/cells.hpp"
#include "core/boundaries/fitted_outlines.hpp"
#include "core/boundaries/official_shapes.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;

namespace {

/// Gaps between official and approximate shapes below this (degrees, a tenth of a millimetre) are
/// rounding.
constexpr double grid = 1e-9;
/// A piece of a hole smaller than this share of what a commune has of it is left over where two
/// official lines do not quite agree.
constexpr double minHoleShare = 0.01;

/// Where an official line is nearer to its own commune than the cell's was, the ground between up
/// to this far (degrees) from the cells around is theirs; all of it where it is enclosed.
constexpr double nearCells = 0.02;

/// Official shapes, and cells in what they leave open.
class ShapeMaker {
public:
    ShapeMaker(store::WorkspaceFile& workspace, const Gazetteer& gazetteer, Date asOf,
               double tolerance)
        : m_workspace(workspace), m_gazetteer(gazetteer), m_asOf(asOf),
          m_official(workspace, gazetteer, tolerance),
          m_outlines(workspace, gazetteer, asOf,
                     [this](UnitIndex province) { return neighbour(province); }),
          m_sites(gazetteer, asOf) {}

    std::map<UnitIndex, UnitShape> make(std::span<const UnitIndex> units) {
        std::map<UnitIndex, UnitShape> made;
        std::vector<UnitIndex> open, mixed;
        for (const UnitIndex unit : units) {
            if (isOfficial(unit))
                made[unit] = {unit, officialShape(unit), Origin::Official, true};
            else
                (isMixed(unit) ? mixed : open).push_back(unit);
        }
        if (!open.empty())
            for (auto& [unit, shape] : cellsOf(open))
                made[unit] = {unit, std::move(shape), Origin::Approximate, followsOfficial(unit)};
        fillHoles(mixed);
        for (const UnitIndex unit : mixed)
            if (MultiPolygon shape = mixedShape(unit); !shape.empty())
                made[unit] = {unit, std::move(shape), Origin::Approximate, true};
        return made;
    }

private:
    bool isOfficial(UnitIndex unit) { return !m_official.partsOf(unit, m_asOf).empty(); }
    MultiPolygon officialShape(UnitIndex unit) {
        return m_official.shapeOf(m_official.partsOf(unit, m_asOf));
    }
    UnitIndex provinceOf(UnitIndex unit) const {
        return m_gazetteer.ancestorAt(unit, Level::Province, m_asOf);
    }
    std::vector<UnitIndex> childrenOf(UnitIndex unit) const {
        return m_gazetteer.unit(unit).level == Level::Commune
                   ? std::vector<UnitIndex>()
                   : m_gazetteer.childrenAt(unit, m_asOf);
    }

    bool anyOfficialIn(UnitIndex unit) {
        const std::vector<UnitIndex> children = childrenOf(unit);
        return isOfficial(unit) || std::any_of(children.begin(), children.end(),
                                               [&](UnitIndex each) { return anyOfficialIn(each); });
    }
    /// Whether official shapes lie around or beside a unit that has none.
    bool isMixed(UnitIndex unit) {
        const UnitIndex province = provinceOf(unit);
        if (m_official.none() || province == noUnit)
            return false;
        const auto [known, isNew] = m_isMixed.try_emplace(province, false);
        if (isNew)
            known->second = anyOfficialIn(province);
        return known->second;
    }

    /// Of cells: whether official neighbours have moved an edge of the outline.
    bool followsOfficial(UnitIndex unit) const {
        if (m_official.none())
            return false;
        const std::vector<UnitIndex> outlines = m_sites.outlinesOf(unit);
        return std::any_of(outlines.begin(), outlines.end(),
                           [&](UnitIndex outline) { return m_outlines.isFitted(outline); });
    }

    std::map<UnitIndex, MultiPolygon> cellsOf(std::span<const UnitIndex> units) {
        return approximateCells(m_workspace, m_gazetteer, units, m_asOf,
                                [&](UnitIndex outline) { return m_outlines.of(outline); });
    }

    /// A province as those beside it are fitted to it.
    FittedOutlines::Neighbour neighbour(UnitIndex province) {
        if (isOfficial(province))
            return {officialShape(province), true};
        if (!isMixed(province))
            return {};
        if (!m_isFilling) {
            fillHoles({province});
            return {mixedShape(province), true};
        }
        // Two provinces beside each other that both have holes are not fitted to each other's
        // cells.
        std::vector<UnitIndex> official, without;
        split(province, official, without);
        return {unionOfOfficial(official), false};
    }

    MultiPolygon unionOfOfficial(const std::vector<UnitIndex>& units) {
        std::vector<MultiPolygon> shapes;
        for (const UnitIndex unit : units)
            shapes.push_back(officialShape(unit));
        return shapes.empty() ? MultiPolygon() : geometry::unionOf(shapes);
    }

    /// The lowest unit above that is official, else the province.
    UnitIndex frameOf(UnitIndex unit) {
        const UnitIndex province = provinceOf(unit);
        while (unit != province && unit != noUnit) {
            unit = m_gazetteer.parentAt(unit, m_asOf);
            if (unit != noUnit && isOfficial(unit))
                return unit;
        }
        return province;
    }

    /// The official units below a unit, the highest only, and the communes outside all of them.
    void split(UnitIndex unit, std::vector<UnitIndex>& official, std::vector<UnitIndex>& without) {
        const std::vector<UnitIndex> children = childrenOf(unit);
        if (children.empty())
            without.push_back(unit);
        for (const UnitIndex child : children) {
            if (isOfficial(child))
                official.push_back(child);
            else
                split(child, official, without);
        }
    }

    void fillHoles(const std::vector<UnitIndex>& units) {
        std::set<UnitIndex> frames;
        for (const UnitIndex unit : units) {
            frames.insert(frameOf(unit));
            for (const UnitIndex commune : m_gazetteer.communesOf(unit, m_asOf))
                if (!isOfficial(commune))
                    frames.insert(frameOf(commune));
        }
        m_isFilling = true;
        for (const UnitIndex frame : frames)
            if (m_filled.insert(frame).second)
                fillHole(frame);
        m_isFilling = false;
    }

    /// Cells for the communes without official shapes, on what the frame has beside these.
    void fillHole(UnitIndex frame) {
        std::vector<UnitIndex> official, without;
        split(frame, official, without);
        if (without.empty())
            return;
        const MultiPolygon taken = unionOfOfficial(official);
        MultiPolygon hole =
            isOfficial(frame) ? officialShape(frame) : groundBeside(frame, taken, without);
        hole = geometry::differenceOf(hole, taken);
        const double least = minHoleShare * geometry::areaOf(hole) / double(without.size());
        std::erase_if(hole, [&](const geometry::Polygon& polygon) {
            return geometry::areaOf({polygon}) < least;
        });
        for (auto& [commune, shape] : divided(hole, m_sites.of(without)))
            m_cells[commune] = std::move(shape);
    }

    /// Without an official frame: where the communes' own cells are, and what official shapes leave
    /// open beside these.
    MultiPolygon groundBeside(UnitIndex frame, const MultiPolygon& taken,
                              const std::vector<UnitIndex>& without) {
        const std::set<UnitIndex> open(without.begin(), without.end());
        std::vector<MultiPolygon> cells, others;
        for (auto& [commune, shape] : cellsOf(m_gazetteer.communesOf(frame, m_asOf)))
            (open.contains(commune) ? cells : others).push_back(std::move(shape));
        const MultiPolygon own = geometry::unionOf(cells, grid);
        const MultiPolygon left = geometry::differenceOf(geometry::unionOf(others, grid), taken);
        const MultiPolygon beside =
            geometry::intersectionOf(left, geometry::grownBy(own, nearCells));
        const std::vector<MultiPolygon> all{own, beside, taken};
        std::vector<MultiPolygon> grounds{own, beside};
        for (const geometry::Polygon& polygon : geometry::unionOf(all, grid))
            for (const geometry::Ring& hole : polygon.holes)
                grounds.push_back({{hole, {}}});
        return geometry::unionOf(grounds, grid);
    }

    MultiPolygon mixedShape(UnitIndex unit) {
        if (const auto cell = m_cells.find(unit); cell != m_cells.end())
            return cell->second;
        std::vector<UnitIndex> official, without;
        split(unit, official, without);
        std::vector<MultiPolygon> parts;
        for (const UnitIndex each : official)
            parts.push_back(officialShape(each));
        for (const UnitIndex commune : without)
            if (const auto cell = m_cells.find(commune); cell != m_cells.end())
                parts.push_back(cell->second);
        return parts.empty() ? MultiPolygon() : geometry::unionOf(parts, grid);
    }

    store::WorkspaceFile& m_workspace;
    const Gazetteer& m_gazetteer;
    Date m_asOf;
    OfficialShapes m_official;
    FittedOutlines m_outlines;
    CellSites m_sites;
    std::map<UnitIndex, bool> m_isMixed; ///< by province
    std::set<UnitIndex> m_filled;        ///< frames
    bool m_isFilling = false;
    std::map<UnitIndex, MultiPolygon> m_cells; ///< in holes
};

} // namespace

bool UnitShapes::anyApproximate() const {
    return std::any_of(units.begin(), units.end(),
                       [](const UnitShape& shape) { return shape.origin == Origin::Approximate; });
}

std::size_t UnitShapes::approximate() const {
    return std::size_t(std::count_if(units.begin(), units.end(), [](const UnitShape& shape) {
        return shape.origin == Origin::Approximate;
    }));
}

UnitShapes shapesOf(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                    std::span<const UnitIndex> units, Date asOf, double tolerance) {
    std::map<UnitIndex, UnitShape> made =
        ShapeMaker(workspace, gazetteer, asOf, tolerance).make(units);
    UnitShapes shapes;
    std::map<UnitIndex, std::size_t> placed;
    for (const UnitIndex unit : units) {
        const auto found = made.find(unit);
        if (found == made.end())
            shapes.missing.push_back(unit);
        else if (const auto [at, isNew] = placed.try_emplace(unit, shapes.units.size()); isNew)
            shapes.units.push_back(std::move(found->second));
        else
            shapes.units.push_back(UnitShape(shapes.units[at->second]));
    }
    return shapes;
}

geometry::Box officialBox(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                          std::span<const UnitIndex> units, Date asOf) {
    OfficialShapes official(workspace, gazetteer, detailLevels.back());
    geometry::Box box;
    if (!official.none())
        for (const UnitIndex unit : units)
            box.expand(official.boxOf(official.partsOf(unit, asOf)));
    return box;
}

Inventory inventory(store::WorkspaceFile& workspace) {
    store::Statement rows = workspace.database().prepare(
        "SELECT u.level, count(*) FROM boundary b JOIN unit u ON u.uid = b.unit GROUP BY u.level");
    Inventory counts;
    while (rows.step()) {
        const auto level = gazetteer::parseLevel(rows.view(0));
        std::size_t& count = level == Level::Province   ? counts.provinces
                             : level == Level::District ? counts.districts
                                                        : counts.communes;
        count = std::size_t(rows.integer(1));
    }
    return counts;
}

} // namespace terroir::boundaries
