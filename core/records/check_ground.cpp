#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check.hpp"
#include "core/records/land_units.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace terroir::records {

namespace {

/// Of the larger area: below, rounding and borders along a path.
constexpr double mostDifference = 0.1;

std::optional<LocalText> otherAreaThanGround(const Record& record, const RecordGround& ground) {
    const auto squareMetres = squareMetresIn(record.unit, Region::Unknown);
    const double measured = groundHectares(ground.shape);
    if (!record.value || record.indicator != "area" || !squareMetres || measured <= 0)
        return std::nullopt;
    const double stated = *record.value * *squareMetres / 10000;
    const double difference = std::abs(stated - measured) / std::max(stated, measured);
    if (difference <= mostDifference)
        return std::nullopt;
    return localText("Diện tích ghi {} ha, nhưng vùng của bản ghi ({}) đo được {} ha, lệch {} %; "
                     "hãy xem lại số hoặc vùng.",
                     "The stated area is {} ha, but the zone of the record ({}) measures {} ha, "
                     "{} % off; check the number or the zone.",
                     numberText(stated), accuracyWords(ground.accuracy), numberText(measured),
                     numberText(100 * difference, 0));
}

} // namespace

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
