#pragma once

#include <optional>
#include <string_view>

namespace terroir::records {

/// What figures of one thing in several years give together.
enum class YearsRule {
    Newest, ///< one figure: that of the newest year
    All,    ///< their sum: each year has things or events of its own
};
std::optional<YearsRule> parseYearsRule(std::string_view text);
std::string_view toString(YearsRule rule); ///< "newest", "all"

/// Newest for what stands over the years (land, animals, farms, cages, members) and what is
/// measured for a year (output), for figures of no known kind, too; All for what each year has its
/// own of: models, trials, tasks, products, titles, courses.
YearsRule yearsRuleOf(std::string_view kind, std::string_view indicator);

/// Gains and increases; nothing else that is measured or counted can be less than nothing.
bool mayBeBelowZero(std::string_view indicator);

} // namespace terroir::records
