#include "core/map/page_figures.hpp"

#include "core/figures/layer_classes.hpp"
#include "core/map/symbols.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"

#include <set>
#include <utility>

namespace terroir::map {

namespace {

using gazetteer::Level;

constexpr std::size_t minUnits = 4;
constexpr std::size_t fewSymbols = 40; ///< so many can be told apart, drawn smaller

std::size_t unitsWithSymbols(const figures::EvaluatedTheme& evaluated) {
    std::set<gazetteer::UnitIndex> units;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (const figures::Figures& figures : layer.series)
            for (const auto& [unit, cell] : figures.cells)
                units.insert(unit);
    return units.size();
}

constexpr std::size_t maxGroups = 200; ///< more cover each other in any case

/// Whether symbols, of units and of groups of them, cover each other.
bool isTooFull(const PageFigures& shown, const Page& page, const MeasureText& measure) {
    const std::size_t groups = shownGroups(shown.evaluated).size();
    return groups > maxGroups || (unitsWithSymbols(shown.evaluated) + groups > fewSymbols &&
                                  areSymbolsCrowded(shown.evaluated, shown.data, page, measure));
}

/// What groups of units have together gets no symbols; the legend lists it as of no known unit.
void leaveGroupsToLegend(figures::EvaluatedTheme& evaluated) {
    for (figures::EvaluatedLayer& layer : evaluated.layers) {
        if (fillsAreas(layer) || layer.layer->type == theme::LayerType::Dots)
            continue;
        layer.shared.clear();
        layer.filledBy.clear();
        layer.noData = figures::countWithoutData(layer, evaluated.units);
        layer.largestSymbol = figures::largestSymbolValue(layer);
    }
}

std::optional<Level> levelAbove(Level level) {
    switch (level) {
    case Level::Commune:
        return Level::District;
    case Level::District:
        return Level::Province;
    default:
        return std::nullopt;
    }
}

} // namespace

PageFigures pageFiguresOf(workspace::Workspace& workspace, const EvaluateAt& evaluateAt,
                          const Page& page, const MeasureText& measure) {
    PageFigures shown{evaluateAt(std::nullopt), {}};
    shown.data = pageShapesOf(workspace, shown.evaluated, page);
    if (!hasSymbols(shown.evaluated))
        return shown;
    const Level asked = shown.evaluated.level;
    std::optional<Level> level = levelAbove(asked);
    while (level && isTooFull(shown, page, measure)) {
        figures::EvaluatedTheme coarser = evaluateAt(level);
        if (coarser.level != *level) { // there are no districts on the date
            level = levelAbove(*level);
            continue;
        }
        if (coarser.units.size() < minUnits)
            break;
        shown = {std::move(coarser), {}};
        shown.data = pageShapesOf(workspace, shown.evaluated, page);
        shown.data.askedLevel = asked;
        level = levelAbove(*level);
    }
    if (shownGroups(shown.evaluated).size() > fewSymbols && isTooFull(shown, page, measure))
        leaveGroupsToLegend(shown.evaluated);
    return shown;
}

} // namespace terroir::map
