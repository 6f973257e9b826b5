#include "core/map/furniture.hpp"

#include "core/base/number.hpp"
#include "core/map/ink.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::map {

double roundKilometres(double largest) {
    const double power = std::pow(10, std::floor(std::log10(largest)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= largest)
            return factor * power;
    return power;
}

ScaleBar scaleBar(double mmPerKm, double longestMm, const figures::PageWords& words,
                  const Typesetter& type) {
    ScaleBar bar;
    bar.lengthKm = roundKilometres(longestMm / mmPerKm);
    bar.barMm = bar.lengthKm * mmPerKm;
    const TextStyle style = type.style(7.2);
    const double left = type.mm(1.5);
    const double top = Typesetter::capHeight(style) + type.mm(1.3);
    const double thickness = type.mm(1.1);
    for (int part = 0; part < 4; ++part) {
        const double from = left + bar.barMm * part / 4;
        bar.items.emplace_back(rectangle({from, top, from + bar.barMm / 4, top + thickness},
                                         {part % 2 == 0 ? ink::text : ink::paper},
                                         {ink::text, type.mm(0.15)}));
    }
    const double baseline = Typesetter::capHeight(style) + type.mm(0.2);
    const std::string end = formatNumber(bar.lengthKm, words.language(), 4);
    const auto mark = [&](double x, const std::string& text) {
        bar.items.emplace_back(TextItem{{x, baseline},
                                        text,
                                        style,
                                        Align::Centre,
                                        ink::text,
                                        {255, 255, 255, 255},
                                        type.mm(0.4)});
    };
    mark(left, "0");
    const std::string half = formatNumber(bar.lengthKm / 2, words.language(), 4);
    if (bar.barMm / 2 > (type.width(half, style) + type.width(end, style)) / 2 + type.mm(0.8))
        mark(left + bar.barMm / 2, half);
    mark(left + bar.barMm, end);
    const double unitX = left + bar.barMm + type.width(end, style) / 2;
    bar.items.emplace_back(TextItem{{unitX, baseline},
                                    " km",
                                    style,
                                    Align::Left,
                                    ink::text,
                                    {255, 255, 255, 255},
                                    type.mm(0.4)});
    bar.widthMm = unitX + type.width(" km", style) + type.mm(0.5);
    bar.heightMm = top + thickness + type.mm(0.3);
    return bar;
}

std::vector<Item> northArrow(const figures::PageWords& words, const Typesetter& type) {
    const double width = type.mm(northArrowWidthMm), height = type.mm(northArrowHeightMm);
    const TextStyle style = type.style(8, true);
    const double top = Typesetter::capHeight(style) + type.mm(0.9);
    const double middle = width / 2, notch = height - type.mm(1.5);
    const double half = type.mm(1.7);
    const Stroke outline{ink::text, type.mm(0.18)};
    return {TextItem{{middle, Typesetter::capHeight(style)},
                     words.north(),
                     style,
                     Align::Centre,
                     ink::text,
                     {255, 255, 255, 255},
                     type.mm(0.4)},
            PathItem{{{{middle, top}, {middle, notch}, {middle - half, height}, {middle, top}}},
                     false,
                     {ink::text},
                     outline},
            PathItem{{{{middle, top}, {middle, notch}, {middle + half, height}, {middle, top}}},
                     false,
                     {ink::paper},
                     outline}};
}

} // namespace terroir::map
