#include "core/theme/layer_type.hpp"

#include "core/theme/known_pictures.hpp"

#include <string>

namespace terroir::theme {

void setType(Layer& layer, LayerType type) {
    const Layer plain;
    layer.type = type;
    layer.dotValue = plain.dotValue;
    layer.pictureSize = plain.pictureSize;
    if (!isOfSymbols(type))
        layer.maxSizeMm = plain.maxSizeMm;
    if (!hasScaling(type))
        layer.scaling = plain.scaling;
    if (type == LayerType::Choropleth)
        layer.palette = palettes().front().name;
    for (Series& series : layer.series)
        if (type != LayerType::Pictograms)
            series.picture.reset();
        else if (const std::string name = pictureOf(series.selection);
                 !series.picture && !name.empty())
            series.picture = knownPicture(name);
}

} // namespace terroir::theme
