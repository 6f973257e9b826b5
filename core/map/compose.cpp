#include "core/map/compose.hpp"

#include "core/map/legend.hpp"
#include "core/map/map_areas.hpp"
#include "core/map/map_marks.hpp"
#include "core/map/page_layout.hpp"
#include "core/map/page_map.hpp"
#include "core/map/simplify.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;
using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

constexpr double lineToleranceMm = 0.04; ///< half a dot at 300 dpi

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
    MapComposer(const figures::EvaluatedTheme& evaluated, const MapData& data, const Page& page,
                const MeasureText& measure, const Stop& stop)
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
    std::vector<DrawnUnit> draw(const boundaries::UnitShapes& shapes, const PageMap& map,
                                const Box* clip) const;
    void fitMap(const Box& frame);
    /// What symbols and names are put on.
    void setMarkedGround() {
        m_map.groups = groupsOf(m_evaluated, m_map.units);
        if (findWidest(m_map.units, m_evaluated, 0, m_stop))
            findWidest(m_map.groups, m_evaluated, 0, m_stop);
    }
    std::optional<Box> freeCorner(const Box& frame, double width, double height) const;
    void addNote(Scene& scene, std::vector<Box>& obstacles) const;
    void addFurniture(Scene& scene, std::vector<Box>& obstacles) const;

    const figures::EvaluatedTheme& m_evaluated;
    const MapData& m_data;
    const Page& m_page;
    const Stop& m_stop;
    figures::PageWords m_words;
    Typesetter m_type;
    PageLayout m_layout;
    std::optional<PageMap> m_projection;
    DrawnMap m_map{m_evaluated, *m_data.gazetteer, m_words, {}, {}, {}, {}, {}, 0, {}, {}, {}};
    Furniture m_furniture;
    Box m_furnitureBox;
};

std::vector<DrawnUnit> MapComposer::draw(const boundaries::UnitShapes& shapes, const PageMap& map,
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
        if (std::none_of(m_map.units.begin(), m_map.units.end(),
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
        m_projection.emplace(m_data.shapes, fitBox(frame, foot));
        m_map.units = draw(m_data.shapes, *m_projection, nullptr);
        m_furniture = furnitureFor(m_projection->mmPerKm(),
                                   std::min(0.25 * frame.width(), m_type.mm(45)), m_words, m_type);
        const auto corner = freeCorner(frame, m_furniture.widthMm, m_furniture.heightMm);
        m_furnitureBox =
            corner ? *corner
                   : cornersOf(frame, m_furniture.widthMm, m_furniture.heightMm, m_type.mm(3))[0];
        if (corner)
            return;
        foot = m_furniture.heightMm + m_type.mm(2);
    }
}

/// "Approximate boundaries" within the frame, so that a picture cut out of the page says so too.
void MapComposer::addNote(Scene& scene, std::vector<Box>& obstacles) const {
    if (!m_data.shapes.anyApproximate())
        return;
    Note note = approximateNote(m_words, approximateOf(m_data), m_type);
    // Along the frame's upper edge, in its left corner unless the scale bar is there.
    Box box = cornersOf(m_layout.frame, note.widthMm, note.heightMm, m_type.mm(1.2))[2];
    if (overlaps(grown(box, m_type.mm(1)), m_furnitureBox))
        box = cornersOf(m_layout.frame, note.widthMm, note.heightMm, m_type.mm(1.2))[3];
    for (Item& item : note.group.items)
        translate(item, box.minX, box.minY);
    obstacles.push_back(box);
    scene.groups.push_back(std::move(note.group));
}

void MapComposer::addFurniture(Scene& scene, std::vector<Box>& obstacles) const {
    for (Group group : {m_furniture.scaleBar, m_furniture.north}) {
        for (Item& item : group.items)
            translate(item, m_furnitureBox.minX, m_furnitureBox.minY);
        scene.groups.push_back(std::move(group));
    }
    obstacles.push_back(grown(m_furnitureBox, m_type.mm(1)));
}

Scene MapComposer::compose() {
    m_layout = layOutWith(m_type.scale());
    fitMap(m_layout.frame);
    if (stopped())
        return {};
    setMarkedGround();
    const SymbolPlan plan = planSymbols(m_map, m_type);
    if (plan.factor != m_type.scale()) {
        const Box before = m_layout.frame;
        m_layout = layOutWith(plan.factor);
        if (m_layout.frame.maxX != before.maxX || m_layout.frame.maxY != before.maxY) {
            fitMap(m_layout.frame);
            setMarkedGround();
        }
    }

    Scene scene;
    scene.widthMm = m_page.widthMm;
    scene.heightMm = m_page.heightMm;
    scene.mapFrameMm = m_layout.frame;
    scene.title = titleOf(m_page, m_evaluated, m_data);
    scene.language = m_evaluated.language == Language::English ? "en" : "vi";
    scene.painter = m_evaluated.theme.painter;
    m_map.parents = draw(m_data.parents, *m_projection, &m_layout.frame);
    m_map.context = draw(m_data.context, *m_projection, &m_layout.frame);
    m_map.frame = m_layout.frame;
    m_map.unitsOfMap = m_map.units.size();
    dropCoveredContext(m_map);
    setSeaNames(m_map, [this](Point lonLat) { return m_projection->toPage(lonLat); });
    std::vector<boundaries::BorderStretch> border = m_data.border;
    for (boundaries::BorderStretch& stretch : border)
        for (Point& point : stretch.line)
            point = m_projection->toPage(point);
    setBorder(m_map, std::move(border), m_projection->mmPerKm(), [this](const std::string& name) {
        return m_type.width(name, m_type.style(countryNamePt)) + m_type.mm(3);
    });
    addAreas(m_map, m_type, scene);
    if (stopped())
        return {};

    std::vector<Box> obstacles;
    Scene fixed; // furniture and notes are laid first, painted last
    addFurniture(fixed, obstacles);
    addNote(fixed, obstacles);

    if (!findWidest(m_map.parents, m_evaluated, 0, m_stop) ||
        !findWidest(m_map.context, m_evaluated, 0, m_stop))
        return {};
    MapMarks marks = placeMarks(m_map, obstacles, plan, m_type);
    scene.unitsWithData = marks.names.withData;
    scene.unnamedUnits.assign(marks.names.unnamed.begin(), marks.names.unnamed.end());
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

Scene composeMap(const figures::EvaluatedTheme& evaluated, const MapData& data, const Page& page,
                 const MeasureText& measure, const std::function<bool()>& stop) {
    return MapComposer(evaluated, data, page, measure, stop).compose();
}

} // namespace terroir::map
