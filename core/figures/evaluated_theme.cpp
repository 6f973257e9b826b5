#include "core/figures/evaluated_theme.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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

namespace {

/// What each symbol shows: a figure, or the sum of a pie; less what lies by itself.
template <typename Tell>
void forEachSymbol(const EvaluatedLayer& layer, const Tell& tell) {
    const bool isOfSums = theme::showsSum(layer.layer->type);
    std::map<UnitIndex, double> sums;
    for (const figures::Figures& figures : layer.series)
        for (const auto& [unit, cell] : figures.cells)
            if (isOfSums)
                sums[unit] += cell.value - cell.onGround;
            else
                tell(cell.value - cell.onGround);
    for (const auto& [unit, sum] : sums)
        tell(sum);
    for (const auto& [group, shared] : layer.shared) {
        double sum = 0;
        for (const std::optional<Cell>& cell : shared.cells)
            if (const double value = cell ? cell->value - cell->onGround : 0; isOfSums)
                sum += value;
            else
                tell(value);
        if (isOfSums)
            tell(sum);
    }
}

} // namespace

double largestFigure(const EvaluatedLayer& layer) {
    double largest = 0;
    forEachSymbol(layer, [&](double figure) { largest = std::max(largest, figure); });
    return largest;
}

double smallestFigure(const EvaluatedLayer& layer) {
    constexpr double nothing = 1e-9; // what is left of sums that lie by themselves
    double smallest = std::numeric_limits<double>::infinity();
    forEachSymbol(layer, [&](double figure) {
        if (figure > nothing * layer.largestSymbol)
            smallest = std::min(smallest, figure);
    });
    return smallest;
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

namespace {

bool hasOneSize(const theme::Layer& layer) {
    return layer.type == theme::LayerType::Pictograms &&
           layer.pictureSize == theme::PictureSize::Fixed;
}

} // namespace

double symbolSizeMm(const EvaluatedLayer& layer, double value) {
    if (!theme::isOfBars(layer.layer->type) || layer.largestSymbol <= 0 || value <= 0)
        return circleDiameterMm(layer, value);
    return std::max(leastBarMm, layer.layer->maxSizeMm * value / layer.largestSymbol);
}

double circleDiameterMm(const EvaluatedLayer& layer, double value) {
    if (layer.largestSymbol <= 0 || value <= 0)
        return 0;
    if (hasOneSize(*layer.layer))
        return layer.layer->maxSizeMm;
    const double share = value / layer.largestSymbol;
    const double root = layer.layer->scaling == theme::Scaling::Area
                            ? std::sqrt(share)
                            : std::pow(share, sizeExponent(*layer.layer));
    return std::max(leastSizeMm(*layer.layer), layer.layer->maxSizeMm * root);
}

double sizeExponent(const theme::Layer& layer) {
    constexpr double ofFlannery = 0.57;
    return layer.scaling == theme::Scaling::Flannery ? ofFlannery : 0.5;
}

double rowShare(const theme::Layer& layer, std::size_t pictures) {
    return hasOneSize(layer) ? 1 : 1 / std::sqrt(double(pictures));
}

double leastSizeMm(const theme::Layer& layer) {
    return theme::isOfBars(layer.type)                  ? leastBarMm
           : layer.type == theme::LayerType::Pictograms ? leastPictureMm
                                                        : leastSymbolMm;
}

double leastSymbolValue(const EvaluatedLayer& layer) {
    const double most = layer.layer->maxSizeMm;
    if (theme::isOfBars(layer.layer->type))
        return layer.largestSymbol * leastBarMm / most;
    if (hasOneSize(*layer.layer))
        return 0;
    return layer.largestSymbol *
           std::pow(leastSizeMm(*layer.layer) / most, 1 / sizeExponent(*layer.layer));
}

gazetteer::UnitIndex namedBy(const EvaluatedTheme& evaluated, const UnitGroup& group) {
    std::optional<gazetteer::UnitIndex> named;
    for (const EvaluatedLayer& layer : evaluated.layers)
        if (const SharedFigures* shared = layer.sharedOf(group))
            named = !named || *named == shared->named ? shared->named : gazetteer::noUnit;
    return named.value_or(gazetteer::noUnit);
}

} // namespace terroir::figures
