#include "core/map/histogram.hpp"

#include "core/map/ink.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace terroir::map {

namespace {

constexpr double barsMm = 17, maxWidthMm = 70; // of the bars, on A4
constexpr double labelPt = 6.8;
constexpr std::size_t minBars = 5, maxBars = 20;

/// Of the groups that the map shows.
std::vector<double> valuesOf(const figures::EvaluatedLayer& layer, std::size_t series) {
    std::vector<double> values;
    if (layer.classes.empty()) {
        for (const auto& [unit, cell] : layer.series[series].cells)
            values.push_back(cell.value);
        for (const figures::UnitGroup& group : shownGroups(layer))
            if (const std::optional<figures::Cell>& cell = layer.sharedOf(group)->cells[series])
                values.push_back(cell->value);
        return values;
    }
    for (const auto& [unit, cell] : layer.series.front().cells)
        if (const std::optional<double> value = layer.classified(unit))
            values.push_back(*value);
    std::set<figures::UnitGroup> groups;
    for (const auto& [unit, group] : layer.filledBy)
        groups.insert(group);
    for (const figures::UnitGroup& group : groups)
        if (const std::optional<double> value = layer.classified(*layer.sharedOf(group)))
            values.push_back(*value);
    return values;
}

/// Counts of one bar by class.
using Bar = std::vector<std::size_t>;

std::vector<Bar> barsOf(const figures::EvaluatedLayer& layer, const std::vector<double>& values,
                        double low, double high) {
    const auto count = static_cast<std::size_t>(std::ceil(std::sqrt(double(values.size()))));
    std::vector<Bar> bars(std::clamp(count, minBars, maxBars),
                          Bar(std::max<std::size_t>(layer.classes.size(), 1)));
    for (const double value : values) {
        const auto at =
            static_cast<std::size_t>((value - low) / (high - low) * double(bars.size()));
        const std::size_t bar = std::min(at, bars.size() - 1);
        if (layer.classes.empty())
            ++bars[bar][0];
        else if (const auto in = layer.breaks.classOf(value); in && *in < layer.classes.size())
            ++bars[bar][*in];
    }
    return bars;
}

/// The row while it is written; bars stand on `ground`.
struct Plot {
    LegendRow& row;
    const Typesetter& type;
    double width, top, ground;

    TextStyle style() const { return type.style(labelPt); }
    void label(double x, double y, const std::string& text, Align align) const {
        row.items.emplace_back(TextItem{{x, y}, text, style(), align, ink::quietText});
    }
};

void addBars(const Plot& plot, const figures::EvaluatedLayer& layer, std::size_t series,
             const std::vector<Bar>& bars, std::size_t highest) {
    const double width = plot.width / double(bars.size());
    const double unitHeight = (plot.ground - plot.top) / double(highest);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        double foot = plot.ground;
        for (std::size_t in = 0; in < bars[i].size(); ++in) {
            if (bars[i][in] == 0)
                continue;
            const double head = foot - unitHeight * double(bars[i][in]);
            plot.row.items.emplace_back(
                rectangle({width * double(i), head, width * double(i + 1), foot},
                          {layer.classes.empty() ? layer.layer->series[series].colour
                                                 : layer.classes[in].colour},
                          {ink::unitLine, plot.type.mm(0.1)}));
            foot = head;
        }
    }
}

/// The ends of the scale and, where they have room, the borders of classes between them.
void addScale(const Plot& plot, const figures::EvaluatedLayer& layer,
              const figures::PageWords& words, double low, double high) {
    const Typesetter& type = plot.type;
    const double baseline = plot.ground + type.mm(1) + Typesetter::capHeight(plot.style());
    plot.row.items.emplace_back(
        line({0, plot.ground}, {plot.width, plot.ground}, {ink::text, type.mm(0.2)}));
    const std::string first = words.value(low), last = words.value(high);
    plot.label(0, baseline, first, Align::Left);
    plot.label(plot.width, baseline, last, Align::Right);
    double free = type.width(first, plot.style()) + type.mm(1.5);
    const double end = plot.width - type.width(last, plot.style()) - type.mm(1.5);
    for (const double border : layer.breaks.borders) {
        if (border <= low || border >= high)
            continue;
        const double x = (border - low) / (high - low) * plot.width;
        plot.row.items.emplace_back(
            line({x, plot.top}, {x, plot.ground + type.mm(0.8)}, {ink::quietText, type.mm(0.15)}));
        const std::string text = words.value(border);
        const double half = type.width(text, plot.style()) / 2;
        if (x - half < free || x + half > end)
            continue;
        plot.label(x, baseline, text, Align::Centre);
        free = x + half + type.mm(1.5);
    }
}

/// With the name of the series where the layer has several.
std::string headingOf(const figures::EvaluatedLayer& layer, std::size_t series,
                      const figures::PageWords& words) {
    const std::string heading = words.histogramHeading();
    return layer.series.size() == 1
               ? heading
               : heading + ": " + layer.layer->series[series].label.in(words.language());
}

} // namespace

std::optional<LegendRow> histogramRow(const figures::EvaluatedLayer& layer, std::size_t series,
                                      const figures::PageWords& words, const Typesetter& type,
                                      double widthMm) {
    const std::vector<double> values = valuesOf(layer, series);
    if (std::set<double>(values.begin(), values.end()).size() < 3)
        return std::nullopt;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low = *least, high = *most;
    const std::vector<Bar> bars = barsOf(layer, values, low, high);
    std::size_t highest = 1;
    for (const Bar& bar : bars) {
        std::size_t sum = 0;
        for (const std::size_t count : bar)
            sum += count;
        highest = std::max(highest, sum);
    }
    LegendRow row;
    const double lineHeight = Typesetter::lineHeight(type.style(labelPt));
    const double top = 2 * lineHeight + type.mm(0.6);
    const Plot plot{row, type, std::min(widthMm, type.mm(maxWidthMm)), top, top + type.mm(barsMm)};
    plot.label(0, 0.5 * lineHeight + 0.5 * Typesetter::capHeight(plot.style()),
               headingOf(layer, series, words), Align::Left);
    plot.label(0, 1.5 * lineHeight + 0.5 * Typesetter::capHeight(plot.style()),
               words.highestBar(highest), Align::Left);
    addBars(plot, layer, series, bars, highest);
    addScale(plot, layer, words, low, high);
    row.heightMm = plot.ground + type.mm(1.6) + lineHeight;
    row.entries = 1;
    return row;
}

} // namespace terroir::map
