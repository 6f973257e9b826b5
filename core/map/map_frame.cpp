#include "core/map/map_frame.hpp"

#include "core/gazetteer/vn2000_zones.hpp"
#include "core/geometry/coverage.hpp"
#include "core/geometry/coverage_simplify.hpp"
#include "core/geometry/projection.hpp"
#include "core/map/base_ground.hpp"
#include "core/map/ink.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

constexpr double lineToleranceMm = 0.04; ///< half a dot at 300 dpi

/// The corner boxes of a frame for something of that size: lower left first, upper left third.
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

constexpr double headPt = 8.6; ///< of the name of a frame, on A4

} // namespace

MapFrame::MapFrame(const Input& input, const FramePart* part, std::string name)
    : m_input(input), m_part(part),
      m_name(std::move(name)), m_map{input.evaluated, *input.data.gazetteer, input.words} {
    if (shapes().anyApproximate())
        m_note = approximateNote(input.words, {shapes().approximate(), shapes().units.size()},
                                 input.type);
    m_choice.lonLat = input.page.extent;
    if (input.page.layout.grid != Grid::Vn2000)
        return;
    std::vector<gazetteer::UnitIndex> units;
    for (const boundaries::UnitShape& unit : shapes().units)
        if (!m_choice.lonLat || geometry::boxOf(unit.shape).meets(*m_choice.lonLat))
            units.push_back(unit.unit);
    m_choice.crs = gazetteer::vn2000SystemOf(
        gazetteer::vn2000ZonesOf(*input.data.gazetteer, units, input.evaluated.asOf));
}

std::vector<DrawnUnit> MapFrame::draw(const boundaries::UnitShapes& shapes, const Box* clip) const {
    geometry::CoverageBuilder builder;
    for (const boundaries::UnitShape& unit : shapes.units)
        builder.add(unit.shape, 1);
    geometry::Coverage coverage = std::move(builder).build();
    for (geometry::Coverage::Arc& arc : coverage.arcs)
        arc.mayVanish = false; // an islet smaller than a dot is seen by its outline
    geometry::simplify(coverage, 1000 * lineToleranceMm / m_projection->mmPerKm());
    std::vector<DrawnUnit> units;
    for (std::size_t i = 0; i < coverage.shapes(); ++i) {
        if (stopped())
            return {};
        DrawnUnit unit;
        unit.unit = shapes.units[i].unit;
        unit.shape = m_projection->toPage(coverage.shape(i));
        if (clip != nullptr)
            unit.shape = clippedTo(unit.shape, *clip);
        unit.box = geometry::boxOf(unit.shape);
        if (!unit.shape.empty())
            units.push_back(std::move(unit));
    }
    return units;
}

bool MapFrame::isFree(const Box& box) const {
    return std::none_of(m_map.units.begin(), m_map.units.end(),
                        [&](const DrawnUnit& unit) { return touches(box, unit); });
}

std::optional<Box> MapFrame::freeCorner(double width, double height, double inset,
                                        bool isTopFirst) const {
    std::array<Box, 4> corners = cornersOf(m_map.frame, width, height, inset);
    if (isTopFirst)
        std::rotate(corners.begin(), corners.begin() + 2, corners.end());
    for (Box corner : corners) {
        if (corner.minY < m_map.frame.minY + headMm())
            corner = {corner.minX, corner.minY + headMm(), corner.maxX, corner.maxY + headMm()};
        const bool isTaken =
            isTopFirst && overlaps(grown(corner, m_input.type.mm(1)), m_furnitureBox);
        if (!isTaken && isFree(grown(corner, m_input.type.mm(isTopFirst ? 0.5 : 2))))
            return corner;
    }
    return std::nullopt;
}

double MapFrame::headMm() const {
    return m_name.empty() ? 0 : Typesetter::lineHeight(m_input.type.style(headPt, true));
}

/// The map in that box of its frame, with what is laid out around its scale.
void MapFrame::project(const Box& box) {
    m_projection.emplace(shapes(), box, m_choice);
    const Box* clip = m_choice.lonLat ? &m_map.frame : nullptr;
    m_map.units = draw(shapes(), clip);
    m_map.formers = draw(m_input.data.formers, clip);
    const double mmPerKm = m_projection->mmPerKm();
    const Page& page = m_input.page;
    const auto furniture = [&](RatioLength length) {
        const bool isExact = page.mmPerKm() && mmPerKm == *page.mmPerKm();
        const std::string ratio =
            page.layout.ratio || page.scale
                ? ratioWords(mmPerKm, isExact, length, m_input.words.language())
                : std::string();
        return furnitureFor(mmPerKm, m_map.frame.width(), ratio, m_input.words, m_input.type);
    };
    m_furniture = furniture(RatioLength::Full);
    if (m_furniture.widthMm > m_map.frame.width() - m_input.type.mm(6))
        m_furniture = furniture(RatioLength::Short);
}

/// In the first corner that is free; false when none is.
bool MapFrame::placeFurniture() {
    const double inset = m_input.type.mm(3);
    const auto corner = freeCorner(m_furniture.widthMm, m_furniture.heightMm, inset, false);
    m_furnitureBox =
        corner ? *corner
               : cornersOf(m_map.frame, m_furniture.widthMm, m_furniture.heightMm, inset)[0];
    m_isFurnitureOnMap = !corner;
    return corner.has_value();
}

bool MapFrame::placeNote() {
    if (!m_note)
        return true;
    const Box& frame = m_map.frame;
    const double edge = m_input.type.mm(1.2);
    const auto place = freeCorner(m_note->widthMm, m_note->heightMm, edge, true);
    m_noteBox = place ? *place
                      : cornersOf({frame.minX, frame.minY + headMm(), frame.maxX, frame.maxY},
                                  m_note->widthMm, m_note->heightMm, edge)[2];
    return place.has_value();
}

void MapFrame::fit(const Box& box, std::optional<double> maxMmPerKm) {
    const Typesetter& type = m_input.type;
    Box frame = box;
    if (m_input.page.layout.grid != Grid::None) {
        const Point margin = gridMargin(type);
        frame = {box.minX + margin.x, box.minY + margin.y, box.maxX - margin.x,
                 box.maxY - margin.y};
    }
    m_map.frame = frame;
    m_choice.maxMmPerKm = maxMmPerKm;
    const double pad = m_choice.lonLat ? 0 : type.mm(4);
    double head = m_choice.lonLat ? 0 : headMm(), foot = 0;
    // Each strip that is found wanting is kept free in the next attempt.
    for (int attempt = 0; attempt < 3; ++attempt) {
        project(
            {frame.minX + pad, frame.minY + pad + head, frame.maxX - pad, frame.maxY - pad - foot});
        bool fits = true;
        if (!placeFurniture() && foot == 0) {
            foot = m_furniture.heightMm + type.mm(2);
            fits = false;
        }
        if (!placeNote() && head == headMm()) {
            head += m_note->heightMm;
            fits = false;
        }
        if (fits || m_choice.lonLat)
            break;
    }
    const std::optional<double> exact = m_input.page.mmPerKm();
    if (exact && maxMmPerKm && m_projection->mmPerKm() < *exact) {
        const double least = type.mm(1);
        project(grown(frame, -least));
        placeFurniture();
        placeNote();
    }
    setMarkedGround();
    setGrid();
}

/// Of a frame at exactly the scale that its numbers say.
void MapFrame::setGrid() {
    m_grid = gridOf(m_projection->groundOf(m_map.frame), m_input.page.layout.grid, m_choice.crs,
                    m_input.words.language(), m_input.type);
    m_map.grid = m_grid.lines;
}

Box MapFrame::lonLat() const {
    const GroundFrame ground = m_projection->groundOf(m_map.frame);
    const geometry::Transform toDegrees(ground.crs, "EPSG:4326");
    Box box;
    for (const Point& corner :
         {Point{ground.mm.minX, ground.mm.minY}, Point{ground.mm.maxX, ground.mm.minY},
          Point{ground.mm.minX, ground.mm.maxY}, Point{ground.mm.maxX, ground.mm.maxY}})
        box.expand(toDegrees(ground.toGround(corner)));
    return box;
}

double MapFrame::middleLongitude() const {
    Box box = m_choice.lonLat.value_or(Box());
    if (!m_choice.lonLat)
        for (const boundaries::UnitShape& unit : shapes().units)
            box.expand(geometry::boxOf(unit.shape));
    return (box.minX + box.maxX) / 2;
}

std::size_t MapFrame::unitsOutside() const {
    if (!m_choice.lonLat)
        return 0;
    std::set<gazetteer::UnitIndex> here;
    for (const DrawnUnit& unit : m_map.units)
        here.insert(unit.unit);
    return std::size_t(std::count_if(
        shapes().units.begin(), shapes().units.end(), [&](const boundaries::UnitShape& shape) {
            const auto& layers = m_input.evaluated.layers;
            return !here.contains(shape.unit) &&
                   std::any_of(layers.begin(), layers.end(),
                               [&](const auto& layer) { return layer.hasData(shape.unit); });
        }));
}

/// What symbols and names are put on.
void MapFrame::setMarkedGround() {
    markGround(m_map, m_input.stop);
    if (m_part == nullptr)
        return;
    for (DrawnUnit& unit : m_map.units)
        unit.isMarked = m_part->marked.contains(unit.unit);
    for (DrawnGroup& group : m_map.groups)
        group.ground.isMarked = m_part->marked.contains(group.units.front());
}

/// Parents, neighbours, borders and names around the units.
void MapFrame::setSurroundings() {
    const PageShapes& data = m_input.data;
    m_map.unitsOfMap = m_map.units.size();
    m_map.mmPerKm = m_projection->mmPerKm();
    Surroundings around{draw(data.parents, &m_map.frame), draw(data.context, &m_map.frame),
                        draw(data.tops, &m_map.frame), data.border};
    if (m_part != nullptr)
        setGroundOfOtherFrames(around);
    surround(
        m_map, std::move(around), [this](Point lonLat) { return m_projection->toPage(lonLat); },
        m_input.type);
    setBase(
        m_map, data.base.get(), m_projection->groundOf(m_map.frame),
        [this](Point lonLat) { return m_projection->toPage(lonLat); }, m_input.stop);
    std::erase_if(m_map.seaNames, [this](const auto& name) { return name.first == m_name; });
    if (m_part != nullptr && m_map.parents.size() == 1) {
        DrawnUnit& parent = m_map.parents.front(); // a province heads its frame
        parent.isMarked = m_map.gazetteer.unit(parent.unit).level != gazetteer::Level::Province;
    }
}

/// What has its own frame elsewhere is a neighbour here.
void MapFrame::setGroundOfOtherFrames(Surroundings& around) const {
    const gazetteer::Gazetteer& gazetteer = m_map.gazetteer;
    std::set<gazetteer::UnitIndex> above;
    for (const DrawnUnit& unit : m_map.units)
        for (gazetteer::UnitIndex at = unit.unit; at != gazetteer::noUnit;
             at = gazetteer.parentAt(at, m_input.evaluated.asOf))
            above.insert(at);
    const auto isHere = [&](const DrawnUnit& outline) { return above.contains(outline.unit); };
    std::erase_if(around.tops, [&](const DrawnUnit& top) { return !isHere(top); });
    const auto others = std::stable_partition(around.parents.begin(), around.parents.end(), isHere);
    std::move(others, around.parents.end(), std::back_inserter(around.context));
    around.parents.erase(others, around.parents.end());
    if (!around.parents.empty())
        return;
    // Provinces have no parents: those of the other frames themselves.
    std::set<gazetteer::UnitIndex> here;
    for (const boundaries::UnitShape& shape : shapes().units)
        here.insert(shape.unit);
    boundaries::UnitShapes elsewhere;
    for (const boundaries::UnitShape& shape : m_input.data.shapes.units)
        if (!here.contains(shape.unit))
            elsewhere.units.push_back(shape);
    for (DrawnUnit& unit : draw(elsewhere, &m_map.frame))
        around.context.push_back(std::move(unit));
}

/// "Approximate boundaries" within the frame, so that a picture cut out of the page says so too.
void MapFrame::addNote(std::vector<Group>& above, std::vector<Box>& obstacles) const {
    if (!m_note)
        return;
    Note note = *m_note;
    for (Item& item : note.group.items)
        translate(item, m_noteBox.minX, m_noteBox.minY);
    obstacles.push_back(m_noteBox);
    above.push_back(std::move(note.group));
}

void MapFrame::addFurniture(std::vector<Group>& above, std::vector<Box>& obstacles) const {
    if (m_isFurnitureOnMap && (m_input.page.extent || m_input.page.scale))
        above.push_back(
            {"furniture",
             {rectangle(grown(m_furnitureBox, m_input.type.mm(1)), {{255, 255, 255, 225}}, {})},
             m_map.frame});
    for (Group group : {m_furniture.scaleBar, m_furniture.north}) {
        for (Item& item : group.items)
            translate(item, m_furnitureBox.minX, m_furnitureBox.minY);
        above.push_back(std::move(group));
    }
    obstacles.push_back(grown(m_furnitureBox, m_input.type.mm(1)));
}

/// The name of the frame in its upper left corner.
void MapFrame::addHead(std::vector<Group>& above, std::vector<Box>& obstacles) const {
    if (m_name.empty())
        return;
    const Typesetter& type = m_input.type;
    const TextStyle style = type.style(headPt, true);
    const double left = m_map.frame.minX + type.mm(1.6), top = m_map.frame.minY + type.mm(1);
    const auto lines = type.wrap(m_name, style, m_map.frame.width() - type.mm(3), 1);
    const double height = Typesetter::lineHeight(style);
    above.push_back({"framename",
                     {TextItem{{left, top + (height + Typesetter::capHeight(style)) / 2},
                               lines.front(),
                               style,
                               Align::Left,
                               ink::text,
                               {255, 255, 255, 255},
                               type.mm(0.5)}},
                     m_map.frame});
    obstacles.push_back({left, top, left + type.width(lines.front(), style), top + height});
}

bool MapFrame::addTo(Scene& scene, std::vector<Group>& above, const SymbolPlan& plan) {
    setSurroundings();
    std::vector<Box> obstacles; // laid first, painted last
    addFurniture(above, obstacles);
    addHead(above, obstacles);
    addNote(above, obstacles);
    if (!addMap(scene, m_map, obstacles, plan, m_input.type, m_input.stop))
        return false;
    scene.grounds.push_back(m_projection->groundOf(m_map.frame));
    if (!m_grid.ticks.empty())
        above.push_back({"grid", m_grid.ticks, {}});
    above.push_back(
        {"frame", {rectangle(m_map.frame, {}, {ink::frameLine, m_input.type.mm(0.25)})}, {}});
    return true;
}

} // namespace terroir::map
