#include "core/map/circle_values.hpp"

#include <cmath>

namespace terroir::map {

namespace {

/// Largest of 1, 2, 5 × 10^k that is not above the value.
double roundBelow(double value) {
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= value * (1 + 1e-9))
            return factor * power;
    return power;
}

} // namespace

std::vector<double> circleValues(const figures::EvaluatedLayer& layer) {
    constexpr double nothing = 1e-9; // what is left of sums that lie by themselves
    const double largest = figures::largestFigure(layer);
    if (largest <= nothing * layer.largestSymbol)
        return {};
    bool whole = true;
    for (const figures::Figures& figures : layer.series)
        for (const auto& [unit, cell] : figures.cells)
            whole = whole && cell.value == std::floor(cell.value);
    for (const auto& [group, shared] : layer.shared)
        for (const auto& cell : shared.cells)
            whole = whole && (!cell || cell->value == std::floor(cell->value));
    return keyValues(largest, whole);
}

std::vector<double> keyValues(double largest, bool whole) {
    if (largest <= 0)
        return {};
    if (whole && largest <= 10) {
        std::vector<double> values{largest};
        for (const double value : {std::floor(largest / 2), 1.0})
            if (value >= 1 && value < values.back())
                values.push_back(value);
        return values;
    }
    std::vector<double> values{largest};
    for (const double share : {0.5, 0.1}) {
        const double value = roundBelow(share * largest);
        if (value < values.back() && (!whole || value >= 1))
            values.push_back(value);
    }
    return values;
}

} // namespace terroir::map
