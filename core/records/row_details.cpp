#include "core/records/row_details.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/fields.hpp"
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
    for (const std::string_view field : {"decision_date", "issued"})
        if (const std::string cell = detail(record, field); !cell.empty())
            if (const auto day = parsePeriod(cell))
                return day;
    // "Số 00063 ngày 13/3/2018": a day after the number; a year there is part of the number.
    if (const std::string number = detail(record, "certificate_no"); !number.empty())
        if (const auto day = parsePeriod(number); day && dayAfter(day->from) == day->to)
            return day;
    const std::string decision = detail(record, "decision");
    return decision.empty() ? std::nullopt : parseDecision(decision).day;
}

void completeExpiry(Record& record, Verdict& verdict) {
    const auto decided = decisionDay(record);
    // Only a day gives a day.
    if (record.kind != "ocop" || !detail(record, "expires").empty() || !decided ||
        dayAfter(decided->from) != decided->to || record.state == State::Proposed)
        return;
    const Date day = decided->from;
    const int last = day.month() == 2 && day.day() == 29 ? 28 : day.day();
    const Date end = Date::of(day.year() + 3, day.month(), last);
    record.details.push_back({"expires", end.toString()});
    verdict.remarks.push_back(
        localText("Bảng không ghi ngày hết hạn; hạng OCOP có giá trị 36 tháng từ quyết định nên "
                  "được tính là {}.",
                  "The table does not say when the rating ends; OCOP ratings hold 36 months from "
                  "the decision, so it was computed as {}.",
                  dayText(end)));
}

} // namespace terroir::records
