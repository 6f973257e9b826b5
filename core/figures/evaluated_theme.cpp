#include "core/figures/evaluated_theme.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::figures {

using gazetteer::UnitIndex;

namespace {

/// Circles of counts are of full size from this on: one product is a dot, wherever it is the most.
constexpr double minFullCount = 10;

bool areCounts(const EvaluatedLayer& layer) {
    const auto isWhole = [](double value) { return value == std::floor(value); };
    for (const figures::Figures& figures : layer.series)
        for (const auto& [unit, cell] : figures.cells)
            if (!isWhole(cell.value))
                return false;
    for (const auto& [group, shared] : layer.shared)
        for (const std::optional<Cell>& cell : shared.cells)
            if (cell && !isWhole(cell->value))
                return false;
    return true;
}

} // namespace

double largestSymbolValue(const EvaluatedLayer& layer) {
    const double largest = largestFigure(layer);
    return largest > 0 && largest < minFullCount && areCounts(layer) ? minFullCount : largest;
}

double largestFigure(const EvaluatedLayer& layer) {
    double largest = 0;
    std::map<UnitIndex, double> sums;
    for (const figures::Figures& figures : layer.series)
        for (const auto& [unit, cell] : figures.cells) {
            largest = std::max(largest, cell.value - cell.onGround);
            sums[unit] += cell.value - cell.onGround;
        }
    for (const auto& [group, shared] : layer.shared) {
        double sum = 0;
        for (const std::optional<Cell>& cell : shared.cells)
            if (cell) {
                largest = std::max(largest, cell->value - cell->onGround);
                sum += cell->value - cell->onGround;
            }
        if (layer.layer->type == theme::LayerType::Pie)
            largest = std::max(largest, sum);
    }
    if (layer.layer->type == theme::LayerType::Pie)
        for (const auto& [unit, sum] : sums)
            largest = std::max(largest, sum);
    return largest;
}

const SharedFigures* EvaluatedLayer::sharedOf(const UnitGroup& group) const {
    const auto found = shared.find(group);
    return found == shared.end() ? nullptr : &found->second;
}

const SharedFigures* EvaluatedLayer::filling(UnitIndex unit) const {
    const auto group = filledBy.find(unit);
    return group == filledBy.end() ? nullptr : sharedOf(group->second);
}

bool EvaluatedLayer::hasFigures() const {
    return std::any_of(series.begin(), series.end(), [](const Figures& figures) {
        return !figures.cells.empty() || !figures.notAttributed.empty();
    });
}

bool EvaluatedTheme::hasFigures() const {
    return std::any_of(layers.begin(), layers.end(),
                       [](const EvaluatedLayer& layer) { return layer.hasFigures(); });
}

double symbolDiameterMm(const EvaluatedLayer& layer, double value) {
    return layer.largestSymbol > 0 && value > 0
               ? layer.layer->maxSizeMm * std::sqrt(value / layer.largestSymbol)
               : 0;
}

} // namespace terroir::figures
