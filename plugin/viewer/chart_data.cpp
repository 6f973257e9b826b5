#include "plugin/viewer/chart_data.hpp"

#include "core/figures/page_words.hpp"
#include "core/records/selection.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace terroir::viewer {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// One series of a map with what it is made of.
struct Source {
    const figures::EvaluatedLayer* layer = nullptr;
    const theme::Series* series = nullptr;
    const figures::Figures* figures = nullptr;
};

std::vector<Source> sourcesOf(const figures::EvaluatedTheme& evaluated,
                              const std::string* measure) {
    std::vector<Source> sources;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const Source source{&layer, &layer.layer->series[i], &layer.series[i]};
            if (measure == nullptr ||
                figures::unitOf(*source.figures, *source.series, evaluated.language) == *measure)
                sources.push_back(source);
        }
    return sources;
}

std::optional<Colour> colourOf(const Source& source) {
    const figures::EvaluatedLayer& layer = *source.layer;
    if (theme::hasClasses(layer.layer->type))
        return layer.classes.empty()
                   ? std::nullopt
                   : std::optional(layer.classes[layer.classes.size() / 2].colour);
    return layer.layer->type == theme::LayerType::Categories ? std::nullopt
                                                             : std::optional(source.series->colour);
}

ChartSeries seriesOf(const Source& source, Language language) {
    const std::string& label = source.series->label.in(language);
    return {label.empty() ? source.layer->layer->label.in(language) : label, colourOf(source), {}};
}

/// Year by year: the records that a series is made of.
std::map<int, std::vector<records::Record>>
recordsByYear(const std::vector<records::Record>& records, const records::Selection& selection,
              std::span<const records::Source> known, ChartData& data) {
    std::map<int, std::vector<records::Record>> years;
    for (const records::Record& record : records) {
        if (!selection.accepts(record, known) || record.scope == records::Scope::Repeat)
            continue;
        if (record.period.to.isOpen()) {
            ++data.withoutYear;
            continue;
        }
        const int year = record.period.to.previousDay().year();
        data.severalYears += record.period.from.year() != year ? 1 : 0;
        years[year].push_back(record);
    }
    return years;
}

/// What the map was asked for; the frame that its figures give does not leave any out.
UnitIndex askedArea(const MapFigures& figures) {
    return figures.evaluated.theme.within.empty() ? noUnit : figures.evaluated.within;
}

} // namespace

std::vector<std::string> measuresOf(const MapFigures& figures) {
    std::vector<std::string> measures;
    for (const Source& source : sourcesOf(figures.evaluated, nullptr)) {
        const std::string measure =
            figures::unitOf(*source.figures, *source.series, figures.evaluated.language);
        if (std::find(measures.begin(), measures.end(), measure) == measures.end())
            measures.push_back(measure);
    }
    return measures;
}

ChartData chartByUnit(const MapFigures& figures, const std::string& measure, std::size_t most) {
    const gazetteer::Gazetteer& gazetteer = *figures.contents->gazetteer;
    const figures::EvaluatedTheme& evaluated = figures.evaluated;
    const std::vector<Source> sources = sourcesOf(evaluated, &measure);
    std::map<UnitIndex, double> sums;
    ChartData data;
    data.measure = measure;
    for (const Source& source : sources) {
        for (const auto& [unit, cell] : source.figures->cells)
            sums[unit] += cell.value;
        for (const figures::NotAttributed& value : source.figures->notAttributed)
            data.notAttributed += value.isInTotal() ? value.value : 0;
    }
    std::vector<std::pair<UnitIndex, double>> order(sums.begin(), sums.end());
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return a.second != b.second
                   ? a.second > b.second
                   : text::compare(gazetteer.unit(a.first).name, gazetteer.unit(b.first).name) < 0;
    });
    for (std::size_t i = most; i < order.size(); ++i) {
        ++data.leftOutUnits;
        data.leftOut += order[i].second;
    }
    order.resize(std::min(most, order.size()));
    const figures::PageWords words(evaluated, gazetteer);
    for (const auto& [unit, sum] : order) {
        data.units.push_back(unit);
        data.categories.push_back(words.shortName(unit));
    }
    for (const Source& source : sources) {
        ChartSeries series = seriesOf(source, evaluated.language);
        for (const UnitIndex unit : data.units) {
            const auto cell = source.figures->cells.find(unit);
            series.values.push_back(
                cell == source.figures->cells.end()
                    ? std::nullopt
                    : std::optional(ChartValue{cell->second.value, cell->second.lowerBound,
                                               cell->second.approximate}));
        }
        data.series.push_back(std::move(series));
    }
    return data;
}

ChartData chartByYear(const MapFigures& figures, const std::string& measure) {
    const figures::EvaluatedTheme& evaluated = figures.evaluated;
    ChartData data;
    data.measure = measure;
    std::vector<std::map<int, ChartValue>> values;
    int first = 0, last = -1;
    for (const Source& source : sourcesOf(evaluated, &measure)) {
        std::map<int, ChartValue>& ofSeries = values.emplace_back();
        data.series.push_back(seriesOf(source, evaluated.language));
        for (const auto& [year, records] :
             recordsByYear(*figures.contents->records, source.series->selection,
                           *figures.contents->sources, data)) {
            const figures::Figures joined = figures::join(
                *figures.contents->gazetteer, records,
                {source.series->selection, source.series->measure, evaluated.level, evaluated.asOf,
                 askedArea(figures), source.series->places, *figures.contents->sources});
            if (joined.cells.empty() && joined.notAttributed.empty())
                continue;
            ofSeries[year] = {joined.total, joined.lowerBound, false};
            first = last < first ? year : std::min(first, year);
            last = std::max(last, year);
        }
    }
    for (int year = first; year <= last; ++year) {
        data.categories.push_back(std::to_string(year));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto value = values[i].find(year);
            data.series[i].values.push_back(
                value == values[i].end() ? std::nullopt : std::optional(value->second));
        }
    }
    return data;
}

} // namespace terroir::viewer
