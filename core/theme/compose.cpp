#include "core/theme/compose.hpp"

#include "core/theme/furniture.hpp"
#include "core/theme/legend.hpp"
#include "core/theme/map_marks.hpp"
#include "core/theme/page_layout.hpp"
#include "core/theme/page_map.hpp"
#include "core/theme/simplify.hpp"
#include "core/theme/unit_fills.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace terroir::theme {

namespace {

using gazetteer::UnitIndex;
using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

constexpr double lineToleranceMm = 0.04; ///< half a dot at 300 dpi

std::vector<std::vector<Point>> ringsOf(const MultiPolygon& shape) {
    std::vector<std::vector<Point>> rings;
    for (const geometry::Polygon& polygon : shape) {
        rings.push_back(polygon.outer);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return rings;
}

/// Scale bar and north arrow as one piece.
struct Furniture {
    Group scaleBar{"scalebar", {}, false};
    Group north{"north", {}, false};
    double widthMm = 0, heightMm = 0;
};

Furniture furnitureFor(const PageMap& map, const Box& frame, const PageWords& words,
                       const Typesetter& type) {
    Furniture piece;
    const double longest = std::min(0.25 * frame.width(), type.mm(45));
    ScaleBar bar = scaleBar(map.mmPerKm(), longest, words, type);
    const double arrowWidth = type.mm(northArrowWidthMm), arrowHeight = type.mm(northArrowHeightMm);
    piece.north.items = northArrow(words, type);
    piece.heightMm = std::max(arrowHeight, bar.heightMm);
    for (Item& item : bar.items)
        translate(item, arrowWidth + type.mm(1.5), piece.heightMm - bar.heightMm);
    piece.scaleBar.items = std::move(bar.items);
    piece.widthMm = arrowWidth + type.mm(1.5) + bar.widthMm;
    return piece;
}

/// Width of outlines on A4: thinner the more there are, so that they do not cover the fills.
double lineWidth(std::size_t count, double widthOfFew) {
    return widthOfFew * std::min(1.0, std::pow(200.0 / static_cast<double>(count), 0.6));
}

/// The corner boxes of a frame for something of that size: lower left first.
std::array<Box, 4> cornersOf(const Box& frame, double width, double height, double inset) {
    const double left = frame.minX + inset, right = frame.maxX - inset - width;
    const double top = frame.minY + inset, bottom = frame.maxY - inset - height;
    const auto at = [&](double x, double y) { return Box{x, y, x + width, y + height}; };
    return {at(left, bottom), at(right, bottom), at(left, top), at(right, top)};
}

bool touches(const Box& box, const DrawnUnit& unit) {
    if (!overlaps(box, unit.box))
        return false;
    for (const geometry::Polygon& polygon : unit.shape)
        for (const Point& point : polygon.outer)
            if (point.x > box.minX && point.x < box.maxX && point.y > box.minY &&
                point.y < box.maxY)
                return true;
    return geometry::contains(unit.shape, {box.minX, box.minY}) ||
           geometry::contains(unit.shape, {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2});
}

/// Makes one scene; the steps in the order in which they depend on each other.
class MapComposer {
public:
    MapComposer(const EvaluatedTheme& evaluated, const MapData& data, const Page& page,
                const MeasureText& measure, const std::function<bool()>& stop)
        : m_evaluated(evaluated), m_data(data), m_page(page), m_stop(stop),
          m_words(evaluated, *data.gazetteer), m_type(measure, typeScale(page)) {}

    Scene compose();

private:
    bool stopped() const { return m_stop && m_stop(); }
    PageLayout layOutWith(double symbolFactor) const {
        return layOut(m_page, {m_evaluated, m_data, m_words, symbolFactor}, m_type);
    }
    /// The box that the units are fitted into, `footMm` kept free below.
    Box fitBox(const Box& frame, double footMm) const {
        const double pad = m_type.mm(4);
        return {frame.minX + pad, frame.minY + pad, frame.maxX - pad, frame.maxY - pad - footMm};
    }
    std::vector<DrawnUnit> draw(const boundaries::Shapes& shapes, const PageMap& map,
                                const Box* clip) const;
    void fitMap(const Box& frame);
    std::optional<Box> freeCorner(const Box& frame, double width, double height) const;
    void addAreas(Scene& scene) const;
    void addNote(Scene& scene, std::vector<Box>& obstacles) const;
    std::vector<std::pair<std::string, Point>> seaNames() const;
    void addFurniture(Scene& scene, std::vector<Box>& obstacles) const;

    const EvaluatedTheme& m_evaluated;
    const MapData& m_data;
    const Page& m_page;
    const std::function<bool()>& m_stop;
    PageWords m_words;
    Typesetter m_type;
    PageLayout m_layout;
    std::optional<PageMap> m_map;
    std::vector<DrawnUnit> m_units, m_parents, m_context;
    Furniture m_furniture;
    Box m_furnitureBox;
};

std::vector<DrawnUnit> MapComposer::draw(const boundaries::Shapes& shapes, const PageMap& map,
                                         const Box* clip) const {
    std::vector<DrawnUnit> units;
    for (const boundaries::UnitShape& unit : shapes.units) {
        DrawnUnit drawn{unit.unit, map.toPage(unit.shape), {}, {}};
        units.push_back(std::move(drawn));
        if (stopped())
            return {};
    }
    std::vector<MultiPolygon*> all;
    for (DrawnUnit& unit : units)
        all.push_back(&unit.shape);
    simplifyCoverage(all, lineToleranceMm);
    for (DrawnUnit& unit : units) {
        if (clip != nullptr)
            unit.shape = clippedTo(unit.shape, *clip);
        unit.box = geometry::boxOf(unit.shape);
    }
    std::erase_if(units, [](const DrawnUnit& unit) { return unit.shape.empty(); });
    return units;
}

std::optional<Box> MapComposer::freeCorner(const Box& frame, double width, double height) const {
    const double inset = m_type.mm(3);
    for (const Box& corner : cornersOf(frame, width, height, inset)) {
        const Box needed = grown(corner, m_type.mm(2));
        if (std::none_of(m_units.begin(), m_units.end(),
                         [&](const DrawnUnit& unit) { return touches(needed, unit); }))
            return corner;
    }
    return std::nullopt;
}

/// Fits the units into the frame; when no corner stays free for the scale bar, above a strip that
/// is kept free for it.
void MapComposer::fitMap(const Box& frame) {
    double foot = 0;
    for (int attempt = 0; attempt < 2; ++attempt) {
        m_map.emplace(m_data.shapes, fitBox(frame, foot));
        m_units = draw(m_data.shapes, *m_map, nullptr);
        m_furniture = furnitureFor(*m_map, frame, m_words, m_type);
        const auto corner = freeCorner(frame, m_furniture.widthMm, m_furniture.heightMm);
        m_furnitureBox =
            corner ? *corner
                   : cornersOf(frame, m_furniture.widthMm, m_furniture.heightMm, m_type.mm(3))[0];
        if (corner)
            return;
        foot = m_furniture.heightMm + m_type.mm(2);
    }
}

void MapComposer::addAreas(Scene& scene) const {
    const Box& frame = m_layout.frame;
    Group context{"context", {rectangle(frame, {ink::contextFill}, {})}, true};
    for (const DrawnUnit& unit : m_context)
        context.items.emplace_back(PathItem{
            ringsOf(unit.shape), false, {ink::contextFill}, {ink::contextLine, m_type.mm(0.2)}});
    scene.groups.push_back(std::move(context));

    const UnitFills fills(m_evaluated);
    const double width = m_type.mm(lineWidth(m_units.size(), 0.18));
    for (const DrawnUnit& unit : m_units)
        scene.groups.push_back(
            {"unit:" + m_data.gazetteer->unit(unit.unit).uid,
             {PathItem{ringsOf(unit.shape), false, fills.of(unit.unit), {ink::unitLine, width}}},
             true});

    Group parents{"parents", {}, true};
    for (const DrawnUnit& unit : m_parents)
        parents.items.emplace_back(
            PathItem{ringsOf(unit.shape),
                     false,
                     {},
                     {ink::parentLine,
                      m_type.mm(lineWidth(std::max(m_parents.size(), m_units.size() / 8), 0.42))}});
    scene.groups.push_back(std::move(parents));
}

/// "Approximate boundaries" within the frame, so that a picture cut out of the page says so too.
void MapComposer::addNote(Scene& scene, std::vector<Box>& obstacles) const {
    if (!m_data.shapes.anyApproximate())
        return;
    const TextStyle style = m_type.style(7.4, false, true);
    const std::string text = m_words.approximateShort();
    const double width = m_type.width(text, style) + m_type.mm(3);
    const double height = Typesetter::lineHeight(style) + m_type.mm(0.8);
    // Along the frame's upper edge, in its left corner unless the scale bar is there.
    Box box = cornersOf(m_layout.frame, width, height, m_type.mm(1.2))[2];
    if (overlaps(grown(box, m_type.mm(1)), m_furnitureBox))
        box = cornersOf(m_layout.frame, width, height, m_type.mm(1.2))[3];
    Group note{"note", {}, false};
    note.items.emplace_back(rectangle(box, {{255, 255, 255, 225}}, {ink::notice, m_type.mm(0.15)}));
    note.items.emplace_back(TextItem{
        {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2 + Typesetter::capHeight(style) / 2},
        text,
        style,
        Align::Centre,
        ink::notice});
    obstacles.push_back(box);
    scene.groups.push_back(std::move(note));
}

void MapComposer::addFurniture(Scene& scene, std::vector<Box>& obstacles) const {
    for (Group group : {m_furniture.scaleBar, m_furniture.north}) {
        for (Item& item : group.items)
            translate(item, m_furnitureBox.minX, m_furnitureBox.minY);
        scene.groups.push_back(std::move(group));
    }
    obstacles.push_back(grown(m_furnitureBox, m_type.mm(1)));
}

std::vector<std::pair<std::string, Point>> MapComposer::seaNames() const {
    std::vector<std::pair<std::string, Point>> names;
    const Box& frame = m_layout.frame;
    for (const Archipelago& archipelago : archipelagos()) {
        const Box& box = archipelago.lonLat;
        const Point at = m_map->toPage(Point{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2});
        if (at.x > frame.minX && at.x < frame.maxX && at.y > frame.minY && at.y < frame.maxY)
            names.emplace_back(archipelago.name.in(m_evaluated.language), at);
    }
    return names;
}

Scene MapComposer::compose() {
    m_layout = layOutWith(m_type.scale());
    fitMap(m_layout.frame);
    if (stopped())
        return {};
    const double aspect = hasSymbols(m_evaluated) ? 1.3 : 2.2;
    const auto findAll = [&](std::vector<DrawnUnit>& units) {
        for (DrawnUnit& unit : units) {
            if (stopped())
                return;
            unit.widest = findWidest(unit, aspect);
        }
    };
    findAll(m_units);
    const SymbolPlan plan = planSymbols(m_units, m_evaluated, m_words, m_type);
    if (plan.factor != m_type.scale()) {
        const Box before = m_layout.frame;
        m_layout = layOutWith(plan.factor);
        if (m_layout.frame.maxX != before.maxX || m_layout.frame.maxY != before.maxY) {
            fitMap(m_layout.frame);
            findAll(m_units);
        }
    }

    Scene scene;
    scene.widthMm = m_page.widthMm;
    scene.heightMm = m_page.heightMm;
    scene.mapFrameMm = m_layout.frame;
    scene.title =
        m_page.title.empty() ? m_evaluated.theme.title.in(m_evaluated.language) : m_page.title;
    scene.language = m_evaluated.language == Language::English ? "en" : "vi";
    scene.painter = m_evaluated.theme.painter;
    m_parents = draw(m_data.parents, *m_map, &m_layout.frame);
    m_context = draw(m_data.context, *m_map, &m_layout.frame);
    // Ground that the map itself covers is no neighbour.
    std::erase_if(m_context, [&](const DrawnUnit& unit) {
        return std::any_of(m_parents.begin(), m_parents.end(),
                           [&](const DrawnUnit& parent) { return parent.unit == unit.unit; });
    });
    addAreas(scene);
    if (stopped())
        return {};

    std::vector<Box> obstacles;
    Scene fixed; // furniture and notes are laid first, painted last
    addFurniture(fixed, obstacles);
    addNote(fixed, obstacles);

    findAll(m_parents);
    findAll(m_context);
    if (stopped())
        return {};
    MapMarks marks = placeMarks({m_evaluated, m_words, m_units, m_parents, m_context,
                                 m_layout.frame, obstacles, seaNames(), plan},
                                m_type);
    scene.groups.push_back(std::move(marks.symbols));
    scene.groups.push_back(std::move(marks.labels));
    for (Group& group : fixed.groups)
        scene.groups.push_back(std::move(group));
    scene.groups.push_back(
        {"frame", {rectangle(m_layout.frame, {}, {ink::frameLine, m_type.mm(0.25)})}, false});
    scene.groups.push_back(std::move(m_layout.title));
    scene.groups.push_back(std::move(m_layout.legend));
    scene.groups.push_back(std::move(m_layout.footer));
    return scene;
}

} // namespace

Scene composeMap(const EvaluatedTheme& evaluated, const MapData& data, const Page& page,
                 const MeasureText& measure, const std::function<bool()>& stop) {
    return MapComposer(evaluated, data, page, measure, stop).compose();
}

} // namespace terroir::theme
