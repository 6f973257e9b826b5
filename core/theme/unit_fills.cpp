#include "core/theme/unit_fills.hpp"

#include "core/theme/typesetter.hpp"

#include <algorithm>

namespace terroir::theme {

using gazetteer::UnitIndex;

namespace {

std::optional<Colour> colourIn(const EvaluatedLayer& layer, UnitIndex unit) {
    if (layer.layer->type == LayerType::Choropleth) {
        const std::optional<double> value = layer.classified(unit);
        if (!value)
            return std::nullopt;
        const auto index = layer.breaks.classOf(*value);
        return index ? std::optional(layer.classes[*index].colour) : std::nullopt;
    }
    if (layer.layer->type == LayerType::Categories) {
        const auto category = layer.categoryOf.find(unit);
        if (category == layer.categoryOf.end())
            return std::nullopt;
        const auto key =
            std::find(layer.categoryKeys.begin(), layer.categoryKeys.end(), category->second);
        if (key != layer.categoryKeys.end())
            return layer.categories[static_cast<std::size_t>(key - layer.categoryKeys.begin())]
                .colour;
    }
    return std::nullopt;
}

} // namespace

UnitFills::UnitFills(const EvaluatedTheme& evaluated) : m_evaluated(evaluated) {
    for (const UnitIndex unit : unitsWithoutData(evaluated))
        m_withoutData.insert(unit);
}

Fill UnitFills::of(UnitIndex unit) const {
    if (!hasData(unit))
        return {ink::noDataFill, Hatch::Diagonal, ink::noDataHatch};
    for (auto layer = m_evaluated.layers.rbegin(); layer != m_evaluated.layers.rend(); ++layer)
        if (const std::optional<Colour> colour = colourIn(*layer, unit))
            return {*colour};
    return {ink::plainFill};
}

bool fillsAreas(const EvaluatedLayer& layer) {
    return layer.layer->type == LayerType::Choropleth || layer.layer->type == LayerType::Categories;
}

std::vector<UnitIndex> unitsWithoutData(const EvaluatedTheme& evaluated) {
    const bool anyArea = std::any_of(evaluated.layers.begin(), evaluated.layers.end(), fillsAreas);
    std::vector<UnitIndex> without = evaluated.units;
    for (const EvaluatedLayer& layer : evaluated.layers) {
        if (anyArea && !fillsAreas(layer))
            continue;
        const bool byCategory = layer.layer->type == LayerType::Categories;
        std::erase_if(without, [&](UnitIndex unit) {
            return byCategory ? layer.categoryOf.contains(unit) : layer.hasData(unit);
        });
    }
    return without;
}

} // namespace terroir::theme
