#include "core/records/years_rule.hpp"

#include <algorithm>
#include <array>

namespace terroir::records {

std::optional<YearsRule> parseYearsRule(std::string_view text) {
    for (const YearsRule rule : {YearsRule::Newest, YearsRule::All})
        if (text == toString(rule))
            return rule;
    return std::nullopt;
}

std::string_view toString(YearsRule rule) {
    return rule == YearsRule::Newest ? "newest" : "all";
}

YearsRule yearsRuleOf(std::string_view kind, std::string_view indicator) {
    // An indicator stands for all of its kind where it is empty.
    struct Standing {
        std::string_view kind, indicator;
    };
    static constexpr std::array<Standing, 14> standing{{
        {"planting", ""},
        {"production_zone", ""},
        {"livestock", ""},
        {"aquaculture", ""},
        {"organisation", ""},
        {"packing_house", ""},
        {"border_marker", ""},
        {"generic", ""},
        {"certification", "area"},
        {"certification", "output"},
        {"certification", "households"},
        {"certification", "head"},
        {"infrastructure", "area"},
        {"title", "titles_protected"}, // all titles in force, not those of a year
    }};
    return std::any_of(standing.begin(), standing.end(),
                       [&](const Standing& one) {
                           return one.kind == kind &&
                                  (one.indicator.empty() || one.indicator == indicator);
                       })
               ? YearsRule::Newest
               : YearsRule::All;
}

bool mayBeBelowZero(std::string_view indicator) {
    return indicator.ends_with("_gain") || indicator.ends_with("_increase");
}

} // namespace terroir::records
