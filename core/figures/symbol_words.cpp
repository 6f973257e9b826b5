#include "core/figures/symbol_words.hpp"

#include "core/base/number.hpp"
#include "core/theme/known_pictures.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::figures {

namespace {

using theme::LayerType;

bool isOfPictures(const EvaluatedLayer& layer) {
    return layer.layer->type == LayerType::Pictograms;
}

std::string ofFlannery(const EvaluatedLayer& layer, Language language) {
    const Words pick(language);
    return isOfPictures(layer)
               ? pick("Cỡ hình theo Flannery: chiều cao tỷ lệ với số liệu mũ 0,57, khác nhau nhiều "
                      "hơn theo diện tích một chút, vì mắt thường thấy hình lớn nhỏ hơn thực.",
                      "Pictures are scaled after Flannery: height by the figure to the power of "
                      "0.57, a little more apart than by area, since large ones look too small.")
               : pick("Cỡ vòng theo Flannery: bán kính tỷ lệ với số liệu mũ 0,57, khác nhau nhiều "
                      "hơn theo diện tích một chút, vì mắt thường thấy vòng lớn nhỏ hơn thực.",
                      "Circles are scaled after Flannery: radius by the figure to the power of "
                      "0.57, a little more apart than by area, since large ones look too small.");
}

/// Of OCOP products: as many stars as their class has.
bool hasRows(const theme::Layer& layer) {
    return std::any_of(layer.series.begin(), layer.series.end(), [](const theme::Series& series) {
        return series.picture && theme::picturesInRow(series.picture->name, series.selection) > 1;
    });
}

} // namespace

std::string scalingWords(const EvaluatedLayer& layer, Language language) {
    const Words pick(language);
    if (isOfPictures(layer) && layer.layer->pictureSize == theme::PictureSize::Fixed)
        return pick("Hình cùng một cỡ, không theo số liệu.",
                    "Pictures are of one size, whatever the figure.");
    const std::string ofRows = hasRows(*layer.layer)
                                   ? pick("Cả hàng hình có cỡ theo số liệu.",
                                          "The size of a whole row goes with the figure.")
                                   : std::string();
    if (!theme::hasScaling(layer.layer->type) || layer.layer->scaling == theme::Scaling::Area)
        return ofRows;
    return (ofRows.empty() ? ofRows : ofRows + " ") + ofFlannery(layer, language);
}

std::string leastSymbolWords(const EvaluatedLayer& layer, double value, Language language) {
    // Rounded up: what is below is below that, too.
    const double step = std::pow(10, std::floor(std::log10(value)) - 1);
    const std::string shown = formatNumber(std::ceil(value / step) * step, language, 6);
    const Words pick(language);
    if (theme::isOfBars(layer.layer->type))
        return pick("Cột thấp nhất: dưới ", "Shortest bar: less than ") + shown;
    if (isOfPictures(layer))
        return pick("Hình nhỏ nhất: dưới ", "Smallest picture: less than ") + shown;
    return pick("Vòng nhỏ nhất: dưới ", "Smallest circle: less than ") + shown;
}

} // namespace terroir::figures
