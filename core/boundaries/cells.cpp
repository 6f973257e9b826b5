#include "core/boundaries/cells.hpp"

#include "core/boundaries/unit_point.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::LonLat;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;
using geometry::Point;

namespace {

/// A commune is cut only for successors that took at least this share of it: the cell is a guess,
/// and a sliver of the real border would become half of it.
constexpr double minCut = 0.05;
/// The outlines are generalised to 1.5 km and more: a point this near to one (degrees) belongs to
/// its ground and stands on its edge. One farther out is on an island that the outline leaves out.
constexpr double nearOutline = 0.05;
/// Grid of dissolved shapes in degrees, a tenth of a millimetre.
constexpr double grid = 1e-9;

/// A piece of open (not yet clipped) ground and the commune of the date that it belongs to.
struct Piece {
    UnitIndex commune = noUnit;
    MultiPolygon ground;
};

void scaleX(MultiPolygon& shape, double factor) {
    for (geometry::Polygon& polygon : shape) {
        for (Point& point : polygon.outer)
            point.x *= factor;
        for (geometry::Ring& hole : polygon.holes)
            for (Point& point : hole)
                point.x *= factor;
    }
}

/// Sites at one place are set a few hundred metres apart, so that each gets ground.
void spread(std::vector<Point>& sites) {
    constexpr double distance = 0.004, goldenAngle = 2.399963;
    std::map<std::pair<double, double>, int> seen;
    for (Point& site : sites) {
        const int before = seen[{site.x, site.y}]++;
        if (before == 0)
            continue;
        site.x += distance * std::cos(before * goldenAngle);
        site.y += distance * std::sin(before * goldenAngle);
    }
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point nearestOnSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double along = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    return {a.x + t * dx, a.y + t * dy};
}

/// The site itself inside the outline, the nearest point of its edge just outside; none farther
/// out.
std::optional<Point> siteWithin(const MultiPolygon& outline, Point site) {
    if (geometry::contains(outline, site))
        return site;
    Point nearest{1e9, 1e9};
    for (const geometry::Polygon& polygon : outline)
        for (std::size_t i = 0; i + 1 < polygon.outer.size(); ++i) {
            const Point candidate = nearestOnSegment(site, polygon.outer[i], polygon.outer[i + 1]);
            if (distance(candidate, site) < distance(nearest, site))
                nearest = candidate;
        }
    return distance(nearest, site) <= nearOutline ? std::optional(nearest) : std::nullopt;
}

class CellMaker {
public:
    CellMaker(store::WorkspaceFile& workspace, const Gazetteer& gazetteer, Date asOf)
        : m_workspace(workspace), m_gazetteer(gazetteer), m_asOf(asOf),
          m_baseDay(std::min(asOf, outlineDay)) {
        for (const UnitIndex commune : gazetteer.unitsAt(Level::Commune, m_baseDay))
            m_communesIn[outlineOf(commune)].push_back(commune);
    }

    std::map<UnitIndex, MultiPolygon> make(std::span<const UnitIndex> units) {
        const std::set<UnitIndex> asked(units.begin(), units.end());
        std::map<UnitIndex, std::vector<MultiPolygon>> parts;
        for (const UnitIndex outline : outlinesOf(asked))
            addParts(outline, asked, parts);
        std::map<UnitIndex, MultiPolygon> shapes;
        for (auto& [unit, ofUnit] : parts)
            shapes[unit] =
                ofUnit.size() == 1 ? std::move(ofUnit[0]) : geometry::unionOf(ofUnit, grid);
        return shapes;
    }

private:
    UnitIndex outlineOf(UnitIndex commune) const {
        const UnitIndex then = onOutlineDay(m_gazetteer, commune);
        return then == noUnit ? noUnit : m_gazetteer.ancestorAt(then, Level::Province, outlineDay);
    }

    std::set<UnitIndex> outlinesOf(const std::set<UnitIndex>& units) const {
        std::set<UnitIndex> outlines;
        for (const UnitIndex unit : units)
            for (const UnitIndex commune : m_gazetteer.communesOf(unit, m_asOf)) {
                if (m_asOf == m_baseDay)
                    outlines.insert(outlineOf(commune));
                else
                    for (const gazetteer::Share& share : m_gazetteer.convert(commune, m_baseDay))
                        outlines.insert(outlineOf(share.unit));
            }
        outlines.erase(noUnit);
        return outlines;
    }

    MultiPolygon readOutline(UnitIndex province) const {
        store::Statement row =
            m_workspace.database().prepare("SELECT AsBinary(geom) FROM outline WHERE province=?");
        row.bind(1, m_gazetteer.unit(province).uid);
        return row.step() ? geometry::fromWkb(row.view(0)) : MultiPolygon();
    }

    /// Who has the ground of a commune of the base day on the date asked for.
    std::vector<UnitIndex> heirsOf(UnitIndex commune) const {
        std::vector<UnitIndex> heirs;
        for (const gazetteer::Share& share : m_gazetteer.convert(commune, m_asOf))
            if (heirs.empty() || (share.share >= minCut && m_gazetteer.unit(share.unit).point))
                heirs.push_back(share.unit);
        return heirs;
    }

    /// Cuts a cell (x scaled by `scale`) between the heirs' points.
    void cut(const MultiPolygon& cell, const std::vector<UnitIndex>& heirs, double scale,
             std::vector<Piece>& pieces) const {
        std::vector<Point> points;
        for (const UnitIndex heir : heirs) {
            const auto point = m_gazetteer.unit(heir).point;
            if (!point) { // the largest heir without a point keeps it all
                pieces.push_back({heirs.front(), cell});
                return;
            }
            points.push_back({point->lon * scale, point->lat});
        }
        const auto grounds = geometry::openCells(points, geometry::boxOf(cell));
        for (std::size_t i = 0; i < heirs.size(); ++i)
            pieces.push_back({heirs[i], geometry::intersectionOf(cell, grounds[i])});
    }

    /// All the ground of an outline, in pieces that reach beyond it.
    std::vector<Piece> piecesOf(UnitIndex province, const MultiPolygon& outline) const {
        const geometry::Box box = geometry::boxOf(outline);
        const double scale = std::cos((box.minY + box.maxY) / 2 * std::numbers::pi / 180);
        std::vector<UnitIndex> communes;
        std::vector<Point> sites;
        for (const UnitIndex commune : m_communesIn.at(province)) {
            const auto point = pointOf(m_gazetteer, commune);
            const auto site = point ? siteWithin(outline, {point->lon, point->lat}) : std::nullopt;
            if (!site)
                continue;
            communes.push_back(commune);
            sites.push_back({site->x * scale, site->y});
        }
        spread(sites);
        const geometry::Box scaled{box.minX * scale, box.minY, box.maxX * scale, box.maxY};
        std::vector<MultiPolygon> cells = geometry::openCells(sites, scaled);
        std::vector<Piece> pieces;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto heirs =
                m_asOf == m_baseDay ? std::vector{communes[i]} : heirsOf(communes[i]);
            if (heirs.size() == 1)
                pieces.push_back({heirs[0], std::move(cells[i])});
            else if (!heirs.empty())
                cut(cells[i], heirs, scale, pieces);
        }
        for (Piece& piece : pieces)
            scaleX(piece.ground, 1 / scale);
        return pieces;
    }

    /// The asked units that a unit of the date belongs to.
    std::set<UnitIndex> askedAbove(UnitIndex unit, const std::set<UnitIndex>& asked) const {
        std::set<UnitIndex> above;
        for (; unit != noUnit; unit = m_gazetteer.parentAt(unit, m_asOf))
            if (asked.contains(unit))
                above.insert(unit);
        return above;
    }

    /// The asked units that have all the ground of an outline, when no other has a part of it: then
    /// no cells are needed. Empty else.
    std::set<UnitIndex> ownersOfAll(UnitIndex province, const std::set<UnitIndex>& asked) const {
        const std::vector<UnitIndex>& communes = m_communesIn.at(province);
        std::optional<std::set<UnitIndex>> owners;
        for (const UnitIndex commune : communes)
            for (const UnitIndex heir :
                 m_asOf == m_baseDay ? std::vector{commune} : heirsOf(commune)) {
                std::set<UnitIndex> above = askedAbove(heir, asked);
                if (owners && above != *owners)
                    return {};
                owners = std::move(above);
            }
        return owners.value_or(std::set<UnitIndex>());
    }

    /// The shapes of the asked units within one outline.
    void addParts(UnitIndex province, const std::set<UnitIndex>& asked,
                  std::map<UnitIndex, std::vector<MultiPolygon>>& parts) const {
        const MultiPolygon outline = readOutline(province);
        if (outline.empty())
            return;
        if (const auto owners = ownersOfAll(province, asked); !owners.empty()) {
            for (const UnitIndex owner : owners)
                parts[owner].push_back(outline);
            return;
        }
        const std::vector<Piece> pieces = piecesOf(province, outline);
        std::map<UnitIndex, std::vector<MultiPolygon>> grounds;
        for (const Piece& piece : pieces)
            for (UnitIndex unit = piece.commune; unit != noUnit;
                 unit = m_gazetteer.parentAt(unit, m_asOf))
                if (asked.contains(unit))
                    grounds[unit].push_back(piece.ground);
        for (const auto& [unit, ofUnit] : grounds) {
            // The whole outline needs no cutting; the rest is dissolved first and clipped last, so
            // that no edge between two cells remains as a hair.
            MultiPolygon shape = outline;
            if (ofUnit.size() != pieces.size())
                shape = geometry::intersectionOf(
                    ofUnit.size() == 1 ? ofUnit[0] : geometry::unionOf(ofUnit, grid), outline);
            if (!shape.empty())
                parts[unit].push_back(std::move(shape));
        }
    }

    store::WorkspaceFile& m_workspace;
    const Gazetteer& m_gazetteer;
    Date m_asOf, m_baseDay;
    std::map<UnitIndex, std::vector<UnitIndex>> m_communesIn; ///< of the base day, by outline
};

} // namespace

std::map<UnitIndex, MultiPolygon> approximateCells(store::WorkspaceFile& workspace,
                                                   const Gazetteer& gazetteer,
                                                   std::span<const UnitIndex> units, Date asOf) {
    return CellMaker(workspace, gazetteer, asOf).make(units);
}

} // namespace terroir::boundaries
