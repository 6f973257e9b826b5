#include "core/figures/bivariate.hpp"

#include "core/figures/layer_classes.hpp"
#include "core/theme/palette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace terroir::figures {

namespace {

/// Yellowish, as no class of the palettes is: with a figure of the first series only, of the
/// second.
constexpr std::array<Colour, 2> onlyColours = {Colour{0xff, 0xf7, 0xcc}, Colour{0xe6, 0xd2, 0x7a}};
constexpr int maxDecimals = 4;

using Pair = std::array<std::optional<double>, 2>;

/// Of units, and of groups that any unit may be filled for.
std::vector<double> valuesOf(const EvaluatedLayer& layer, std::size_t axis) {
    std::vector<double> values;
    for (const auto& [unit, cell] : layer.series[axis].cells)
        values.push_back(cell.value);
    for (const auto& [group, shared] : layer.shared)
        if (shared.cells[axis] && std::any_of(group.begin(), group.end(),
                                              [&](auto unit) { return !layer.hasData(unit); }))
            values.push_back(shared.cells[axis]->value);
    return values;
}

std::string nameOf(const EvaluatedLayer& layer, std::size_t axis, Language language) {
    const theme::Series& series = layer.layer->series[axis];
    const std::string& unit = series.unit.in(language);
    const std::string& label = series.label.in(language);
    return unit.empty() ? label : fmt::format("{} ({})", label, unit);
}

/// The categories, with the pairs first.
void setCategoriesOf(EvaluatedLayer& layer, Language language) {
    std::array<std::vector<std::string>, 2> limits;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const theme::Classes& wanted =
            axis == 0 ? layer.layer->classes : layer.layer->secondClasses;
        const std::vector<double> values = valuesOf(layer, axis);
        layer.axes.push_back(
            values.empty() ? classify::Breaks()
                           : cutFigures(wanted, values, layer.decimals.value_or(maxDecimals)));
        limits[axis] = limitsInWords(layer.axes[axis], values, wanted.method == "given", language);
    }
    const std::vector<Colour> colours = theme::sampleSquare(
        theme::findPalette(layer.layer->palette), limits[0].size(), limits[1].size());
    for (std::size_t second = 0; second < limits[1].size(); ++second)
        for (std::size_t first = 0; first < limits[0].size(); ++first) {
            EvaluatedClass& entry = layer.categories.emplace_back();
            entry.colour = colours[second * limits[0].size() + first];
            entry.label =
                fmt::format("{}: {}; {}: {}", nameOf(layer, 0, language), limits[0][first],
                            nameOf(layer, 1, language), limits[1][second]);
            layer.categoryKeys.push_back(fmt::format("{}-{}", first + 1, second + 1));
        }
    for (std::size_t axis = 0; axis < 2; ++axis) {
        EvaluatedClass& entry = layer.categories.emplace_back();
        entry.colour = onlyColours[axis];
        entry.label =
            (language == Language::English ? "only " : "chỉ có ") + nameOf(layer, axis, language);
        layer.categoryKeys.push_back(axis == 0 ? "1" : "2");
    }
}

std::optional<std::size_t> categoryOf(const EvaluatedLayer& layer, const Pair& pair) {
    if (!pair[0] && !pair[1])
        return std::nullopt;
    if (!pair[0] || !pair[1])
        return pairsOf(layer) + (pair[0] ? 0 : 1);
    const auto first = layer.axes[0].classOf(*pair[0]), second = layer.axes[1].classOf(*pair[1]);
    return first && second ? std::optional(*second * layer.axes[0].count() + *first) : std::nullopt;
}

} // namespace

std::size_t pairsOf(const EvaluatedLayer& layer) {
    return layer.axes.size() < 2 ? 0 : layer.axes[0].count() * layer.axes[1].count();
}

void setBivariate(EvaluatedLayer& layer, Language language) {
    layer.axes.clear();
    layer.categories.clear();
    layer.categoryKeys.clear();
    layer.categoryOf.clear();
    setCategoriesOf(layer, language);
    std::map<gazetteer::UnitIndex, Pair> pairs;
    for (std::size_t axis = 0; axis < 2; ++axis)
        for (const auto& [unit, cell] : layer.series[axis].cells)
            pairs[unit][axis] = cell.value;
    for (const auto& [unit, pair] : pairs)
        if (const auto category = categoryOf(layer, pair)) {
            layer.categoryOf[unit] = *category;
            ++layer.categories[*category].count;
        }
    for (auto& [group, shared] : layer.shared) {
        Pair pair;
        for (std::size_t axis = 0; axis < 2; ++axis)
            if (shared.cells[axis])
                pair[axis] = shared.cells[axis]->value;
        shared.category = categoryOf(layer, pair);
    }
}

} // namespace terroir::figures
