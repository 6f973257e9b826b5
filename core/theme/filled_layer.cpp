#include "core/theme/filled_layer.hpp"

#include <algorithm>

namespace terroir::theme {

const Layer* filledLayer(const Theme& theme) {
    const auto first = [&](auto fits) -> const Layer* {
        const auto found = std::find_if(theme.layers.begin(), theme.layers.end(), fits);
        return found == theme.layers.end() ? nullptr : &*found;
    };
    const Layer* const filled = first([](const Layer& layer) { return hasClasses(layer.type); });
    return filled != nullptr ? filled : first([](const Layer& layer) {
        return (layer.type == LayerType::Symbols || layer.type == LayerType::Bars) &&
               layer.series.size() == 1 &&
               layer.series.front().places == records::PlaceUse::Locations;
    });
}

Theme filledTheme(Theme theme) {
    const Layer* const filled = filledLayer(theme);
    if (filled == nullptr || hasClasses(filled->type))
        return theme;
    Layer& layer = theme.layers[std::size_t(filled - theme.layers.data())];
    layer.type = LayerType::Choropleth;
    layer.palette = palettes().front().name;
    return theme;
}

} // namespace terroir::theme
