#include "core/extract/row_words.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/extract/review.hpp"
#include "core/records/fields.hpp"
#include "core/records/limits.hpp"
#include "core/records/record_words.hpp"
#include "core/records/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::extract {

namespace {

using Codes = std::vector<CodeWords>;

template <typename InWords>
LocalText inBoth(InWords words) {
    return {words(records::RecordWords(Language::Vietnamese)),
            words(records::RecordWords(Language::English))};
}

Codes kindCodes() {
    Codes codes;
    for (const records::KindInfo& kind : records::kinds())
        codes.push_back({std::string(kind.id), kind.name});
    return codes;
}

Codes scopeCodes() {
    using records::Scope;
    Codes codes{{"own", {"giá trị riêng", "a value of its own"}}};
    for (const Scope scope :
         {Scope::Part, Scope::Aggregate, Scope::Shared, Scope::Repeat, Scope::None})
        codes.push_back({std::string(toString(scope)),
                         inBoth([&](const auto& words) { return words.scope(scope); })});
    return codes;
}

Codes roleCodes() {
    using records::PlaceRole;
    Codes codes;
    for (const PlaceRole role :
         {PlaceRole::Location, PlaceRole::Coverage, PlaceRole::NameComponent})
        codes.push_back({std::string(toString(role)),
                         role == PlaceRole::Coverage
                             ? LocalText{"cả địa bàn", "the whole area"}
                             : inBoth([&](const auto& words) { return words.role(role); })});
    return codes;
}

Codes stateCodes() {
    using records::State;
    Codes codes;
    for (const State state :
         {State::Done, State::Ongoing, State::Planned, State::Proposed, State::Withdrawn})
        codes.push_back({state == State::Done ? "reported" : std::string(toString(state)),
                         records::nameOfState(state)});
    return codes;
}

Codes indicatorCodes() {
    Codes codes{{"", {"không có", "none"}}};
    for (const records::Indicator& indicator : records::indicators())
        codes.push_back({indicator.id, indicator.name});
    return codes;
}

Codes signCodes() {
    return {{"none", {"không có", "none"}},         {"=", {"đúng bằng", "exactly"}},
            {">=", {"từ, trên", "at least, over"}}, {"~", {"khoảng", "about"}},
            {"range", {"từ … đến", "from … to"}},   {"implied", {"hiểu ngầm", "implied"}}};
}

double confidenceOf(const ReviewCells& row) {
    return parsePlainNumber(cellOf(row, "confidence")).value_or(0);
}

LocalText basisOf(const ReviewCells& row) {
    LocalText all;
    std::string_view rest = cellOf(row, "basis");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const LocalText one = basisInWords(rest.substr(0, end));
        all = all == LocalText() ? one : localText("{}, {}", "{}, {}", all, one);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return all;
}

LocalText howMade(const ReviewCells& row) {
    const auto origins = madeOf(row);
    if (origins.empty())
        return {};
    if (origins.back() == cellOf(row, "id"))
        return isIdOfReading(origins.back())
                   ? LocalText{"Người xem đã sửa.", "Changed by a person."}
                   : LocalText{"Do người xem tạo từ đoạn chữ này.",
                               "Made of these words by a person."};
    if (cellOf(row, "id").find('.') != std::string_view::npos)
        return {"Là một phần được tách ra.", "A part of what was split."};
    return {"Được gộp từ nhiều đề xuất.", "Merged of several proposals."};
}

/// What forms call the columns.
const Codes& columnWords() {
    static const Codes words{{"kind", {"Loại", "Kind"}},
                             {"subject", {"Đối tượng", "Subject"}},
                             {"indicator", {"Chỉ tiêu", "Indicator"}},
                             {"value_max", {"Cao nhất", "Up to"}},
                             {"value_scope", {"Cách tính", "How it counts"}},
                             {"value", {"Giá trị", "Value"}},
                             {"unit", {"Đơn vị tính", "Unit"}},
                             {"qualifier", {"Dấu", "Sign"}},
                             {"place_names", {"Địa danh", "Places"}},
                             {"place_codes", {"Địa danh", "Places"}},
                             {"place_role", {"Vai trò của địa danh", "Role of the places"}},
                             {"holder", {"Chủ thể", "Holder"}},
                             {"period", {"Năm, kỳ", "Period"}},
                             {"status", {"Trạng thái", "Status"}},
                             {"note", {"Ghi chú", "Note"}},
                             {"as_of", {"Đơn vị ngày", "Units as of"}}};
    return words;
}

void replace(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

} // namespace

const std::vector<CodeWords>& codesOf(std::string_view column) {
    static const std::map<std::string, Codes, std::less<>> all{
        {"kind", kindCodes()},       {"indicator", indicatorCodes()}, {"value_scope", scopeCodes()},
        {"place_role", roleCodes()}, {"status", stateCodes()},        {"qualifier", signCodes()}};
    static const Codes none;
    const auto found = all.find(column);
    return found == all.end() ? none : found->second;
}

LocalText codeInWords(std::string_view column, std::string_view code) {
    for (const CodeWords& one : codesOf(column))
        if (one.code == code)
            return one.words;
    return {std::string(code), std::string(code)};
}

LocalText forForm(const LocalText& sentence) {
    LocalText told = sentence;
    for (const CodeWords& column : columnWords()) {
        const std::string quoted = "'" + column.code + "'";
        replace(told.vi, "Cột " + quoted, "Ô “" + column.words.vi + "”");
        replace(told.en, "Column " + quoted, "Field “" + column.words.en + "”");
        if (column.code.find('_') == std::string::npos)
            continue; // a word of its own
        replace(told.vi, column.code, "“" + column.words.vi + "”");
        replace(told.en, column.code, "“" + column.words.en + "”");
    }
    const LocalText location = codeInWords("place_role", "location");
    replace(told.vi, "thành location", "thành “" + location.vi + "”");
    replace(told.en, "and location into", "and “" + location.en + "” into");
    replace(told.vi, ", hoặc chạy lại 'terroir extract' với --within",
            ", hoặc ghi địa bàn của văn bản rồi đọc lại");
    replace(told.en, ", or run 'terroir extract' again with --within",
            ", or write the area of the document and read it again");
    return told;
}

std::string valueInWords(const ReviewCells& row, Language language) {
    const auto number = [&](std::string_view column) {
        const std::string_view text = cellOf(row, column);
        const auto value = parsePlainNumber(text);
        return value ? formatNumber(*value, language, 6) : std::string(text);
    };
    const std::string_view sign = cellOf(row, "qualifier");
    const std::string value = number("value"), max = number("value_max");
    std::string words = value.empty() ? "" : sign == ">=" ? "≥ " : sign == "~" ? "≈ " : "";
    words += value;
    if (!max.empty())
        words += " – " + max;
    const std::string_view unit = cellOf(row, "unit");
    return words.empty() || unit.empty() ? words + std::string(unit)
                                         : fmt::format("{} {}", words, unit);
}

std::vector<LocalText> remarksOn(const ReviewCells& row) {
    std::vector<LocalText> remarks;
    const std::string_view was = cellOf(row, "was"), alike = cellOf(row, "stands_in");
    if (cellOf(row, "change") == "new")
        remarks.push_back({"Mới so với bản trước của văn bản.",
                           "New since the earlier version of the document."});
    if (!was.empty())
        remarks.push_back(localText("Bản trước của văn bản ghi {}.",
                                    "The earlier version of the document said {}.", was));
    if (!alike.empty())
        remarks.push_back(localText("Đã có trong nguồn khác ({}): nếu là một thì bị tính hai lần.",
                                    "Stands in another source already ({}): if they are one, it "
                                    "counts twice.",
                                    alike));
    if (confidenceOf(row) < lowConfidence)
        remarks.push_back(localText("Độ tin cậy thấp: {}.", "Low confidence: {}.", basisOf(row)));
    if (const auto made = howMade(row); made != LocalText())
        remarks.push_back(made);
    return remarks;
}

bool needsAttention(const ReviewCells& row) {
    return confidenceOf(row) < lowConfidence || !cellOf(row, "change").empty() ||
           !cellOf(row, "stands_in").empty();
}

} // namespace terroir::extract
