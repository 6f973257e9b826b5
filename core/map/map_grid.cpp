#include "core/map/map_grid.hpp"

#include "core/geometry/projection.hpp"
#include "core/map/ink.hpp"
#include "core/map/page_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::Point;

constexpr double apartMm = 40, tickMm = 1, tickGapMm = 0.6; // on A4
constexpr double tickNumberPt = 5.8;
constexpr const char* widestNumber = "103°30'";

/// Minutes of arc that maps count in.
constexpr std::array minuteSteps{1.0 / 6, 0.25, 0.5,  1.0,   2.0,   5.0,   10.0,  15.0,
                                 20.0,    30.0, 60.0, 120.0, 300.0, 600.0, 1200.0};

double stepOfDegrees(double wanted) {
    for (const double minutes : minuteSteps)
        if (minutes / 60 >= 0.7 * wanted)
            return minutes / 60;
    return minuteSteps.back() / 60;
}

double stepOfMetres(double wanted) {
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= 0.7 * wanted)
            return factor * power;
    return 10 * power;
}

/// "103°30'", "103°30'15"".
std::string degreesText(double degrees) {
    const long seconds = std::lround(std::abs(degrees) * 3600);
    std::string text = fmt::format("{}°{:02}'", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 != 0)
        text += fmt::format("{:02}\"", seconds % 60);
    return (degrees < 0 ? "-" : "") + text;
}

/// As many decimals as the number needs, to the metre.
std::string kilometresText(double metres, Language language) {
    std::string text = fmt::format("{:.3f}", metres / 1000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    if (language == Language::Vietnamese)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// Lines of one direction over a frame, with the numbers where they leave it.
class GridLines {
public:
    GridLines(const GroundFrame& ground, const std::string& crs)
        : m_ground(ground), m_fromMap(ground.crs, crs), m_toMap(crs, ground.crs) {
        constexpr int steps = 16;
        const Box& mm = ground.mm;
        for (int i = 0; i <= steps; ++i) {
            const double x = mm.minX + mm.width() * i / steps;
            const double y = mm.minY + mm.height() * i / steps;
            for (const Point& point :
                 {Point{x, mm.minY}, Point{x, mm.maxY}, Point{mm.minX, y}, Point{mm.maxX, y}})
                m_reach.expand(m_fromMap(ground.toGround(point)));
        }
    }
    const Box& reach() const { return m_reach; }

    /// The line of one value: of x from south to north, or of y from west to east.
    std::vector<std::vector<Point>> lineAt(double value, bool isOfX) const {
        constexpr int pieces = 24;
        std::vector<Point> line;
        for (int i = 0; i <= pieces; ++i) {
            const double part = double(i) / pieces;
            line.push_back(onPage(isOfX ? Point{value, m_reach.minY + part * m_reach.height()}
                                        : Point{m_reach.minX + part * m_reach.width(), value}));
        }
        return clippedLine(line, m_ground.mm);
    }

private:
    Point onPage(Point inGrid) const {
        const Point at = m_toMap(inGrid);
        return {m_ground.originMm.x + (at.x - m_ground.origin.x) / m_ground.metresPerMm,
                m_ground.originMm.y - (at.y - m_ground.origin.y) / m_ground.metresPerMm};
    }

    const GroundFrame& m_ground;
    geometry::Transform m_fromMap, m_toMap;
    Box m_reach; ///< of the frame, in the system of the grid
};

/// Ticks with numbers at one frame, none over another.
class TickWriter {
public:
    TickWriter(const Box& frame, const Typesetter& type, std::vector<Item>& items)
        : m_frame(frame), m_type(type), m_items(items), m_style(type.style(tickNumberPt)) {}

    /// Where a line leaves the frame above or below, or, `isOfX` false, at a side.
    void add(Point end, const std::string& text, bool isOfX) {
        constexpr double near = 0.01;
        const double tick = m_type.mm(tickMm), gap = m_type.mm(tickGapMm);
        const double cap = Typesetter::capHeight(m_style), width = m_type.width(text, m_style);
        const auto put = [&](Point to, Point baseline, Align align, const Box& box) {
            if (std::any_of(m_taken.begin(), m_taken.end(), [&](const Box& taken) {
                    return overlaps(taken, grown(box, m_type.mm(0.4)));
                }))
                return;
            m_taken.push_back(box);
            m_items.emplace_back(line(end, to, {ink::frameLine, m_type.mm(0.18)}));
            m_items.emplace_back(TextItem{baseline, text, m_style, align, ink::quietText});
        };
        const auto boxAt = [&](double left, double bottom) {
            return Box{left, bottom - cap, left + width, bottom};
        };
        if (isOfX && std::abs(end.y - m_frame.minY) < near)
            put({end.x, end.y - tick}, {end.x, end.y - tick - gap}, Align::Centre,
                boxAt(end.x - width / 2, end.y - tick - gap));
        else if (isOfX && std::abs(end.y - m_frame.maxY) < near)
            put({end.x, end.y + tick}, {end.x, end.y + tick + gap + cap}, Align::Centre,
                boxAt(end.x - width / 2, end.y + tick + gap + cap));
        else if (!isOfX && std::abs(end.x - m_frame.minX) < near)
            put({end.x - tick, end.y}, {end.x - tick - gap, end.y + cap / 2}, Align::Right,
                boxAt(end.x - tick - gap - width, end.y + cap / 2));
        else if (!isOfX && std::abs(end.x - m_frame.maxX) < near)
            put({end.x + tick, end.y}, {end.x + tick + gap, end.y + cap / 2}, Align::Left,
                boxAt(end.x + tick + gap, end.y + cap / 2));
    }

private:
    const Box& m_frame;
    const Typesetter& m_type;
    std::vector<Item>& m_items;
    TextStyle m_style;
    std::vector<Box> m_taken;
};

} // namespace

Point gridMargin(const Typesetter& type) {
    const TextStyle style = type.style(tickNumberPt);
    return {type.mm(tickMm + 2 * tickGapMm) + type.width(widestNumber, style),
            type.mm(tickMm + 2 * tickGapMm) + Typesetter::capHeight(style)};
}

MapGrid gridOf(const GroundFrame& ground, Grid kind, const std::string& crs, Language language,
               const Typesetter& type) {
    MapGrid grid;
    if (kind == Grid::None)
        return grid;
    const bool isDegrees = kind == Grid::Graticule;
    const GridLines lines(ground, isDegrees ? "EPSG:4326" : crs);
    const Box& reach = lines.reach();
    const double wanted = type.mm(apartMm) / ground.mm.width() * reach.width();
    grid.step = isDegrees ? stepOfDegrees(wanted) : stepOfMetres(wanted);
    TickWriter ticks(ground.mm, type, grid.ticks);
    for (const bool isOfX : {true, false}) {
        const double from = isOfX ? reach.minX : reach.minY, to = isOfX ? reach.maxX : reach.maxY;
        for (double i = std::ceil(from / grid.step); i * grid.step <= to; ++i) {
            const double value = i * grid.step;
            const std::string text =
                isDegrees ? degreesText(value) : kilometresText(value, language);
            for (std::vector<Point>& piece : lines.lineAt(value, isOfX)) {
                ticks.add(piece.front(), text, isOfX);
                ticks.add(piece.back(), text, isOfX);
                grid.lines.push_back(std::move(piece));
            }
        }
    }
    return grid;
}

} // namespace terroir::map
