#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::records {

namespace {

/// A single "lots" after "establishments" says something else; several read like a breakdown.
constexpr std::size_t fewestOthers = 2;

void checkCountsOf(const RecordList& group, std::vector<Issue>& out) {
    const Record* total = nullptr;
    for (const Record* record : group) {
        if (record->scope == Scope::Part || record->scope == Scope::None)
            return; // it has parts of its own
        if (record->scope != Scope::Aggregate)
            continue;
        if (total != nullptr)
            return;
        total = record;
    }
    if (total == nullptr || !countsThings(*total))
        return;
    std::vector<std::string> ids, counts;
    for (const Record* record : group) {
        if (record == total || record->line != total->line || record->unit == total->unit ||
            !countsThings(*record))
            continue;
        ids.push_back(record->id);
        counts.push_back(fmt::format("{} {}", *record->value, record->unit));
    }
    if (ids.size() < fewestOthers)
        return;
    const std::string list = fmt::format("{}", fmt::join(counts, ", "));
    out.push_back({Severity::Warning, "unit", total->id,
                   localText("Sau {} {} nguồn ghi tiếp {}: khác đơn vị tính, không phải các phần "
                             "của số ấy; đừng so hay cộng.",
                             "{} {} are followed by {}: other units, hence no breakdown of that "
                             "number; neither compare nor add them.",
                             numberText(*total->value), total->unit, list),
                   fmt::format("{} {}", *total->value, list), ids});
}

} // namespace

void checkUnits(const RecordGroups& groups, std::vector<Issue>& out) {
    for (const RecordList& group : groups.groups)
        checkCountsOf(group, out);
}

} // namespace terroir::records
