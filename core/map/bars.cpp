#include "core/map/bars.hpp"

#include "core/map/furniture.hpp"
#include "core/map/ink.hpp"
#include "core/map/legend_rows.hpp"

#include <algorithm>

namespace terroir::map {

std::vector<Item> bar(geometry::Point foot, double widthMm, double lengthMm,
                      std::span<const double> parts, std::span<const Colour> colours) {
    double sum = 0;
    for (const double part : parts)
        sum += part;
    std::vector<Item> items;
    const double left = foot.x - widthMm / 2;
    const Stroke outline{ink::paper, std::min(0.2, lengthMm / 4)};
    double below = foot.y;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double above = below - lengthMm * parts[i] / sum;
        items.emplace_back(rectangle({left, above, left + widthMm, below}, {colours[i]}, outline));
        below = above;
    }
    return items;
}

LegendRow barKeyRow(const std::vector<BarKey>& keys, double widthMm, const Typesetter& type) {
    LegendRow row;
    if (keys.empty())
        return row;
    const TextStyle style = type.style(smallPt);
    const double gap = type.mm(2.4), lineHeight = 0.9 * Typesetter::lineHeight(style);
    const Stroke outline{ink::quietText, type.mm(0.2)};
    double longest = 0, left = 0;
    for (const BarKey& key : keys)
        longest = std::max(longest, key.lengthMm);
    const double ground = lineHeight + longest;
    for (const BarKey& key : keys) {
        const double column = std::max(widthMm, type.width(key.text, style));
        const double middle = left + column / 2, top = ground - key.lengthMm;
        row.items.emplace_back(rectangle({middle - widthMm / 2, top, middle + widthMm / 2, ground},
                                         {ink::paper}, outline));
        row.items.emplace_back(
            TextItem{{middle, top - type.mm(0.7)}, key.text, style, Align::Centre, ink::text});
        left += column + gap;
    }
    row.items.emplace_back(
        PathItem{{{{0, ground}, {left - gap, ground}}}, true, {}, {ink::quietText, type.mm(0.2)}});
    row.heightMm = ground + type.mm(1.4);
    row.entries = 1;
    return row;
}

} // namespace terroir::map
