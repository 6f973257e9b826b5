#include "core/figures/theme_years.hpp"

#include "core/figures/newest_years.hpp"
#include "core/records/selection.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace terroir::figures {

namespace {

std::vector<records::Selection> selectionsOf(const theme::Theme& theme) {
    std::vector<records::Selection> selections;
    for (const theme::Layer& layer : theme.layers)
        for (const theme::Series& series : layer.series) {
            selections.push_back(series.selection);
            selections.back().period.reset();
        }
    return selections;
}

/// False when the period is no known time.
bool addYears(std::set<int>& years, const std::optional<Period>& period) {
    if (!period)
        return false;
    const std::optional<YearSpan> span = yearSpanOf(*period);
    for (int year = span ? span->first : 1; span && year <= span->last; ++year)
        years.insert(year);
    return span.has_value();
}

} // namespace

std::vector<int> yearsOf(const theme::Theme& theme, std::span<const records::Record> records,
                         std::span<const records::Source> sources) {
    const std::vector<records::Selection> selections = selectionsOf(theme);
    std::set<int> years;
    for (const records::Record& record : records) {
        if (record.scope == records::Scope::Repeat ||
            std::none_of(selections.begin(), selections.end(),
                         [&](const auto& selection) { return selection.accepts(record, sources); }))
            continue;
        addYears(years, records::periodOf(record, sources));
    }
    return {years.begin(), years.end()};
}

FigureYears yearsOfFigures(std::span<const EvaluatedLayer> layers,
                           const records::CompactRecords& records,
                           std::span<const records::Source> sources) {
    FigureYears out;
    std::set<int> years;
    std::optional<Period> last; // many records are of one
    const auto add = [&](const std::vector<std::size_t>& indices) {
        for (const std::size_t index : indices) {
            const auto period = records::periodOf(records, index, sources);
            if (period && period == last)
                continue;
            last = period;
            if (!addYears(years, period))
                out.someUnknown = true;
        }
    };
    for (const EvaluatedLayer& layer : layers)
        for (const Figures& figures : layer.series) {
            for (const auto& [unit, cell] : figures.cells)
                add(cell.records);
            for (const NotAttributed& entry : figures.notAttributed)
                add(entry.records);
        }
    out.years.assign(years.begin(), years.end());
    return out;
}

LeftOutCount leftOutOf(std::span<const EvaluatedLayer> layers,
                       const records::CompactRecords& records) {
    std::map<LeftOut::Reason, std::vector<std::size_t>> left;
    std::vector<std::size_t> mayOverlap, mayBeOut, doubtful;
    const auto addDoubtful = [&](const std::vector<std::size_t>& indices) {
        for (const std::size_t index : indices)
            if (records[index].isDoubtful)
                doubtful.push_back(index);
    };
    for (const EvaluatedLayer& layer : layers)
        for (const Figures& figures : layer.series) {
            for (const LeftOut& one : figures.leftOut)
                left[one.reason].push_back(one.record);
            for (const auto& [unit, cell] : figures.cells)
                addDoubtful(cell.records);
            for (const NotAttributed& entry : figures.notAttributed)
                addDoubtful(entry.records);
            mayOverlap.insert(mayOverlap.end(), figures.mayOverlap.begin(),
                              figures.mayOverlap.end());
            mayBeOut.insert(mayBeOut.end(), figures.mayBeOut.begin(), figures.mayBeOut.end());
        }
    const auto eachOnce = [](std::vector<std::size_t>& indices) {
        std::sort(indices.begin(), indices.end());
        return std::size_t(std::unique(indices.begin(), indices.end()) - indices.begin());
    };
    return {eachOnce(left[LeftOut::Reason::EarlierYear]),
            eachOnce(left[LeftOut::Reason::LaterYear]),
            eachOnce(left[LeftOut::Reason::BelowZero]),
            eachOnce(left[LeftOut::Reason::WithinYear]),
            eachOnce(mayOverlap),
            eachOnce(doubtful),
            eachOnce(left[LeftOut::Reason::NotInForce]),
            eachOnce(mayBeOut)};
}

} // namespace terroir::figures
