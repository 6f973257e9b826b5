#include "core/records/row_details.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/fields.hpp"
#include "core/records/in_force.hpp"
#include "core/records/period.hpp"

#include <algorithm>
#include <array>

namespace terroir::records {

void readDetails(const ColumnMap& columns, const TextRow& row, Record& record) {
    for (const FieldInfo& field : fields()) {
        if (!field.isDetail || !columns.has(field.field))
            continue;
        std::string cell = columns.cell(row, field.field);
        // Of the many units of money none goes without saying.
        if (const std::string unit = columns.unitInHeader(field.field);
            field.field == "budget" && !unit.empty() && !cell.empty() &&
            cell.find_first_not_of("0123456789.,") == std::string::npos) {
            const auto number = parsePlainNumber(cell);
            cell = (number ? formatNumber(*number, Language::Vietnamese) : cell) + " " + unit;
        }
        if (!isBlankCell(cell))
            record.details.push_back({field.field, std::move(cell)});
    }
}

LocalText dayRefusal(std::string_view written) {
    return localText("'{}' không phải là ngày; hãy viết như 2022-04-15, 15/4/2022 hoặc 2022.",
                     "'{}' is not a date; write it like 2022-04-15, 15/4/2022 or 2022.", written);
}

std::string detail(const Record& record, std::string_view field) {
    const auto found = std::find_if(record.details.begin(), record.details.end(),
                                    [&](const Detail& one) { return one.field == field; });
    return found == record.details.end() ? std::string() : found->text;
}

bool isGranted(std::string_view kind) {
    static constexpr std::array<std::string_view, 6> kinds{
        "ocop",          "title",           "geographical_indication",
        "certification", "production_zone", "packing_house"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::optional<Period> decisionDay(const Record& record) {
    return grantDay(termTextsOf(record));
}

void sayComputedEnd(const Record& record, Verdict& verdict) {
    const auto written = record.kind == "ocop" ? termOf(record) : std::nullopt;
    if (!written || written->withdrawn || !decisionDay(record))
        return;
    // Only a day gives a day.
    const Term term = completed(*written, {});
    if (term.basis == EndBasis::Computed && dayAfter(term.until.from) == term.until.to)
        verdict.remarks.push_back(localText(
            "Bảng không ghi ngày hết hạn; hạng OCOP có giá trị 36 tháng từ quyết định nên "
            "được tính là {}.",
            "The table does not say when the rating ends; OCOP ratings hold 36 months from "
            "the decision, so it was computed as {}.",
            dayText(term.until.from)));
}

} // namespace terroir::records
