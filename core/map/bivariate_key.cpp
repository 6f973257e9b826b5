#include "core/map/bivariate_key.hpp"

#include "core/base/number.hpp"
#include "core/figures/bivariate.hpp"
#include "core/map/ink.hpp"
#include "core/map/labels.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace terroir::map {

LegendRow bivariateKeyRow(const figures::EvaluatedLayer& layer, const Typesetter& type,
                          Language language) {
    LegendRow row;
    if (figures::pairsOf(layer) == 0)
        return row;
    const std::size_t columns = layer.axes[0].count(), rows = layer.axes[1].count();
    const double side = type.mm(9.5);
    const TextStyle small = type.style(smallPt), bold = type.style(smallPt, true);
    const double capital = Typesetter::capHeight(small);
    const double top = capital, bottom = top + side * double(rows);
    const double right = side * double(columns);
    for (std::size_t j = 0; j < rows; ++j)
        for (std::size_t i = 0; i < columns; ++i) {
            const figures::EvaluatedClass& entry = layer.categories[j * columns + i];
            const double x = side * double(i), y = bottom - side * double(j + 1);
            row.items.emplace_back(
                rectangle({x, y, x + side, y + side}, {entry.colour}, {ink::paper, type.mm(0.3)}));
            if (entry.count + entry.sharedCount > 0)
                row.items.emplace_back(
                    TextItem{{x + side / 2, y + side / 2 + capital / 2},
                             formatNumber(double(entry.count + entry.sharedCount), language),
                             bold,
                             Align::Centre,
                             textOn(entry.colour, ink::text).colour});
        }
    const auto number = [&](double border) { return formatNumber(border, language, 4); };
    const std::vector<double>& borders = layer.axes[0].borders;
    // Long ones stand on lines in turn, so that none lies over another: the first one, which begins
    // at the edge, and half of the next of its line have room beside each other.
    double widest = 0;
    for (const double border : borders)
        widest = std::max(widest, type.width(number(border), small));
    const auto lines =
        widest + type.mm(0.8) <= side
            ? std::size_t(1)
            : std::clamp<std::size_t>(std::size_t(std::ceil((1.5 * widest + type.mm(0.8)) / side)),
                                      2, columns + 1);
    const double line = capital + type.mm(0.9);
    for (std::size_t i = 0; i <= columns; ++i) {
        const double below = double(i % lines + 1) * line;
        row.items.emplace_back(TextItem{{side * double(i), bottom + below},
                                        number(borders[i]),
                                        small,
                                        i == 0 ? Align::Left : Align::Centre,
                                        ink::text});
    }
    for (std::size_t j = 0; j <= rows; ++j)
        row.items.emplace_back(
            TextItem{{right + type.mm(1.2), bottom - side * double(j) + (j == 0 ? 0 : capital / 2)},
                     number(layer.axes[1].borders[j]),
                     small,
                     Align::Left,
                     ink::text});
    row.heightMm = bottom + type.mm(1.5) + double(lines) * line;
    row.keepWithNext = true;
    row.entries = 1;
    return row;
}

} // namespace terroir::map
