#include "core/tables/indicator_words.hpp"

#include "core/base/strings.hpp"
#include "core/records/land_units.hpp"
#include "core/records/measure_units.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/header_parts.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// Longer ones first.
constexpr std::pair<std::string_view, std::string_view> measureWords[] = {
    {"tổng diện tích", "area"},
    {"diện tích", "area"},
    {"dt", "area"},
    {"năng suất", "yield"},
    {"ns", "yield"},
    {"tổng sản lượng", "output"},
    {"sản lượng", "output"},
    {"tổng số lượng", "count"},
    {"số lượng", "count"},
    {"tổng số đầu con", "count"},
    {"số đầu con", "count"},
    {"tổng số con", "count"},
    {"số con", "count"},
    {"tổng đàn", "count"},
    {"quy mô đàn", "count"},
    {"tổng số", "count"},
    {"đàn", "count"}};

/// What stands between a measure and its thing, or for the thing.
constexpr std::string_view whatWords[] = {
    "gieo trồng", "gieo cấy",     "gieo sạ",       "trồng mới",   "trồng dặm",  "trồng",
    "hiện có",    "cho sản phẩm", "cho thu hoạch", "thu hoạch",   "kinh doanh", "kiến thiết cơ bản",
    "ktcb",       "nuôi trồng",   "thả nuôi",      "nuôi",        "mặt nước",   "cả năm",
    "bình quân",  "thực thu",     "búp tươi",      "xuất chuồng", "khai thác",  "tươi",
    "khô",        "được tưới",    "tái canh",      "toàn tỉnh",   "toàn huyện", "toàn xã"};

constexpr std::string_view wholes[] = {"gieo trồng", "gieo cấy",   "gieo sạ",   "trồng",
                                       "hiện có",    "nuôi trồng", "thả nuôi",  "nuôi",
                                       "mặt nước",   "cả năm",     "bình quân", "thực thu",
                                       "toàn tỉnh",  "toàn huyện", "toàn xã"};

bool beginsWithWord(std::string_view words, std::string_view start) {
    return words.starts_with(start) &&
           (words.size() == start.size() || words[start.size()] == ' ' ||
            words[start.size()] == ':' || words[start.size()] == ',');
}

/// "1.000 con" of "Đàn gia cầm (1.000 con)", taken off the text.
std::string takeUnit(std::string& text) {
    if (!text.ends_with(')'))
        return {};
    const std::size_t open = text.rfind('(');
    if (open == std::string::npos)
        return {};
    std::string inside = text.substr(open + 1, text.size() - open - 2);
    inside.erase(0, inside.rfind(':') + 1); // "ĐVT: ha"
    inside = std::string(trimmed(inside));
    const std::string unit = records::scaledUnit(inside).unit;
    if (!records::isAreaUnit(unit) && !records::isMassUnit(unit) && !records::isYieldUnit(unit) &&
        !isUnitWord(unit) && !isMoneyUnit(inside) && inside != "%")
        return {};
    text = std::string(trimmed(text.substr(0, open)));
    return inside;
}

/// Money, shares, persons and the like.
bool isOtherIndicator(std::string_view name) {
    const std::string words = headerWords(name);
    for (const std::string_view start :
         {"gia tri",    "tong gia tri", "ty le",    "ti le",     "ty trong", "co cau",   "toc do",
          "he so",      "muc",          "thu nhap", "doanh thu", "lao dong", "dan so",   "so ho",
          "tong so ho", "so lao dong",  "so nguoi", "mat do",    "chi so",   "von",      "kinh phi",
          "do che phu", "so xa",        "so thon",  "so tieu",   "so vu",    "tong von", "tong muc",
          "tong thu",   "binh quan",    "gia ban",  "loi nhuan", "chi phi",  "hieu qua", "so lop"})
        if (beginsWithWord(words, start))
            return true;
    return false;
}

bool isOtherUnit(std::string_view unit) {
    return unit == "%" || isMoneyUnit(unit) ||
           isAnyOf(headerWords(unit), {"ho", "nguoi", "lao dong", "xa", "thon", "ban", "lan",
                                       "tieu chi", "diem", "ngay", "lop", "lop hoc"});
}

/// Reads what is said of a measure from a byte on; where its thing begins.
std::size_t takeWhat(const std::string& words, std::size_t at, std::string& what) {
    while (at < words.size()) {
        const std::string_view rest = std::string_view(words).substr(at);
        const auto its =
            std::find_if(std::begin(whatWords), std::end(whatWords),
                         [&](std::string_view one) { return beginsWithWord(rest, one); });
        if (text::isThing(rest) || its == std::end(whatWords))
            break;
        what += (what.empty() ? "" : " ") + std::string(*its);
        at = std::min(at + its->size() + 1, words.size());
    }
    return at;
}

} // namespace

bool isOfAll(std::string_view what) {
    return what.empty() ||
           std::find(std::begin(wholes), std::end(wholes), what) != std::end(wholes);
}

IndicatorName readIndicator(std::string_view written) {
    IndicatorName found;
    std::string text = text::toNfc(trimmed(written));
    found.unit = takeUnit(text);
    text = readHeading(text).text;
    if (found.unit.empty())
        found.unit = takeUnit(text);
    if (auto rest = afterPartWord(text)) {
        found.isPart = true;
        text = readHeading(*rest).text;
    }
    found.isOther = isOtherIndicator(text) || isOtherUnit(found.unit);
    const std::string words = text::normalize(text);
    // The same letters in both, as long as small and capital ones take the same room.
    const bool isAligned = words.size() == text.size();
    std::size_t at = 0;
    found.isSum = isTotalWord(text);
    for (const auto& [word, measure] : measureWords)
        if (beginsWithWord(words, word)) {
            found.measure = measure;
            at = std::min(word.size() + 1, words.size());
            break;
        }
    const std::size_t behind = takeWhat(words, at, found.what);
    // "Trồng mới" alone is a part of the area above it.
    if (!found.measure.empty() || behind == words.size())
        at = behind;
    else
        found.what.clear();
    found.isPart = found.isPart || (found.measure.empty() && !isOfAll(found.what));
    // "Cộng", "Tổng số", "Tổng cộng" name nothing.
    if (found.isSum && found.measure.empty()) {
        at = words.size();
        for (const std::string_view sum : {"tổng cộng ", "tổng số ", "tổng ", "cộng "})
            if (words.starts_with(sum) && text::isThing(words.substr(sum.size()))) {
                at = sum.size();
                break;
            }
    }
    std::string rest(trimmed((isAligned ? text : words).substr(at), " ,-:"));
    if (const std::size_t open = rest.rfind(" ("); rest.ends_with(')') && open != std::string::npos)
        rest.resize(open); // "Lợn (không kể lợn sữa)"
    if (const std::string its = text::normalize(rest); its.ends_with(" cả năm"))
        found.what += (found.what.empty() ? "" : " ") + std::string("cả năm");
    found.isKnownThing = text::isThing(rest);
    for (const std::string_view word : {"cây ", "con "})
        if (found.isKnownThing && text::normalize(rest).starts_with(word) &&
            text::isThing(rest.substr(word.size())) && !found.measure.empty())
            rest.erase(0, word.size());
    found.thing = std::move(rest);
    return found;
}

} // namespace terroir::tables
