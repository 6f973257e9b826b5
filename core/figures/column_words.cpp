#include "core/figures/column_words.hpp"

#include "core/base/issue.hpp"
#include "core/boundaries/issue_words.hpp"
#include "core/figures/profile.hpp"
#include "core/figures/reasons.hpp"
#include "core/gazetteer/code_words.hpp"
#include "core/geocode/answer_words.hpp"
#include "core/records/code_words.hpp"
#include "core/records/in_force.hpp"
#include "core/records/measure_unit_words.hpp"
#include "core/records/record_words.hpp"
#include "core/records/vocabulary.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace terroir::figures {

namespace {

LocalText asItIs(std::string_view text) {
    return {std::string(text), std::string(text)};
}

/// A record's, a finding's of an import of boundaries, or an event's in a unit's life: their ids
/// are all different.
LocalText kindWords(const std::string& kind) {
    if (records::findKind(kind) != nullptr)
        return records::kindInWords(kind);
    const LocalText event = gazetteer::successionInWords(kind);
    return event != asItIs(kind) ? event : boundaries::issueInWords(kind);
}

LocalText outcomeWords(const std::string& code) {
    using records::RowOutcome;
    for (const RowOutcome outcome :
         {RowOutcome::Accepted, RowOutcome::Doubtful, RowOutcome::Refused, RowOutcome::LeftOut})
        if (code == toString(outcome))
            return inWords(outcome);
    return asItIs(code);
}

LocalText severityWords(const std::string& code) {
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error})
        if (code == toString(severity))
            return inWords(severity);
    return asItIs(code);
}

LocalText statusWords(const std::string& code) {
    if (code == "unused") // a decision whose record is gone
        return {"không còn dùng", "unused"};
    if (const auto state = records::parseState(code)) {
        const LocalText words{records::RecordWords(Language::Vietnamese).state(*state),
                              records::RecordWords(Language::English).state(*state)};
        return words == LocalText() ? LocalText{"đã thực hiện, có hiệu lực", "done, in force"}
                                    : words;
    }
    const auto status = geocode::parseStatus(code);
    return status ? inWords(*status) : asItIs(code);
}

LocalText categoryWords(const std::string& code) {
    static const std::vector<std::string> kinds = records::kindIds();
    return records::categoryName(code, kinds);
}

LocalText indicatorWords(const std::string& code) {
    const auto& all = records::indicators();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& indicator) { return indicator.id == code; });
    return found == all.end() ? asItIs(code) : found->name;
}

LocalText qualifierWords(const std::string& code) {
    return code == "range"     ? LocalText{"khoảng từ – đến", "a range"}
           : code == "implied" ? LocalText{"suy từ câu chữ", "implied"}
           : code == ">="      ? LocalText{"≥", "≥"}
           : code == "none"    ? LocalText{"không có", "none"}
                               : asItIs(code);
}

LocalText forceWords(const std::string& code) {
    const auto force = records::parseForce(code);
    return force ? records::inWords(*force) : asItIs(code);
}

LocalText untilByWords(const std::string& code) {
    using records::EndBasis;
    for (const EndBasis basis : {EndBasis::Written, EndBasis::Computed, EndBasis::None})
        if (code == toString(basis))
            return records::inWords(basis);
    return asItIs(code);
}

LocalText levelWords(const std::string& code) {
    const auto level = gazetteer::parseLevel(code);
    return level ? inWords(*level) : asItIs(code);
}

/// "30/6/2025"; a text that is no day, as it is.
LocalText dayWords(const std::string& text) {
    const std::optional<Date> day = parseDate(text);
    return !day ? asItIs(text)
                : LocalText{records::RecordWords(Language::Vietnamese).day(*day),
                            records::RecordWords(Language::English).day(*day)};
}

/// "18/11/2027", "2027"; "1/1/2015 – 31/12/2020", "chậm nhất 15/4/2022" of by then.
LocalText spanWords(const std::string& text) {
    const std::size_t stroke = text.find('/');
    if (stroke == std::string::npos)
        return dayWords(text);
    const LocalText last = dayWords(text.substr(stroke + 1));
    if (stroke == 0)
        return {"chậm nhất " + last.vi, "by " + last.en};
    const LocalText first = dayWords(text.substr(0, stroke));
    return {first.vi + " – " + last.vi, first.en + " – " + last.en};
}

LocalText notAttributedWords(const std::string& code) {
    const auto infos = figures::reasonInfos();
    const auto info = std::find_if(infos.begin(), infos.end(),
                                   [&](const figures::ReasonInfo& one) { return one.id == code; });
    return info == infos.end() ? asItIs(code) : info->words;
}

LocalText rowWords(const std::string& code) {
    for (const ProfilePart part : allProfileParts())
        if (code == toString(part))
            return inWords(part);
    return code == "unit"             ? LocalText{"đơn vị", "unit"}
           : code == "not_attributed" ? LocalText{"chưa xác định được đơn vị", "not attributed"}
           : code == "reported_total" ? LocalText{"tổng số nêu trong báo cáo", "reported total"}
           : code == "total"          ? LocalText{"tổng số", "total"}
           : code == "alias"          ? LocalText{"tên khác", "other name"}
           : code == "before"         ? LocalText{"hình thành từ", "made from"}
           : code == "after"          ? LocalText{"trở thành", "became"}
                                      : asItIs(code);
}

} // namespace

LocalText columnInWords(std::string_view column) {
    static const std::unordered_map<std::string_view, LocalText> words{
        {"id", {"Mã", "Id"}},
        {"kind", {"Loại", "Kind"}},
        {"feature", {"Đối tượng", "Feature"}},
        {"code", {"Mã đơn vị", "Code"}},
        {"name", {"Tên", "Name"}},
        {"sentence", {"Nội dung", "What is said"}},
        {"sheet", {"Trang tính", "Sheet"}},
        {"row", {"Dòng", "Row"}},
        {"outcome", {"Kết quả", "Outcome"}},
        {"record", {"Bản ghi", "Record"}},
        {"severity", {"Mức độ", "Severity"}},
        {"rule", {"Quy tắc", "Rule"}},
        {"text", {"Địa danh như trong nguồn", "As written"}},
        {"context", {"Địa bàn", "Context"}},
        {"day", {"Ngày", "Day"}},
        {"status", {"Kết quả định vị", "Status"}},
        {"candidates", {"Mã có thể", "Possible codes"}},
        {"candidate_names", {"Đơn vị có thể", "Possible units"}},
        {"title", {"Tiêu đề", "Title"}},
        {"source", {"Nguồn", "Source"}},
        {"sources", {"Nguồn", "Sources"}},
        {"line", {"Dòng trong nguồn", "Line"}},
        {"level", {"Cấp", "Level"}},
        {"type", {"Loại đơn vị", "Type"}},
        {"unit", {"Đơn vị", "Unit"}},
        {"parent", {"Đơn vị cấp trên", "Parent"}},
        {"mark", {"Mức chính xác", "Mark"}},
        {"note", {"Ghi chú", "Note"}},
        {"reasons", {"Lý do", "Reasons"}},
        {"reason", {"Lý do", "Reason"}},
        {"value", {"Giá trị", "Value"}},
        {"places", {"Địa danh", "Places"}},
        {"holder", {"Đơn vị chứa", "Unit that holds it"}},
        {"subjects", {"Đối tượng", "Subjects"}},
        {"valid_from", {"Từ ngày", "From"}},
        {"valid_to", {"Trước ngày", "Before"}},
        {"valid_until", {"Đến hết", "Until"}},
        {"until_by", {"Ngày hết hạn", "Last day"}},
        {"in_force", {"Hiệu lực", "In force"}},
        {"predecessors", {"Đơn vị tiền thân", "Predecessors"}},
        {"successors", {"Đơn vị kế thừa", "Successors"}},
        {"file", {"Tệp", "File"}},
        {"layer", {"Lớp", "Layer"}},
        {"imported", {"Ngày nhập", "Imported on"}},
        {"polygons", {"Số đa giác", "Polygons"}},
        {"crs", {"Hệ tọa độ", "Coordinates"}},
        {"count", {"Số lượng", "Count"}},
        {"description", {"Mô tả", "Description"}},
        {"meaning", {"Ý nghĩa", "Meaning"}},
        {"at", {"Lúc", "When"}},
        {"who", {"Người sửa", "Who"}},
        {"what", {"Việc", "What"}},
        {"field", {"Trường", "Field"}},
        {"before", {"Trước", "Before"}},
        {"after", {"Sau", "After"}},
        {"undone", {"Đã hoàn tác", "Taken back"}},
        {"issuer", {"Cơ quan ban hành", "Issuer"}},
        {"number", {"Số hiệu", "Number"}},
        {"date", {"Ngày", "Date"}},
        {"territory", {"Địa bàn", "Territory"}},
        {"document", {"Tài liệu", "Document"}},
        {"units", {"Đơn vị liên quan", "Units concerned"}},
        {"records", {"Số bản ghi", "Records"}},
    };
    const auto known = words.find(column);
    return known == words.end() ? asItIs(column) : known->second;
}

std::string cellInWords(std::string_view column, const std::string& text, Language language) {
    using Teller = LocalText (*)(const std::string&);
    static const std::unordered_map<std::string_view, Teller> tellers{
        {"kind", kindWords},
        {"outcome", outcomeWords},
        {"severity", severityWords},
        {"rule", [](const std::string& rule) { return records::ruleInWords(rule); }},
        {"status", statusWords},
        {"category", categoryWords},
        {"indicator", indicatorWords},
        {"qualifier", qualifierWords},
        {"date", dayWords},
        {"level", levelWords},
        {"day", dayWords},
        {"valid_from", spanWords},
        {"valid_until", spanWords},
        {"until_by", untilByWords},
        {"in_force", forceWords},
        {"valid_to", dayWords},
        {"imported", dayWords},
        {"reason", notAttributedWords},
        {"reasons", [](const std::string& reasons) { return geocode::reasonsInWords(reasons); }},
        {"row", rowWords},
        {"unit", [](const std::string& unit) { return records::measureUnitInWords(unit); }},
    };
    const auto teller = tellers.find(column);
    return teller == tellers.end() ? text : teller->second(text).in(language);
}

} // namespace terroir::figures
