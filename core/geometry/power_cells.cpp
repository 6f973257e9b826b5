#include "core/geometry/power_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace terroir::geometry {

namespace {

/// Products of two coordinates and a square of one: 107 bits.
__extension__ using Wide = __int128;

constexpr int gridBits = 20;
/// Guards stand so many times the size of the ground away from its middle.
constexpr std::int64_t guardDistance = 24;
/// Corners on top of each other, but for rounding, become one: parts of the grid's step.
constexpr double cornerSteps = 1 << 18;

/// A site on the grid.
struct GridSite {
    std::int64_t x = 0, y = 0, weight = 0;
};

/// Sites by where they lie, to meet the nearest first.
class SiteGrid {
public:
    explicit SiteGrid(std::span<const GridSite> sites) : m_sites(sites) {
        m_minX = m_minY = std::int64_t(1) << 40;
        std::int64_t maxX = -m_minX, maxY = -m_minY;
        for (const GridSite& site : sites) {
            m_minX = std::min(m_minX, site.x);
            m_minY = std::min(m_minY, site.y);
            maxX = std::max(maxX, site.x);
            maxY = std::max(maxY, site.y);
        }
        m_across = std::max(1, int(std::sqrt(double(sites.size()) / 2)));
        m_size = std::max(maxX - m_minX, maxY - m_minY) / m_across + 1;
        m_buckets.resize(std::size_t(m_across) * std::size_t(m_across));
        for (std::size_t i = 0; i < sites.size(); ++i)
            m_buckets[bucketOf(column(sites[i].x), column(sites[i].y, m_minY))].push_back(i);
    }

    /// Visits all sites, ring after ring of buckets around one of them, until the next ring is
    /// farther away than `reach()`.
    template <typename Reach, typename Visit>
    void visitAround(std::size_t site, const Reach& reach, const Visit& visit) const {
        const int cx = column(m_sites[site].x), cy = column(m_sites[site].y, m_minY);
        for (int ring = 0; ring <= m_across; ++ring) {
            if (double(ring - 1) * double(m_size) > reach())
                return;
            for (int y = std::max(0, cy - ring); y <= std::min(m_across - 1, cy + ring); ++y)
                for (int x = std::max(0, cx - ring); x <= std::min(m_across - 1, cx + ring); ++x)
                    if (std::max(std::abs(x - cx), std::abs(y - cy)) == ring)
                        for (const std::size_t other : m_buckets[bucketOf(x, y)])
                            visit(other);
        }
    }

private:
    int column(std::int64_t x) const { return column(x, m_minX); }
    int column(std::int64_t value, std::int64_t from) const { return int((value - from) / m_size); }
    std::size_t bucketOf(int x, int y) const {
        return std::size_t(y) * std::size_t(m_across) + std::size_t(x);
    }

    std::span<const GridSite> m_sites;
    std::int64_t m_minX = 0, m_minY = 0, m_size = 1;
    int m_across = 1;
    std::vector<std::vector<std::size_t>> m_buckets;
};

/// A site seen from another: where it is, and how much higher it is lifted onto the paraboloid
/// x² + y² - weight, on which cells are the lower hull.
struct Lifted {
    std::int64_t x = 0, y = 0, up = 0;
};

Lifted lifted(const GridSite& from, const GridSite& to) {
    const std::int64_t x = to.x - from.x, y = to.y - from.y;
    return {x, y, x * x + y * y - to.weight + from.weight};
}

std::int64_t cross(const Lifted& a, const Lifted& b) {
    return a.x * b.y - a.y * b.x;
}

class Diagram {
public:
    Diagram(std::span<const WeightedSite> sites, const Box& around) {
        Box all = around;
        for (const WeightedSite& site : sites)
            all.expand(site.at);
        const double size = std::max({all.width(), all.height(), 1e-9});
        m_step = std::ldexp(1.0, int(std::ceil(std::log2(size))) - gridBits);
        m_origin = {(all.minX + all.maxX) / 2, (all.minY + all.maxY) / 2};
        // A weight beyond the ground's size gives no more ground.
        const double most = std::ldexp(1.0, 2 * gridBits);
        for (const WeightedSite& site : sites)
            m_sites.push_back(
                {std::llround((site.at.x - m_origin.x) / m_step),
                 std::llround((site.at.y - m_origin.y) / m_step),
                 std::llround(std::clamp(site.weight / (m_step * m_step), 0., most))});
        m_count = m_sites.size();
        for (const GridSite& site : m_sites)
            m_maxWeight = std::max(m_maxWeight, double(site.weight));
        const std::int64_t far = guardDistance << gridBits;
        for (const auto& [x, y] : {std::pair(far, std::int64_t(0)), {0, far}, {-far, 0}, {0, -far}})
            m_sites.push_back({x, y, 0});
    }

    std::vector<MultiPolygon> cells(std::span<const char> wanted) const {
        const SiteGrid grid(std::span<const GridSite>(m_sites.data(), m_count));
        std::vector<MultiPolygon> out(m_count);
        for (std::size_t i = 0; i < m_count; ++i)
            if (wanted.empty() || wanted[i] != 0)
                out[i] = polygonOf(cellOf(i, grid));
        return out;
    }

private:
    /// The borders that bound a cell, to the left around it; none when nothing is left.
    struct Border {
        std::size_t with = 0; ///< the site on the other side
        Lifted lift;          ///< of it, seen from the cell's own
        Point end;            ///< where it meets the next border
        bool isCut = false;   ///< for a while: its end goes to another site
    };
    struct Cell {
        std::vector<Border> borders;
        double radius = 0; ///< from the site to the farthest corner
        /// How far away a site can be that takes something, with so much more weight.
        double reach(double surplus) const {
            return radius + std::sqrt(radius * radius + std::max(0.0, surplus));
        }
    };

    Cell cellOf(std::size_t site, const SiteGrid& grid) const {
        constexpr double rounding = 1; // of corners: a step and less
        const GridSite& own = m_sites[site];
        const double surplus = m_maxWeight - double(own.weight);
        Cell cell;
        for (const std::size_t guard : {0, 1, 2, 3})
            cell.borders.push_back(
                {m_count + guard, lifted(own, m_sites[m_count + guard]), {}, true});
        setEnds(site, cell);
        std::vector<Border> before;
        grid.visitAround(
            site, [&] { return cell.borders.empty() ? -1e300 : cell.reach(surplus) + rounding; },
            [&](std::size_t other) {
                if (other == site || cell.borders.empty())
                    return;
                const GridSite& its = m_sites[other];
                const auto dx = double(its.x - own.x), dy = double(its.y - own.y);
                const double reach = cell.reach(double(its.weight - own.weight)) + rounding;
                if (!(dx * dx + dy * dy > reach * reach))
                    cut(site, other, cell, before);
            });
        return cell;
    }

    /// Takes from the cell what is the ground of `other`. `before` is room to work in.
    void cut(std::size_t site, std::size_t other, Cell& cell, std::vector<Border>& before) const {
        const GridSite &a = m_sites[site], &b = m_sites[other];
        if (a.x == b.x && a.y == b.y) { // one place: the larger weight has it all
            if (b.weight > a.weight || (b.weight == a.weight && other < site))
                cell.borders.clear();
            return;
        }
        // The corners that go are next to each other.
        const Lifted lift = lifted(a, b);
        const std::size_t count = cell.borders.size();
        std::size_t going = 0;
        for (std::size_t k = 0; k < count; ++k) {
            Border& border = cell.borders[k];
            border.isCut = !cornerStays(site, border, cell.borders[(k + 1) % count], other, lift);
            going += border.isCut;
        }
        if (going == 0)
            return;
        std::swap(before, cell.borders);
        cell.borders.clear();
        if (going < count)
            for (std::size_t k = 0; k < count; ++k) {
                const bool beginStays = !before[(k + count - 1) % count].isCut;
                if (beginStays || !before[k].isCut)
                    cell.borders.push_back(before[k]);
                if (beginStays && before[k].isCut)
                    cell.borders.push_back({other, lift, {}, true});
            }
        setEnds(site, cell);
    }

    /// Reckons the ends of cut borders, and the radius.
    void setEnds(std::size_t site, Cell& cell) const {
        const Point at{double(m_sites[site].x), double(m_sites[site].y)};
        double squared = 0;
        for (std::size_t k = 0; k < cell.borders.size(); ++k) {
            Border& border = cell.borders[k];
            if (border.isCut)
                border.end =
                    corner(site, border.with, cell.borders[(k + 1) % cell.borders.size()].with);
            border.isCut = false;
            const double dx = border.end.x - at.x, dy = border.end.y - at.y;
            squared = std::max(squared, dx * dx + dy * dy);
        }
        cell.radius = std::sqrt(squared);
    }

    /// Whether the corner where the cell of `site` meets those of `a` and `b` (to the left) is not
    /// on the ground of `other`: the sign of the determinant of the lifted sites.
    static bool cornerStays(std::size_t site, const Border& a, const Border& b, std::size_t other,
                            const Lifted& lc) {
        const Lifted &la = a.lift, &lb = b.lift;
        const std::int64_t bc = cross(lb, lc), ac = cross(la, lc), ab = cross(la, lb);
        const Wide above = Wide(la.up) * bc - Wide(lb.up) * ac + Wide(lc.up) * ab;
        if (above != 0)
            return above > 0;
        // A tie: as if every site had a little more weight, the less the later it comes.
        std::array<std::pair<std::size_t, std::int64_t>, 4> effects{
            {{site, -(bc - ac + ab)}, {a.with, bc}, {b.with, -ac}, {other, ab}}};
        std::sort(effects.begin(), effects.end());
        for (const auto& [index, effect] : effects)
            if (effect != 0)
                return effect < 0;
        return true;
    }

    /// Where three sites are equally near, in steps of the grid; named by the sites in their order.
    Point corner(std::size_t a, std::size_t b, std::size_t c) const {
        std::array<std::size_t, 3> name{a, b, c};
        std::sort(name.begin(), name.end());
        const GridSite& from = m_sites[name[0]];
        const Lifted second = lifted(from, m_sites[name[1]]),
                     third = lifted(from, m_sites[name[2]]);
        const double twice = 2 * double(cross(second, third));
        const auto rounded = [](double value) {
            return std::round(value * cornerSteps) / cornerSteps;
        };
        return {rounded(double(from.x) + (double(second.up) * double(third.y) -
                                          double(third.up) * double(second.y)) /
                                             twice),
                rounded(double(from.y) + (double(third.up) * double(second.x) -
                                          double(second.up) * double(third.x)) /
                                             twice)};
    }

    MultiPolygon polygonOf(const Cell& cell) const {
        Ring ring;
        for (const Border& border : cell.borders) {
            const Point placed{m_origin.x + border.end.x * m_step,
                               m_origin.y + border.end.y * m_step};
            if (ring.empty() || (placed != ring.back() && placed != ring.front()))
                ring.push_back(placed);
        }
        if (ring.size() < 3)
            return {};
        ring.push_back(ring.front());
        return {{std::move(ring), {}}};
    }

    std::vector<GridSite> m_sites; ///< with four guards to the east, north, west and south
    std::size_t m_count = 0;
    double m_step = 1, m_maxWeight = 0;
    Point m_origin;
};

} // namespace

double powerOf(const WeightedSite& site, Point place) {
    const double dx = site.at.x - place.x, dy = site.at.y - place.y;
    return dx * dx + dy * dy - site.weight;
}

std::vector<MultiPolygon> powerCells(std::span<const WeightedSite> sites, const Box& around,
                                     std::span<const char> wanted) {
    if (sites.empty())
        return {};
    return Diagram(sites, around).cells(wanted);
}

} // namespace terroir::geometry
