#include "core/page/dots_json.hpp"

#include "core/figures/dots.hpp"

#include <cmath>
#include <utility>

namespace terroir::page {

nlohmann::json dotsJson(const figures::EvaluatedTheme& evaluated, const Grid& grid,
                        const std::function<std::size_t(Colour)>& colourNumber) {
    nlohmann::json points = nlohmann::json::array();
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (const figures::Dot& dot : layer.dots.dots) {
            const geometry::Point at = grid.toSteps(dot.lonLat);
            points.push_back(std::llround(at.x));
            points.push_back(std::llround(at.y));
            points.push_back(colourNumber(layer.layer->series[dot.series].colour));
        }
    if (points.empty())
        return nullptr;
    return {{"size", figures::dotMm}, {"points", std::move(points)}};
}

} // namespace terroir::page
