#include "core/figures/evaluate.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/bivariate.hpp"
#include "core/figures/change.hpp"
#include "core/figures/coverage.hpp"
#include "core/figures/decimals.hpp"
#include "core/figures/layer_classes.hpp"
#include "core/figures/rates.hpp"
#include "core/figures/shared_figures.hpp"
#include "core/figures/theme_years.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/records/selection.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

namespace terroir::figures {

namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::UnitIndex;

/// The provinces of the date that hold any place of a selected record.
std::set<UnitIndex> provincesOf(const theme::Theme& theme, const Gazetteer& gazetteer,
                                const records::CompactRecords& records,
                                std::span<const records::Source> sources, Date asOf) {
    std::vector<records::CompactSelection> selections;
    for (const theme::Layer& layer : theme.layers)
        for (const theme::Series& series : layer.series)
            selections.emplace_back(series.selection, records, sources);
    const auto isSelected = [&](std::size_t record) {
        return std::any_of(selections.begin(), selections.end(),
                           [&](const auto& selection) { return selection.accepts(record); });
    };
    return records::provincesOf(gazetteer, records, isSelected, asOf);
}

std::vector<Summand> summandsOf(const Cell& cell, const records::CompactRecords& records) {
    std::vector<Summand> summands;
    std::map<std::vector<records::CompactRecords::Text>, std::size_t> known;
    for (const std::size_t index : cell.records) {
        const auto subjects = records.subjects(index);
        const std::optional<double>& value = records[index].value;
        if (!value || subjects.empty())
            continue;
        const auto [at, isNew] =
            known.try_emplace({subjects.begin(), subjects.end()}, summands.size());
        if (isNew) {
            summands.emplace_back();
            for (const auto subject : subjects)
                summands.back().subjects.emplace_back(records.text(subject));
        }
        summands[at->second].value += *value;
    }
    return summands;
}

int decimalsOfFigures(const EvaluatedLayer& layer) {
    std::vector<double> values;
    for (const Figures& figures : layer.series) {
        for (const auto& [unit, cell] : figures.cells)
            values.push_back(cell.value);
        for (const NotAttributed& entry : figures.notAttributed) // those of groups, too
            values.push_back(entry.value);
    }
    return commonDecimals(values);
}

/// What is added or compared is in one unit of measure, also where only the records know it.
void requireOneUnit(const EvaluatedLayer& layer) {
    const Figures* first = nullptr;
    for (std::size_t i = 0; i < layer.series.size(); ++i) {
        const Figures& figures = layer.series[i];
        if (figures.unit.empty() || layer.layer->series[i].unit != LocalText())
            continue; // the theme's word stands for all that its records call it
        if (first != nullptr && figures.unit != first->unit)
            throw InputError(localText(
                "Lớp '{}' có số liệu theo '{}' và theo '{}', không cộng hay so sánh với nhau được; "
                "hãy chọn các dãy có cùng đơn vị tính.",
                "The layer '{}' has figures in '{}' and in '{}', which can neither be added nor "
                "compared; select series of one unit of measure.",
                layer.layer->label, first->unit, figures.unit));
        first = first == nullptr ? &figures : first;
    }
}

/// `within` is the area that was asked for; the frame that the data themselves give does not leave
/// anything out, least of all what could not be placed.
EvaluatedLayer evaluateLayer(const theme::Layer& layer, const EvaluatedTheme& evaluated,
                             UnitIndex within, const Gazetteer& gazetteer,
                             const records::CompactRecords& records,
                             std::span<const records::Source> sources, CountedMemory* memory) {
    EvaluatedLayer out;
    out.layer = &layer;
    for (const theme::Series& series : layer.series) {
        std::optional<Date> forceDay;
        if (series.inForce)
            forceDay = evaluated.asOf;
        figures::Figures figures =
            figures::join(gazetteer, records,
                          {series.selection, series.measure, evaluated.level, evaluated.asOf,
                           within, series.places, sources, series.years, forceDay},
                          memory);
        figures.units = evaluated.units; // of several provinces: the join was over the country
        out.summands.emplace_back();
        if (evaluated.theme.list && series.measure == records::Measure::Sum)
            for (const auto& [unit, cell] : figures.cells)
                out.summands.back()[unit] = summandsOf(cell, records);
        out.series.push_back(std::move(figures));
    }
    if (theme::showsSum(layer.type) || layer.type == theme::LayerType::Change)
        requireOneUnit(out);
    out.shared =
        sharedFigures(out.series, evaluated.units, evaluated.level, gazetteer, evaluated.asOf);
    out.decimals = decimalsOfFigures(out);
    if (layer.type == theme::LayerType::Choropleth)
        setRates(out, gazetteer, evaluated.units, evaluated.language);
    if (layer.type == theme::LayerType::Change)
        setChanges(out, evaluated, gazetteer, records);
    if (theme::hasClasses(layer.type))
        setClasses(out, evaluated.language);
    if (layer.type == theme::LayerType::Bivariate)
        setBivariate(out, evaluated.language);
    if (layer.type == theme::LayerType::Categories)
        setCategories(out, records, evaluated.language);
    fillFromGroups(out);
    out.noData = countWithoutData(out, evaluated.units);
    out.largestSymbol = largestSymbolValue(out);
    return out;
}

std::vector<std::string> sourcesOf(const std::vector<EvaluatedLayer>& layers,
                                   const records::CompactRecords& records) {
    std::unordered_set<records::CompactRecords::Text> used;
    std::optional<records::CompactRecords::Text> last; // many records are of one source
    const auto add = [&](const std::vector<std::size_t>& indices) {
        for (const std::size_t index : indices)
            if (const auto source = records[index].source; source != last) {
                used.insert(source);
                last = source;
            }
    };
    for (const EvaluatedLayer& layer : layers)
        for (const figures::Figures& figures : layer.series) {
            for (const auto& [unit, cell] : figures.cells)
                add(cell.records);
            for (const figures::NotAttributed& value : figures.notAttributed)
                add(value.records);
        }
    std::vector<std::string> ids;
    for (const auto source : used)
        ids.emplace_back(records.text(source));
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// Sets what is shown: the date, the level that exists on it, the area and its units.
void setFrame(EvaluatedTheme& evaluated, const Gazetteer& gazetteer,
              const records::CompactRecords& records, std::span<const records::Source> sources,
              ShownArea area) {
    const theme::Theme& theme = evaluated.theme;
    evaluated.asOf = theme.asOf.value_or(Date::today());
    evaluated.level = theme.level;
    if (evaluated.level == Level::District &&
        gazetteer.unitsAt(Level::District, evaluated.asOf).empty())
        evaluated.level = Level::Commune;

    std::set<UnitIndex> areas{area.within};
    if (area.within == gazetteer::noUnit && !area.wholeCountry)
        areas = provincesOf(theme, gazetteer, records, sources, evaluated.asOf);
    if (areas.size() == 1)
        evaluated.within = *areas.begin();
    for (const UnitIndex each : areas) {
        const auto units = gazetteer::unitsWithin(gazetteer, each, evaluated.level, evaluated.asOf);
        evaluated.units.insert(evaluated.units.end(), units.begin(), units.end());
    }
    std::sort(evaluated.units.begin(), evaluated.units.end(), [&](UnitIndex a, UnitIndex b) {
        return gazetteer.unit(a).code < gazetteer.unit(b).code;
    });
}

} // namespace

EvaluatedTheme evaluate(const theme::Theme& theme, const Gazetteer& gazetteer,
                        const records::CompactRecords& records, const theme::Settings& settings,
                        Language language, std::span<const records::Source> sources, ShownArea area,
                        CountedMemory* memory) {
    EvaluatedTheme evaluated;
    evaluated.theme = theme::withSettings(theme, settings);
    evaluated.language = language;
    setFrame(evaluated, gazetteer, records, sources, area);
    for (const theme::Layer& layer : evaluated.theme.layers)
        evaluated.layers.push_back(
            evaluateLayer(layer, evaluated, area.within, gazetteer, records, sources, memory));
    evaluated.sources = sourcesOf(evaluated.layers, records);
    evaluated.only = records::inWords(evaluated.theme.only, sources);
    evaluated.years = yearsOfFigures(evaluated.layers, records, sources);
    evaluated.leftOut = leftOutOf(evaluated.layers, records);
    evaluated.coverage = coverageOf(evaluated, gazetteer, records);
    return evaluated;
}

} // namespace terroir::figures
