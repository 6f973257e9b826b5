#include "core/records/row_details.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/records/fields.hpp"
#include "core/records/period.hpp"

#include <algorithm>

namespace terroir::records {

void readDetails(const ColumnMap& columns, const TextRow& row, Record& record) {
    for (const FieldInfo& field : fields()) {
        if (!field.isDetail || !columns.has(field.field))
            continue;
        if (std::string cell = columns.cell(row, field.field); !isBlankCell(cell))
            record.details.push_back({field.field, std::move(cell)});
    }
}

std::string detail(const Record& record, std::string_view field) {
    const auto found = std::find_if(record.details.begin(), record.details.end(),
                                    [&](const Detail& one) { return one.field == field; });
    return found == record.details.end() ? std::string() : found->text;
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
