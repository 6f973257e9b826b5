#include "core/map/dot_marks.hpp"

#include "core/figures/dot_words.hpp"
#include "core/figures/dots.hpp"
#include "core/map/ink.hpp"

#include <set>

namespace terroir::map {

namespace {

constexpr double dotOutlineMm = 0.08; ///< on A4: dots that touch stay two

} // namespace

void setDots(DrawnMap& map, const ToFrame& toFrame, double radiusMm) {
    map.dots.clear();
    std::set<gazetteer::UnitIndex> here;
    for (const DrawnUnit& unit : map.units)
        here.insert(unit.unit);
    for (const DrawnGroup& group : map.groups)
        here.insert(group.units.front());
    const geometry::Box seen{map.frame.minX - radiusMm, map.frame.minY - radiusMm,
                             map.frame.maxX + radiusMm, map.frame.maxY + radiusMm};
    for (const figures::EvaluatedLayer& layer : map.evaluated.layers)
        for (const figures::Dot& dot : layer.dots.dots) {
            if (!here.contains(dot.unit))
                continue;
            const geometry::Point at = toFrame(dot.lonLat);
            if (seen.meets({at.x, at.y, at.x, at.y}))
                map.dots.push_back({at, layer.layer->series[dot.series].colour});
        }
}

Group dotsOf(const DrawnMap& map, const Typesetter& type) {
    Group group{"dots", {}, map.frame};
    group.items.reserve(map.dots.size());
    for (const DrawnSpot& dot : map.dots)
        group.items.emplace_back(CircleItem{dot.at,
                                            type.mm(figures::dotMm / 2),
                                            {dot.colour},
                                            {ink::paper, type.mm(dotOutlineMm)}});
    return group;
}

void addDotRows(LegendRows& rows, const figures::EvaluatedLayer& layer,
                const figures::PageWords& words, const Typesetter& type) {
    if (layer.dots.figures <= 0)
        return;
    rows.paragraph(figures::dotValueWords(layer, words), type.style(bodyPt, true), ink::text, 0, 1);
    rows.paragraph(figures::dotSumWords(layer, words), type.style(smallPt), ink::quietText, 0, 1);
    rows.gap(0.9);
}

} // namespace terroir::map
