#include "core/map/symbol_plan.hpp"

#include "core/map/crowding.hpp"

#include <algorithm>
#include <cstddef>

namespace terroir::map {

using geometry::Box;
using geometry::Point;

Box translated(const Box& box, Point by) {
    return {box.minX + by.x, box.minY + by.y, box.maxX + by.x, box.maxY + by.y};
}

Point bundleOrigin(const DrawnUnit& unit, const Box& box) {
    return {unit.widest.point.x - (box.minX + box.maxX) / 2,
            unit.widest.point.y - (box.minY + box.maxY) / 2};
}

double medianRadius(const std::vector<DrawnUnit>& units) {
    std::vector<double> radii;
    for (const DrawnUnit& unit : units)
        radii.push_back(unit.widest.radius);
    if (radii.empty())
        return 0;
    const auto middle = radii.begin() + static_cast<std::ptrdiff_t>(radii.size() / 2);
    std::nth_element(radii.begin(), middle, radii.end());
    return *middle;
}

namespace {

constexpr double maxGrowth = 1.8;         ///< of symbols where the map has room
constexpr double minFigureRadiusMm = 3.2; ///< on A4: below, symbols stand without figures
constexpr double shrinkOnTinyUnits = 0.6; ///< of symbols, so that they do not hide their province

/// The symbols of all units, asked again and again how they lie when they are larger or smaller.
class SymbolPlanner {
public:
    SymbolPlanner(const DrawnMap& map, const Typesetter& type, FigureTexts figures) : m_type(type) {
        for (const DrawnUnit& unit : map.units)
            if (auto symbols = symbolsOf(unit.unit, map.evaluated, map.words, type, figures);
                unit.isMarked && !symbols.empty())
                m_units.push_back({&unit, std::move(symbols)});
        for (const DrawnGroup& group : map.groups)
            if (auto symbols = symbolsOf(group.units, map.evaluated, map.words, type, figures);
                group.ground.isMarked && !symbols.empty())
                m_units.push_back({&group.ground, std::move(symbols)});
    }

    /// Whether more than this share of the bundles' boxes lies under another bundle.
    bool isCrowded(const SymbolPlan& plan, double limit) const {
        return areCrowded(boxesOf(plan), limit);
    }

    /// Whether many bundles lie half under others, which a small share of all may hide.
    bool coverEachOther(const SymbolPlan& plan) const {
        constexpr std::size_t most = 10;
        return haveCoveredPairs(boxesOf(plan), most);
    }

    /// Whether every bundle is well within its unit, with room for the name.
    bool fitTheirUnits(const SymbolPlan& plan) const {
        return std::all_of(m_units.begin(), m_units.end(), [&](const UnitSymbols& unit) {
            const BundleExtent extent = extentOf(unit.symbols, m_type, plan.factor, plan.figures);
            return std::max(extent.box.width() / 2.6, extent.largestRadiusMm) <
                   unit.unit->widest.radius;
        });
    }

private:
    std::vector<Box> boxesOf(const SymbolPlan& plan) const {
        std::vector<Box> boxes;
        boxes.reserve(m_units.size());
        for (const UnitSymbols& unit : m_units) {
            const Box box = extentOf(unit.symbols, m_type, plan.factor, plan.figures).box;
            boxes.push_back(translated(box, bundleOrigin(*unit.unit, box)));
        }
        return boxes;
    }

    struct UnitSymbols {
        const DrawnUnit* unit;
        std::vector<Symbol> symbols;
    };
    const Typesetter& m_type;
    std::vector<UnitSymbols> m_units; ///< those that have any
};

} // namespace

SymbolPlan planSymbols(const DrawnMap& map, const Typesetter& type, SymbolGrowth growth) {
    SymbolPlan plan{type.scale(), FigureTexts::Shown};
    if (!hasSymbols(map.evaluated))
        return plan;
    if (medianRadius(map.units) < type.mm(minFigureRadiusMm))
        plan.figures = FigureTexts::Hidden;
    if (medianRadius(map.units) < type.mm(minNameRadiusMm))
        plan.factor *= shrinkOnTinyUnits;
    const SymbolPlanner planner(map, type, plan.figures);
    const auto enlarged = [&plan] { return SymbolPlan{1.1 * plan.factor, plan.figures}; };
    while (growth == SymbolGrowth::WithRoom && plan.factor < maxGrowth * type.scale() &&
           !planner.isCrowded(enlarged(), 0) && planner.fitTheirUnits(enlarged()))
        plan.factor *= 1.1;
    if (planner.isCrowded(plan, 0.1))
        plan.figures = FigureTexts::Hidden;
    // Smaller circles leave room for names before any of them is hidden.
    constexpr double readable = 0.6, touching = 0.04;
    while (plan.factor > readable * type.scale() && planner.isCrowded(plan, touching))
        plan.factor *= 0.9;
    constexpr double small = 0.5, least = 0.4, buried = 0.2;
    while (plan.factor > small * type.scale() && planner.isCrowded(plan, buried))
        plan.factor *= 0.85;
    plan.isCrowded = planner.isCrowded(plan, buried);
    while (plan.factor > least * type.scale() &&
           (planner.isCrowded(plan, buried) || planner.coverEachOther(plan)))
        plan.factor *= 0.85;
    plan.coverEachOther = planner.coverEachOther(plan);
    return plan;
}

} // namespace terroir::map
