#include "core/map/symbols.hpp"

#include "core/map/bars.hpp"
#include "core/map/ink.hpp"
#include "core/map/labels.hpp"
#include "core/map/pictograms.hpp"
#include "core/records/selection.hpp"
#include "core/theme/known_pictures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace terroir::map {

namespace {

using geometry::Point;

constexpr double outlineMm = 0.2;
constexpr double gapMm = 0.35;
constexpr double figurePt = 7.2;

/// The figure of a series, null when there is none.
using CellOf = std::function<const figures::Cell*(const figures::EvaluatedLayer&, std::size_t)>;

void setPicture(Symbol& symbol, const theme::Layer& layer) {
    if (!symbol.series->picture)
        return;
    symbol.picture = &*symbol.series->picture;
    symbol.times = theme::picturesInRow(symbol.picture->name, symbol.series->selection);
    symbol.sizeMm *= figures::rowShare(layer, symbol.times);
}

std::vector<Symbol> symbolsOfLayer(const figures::EvaluatedLayer& layer, const CellOf& cellOf,
                                   const figures::PageWords& words) {
    std::vector<Symbol> symbols;
    const theme::LayerType type = layer.layer->type;
    Symbol ofSum;
    ofSum.isBar = theme::isOfBars(type);
    double sum = 0;
    bool lowerBound = false, approximate = false;
    for (std::size_t i = 0; i < layer.series.size(); ++i) {
        const figures::Cell* cell = cellOf(layer, i);
        if (cell == nullptr || cell->value <= 0)
            continue;
        // What lies by itself is drawn where it lies, and not in the circle of its unit as well.
        constexpr double nothing = 1e-9;
        figures::Cell figure;
        figure.value = cell->value - cell->onGround;
        figure.lowerBound = cell->lowerBound;
        figure.approximate = cell->approximate;
        if (figure.value <= nothing * cell->value)
            continue;
        const Colour colour = layer.layer->series[i].colour;
        if (theme::showsSum(type)) {
            ofSum.values.push_back(figure.value);
            ofSum.colours.push_back(colour);
            sum += figure.value;
            lowerBound = lowerBound || figure.lowerBound;
            approximate = approximate || figure.approximate;
        } else {
            symbols.push_back({figures::symbolSizeMm(layer, figure.value),
                               {figure.value},
                               {colour},
                               words.figure(layer, i, figure),
                               0,
                               &layer.layer->series[i],
                               theme::isOfBars(type)});
            if (type == theme::LayerType::Pictograms)
                setPicture(symbols.back(), *layer.layer);
        }
    }
    if (!ofSum.values.empty()) {
        ofSum.sizeMm = figures::symbolSizeMm(layer, sum);
        ofSum.figure = words.amount(layer, sum, lowerBound, approximate);
        symbols.push_back(std::move(ofSum));
    }
    return symbols;
}

CircleItem circle(Point centre, double radiusMm, Colour colour) {
    return {centre, radiusMm, {colour}, {ink::paper, outlineMm}};
}

double radiusOf(const Symbol& symbol, double sizeFactor) {
    return sizeFactor * symbol.sizeMm / 2;
}

TextStyle figureStyle(const Typesetter& type) {
    return type.style(figurePt, true);
}

/// With its figure.
double widthOf(const Symbol& symbol, const Typesetter& type, double sizeFactor,
               FigureTexts figures) {
    const double text = figures == FigureTexts::Shown ? symbol.figureWidthMm + type.mm(0.6) : 0;
    return std::max(sizeFactor * symbol.widthMm(), text);
}

double baselineOf(double largestRadiusMm, const Typesetter& type) {
    return largestRadiusMm + type.mm(0.5) + Typesetter::capHeight(figureStyle(type));
}

std::vector<Symbol> symbolsOfCells(const CellOf& cellOf, const figures::EvaluatedTheme& evaluated,
                                   const figures::PageWords& words, const Typesetter& type,
                                   FigureTexts figures) {
    std::vector<Symbol> symbols;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        if (theme::isOfSymbols(layer.layer->type))
            for (Symbol& symbol : symbolsOfLayer(layer, cellOf, words))
                symbols.push_back(std::move(symbol));
    if (figures == FigureTexts::Shown)
        for (Symbol& symbol : symbols)
            symbol.figureWidthMm = type.width(symbol.figure, figureStyle(type));
    return symbols;
}

constexpr double insidePt = 6.6;

void addFigureInside(std::vector<Item>& items, const Symbol& symbol, Point centre, double radiusMm,
                     const Typesetter& type) {
    const TextStyle style = type.style(insidePt, true);
    const double height = Typesetter::capHeight(style);
    if (std::hypot(type.width(symbol.figure, style), height) > 1.9 * radiusMm)
        return;
    const bool isHollow = symbol.series->places != records::PlaceUse::Locations;
    const TextOn on = textOn(isHollow ? ink::paper : symbol.series->colour, ink::text);
    items.emplace_back(TextItem{{centre.x, centre.y + height / 2},
                                symbol.figure,
                                style,
                                Align::Centre,
                                on.colour,
                                on.halo,
                                type.mm(0.25)});
}

} // namespace

double Symbol::widthMm() const {
    return isBar ? barWidthMm : double(times) * sizeMm;
}

CircleItem seriesCircle(Point centre, double radiusMm, const theme::Series& series) {
    if (series.places == records::PlaceUse::Locations)
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

std::vector<Symbol> symbolsOf(gazetteer::UnitIndex unit, const figures::EvaluatedTheme& evaluated,
                              const figures::PageWords& words, const Typesetter& type,
                              FigureTexts figures) {
    return symbolsOfCells(
        [&](const figures::EvaluatedLayer& layer, std::size_t series) -> const figures::Cell* {
            const auto cell = layer.series[series].cells.find(unit);
            return cell == layer.series[series].cells.end() ? nullptr : &cell->second;
        },
        evaluated, words, type, figures);
}

std::vector<Symbol> symbolsOf(const figures::UnitGroup& group,
                              const figures::EvaluatedTheme& evaluated,
                              const figures::PageWords& words, const Typesetter& type,
                              FigureTexts figures) {
    return symbolsOfCells(
        [&](const figures::EvaluatedLayer& layer, std::size_t series) -> const figures::Cell* {
            const figures::SharedFigures* shared = layer.sharedOf(group);
            return shared != nullptr && shared->cells[series] ? &*shared->cells[series] : nullptr;
        },
        evaluated, words, type, figures);
}

BundleExtent extentOf(std::span<const Symbol> symbols, const Typesetter& type, double sizeFactor,
                      FigureTexts figures) {
    if (symbols.empty())
        return {};
    BundleExtent extent;
    double total = 0;
    for (const Symbol& symbol : symbols) {
        total += widthOf(symbol, type, sizeFactor, figures) +
                 (&symbol != &symbols.front() ? type.mm(gapMm) : 0);
        extent.largestRadiusMm = std::max(extent.largestRadiusMm, radiusOf(symbol, sizeFactor));
    }
    extent.box = {-total / 2, -extent.largestRadiusMm, total / 2,
                  figures == FigureTexts::Shown
                      ? baselineOf(extent.largestRadiusMm, type) + type.mm(0.3)
                      : extent.largestRadiusMm};
    return extent;
}

SymbolBundle bundleOf(std::span<const Symbol> symbols, const Typesetter& type, double sizeFactor,
                      FigureTexts figures) {
    SymbolBundle bundle;
    bundle.extent = extentOf(symbols, type, sizeFactor, figures);
    const double largest = bundle.extent.largestRadiusMm, baseline = baselineOf(largest, type);
    double left = bundle.extent.box.minX;
    for (const Symbol& symbol : symbols) {
        const double width = widthOf(symbol, type, sizeFactor, figures);
        const double radius = radiusOf(symbol, sizeFactor);
        // On a common ground line, so that sizes compare at a glance.
        const Point centre{left + width / 2, largest - radius};
        if (symbol.isBar) {
            for (Item& part : bar({centre.x, largest}, sizeFactor * symbol.widthMm(), 2 * radius,
                                  symbol.values, symbol.colours))
                bundle.items.push_back(std::move(part));
        } else if (symbol.picture != nullptr) {
            for (Item& item : pictogram(centre, 2 * radius, *symbol.picture, symbol.times,
                                        symbol.series->colour))
                bundle.items.push_back(std::move(item));
        } else if (symbol.series != nullptr) {
            bundle.items.emplace_back(seriesCircle(centre, radius, *symbol.series));
            if (figures == FigureTexts::Hidden)
                addFigureInside(bundle.inside, symbol, centre, radius, type);
        } else {
            for (Item& slice : pie(centre, radius, symbol.values, symbol.colours))
                bundle.items.push_back(std::move(slice));
        }
        if (figures == FigureTexts::Shown)
            bundle.figures.emplace_back(TextItem{{centre.x, baseline},
                                                 symbol.figure,
                                                 figureStyle(type),
                                                 Align::Centre,
                                                 ink::text,
                                                 {255, 255, 255, 255},
                                                 type.mm(0.4)});
        left += width + type.mm(gapMm);
    }
    return bundle;
}

bool hasSymbols(const figures::EvaluatedTheme& evaluated) {
    return std::any_of(
        evaluated.layers.begin(), evaluated.layers.end(),
        [](const figures::EvaluatedLayer& layer) { return theme::isOfSymbols(layer.layer->type); });
}

} // namespace terroir::map
