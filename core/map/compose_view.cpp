#include "core/map/compose_view.hpp"

#include "core/geometry/mercator.hpp"
#include "core/map/base_ground.hpp"
#include "core/map/compose_frame.hpp"
#include "core/map/legend.hpp"
#include "core/map/map_areas.hpp"
#include "core/map/page_map.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::map {

using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;
using geometry::Ring;

Box ViewPort::mercator() const {
    const double halfWidth = widthMm / 2 * metresPerMm, halfHeight = heightMm / 2 * metresPerMm;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth,
            centre.y + halfHeight};
}

Point ViewPort::toScreen(Point mercator) const {
    return {widthMm / 2 + (mercator.x - centre.x) / metresPerMm,
            heightMm / 2 - (mercator.y - centre.y) / metresPerMm};
}

Point ViewPort::toMercator(Point screenMm) const {
    return {centre.x + (screenMm.x - widthMm / 2) * metresPerMm,
            centre.y - (screenMm.y - heightMm / 2) * metresPerMm};
}

double ViewPort::mmPerKm() const {
    return 1000 * geometry::mercatorStretch(centre) / metresPerMm;
}

namespace {

constexpr double minLabelledMm = 4; ///< of a unit's box; below it, not even a short name fits
constexpr double screenMargin = 3;  ///< mm beyond the view where outlines are cut

/// The shapes of one view on the screen.
class ViewComposer {
public:
    ViewComposer(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer,
                 const ViewShapes& ground, const ViewPort& port, const MeasureText& measure,
                 const Stop& stop)
        : m_ground(ground), m_port(port), m_stop(stop), m_words(evaluated, gazetteer),
          m_type(measure, 1), m_map{evaluated, gazetteer, m_words} {
        m_map.frame = {0, 0, port.widthMm, port.heightMm};
        m_map.mmPerKm = port.mmPerKm();
        m_map.minMarkedMm = minLabelledMm;
        m_map.unitsOfMap = ground.unitsOfMap;
        m_map.grid = port.grid;
    }

    ViewScene compose() {
        m_map.units = draw(m_ground.units);
        m_map.formers = draw(m_ground.formers);
        if (!markGround(m_map, m_stop))
            return {};
        const SymbolPlan plan = planSymbols(m_map, m_type, SymbolGrowth::No);
        surround(
            m_map, {draw(m_ground.parents), draw(m_ground.context), draw(m_ground.tops), {}},
            [this](Point lonLat) { return m_port.toScreen(geometry::toMercator(lonLat)); }, m_type);
        setBase(
            m_map, m_ground.base, groundFrame(),
            [this](Point lonLat) { return m_port.toScreen(geometry::toMercator(lonLat)); }, m_stop);
        ViewScene view{emptyScene(m_map.evaluated, m_port.widthMm, m_port.heightMm), plan.factor};
        if (!addMap(view.scene, m_map, m_port.covered, plan, m_type, m_stop))
            return {};
        // The device ends where the view does.
        for (Group& group : view.scene.groups)
            group.clip.reset();
        return view;
    }

private:
    GroundFrame groundFrame() const {
        return {m_map.frame,
                "EPSG:3857",
                {m_port.widthMm / 2, m_port.heightMm / 2},
                m_port.centre,
                m_port.metresPerMm};
    }

    Ring toScreen(const Ring& mercator) const {
        Ring ring(mercator.size());
        std::transform(mercator.begin(), mercator.end(), ring.begin(),
                       [this](Point point) { return m_port.toScreen(point); });
        return ring;
    }

    std::vector<DrawnUnit> draw(const std::vector<PlacedUnit>& shapes) const {
        const Box kept = grown(m_map.frame, screenMargin);
        std::vector<DrawnUnit> units;
        for (const PlacedUnit& ground : shapes) {
            DrawnUnit drawn;
            drawn.unit = ground.unit;
            for (const geometry::Polygon& polygon : *ground.shape) {
                drawn.shape.push_back({toScreen(polygon.outer), {}});
                for (const Ring& hole : polygon.holes)
                    drawn.shape.back().holes.push_back(toScreen(hole));
            }
            if (!holds(kept, geometry::boxOf(drawn.shape)))
                drawn.shape = clippedTo(drawn.shape, kept);
            if (drawn.shape.empty())
                continue;
            drawn.box = geometry::boxOf(drawn.shape);
            units.push_back(std::move(drawn));
        }
        return units;
    }

    const ViewShapes& m_ground;
    const ViewPort& m_port;
    const Stop& m_stop;
    figures::PageWords m_words;
    Typesetter m_type;
    DrawnMap m_map;
};

void place(Group& group, Point at, Scene& scene) {
    for (Item& item : group.items)
        translate(item, at.x, at.y);
    scene.groups.push_back(std::move(group));
}

} // namespace

ViewScene composeView(const figures::EvaluatedTheme& evaluated,
                      const gazetteer::Gazetteer& gazetteer, const ViewShapes& ground,
                      const ViewPort& port, const MeasureText& measure,
                      const std::function<bool()>& stop) {
    return ViewComposer(evaluated, gazetteer, ground, port, measure, stop).compose();
}

Scene composeViewFurniture(const figures::EvaluatedTheme& evaluated,
                           const gazetteer::Gazetteer& gazetteer,
                           const figures::PageWords::Approximate& approximate, const ViewPort& port,
                           const MeasureText& measure, const std::string& ratio) {
    const figures::PageWords words(evaluated, gazetteer);
    const Typesetter type(measure, 1);
    Scene scene = emptyScene(evaluated, port.widthMm, port.heightMm);
    const double inset = type.mm(3), pad = type.mm(1.5);
    Furniture furniture = furnitureFor(port.mmPerKm(), port.widthMm, ratio, words, type);
    const Point at{inset, port.heightMm - inset - furniture.heightMm};
    Group ground{"furniture", {}, {}};
    ground.items.emplace_back(rectangle(
        {at.x - pad, at.y - pad, at.x + furniture.widthMm + pad, at.y + furniture.heightMm + pad},
        {{255, 255, 255, 215}}, {}));
    scene.groups.push_back(std::move(ground));
    place(furniture.scaleBar, at, scene);
    place(furniture.north, at, scene);
    if (approximate.units > 0) {
        Note note = approximateNote(words, approximate, type);
        place(note.group, {inset, inset}, scene);
    }
    return scene;
}

namespace {

std::vector<LegendRow> rowsOf(const figures::EvaluatedTheme& evaluated, const PageShapes& data,
                              double symbolFactor, double widthMm, const Typesetter& type) {
    const figures::PageWords words(evaluated, *data.gazetteer);
    LegendInput input{evaluated, data, words, symbolFactor};
    if (const std::string only = words.only(); !only.empty()) // a page has it in its subtitle
        input.remarks.push_back(text::capitalize(only) + ".");
    return legendRows(input, type, widthMm);
}

} // namespace

Scene composeLegend(const figures::EvaluatedTheme& evaluated, const PageShapes& data,
                    double symbolFactor, double widthMm, const MeasureText& measure) {
    const Typesetter type(measure, 1);
    const std::vector<LegendRow> rows = rowsOf(evaluated, data, symbolFactor, widthMm, type);
    const double height = heightFor(rows, 1) + type.mm(1);
    Scene scene = emptyScene(evaluated, widthMm, height);
    scene.groups.push_back({"legend", flowRows(rows, {0, 0}, 1, widthMm, 0, height, 0).items, {}});
    return scene;
}

std::vector<PlacedEntry> legendEntries(const figures::EvaluatedTheme& evaluated,
                                       const PageShapes& data, double symbolFactor, double widthMm,
                                       const MeasureText& measure) {
    const Typesetter type(measure, 1);
    std::vector<PlacedEntry> entries;
    double y = 0;
    for (const LegendRow& row : rowsOf(evaluated, data, symbolFactor, widthMm, type)) {
        if (row.of)
            entries.push_back({*row.of, {0, y, widthMm, y + row.heightMm}, type.mm(7)});
        y += row.heightMm;
    }
    return entries;
}

} // namespace terroir::map
