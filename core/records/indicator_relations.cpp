#include "core/records/indicator_relations.hpp"

#include <array>
#include <utility>

namespace terroir::records {

std::span<const IndicatorRelation> indicatorRelations() {
    using enum IndicatorRelation::Kind;
    static const std::array<IndicatorRelation, 10> relations{{
        {Outcome, {"tasks_approved"}, {"tasks"}},
        {Outcome,
         {"establishments_inspected"},
         {"establishments_reminded", "establishments_fined"},
         true},
        {Breakdown, {"tasks"}, {"tasks_by_field"}},
        {Breakdown, {"tasks"}, {"tasks_by_type"}},
        {Breakdown, {"sites"}, {"households_by_tank"}},
        {Holds, {"titles_applied"}, {"titles_protected"}},
        {Holds, {"titles_protected"}, {"titles"}},
        {Holds, {"inspections_and_checks"}, {"inspections"}, true},
        {Holds, {"companies", "cooperatives"}, {"organisations_in_chains"}, true},
        {Holds, {"output"}, {"output_increase"}, true},
    }};
    return relations;
}

std::string_view wholeOfShare(std::string_view indicator) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> wholes{
        {{"task_share", "tasks"}, {"council_degree_share", "council_members"}}};
    for (const auto& [share, whole] : wholes)
        if (share == indicator)
            return whole;
    return {};
}

} // namespace terroir::records
