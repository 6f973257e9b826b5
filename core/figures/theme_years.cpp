#include "core/figures/theme_years.hpp"

#include "core/base/day_words.hpp"
#include "core/records/selection.hpp"

#include <algorithm>
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

} // namespace

std::vector<int> yearsOf(const theme::Theme& theme, std::span<const records::Record> records,
                         std::span<const records::Source> sources) {
    const std::vector<records::Selection> selections = selectionsOf(theme);
    std::set<int> years;
    for (const records::Record& record : records) {
        if (record.scope == records::Scope::Repeat ||
            std::none_of(selections.begin(), selections.end(),
                         [&](const auto& selection) { return selection.accepts(record); }))
            continue;
        const std::optional<Period> period = records::periodOf(record, sources);
        if (!period)
            continue;
        const int last =
            period->to.isOpen() ? period->from.year() : period->to.previousDay().year();
        const int first = period->from.isOpen() ? last : period->from.year();
        for (int year = first; year <= last; ++year)
            years.insert(year);
    }
    return {years.begin(), years.end()};
}

} // namespace terroir::figures
