#include "core/theme/filled_layer.hpp"

#include "core/theme/layer_type.hpp"

#include <algorithm>

namespace terroir::theme {

const Layer* filledLayer(const Theme& theme) {
    const auto first = [&](auto fits) -> const Layer* {
        const auto found = std::find_if(theme.layers.begin(), theme.layers.end(), fits);
        return found == theme.layers.end() ? nullptr : &*found;
    };
    const Layer* const filled = first([](const Layer& layer) { return hasClasses(layer.type); });
    return filled != nullptr ? filled : first([](const Layer& layer) {
        return showsFigures(layer.type) && !showsSum(layer.type) && layer.series.size() == 1 &&
               layer.series.front().places == records::PlaceUse::Locations;
    });
}

Theme filledTheme(Theme theme) {
    const Layer* const filled = filledLayer(theme);
    if (filled == nullptr || hasClasses(filled->type))
        return theme;
    Layer& layer = theme.layers[std::size_t(filled - theme.layers.data())];
    setType(layer, LayerType::Choropleth);
    return theme;
}

} // namespace terroir::theme
