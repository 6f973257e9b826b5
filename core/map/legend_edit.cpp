#include "core/map/legend_edit.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace terroir::map {

namespace {

/// The classes that are shown, so that one of them can be another.
theme::Classes givenClasses(const figures::EvaluatedLayer& shown) {
    theme::Classes classes;
    classes.method = "given";
    classes.count = shown.classes.size();
    classes.breaks = shown.breaks.borders;
    classes.colours.reserve(shown.classes.size());
    for (const figures::EvaluatedClass& one : shown.classes)
        classes.colours.push_back(one.colour);
    if (shown.layer->classes.method == classes.method &&
        shown.layer->classes.labels.size() == shown.classes.size())
        classes.labels = shown.layer->classes.labels;
    return classes;
}

void setCategoryColour(theme::Layer& layer, const figures::EvaluatedLayer& shown, std::size_t index,
                       Colour colour) {
    const std::string& key = shown.categoryKeys.at(index);
    const auto known =
        std::find_if(layer.values.begin(), layer.values.end(),
                     [&](const theme::CategoryValue& one) { return one.value == key; });
    const std::string& label = shown.categories.at(index).label;
    if (known != layer.values.end())
        known->colour = colour;
    else
        layer.values.push_back({key, {label, label}, colour});
}

/// Of the borders between classes, which one breakOf() is.
std::size_t borderOf(const figures::EvaluatedLayer& shown, std::size_t index) {
    return index + 1 < shown.classes.size() ? index + 1 : index;
}

} // namespace

void setColour(theme::Layer& layer, const figures::EvaluatedLayer& shown, const LegendEntry& entry,
               Colour colour) {
    switch (entry.kind) {
    case LegendEntry::Kind::Class:
        layer.classes = givenClasses(shown);
        layer.classes.colours.at(entry.index) = colour;
        return;
    case LegendEntry::Kind::Category:
        return setCategoryColour(layer, shown, entry.index, colour);
    case LegendEntry::Kind::Series:
        layer.series.at(entry.index).colour = colour;
        return;
    }
}

std::optional<double> breakOf(const figures::EvaluatedLayer& shown, std::size_t index) {
    return shown.classes.size() < 2
               ? std::nullopt
               : std::optional(shown.breaks.borders.at(borderOf(shown, index)));
}

void setBreak(theme::Layer& layer, const figures::EvaluatedLayer& shown, std::size_t index,
              double value) {
    const std::size_t border = borderOf(shown, index);
    const std::vector<double>& borders = shown.breaks.borders;
    const double low = borders.at(border - 1), high = borders.at(border + 1);
    if (!(value > low && value < high))
        throw UsageError(localText("Ngưỡng {} không nằm giữa hai ngưỡng bên cạnh; hãy ghi một số "
                                   "lớn hơn {} và nhỏ hơn {}.",
                                   "The break {} does not lie between its neighbours; write a "
                                   "number above {} and below {}.",
                                   numberText(value, 6), numberText(low, 6), numberText(high, 6)));
    theme::Classes classes = givenClasses(shown);
    classes.breaks[border] = value;
    if (!classes.labels.empty()) // words that may tell the number of before
        classes.labels[border - 1] = classes.labels[border] = {};
    layer.classes = std::move(classes);
}

} // namespace terroir::map
