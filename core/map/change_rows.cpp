#include "core/map/change_rows.hpp"

#include "core/base/day_words.hpp"

#include <fmt/format.h>

namespace terroir::map {

void addChangeTimes(LegendRows& rows, const figures::EvaluatedLayer& layer,
                    const figures::PageWords& words, const Typesetter& type) {
    const auto timeOf = [&](const theme::Series& series) {
        return series.selection.period ? periodInWords(*series.selection.period, words.language())
                                       : series.label.in(words.language());
    };
    const std::string before = timeOf(layer.layer->series.front()),
                      after = timeOf(layer.layer->series.back());
    if (before.empty() || after.empty() || before == after)
        return;
    rows.paragraph(fmt::format("{} → {}", before, after), type.style(smallPt), ink::quietText, 0,
                   0);
    rows.gap(0.6);
}

} // namespace terroir::map
