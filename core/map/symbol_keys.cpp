#include "core/map/symbol_keys.hpp"

#include "core/base/number.hpp"
#include "core/figures/dots.hpp"
#include "core/map/ink.hpp"
#include "core/map/pictograms.hpp"
#include "core/map/symbols.hpp"
#include "core/theme/known_pictures.hpp"

#include <algorithm>

namespace terroir::map {

namespace {

constexpr double sampleMm = 7, radiusMm = 1.7; ///< on A4
constexpr double pictureMm = 4, rowPictureMm = 2.6;

std::size_t timesOf(const theme::Series& series) {
    return series.picture ? theme::picturesInRow(series.picture->name, series.selection) : 1;
}

} // namespace

SeriesSample seriesSample(const theme::Layer& layer, std::size_t number, const Typesetter& type) {
    const theme::Series& series = layer.series[number];
    const double radius = type.mm(radiusMm);
    SeriesSample sample{{}, type.mm(sampleMm), 2 * radius};
    const geometry::Point middle{sample.widthMm / 2, radius};
    if (theme::isOfBars(layer.type)) {
        sample.items.emplace_back(rectangle({middle.x - radius, 0, middle.x + radius, 2 * radius},
                                            {series.colour}, {ink::unitLine, type.mm(0.15)}));
    } else if (layer.type == theme::LayerType::Dots) {
        sample.items.emplace_back(seriesCircle(middle, type.mm(figures::dotMm / 2), series));
    } else if (series.picture) {
        // All names of the layer begin on one line.
        std::size_t most = 1;
        for (const theme::Series& one : layer.series)
            most = std::max(most, timesOf(one));
        const double height = type.mm(most > 1 ? rowPictureMm : pictureMm);
        sample.heightMm = height;
        sample.widthMm = std::max(sample.widthMm, double(most) * height);
        sample.items = pictogram({sample.widthMm / 2, height / 2}, height, *series.picture,
                                 timesOf(series), series.colour);
    } else {
        sample.items.emplace_back(seriesCircle(middle, radius, series));
    }
    return sample;
}

std::optional<LegendRow> pictureKey(const figures::EvaluatedLayer& layer,
                                    const std::vector<double>& values, double factor,
                                    const figures::PageWords& words, const Typesetter& type) {
    const theme::Series& first = layer.layer->series.front();
    if (!first.picture || values.empty() || layer.layer->pictureSize == theme::PictureSize::Fixed)
        return std::nullopt;
    std::vector<PictureKey> keys;
    keys.reserve(values.size());
    for (const double value : values)
        keys.push_back({factor * figures::symbolSizeMm(layer, value) *
                            figures::rowShare(*layer.layer, timesOf(first)),
                        value == values.front() ? words.amount(layer, value)
                                                : formatNumber(value, words.language(), 6)});
    return pictureKeyRow(keys, *first.picture, timesOf(first), type);
}

} // namespace terroir::map
