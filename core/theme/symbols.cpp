#include "core/theme/symbols.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace terroir::theme {

namespace {

using geometry::Point;

constexpr double outlineMm = 0.2;
constexpr double gapMm = 0.35;
constexpr double figurePt = 7.2;

/// One circle or pie with its figure.
struct Symbol {
    double radiusMm = 0;
    std::vector<double> values;
    std::vector<Colour> colours;
    std::string figure;
    const Series* series = nullptr; ///< of a circle
};

std::vector<Symbol> symbolsOfLayer(const EvaluatedLayer& layer, gazetteer::UnitIndex unit,
                                   const PageWords& words, double sizeFactor) {
    std::vector<Symbol> symbols;
    Symbol pieSymbol;
    double sum = 0;
    bool lowerBound = false, approximate = false;
    for (std::size_t i = 0; i < layer.series.size(); ++i) {
        const auto cell = layer.series[i].cells.find(unit);
        if (cell == layer.series[i].cells.end() || cell->second.value <= 0)
            continue;
        const join::Cell& figure = cell->second;
        const Colour colour = layer.layer->series[i].colour;
        if (layer.layer->type == LayerType::Pie) {
            pieSymbol.values.push_back(figure.value);
            pieSymbol.colours.push_back(colour);
            sum += figure.value;
            lowerBound = lowerBound || figure.lowerBound;
            approximate = approximate || figure.approximate;
        } else {
            symbols.push_back({sizeFactor * symbolDiameterMm(layer, figure.value) / 2,
                               {figure.value},
                               {colour},
                               words.figure(layer, i, figure),
                               &layer.layer->series[i]});
        }
    }
    if (!pieSymbol.values.empty()) {
        pieSymbol.radiusMm = sizeFactor * symbolDiameterMm(layer, sum) / 2;
        pieSymbol.figure = words.value(sum, lowerBound, approximate);
        symbols.push_back(std::move(pieSymbol));
    }
    return symbols;
}

CircleItem circle(Point centre, double radiusMm, Colour colour) {
    colour.a = 225;
    return {centre, radiusMm, {colour}, {ink::paper, outlineMm}};
}

/// Symbols in a row with their middles on y = 0 and a common line of figures below.
SymbolBundle row(const std::vector<Symbol>& symbols, const Typesetter& type, FigureTexts figures) {
    SymbolBundle bundle;
    const TextStyle style = type.style(figurePt, true);
    const bool shown = figures == FigureTexts::Shown;
    std::vector<double> widths;
    double total = 0;
    for (const Symbol& symbol : symbols) {
        const double text = shown ? type.width(symbol.figure, style) + type.mm(0.6) : 0;
        widths.push_back(std::max(2 * symbol.radiusMm, text));
        total += widths.back() + (widths.size() > 1 ? type.mm(gapMm) : 0);
        bundle.largestRadiusMm = std::max(bundle.largestRadiusMm, symbol.radiusMm);
    }
    const double baseline = bundle.largestRadiusMm + type.mm(0.5) + Typesetter::capHeight(style);
    double left = -total / 2;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        const Symbol& symbol = symbols[i];
        // On a common ground line, so that sizes compare at a glance.
        const Point centre{left + widths[i] / 2, bundle.largestRadiusMm - symbol.radiusMm};
        if (symbol.series != nullptr)
            bundle.items.emplace_back(seriesCircle(centre, symbol.radiusMm, *symbol.series));
        else
            for (Item& slice : pie(centre, symbol.radiusMm, symbol.values, symbol.colours))
                bundle.items.push_back(std::move(slice));
        if (shown)
            bundle.figures.emplace_back(TextItem{{centre.x, baseline},
                                                 symbol.figure,
                                                 style,
                                                 Align::Centre,
                                                 ink::text,
                                                 {255, 255, 255, 255},
                                                 type.mm(0.4)});
        left += widths[i] + type.mm(gapMm);
    }
    bundle.box = {-total / 2, -bundle.largestRadiusMm, total / 2,
                  shown ? baseline + type.mm(0.3) : bundle.largestRadiusMm};
    return bundle;
}

} // namespace

CircleItem seriesCircle(Point centre, double radiusMm, const Series& series) {
    if (series.places == join::PlaceUse::Locations)
        return circle(centre, radiusMm, series.colour);
    const double stroke = std::min(0.5, radiusMm / 3);
    return {centre, radiusMm - stroke / 2, {ink::paper}, {series.colour, stroke, true}};
}

std::vector<Item> pie(Point centre, double radiusMm, std::span<const double> values,
                      std::span<const Colour> colours) {
    std::vector<Item> slices;
    double sum = 0;
    for (const double value : values)
        sum += value;
    if (values.size() == 1) {
        slices.emplace_back(circle(centre, radiusMm, colours.front()));
        return slices;
    }
    double from = 0; // turns, clockwise from the top
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double to = from + values[i] / sum;
        std::vector<Point> ring{centre};
        const int steps = std::max(2, static_cast<int>(std::ceil((to - from) * 72)));
        for (int step = 0; step <= steps; ++step) {
            const double angle = 2 * std::numbers::pi * (from + (to - from) * step / steps);
            ring.push_back(
                {centre.x + radiusMm * std::sin(angle), centre.y - radiusMm * std::cos(angle)});
        }
        ring.push_back(centre);
        slices.emplace_back(
            PathItem{{std::move(ring)}, false, {colours[i]}, {ink::paper, outlineMm}});
        from = to;
    }
    return slices;
}

SymbolBundle symbolsOf(gazetteer::UnitIndex unit, const EvaluatedTheme& evaluated,
                       const PageWords& words, const Typesetter& type, double sizeFactor,
                       FigureTexts figures) {
    std::vector<Symbol> symbols;
    for (const EvaluatedLayer& layer : evaluated.layers)
        if (layer.layer->type == LayerType::Symbols || layer.layer->type == LayerType::Pie)
            for (Symbol& symbol : symbolsOfLayer(layer, unit, words, sizeFactor))
                symbols.push_back(std::move(symbol));
    return symbols.empty() ? SymbolBundle{} : row(symbols, type, figures);
}

bool hasSymbols(const EvaluatedTheme& evaluated) {
    return std::any_of(
        evaluated.layers.begin(), evaluated.layers.end(), [](const EvaluatedLayer& layer) {
            return layer.layer->type == LayerType::Symbols || layer.layer->type == LayerType::Pie;
        });
}

} // namespace terroir::theme
