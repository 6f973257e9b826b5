#include "core/boundaries/land_border.hpp"

#include "core/geometry/topology.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;
using geometry::Point;
using geometry::Ring;

namespace {

/// Where the border meets the sea, and the points where three countries meet.
constexpr Point mongCai{107.99, 21.54}, aPaChai{102.14, 22.40}, ngocHoi{107.55, 14.69},
    haTien{104.45, 10.42};
/// The outlines are generalised: their ends of the border are this near (degrees) to the true ones,
/// and a shape's edge is not longer than so many times theirs.
constexpr double nearEnd = 0.2, maxDetours = 4;

double gap(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double lengthOf(const std::vector<Point>& line) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        length += gap(line[i], line[i + 1]);
    return length;
}

std::size_t nearestTo(Point place, const std::vector<Point>& line) {
    return std::size_t(
        std::min_element(line.begin(), line.end(),
                         [&](Point a, Point b) { return gap(a, place) < gap(b, place); }) -
        line.begin());
}

/// The outer ring of the largest part, turning left, without the repeated point.
Ring edgeOf(const MultiPolygon& shape) {
    double most = 0;
    Ring edge;
    for (const geometry::Polygon& polygon : shape)
        if (const double area = geometry::areaOf({{polygon.outer, {}}}); area > most) {
            most = area;
            edge = polygon.outer;
        }
    double twice = 0;
    for (std::size_t i = 0; i + 1 < edge.size(); ++i)
        twice += edge[i].x * edge[i + 1].y - edge[i].y * edge[i + 1].x;
    if (twice < 0)
        std::reverse(edge.begin(), edge.end());
    if (!edge.empty())
        edge.pop_back();
    return edge;
}

/// The border along the packaged outlines: points, and the province to the left of each edge.
struct PackagedBorder {
    std::vector<Point> points;
    std::vector<UnitIndex> provinces; ///< of the edge from the point of that number
};

class BorderReader {
public:
    BorderReader(store::WorkspaceFile& workspace, const Gazetteer& gazetteer, Date asOf)
        : m_gazetteer(gazetteer), m_asOf(asOf) {
        store::Statement rows =
            workspace.database().prepare("SELECT province, AsBinary(geom) FROM outline");
        std::map<Edge, UnitIndex> owners;
        while (rows.step())
            for (const geometry::Polygon& polygon : geometry::fromWkb(rows.view(1))) {
                const Ring edge = edgeOf({polygon});
                for (std::size_t i = 0; i < edge.size(); ++i)
                    owners[{named(edge[i]), named(edge[(i + 1) % edge.size()])}] =
                        m_gazetteer.find(rows.view(0));
            }
        for (const auto& [edge, owner] : owners)
            if (!owners.contains({edge.second, edge.first}))
                m_next[edge.first] = {edge.second, owner};
    }

    PackagedBorder read() const {
        std::vector<Point> starts;
        for (const auto& [from, to] : m_next)
            starts.push_back({from.first, from.second});
        PackagedBorder border;
        if (starts.empty())
            return border;
        const Point first = starts[nearestTo(mongCai, starts)],
                    last = starts[nearestTo(haTien, starts)];
        if (gap(first, mongCai) > nearEnd || gap(last, haTien) > nearEnd)
            return border;
        border.points.push_back(first);
        while (border.points.back() != last) {
            const auto next = m_next.find(named(border.points.back()));
            if (next == m_next.end() || border.points.size() > m_next.size())
                return {};
            border.provinces.push_back(provinceOf(next->second.second));
            border.points.push_back({next->second.first.first, next->second.first.second});
        }
        return border;
    }

private:
    using Name = std::pair<double, double>;
    using Edge = std::pair<Name, Name>;
    static Name named(Point point) { return {point.x, point.y}; }

    UnitIndex provinceOf(UnitIndex outline) const {
        const auto shares = outline == noUnit ? std::vector<gazetteer::Share>()
                                              : m_gazetteer.convert(outline, m_asOf);
        return shares.empty()
                   ? noUnit
                   : m_gazetteer.ancestorAt(shares.front().unit, Level::Province, m_asOf);
    }

    const Gazetteer& m_gazetteer;
    Date m_asOf;
    std::map<Name, std::pair<Name, UnitIndex>> m_next; ///< along edges that one outline has
};

/// The border of one province.
struct Run {
    UnitIndex province = noUnit;
    std::size_t from = 0, to = 0; ///< numbers of packaged points
    Ring edge;                    ///< of its shape; empty when that is not given
};

/// Where the border passes from one province to the next: a point that both have, near the packaged
/// one, else the nearest of the one that is given.
std::optional<Point> meetingOf(const Run* before, const Run* after, Point packaged) {
    const bool hasBefore = before != nullptr && !before->edge.empty(),
               hasAfter = after != nullptr && !after->edge.empty();
    if (hasBefore && hasAfter) {
        std::set<std::pair<double, double>> seen;
        for (const Point& point : before->edge)
            seen.insert({point.x, point.y});
        std::vector<Point> common;
        for (const Point& point : after->edge)
            if (seen.contains({point.x, point.y}))
                common.push_back(point);
        if (!common.empty())
            if (const Point found = common[nearestTo(packaged, common)];
                gap(found, packaged) < nearEnd)
                return found;
    }
    if (hasBefore)
        return before->edge[nearestTo(packaged, before->edge)];
    if (hasAfter)
        return after->edge[nearestTo(packaged, after->edge)];
    return std::nullopt;
}

/// The part of an edge between the points nearest to two others.
std::vector<Point> along(const Ring& edge, Point from, Point to) {
    const std::size_t last = nearestTo(to, edge);
    std::vector<Point> line;
    for (std::size_t i = nearestTo(from, edge);; i = (i + 1) % edge.size()) {
        line.push_back(edge[i]);
        if (i == last)
            return line;
    }
}

} // namespace

std::vector<BorderStretch> landBorder(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                                      Date asOf, std::span<const UnitShape> provinces) {
    const PackagedBorder packaged = BorderReader(workspace, gazetteer, asOf).read();
    std::vector<Run> runs;
    for (std::size_t i = 0; i < packaged.provinces.size(); ++i) {
        if (runs.empty() || runs.back().province != packaged.provinces[i])
            runs.push_back({packaged.provinces[i], i, i, {}});
        runs.back().to = i + 1;
    }
    for (Run& run : runs)
        for (const UnitShape& shape : provinces)
            if (shape.unit == run.province && run.province != noUnit)
                run.edge = edgeOf(shape.shape);

    struct Country {
        LocalText name;
        double kmDeep = 0;
        Point end; ///< of its border
    };
    const std::vector<Country> countries{{{"Trung Quốc", "China"}, 400, aPaChai},
                                         {{"Lào", "Laos"}, 80, ngocHoi},
                                         {{"Campuchia", "Cambodia"}, 120, haTien}};
    std::size_t country = 0;
    std::vector<BorderStretch> stretches;
    for (std::size_t k = 0; k < runs.size(); ++k) {
        const Run& run = runs[k];
        const std::vector<Point> generalised(packaged.points.begin() + std::ptrdiff_t(run.from),
                                             packaged.points.begin() + std::ptrdiff_t(run.to) + 1);
        std::vector<Point> line;
        if (!run.edge.empty()) {
            const auto from = meetingOf(k > 0 ? &runs[k - 1] : nullptr, &run, generalised.front()),
                       to = meetingOf(&run, k + 1 < runs.size() ? &runs[k + 1] : nullptr,
                                      generalised.back());
            line = along(run.edge, *from, *to);
            if (lengthOf(line) > maxDetours * lengthOf(generalised) + nearEnd)
                line = generalised;
        }
        const auto add = [&](std::size_t from, std::size_t to) {
            if (to > from && to < line.size())
                stretches.push_back(
                    {countries[country].name,
                     countries[country].kmDeep,
                     {line.begin() + std::ptrdiff_t(from), line.begin() + std::ptrdiff_t(to) + 1},
                     k == 0 && from == 0,
                     k + 1 == runs.size() && to + 1 == line.size()});
        };
        std::size_t from = 0;
        // A country ends within the province that has the packaged point nearest to its end.
        while (country + 1 < countries.size()) {
            const Point end = countries[country].end;
            const std::size_t number = nearestTo(end, packaged.points);
            if (number < run.from || number >= run.to)
                break;
            const std::size_t to = line.empty() ? 0 : nearestTo(end, line);
            add(from, to);
            from = to;
            ++country;
        }
        if (!line.empty())
            add(from, line.size() - 1);
    }
    return stretches;
}

} // namespace terroir::boundaries
