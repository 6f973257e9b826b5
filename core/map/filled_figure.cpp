#include "core/map/filled_figure.hpp"

namespace terroir::map {

std::string filledFigure(gazetteer::UnitIndex unit, const figures::EvaluatedTheme& evaluated,
                         const figures::PageWords& words) {
    const std::vector<figures::EvaluatedLayer>& layers = evaluated.layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (!theme::hasClasses(layer->layer->type))
            continue;
        if (const auto rate = layer->rates.find(unit); rate != layer->rates.end())
            return words.rate(*layer, rate->second);
        if (layer->hasRates())
            continue;
        const auto cell = layer->series.front().cells.find(unit);
        if (cell != layer->series.front().cells.end())
            return words.figure(*layer, 0, cell->second);
    }
    return {};
}

std::string filledFigure(const figures::UnitGroup& group, const figures::EvaluatedTheme& evaluated,
                         const figures::PageWords& words) {
    const std::vector<figures::EvaluatedLayer>& layers = evaluated.layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        const figures::SharedFigures* shared = layer->sharedOf(group);
        if (shared == nullptr || !theme::hasClasses(layer->layer->type))
            continue;
        if (shared->rate)
            return words.rate(*layer, *shared->rate);
        if (!layer->hasRates() && shared->cells.front())
            return words.figure(*layer, 0, *shared->cells.front());
    }
    return {};
}

} // namespace terroir::map
