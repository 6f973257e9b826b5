#include "core/theme/map_marks.hpp"

#include "core/theme/labels.hpp"
#include "core/theme/legend.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace terroir::theme {

namespace {

using gazetteer::UnitIndex;
using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

constexpr double thinningMm = 0.3;
constexpr double widestToleranceMm = 0.4;
constexpr double leastNameRadiusMm = 1.3; ///< on A4: below, names have no room
constexpr std::size_t mostLeaders = 60;   ///< units on a map where names may stand outside

const geometry::Polygon& largestPart(const MultiPolygon& shape) {
    return *std::max_element(shape.begin(), shape.end(), [](const auto& a, const auto& b) {
        return geometry::areaOf({a}) < geometry::areaOf({b});
    });
}

/// The outer ring on a coarse grid, x divided by `aspect`.
MultiPolygon thinned(const geometry::Polygon& polygon, double aspect) {
    MultiPolygon out{{}};
    for (const Point& point : polygon.outer) {
        const Point moved{std::round(point.x / thinningMm) * thinningMm / aspect,
                          std::round(point.y / thinningMm) * thinningMm};
        if (out[0].outer.empty() || moved != out[0].outer.back())
            out[0].outer.push_back(moved);
    }
    return out;
}

Box translated(const Box& box, Point by) {
    return {box.minX + by.x, box.minY + by.y, box.maxX + by.x, box.maxY + by.y};
}

/// Where a bundle goes so that its box has its middle at the unit's widest place.
Point bundleOrigin(const DrawnUnit& unit, const SymbolBundle& bundle) {
    return {unit.widest.point.x - (bundle.box.minX + bundle.box.maxX) / 2,
            unit.widest.point.y - (bundle.box.minY + bundle.box.maxY) / 2};
}

double overlapArea(const Box& a, const Box& b) {
    const double width = std::min(a.maxX, b.maxX) - std::max(a.minX, b.minX);
    const double height = std::min(a.maxY, b.maxY) - std::max(a.minY, b.minY);
    return width > 0 && height > 0 ? width * height : 0;
}

/// Share of the bundles' boxes that lies under another bundle.
double crowding(const std::vector<DrawnUnit>& units, const EvaluatedTheme& evaluated,
                const PageWords& words, const Typesetter& type, const SymbolPlan& plan) {
    std::vector<Box> boxes;
    double all = 0, shared = 0;
    for (const DrawnUnit& unit : units) {
        const SymbolBundle bundle =
            symbolsOf(unit.unit, evaluated, words, type, plan.factor, plan.figures);
        if (bundle.isEmpty())
            continue;
        const Box box = translated(bundle.box, bundleOrigin(unit, bundle));
        all += box.width() * box.height();
        for (const Box& other : boxes)
            shared += overlapArea(box, other);
        boxes.push_back(box);
    }
    return all > 0 ? shared / all : 0;
}

} // namespace

geometry::InnerPoint findWidest(const DrawnUnit& unit, double aspect) {
    const geometry::Polygon& part = largestPart(unit.shape);
    MultiPolygon outline = thinned(part, aspect);
    if (outline[0].outer.size() < 4 || geometry::areaOf(outline) <= 0) {
        const Box box = geometry::boxOf({part});
        return {{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2}, 0};
    }
    bool repaired = false;
    outline = geometry::madeValid(outline, repaired);
    geometry::InnerPoint widest = geometry::widestPoint(outline, widestToleranceMm);
    widest.point.x *= aspect;
    return widest;
}

SymbolPlan planSymbols(const std::vector<DrawnUnit>& units, const EvaluatedTheme& evaluated,
                       const PageWords& words, const Typesetter& type) {
    SymbolPlan plan{type.scale(), FigureTexts::Shown};
    if (!hasSymbols(evaluated))
        return plan;
    if (crowding(units, evaluated, words, type, plan) > 0.1)
        plan.figures = FigureTexts::Hidden;
    while (plan.factor > 0.4 * type.scale() &&
           crowding(units, evaluated, words, type, plan) > 0.2)
        plan.factor *= 0.85;
    return plan;
}

namespace {

/// Symbols and labels of one map, in the order in which they take their places.
class MarkPlacer {
public:
    MarkPlacer(const MarksInput& input, const Typesetter& type)
        : m_input(input), m_type(type), m_placer(type, grown(input.frame, -type.mm(0.8))) {
        for (const UnitIndex unit : unitsWithoutData(input.evaluated))
            m_withoutData.insert(unit);
        for (const Box& obstacle : input.obstacles)
            m_placer.addObstacle(obstacle);
    }

    MapMarks place() {
        placeSymbols();
        if (namesHaveRoom())
            placeUnitNames();
        else
            placeNames(m_input.parents, 9, ink::text);
        placeNames(m_input.context, 7.4, ink::contextText);
        return std::move(m_marks);
    }

private:
    void placeSymbols();
    bool namesHaveRoom() const;
    void placeUnitNames();
    void placeNames(const std::vector<DrawnUnit>& units, double sizePt, Colour colour);
    std::string valueOf(UnitIndex unit) const;
    void add(const PlacedLabel& label);

    const MarksInput& m_input;
    const Typesetter& m_type;
    LabelPlacer m_placer;
    MapMarks m_marks;
    std::set<UnitIndex> m_withoutData;
    std::map<UnitIndex, Box> m_symbolBoxes;
};

void MarkPlacer::placeSymbols() {
    struct Sized {
        double size;
        Item item;
    };
    std::vector<Sized> discs;
    for (const DrawnUnit& unit : m_input.units) {
        SymbolBundle bundle = symbolsOf(unit.unit, m_input.evaluated, m_input.words, m_type,
                                        m_input.plan.factor, m_input.plan.figures);
        if (bundle.isEmpty())
            continue;
        const Point origin = bundleOrigin(unit, bundle);
        for (Item& item : bundle.items) {
            translate(item, origin.x, origin.y);
            const auto* circle = std::get_if<CircleItem>(&item);
            discs.push_back(
                {circle != nullptr ? circle->radiusMm : bundle.largestRadiusMm, std::move(item)});
        }
        for (Item& text : bundle.figures) {
            translate(text, origin.x, origin.y);
            m_marks.labels.items.push_back(std::move(text));
        }
        const Box box = translated(bundle.box, origin);
        m_symbolBoxes[unit.unit] = box;
        m_placer.addObstacle(box);
    }
    std::stable_sort(discs.begin(), discs.end(),
                     [](const Sized& a, const Sized& b) { return a.size > b.size; });
    for (Sized& disc : discs)
        m_marks.symbols.items.push_back(std::move(disc.item));
}

bool MarkPlacer::namesHaveRoom() const {
    std::vector<double> radii;
    for (const DrawnUnit& unit : m_input.units)
        radii.push_back(unit.widest.radius);
    if (radii.empty())
        return false;
    std::nth_element(radii.begin(), radii.begin() + static_cast<long>(radii.size() / 2), radii.end());
    return m_input.parents.empty() || radii[radii.size() / 2] >= m_type.mm(leastNameRadiusMm);
}

std::string MarkPlacer::valueOf(UnitIndex unit) const {
    const EvaluatedTheme& evaluated = m_input.evaluated;
    if (!evaluated.theme.valuesOnLabels)
        return {};
    for (auto layer = evaluated.layers.rbegin(); layer != evaluated.layers.rend(); ++layer) {
        const bool isSymbol = layer->layer->type == LayerType::Symbols;
        if (layer->layer->type != LayerType::Choropleth &&
            !(isSymbol && layer->series.size() == 1 &&
              m_input.plan.figures == FigureTexts::Hidden))
            continue;
        const auto cell = layer->series.front().cells.find(unit);
        if (cell != layer->series.front().cells.end())
            return m_input.words.value(cell->second.value, cell->second.lowerBound,
                                       cell->second.approximate);
    }
    return {};
}

void MarkPlacer::placeUnitNames() {
    std::vector<const DrawnUnit*> order;
    std::vector<const MultiPolygon*> shapes;
    for (const DrawnUnit& unit : m_input.units) {
        order.push_back(&unit);
        shapes.push_back(&unit.shape);
    }
    m_placer.setOccupied(std::move(shapes));
    std::stable_sort(order.begin(), order.end(), [this](const auto* a, const auto* b) {
        const bool dataA = !m_withoutData.contains(a->unit);
        const bool dataB = !m_withoutData.contains(b->unit);
        return dataA != dataB ? dataA : a->widest.radius > b->widest.radius;
    });
    for (const DrawnUnit* unit : order) {
        LabelRequest request;
        request.shape = &unit->shape;
        request.anchor = unit->widest.point;
        if (const auto box = m_symbolBoxes.find(unit->unit); box != m_symbolBoxes.end()) {
            request.symbols = box->second;
            request.leastInside = 0.3;
        }
        request.name = m_input.words.shortName(unit->unit);
        request.value = valueOf(unit->unit);
        request.withLeader = order.size() <= mostLeaders;
        if (m_withoutData.contains(unit->unit))
            request.colour = ink::quietText;
        if (const auto label = m_placer.place(request))
            add(*label);
    }
}

void MarkPlacer::placeNames(const std::vector<DrawnUnit>& units, double sizePt, Colour colour) {
    for (const DrawnUnit& unit : units) {
        LabelRequest request;
        request.shape = &unit.shape;
        request.anchor = unit.widest.point;
        request.name = m_input.words.shortName(unit.unit);
        request.sizePt = sizePt;
        request.colour = colour;
        request.italic = colour == ink::contextText;
        request.leastInside = 0.95;
        if (const auto label = m_placer.place(request))
            add(*label);
    }
}

void MarkPlacer::add(const PlacedLabel& label) {
    if (label.leader) {
        m_marks.symbols.items.emplace_back(*label.leader);
        m_marks.symbols.items.emplace_back(*label.leaderDot);
    }
    m_marks.labels.items.insert(m_marks.labels.items.end(), label.items.begin(),
                                label.items.end());
}

} // namespace

MapMarks placeMarks(const MarksInput& input, const Typesetter& type) {
    return MarkPlacer(input, type).place();
}

} // namespace terroir::theme
