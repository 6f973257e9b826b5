#include "core/tables/header_parts.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

std::pair<std::string, std::string> splitYear(const std::string& header) {
    const auto year = headerYearOf(header);
    if (!year)
        return {header, {}};
    const std::string digits = std::to_string(year->year);
    std::string before = header.substr(0, header.find(digits)),
                after = header.substr(header.find(digits) + 4);
    if (before.ends_with('(') && after.starts_with(')')) {
        before.pop_back();
        after.erase(0, 1);
    }
    before = trimmed(before, " \t\n,-");
    if (const std::string folded = text::fold(before); folded.ends_with(" nam"))
        before.erase(before.rfind(' '));
    else if (folded == "nam")
        before.clear();
    return {std::string(trimmed(before + " " + std::string(trimmed(after)))), digits};
}

std::string withoutUnit(const std::string& header) {
    std::string out = header.substr(0, header.find('('));
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return readHeading(out).text;
}

bool isMeasuredLine(const std::string& line, std::string_view kind) {
    const auto meanings = meaningsOf({line}, kind);
    return !meanings.empty() && isMeasure(meanings.front().field) && meanings.front().share >= 0.3;
}

bool saysNumbers(const std::string& line) {
    return isMeasuredLine(line, {}) || isUnitWord(line) || headerYearOf(line);
}

bool isThingCounted(std::string_view unit) {
    return records::isCountedUnit(unit) && !isAnyOf(text::fold(unit), {"ho", "ho dan", "nguoi"});
}

bool isPutIn(std::string_view header) {
    const std::string words = " " + headerWords(header) + " ";
    for (const std::string_view put :
         {" giong tha ", " con giong ", " luong giong ", " so giong ", " cay giong "})
        if (words.find(put) != std::string::npos)
            return true;
    return false;
}

bool isSeason(std::string_view header) {
    const std::string words = text::normalize(header) + " ";
    for (const std::string_view season : {"vụ ", "đông xuân ", "hè thu ", "thu đông ", "xuân hè "})
        if (words.starts_with(season))
            return true;
    return false;
}

std::optional<std::string> afterPartWord(std::string_view header) {
    for (std::size_t end = header.find_first_of(" :");; end = header.find_first_of(" :", end + 1)) {
        const std::string_view start = header.substr(0, end);
        if (isAnyOf(headerWords(start), {"trong do", "tr do", "t do", "trdo", "tr do", "t do",
                                         "trdo", "bao gom", "gom co"})) {
            const std::string_view rest =
                end == std::string_view::npos ? std::string_view() : header.substr(end);
            return std::string(trimmed(rest, " :"));
        }
        if (end == std::string_view::npos)
            return std::nullopt;
    }
}

bool isAttribute(std::string_view name) {
    const std::string words = text::normalize(name);
    return isAnyOf(words.substr(0, words.find(' ')),
                   {"nái", "đực", "cái", "thịt", "sinh", "hậu", "sữa", "lai", "giống", "đẻ", "cày",
                    "thương", "ngoại", "nội", "lấy", "choai", "trưởng"});
}

std::string partName(const std::string& whole, const std::string& part) {
    const std::string name = text::normalize(withoutUnit(part));
    return isAttribute(name) ? whole + " " + name : name;
}

bool isPartWord(std::string_view header) {
    const std::string words = headerWords(header);
    for (const std::string_view part : {"trong do",   "trong moi",  "cho san pham", "cho thu hoach",
                                        "kinh doanh", "kien thiet", "ktcb",         "tong",
                                        "cong",       "thuc hien",  "ke hoach",     "dang ky",
                                        "moi",        "da",         "chua",         "dat",
                                        "con lai",    "ly thuyet",  "thuc thu",     "thuc te",
                                        "binh quan",  "cao nhat",   "thap nhat",    "dau ky",
                                        "cuoi ky",    "nam truoc",  "ty le",        "so voi",
                                        "so cung ky", "kh",         "th",           "luy ke",
                                        "chinh thuc", "uoc"})
        if ((words + " ").starts_with(std::string(part) + " ")) // "kh", not "khoai lang"
            return true;
    return false;
}

std::optional<PartedHeader> partedHeader(const std::vector<std::string>& path,
                                         std::string_view kind) {
    PartedHeader found;
    std::vector<std::string> names;
    bool isTotal = false, isPart = false;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const auto rest = afterPartWord(path[i]);
        isPart = isPart || rest;
        const std::string line = rest ? *rest : path[i];
        if (line.empty())
            continue;
        const auto meanings = meaningsOf({line}, kind);
        const bool isKnown = !meanings.empty() && meanings.front().share >= 0.5;
        const bool isTotalLine = i > 0 && !rest && isTotalWord(line);
        isTotal = isTotal || isTotalLine;
        if (!meanings.empty() && isMeasure(meanings.front().field) && meanings.front().share >= 0.3)
            found.measure = meanings.front().field;
        else if (!isTotalLine && isKnown && meanings.front().field != "subject")
            return std::nullopt; // money, workers, households
        else if (!isTotalLine)
            names.push_back(withoutUnit(line));
    }
    if (names.empty() || isTotal == isPart || isTotalWord(names.front()) ||
        isPartWord(names.back()) || (isPart && names.size() < 2))
        return std::nullopt;
    found.subject = names.back();
    if (isPart)
        found.partOf = names[names.size() - 2];
    if (isPart && isAttribute(found.subject))
        found.subject = found.partOf + " " + found.subject;
    return found;
}

std::optional<PartedHeader> cropOfMeasure(const std::string& written) {
    const auto [header, year] = splitYear(written);
    static constexpr std::pair<std::string_view, std::string_view> measures[] = {
        {"tổng diện tích ", "area"},
        {"diện tích ", "area"},
        {"dt ", "area"},
        {"tổng sản lượng ", "output"},
        {"sản lượng ", "output"},
        {"năng suất ", "yield"},
        {"ns ", "yield"},
        {"tổng đàn ", "count"},
        {"tổng số ", "count"},
        {"số lượng ", "count"},
        {"đàn ", "count"},
        {"số con ", "count"},
        {"số ", "count"},
        {"sl ", ""}};
    const std::string words = text::normalize(withoutUnit(header));
    for (const auto& [start, measure] : measures) {
        if (!words.starts_with(start))
            continue;
        std::string rest = words.substr(start.size());
        if (rest.starts_with("cây ") || rest.starts_with("con "))
            rest.erase(0, rest.find(' ') + 1);
        static constexpr std::string_view others[] = {
            "trồng",  "thu",   "gieo", "cho",  "ao",    "mặt",   "kinh", "tự",    "quy",   "chứng",
            "nuôi",   "đất",   "mới",  "hiện", "dự",    "tưới",  "bình", "thực",  "trung", "được",
            "năm",    "của",   "theo", "cấp",  "đăng",  "canh",  "vùng", "hộ",    "tổng",  "con",
            "loại",   "lượng", "thửa", "lao",  "người", "thành", "cơ",   "trang", "búp",   "toàn",
            "lý",     "ước",   "đạt",  "cả",   "mô",    "lồng",  "bè",   "sản",   "tươi",  "khô",
            "chuồng", "trại",  "nhà",  "kho",  "xưởng", "tt",    "thứ",  "sào",   "khu",   "phần"};
        const std::string first = rest.substr(0, rest.find(' '));
        if (rest.empty() ||
            std::find(std::begin(others), std::end(others), first) != std::end(others) ||
            isPartWord(rest))
            return std::nullopt;
        return PartedHeader{rest, std::string(measure), year};
    }
    return std::nullopt;
}

} // namespace terroir::tables
