#include "core/records/check.hpp"
#include "core/records/stated_area.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::records {

void checkGround(store::WorkspaceFile& workspace, std::span<const Record> records,
                 std::vector<Issue>& findings) {
    walkGround(workspace, [&](const std::string& id, const RecordGround& ground) {
        const auto record = std::lower_bound(
            records.begin(), records.end(), id,
            [](const Record& one, const std::string& wanted) { return one.id < wanted; });
        if (record == records.end() || record->id != id)
            return;
        if (auto sentence = otherAreaThanGround(*record, ground))
            findings.push_back({Severity::Warning, "ground", id, std::move(*sentence),
                                fmt::format("{}\n{}\n{}", record->value.value_or(0), record->unit,
                                            groundText(ground))});
    });
}

} // namespace terroir::records
