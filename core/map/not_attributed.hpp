#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/figures/page_words.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace terroir::map {

/// All values of one series that were not attributed to a unit for one reason at one place.
struct NotAttributedLine {
    std::string series; ///< empty when there is only one
    std::string unit;
    std::string place;
    std::string reason;
    double value = 0;
    bool lowerBound = false;
    const figures::EvaluatedLayer* layer = nullptr;
    std::vector<std::string> subjects; ///< named when the theme lists subjects
};

/// In the order of the figures; without what groups on the map show. Linear in the values.
std::vector<NotAttributedLine> notAttributedLines(const figures::EvaluatedTheme& evaluated,
                                                  const figures::PageWords& words);

/// For each series the positions in Figures::notAttributed that groups on the map show.
std::vector<std::set<std::size_t>> shownEntries(const figures::EvaluatedLayer& layer);

/// "Số cơ sở" says "cơ sở" already.
bool saysSame(const std::string& label, const std::string& unit);

} // namespace terroir::map
