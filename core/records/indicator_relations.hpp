#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace terroir::records {

/// What the numbers of two groups of indicators have to do with each other, in one source and time.
struct IndicatorRelation {
    enum class Kind {
        Holds,    ///< the parts are among the whole: never more
        Outcome,  ///< each of the whole ends as one of the parts: the rest is open
        Breakdown ///< the parts are the whole, put otherwise
    };
    Kind kind = Kind::Holds;
    std::vector<std::string_view> whole, parts;
    bool sameCategory = false; ///< only within one category
};

std::span<const IndicatorRelation> indicatorRelations();

/// The indicator of what a share is of: "tasks" for "task_share". Empty where that is not fixed.
std::string_view wholeOfShare(std::string_view indicator);

} // namespace terroir::records
