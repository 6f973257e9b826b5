#include "core/records/place_text.hpp"

#include "core/base/strings.hpp"
#include "core/geocode/segment.hpp"
#include "core/geocode/text_words.hpp"
#include "core/geocode/unit_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace terroir::records {

namespace {

using gazetteer::Level;

std::string withoutSigns(std::string_view text) {
    return std::string(trimmed(text, " \t\r\n,;:-"));
}

/// `word` in small letters, as a word of its own; npos: it does not stand there.
std::size_t findWord(std::string_view text, std::string_view word, std::size_t from = 0) {
    const auto isEdge = [&](std::size_t at) {
        return at >= text.size() ||
               std::string_view(" \t\r\n,;:().").find(text[at]) != std::string_view::npos;
    };
    for (std::size_t at = text.find(word, from); at != std::string_view::npos;
         at = text.find(word, at + 1))
        if ((at == 0 || isEdge(at - 1)) && isEdge(at + word.size()))
            return at;
    return std::string_view::npos;
}

bool hasWord(std::string_view text, std::string_view word) {
    return findWord(text, word) != std::string_view::npos;
}

/// Cuts the words out; whether any was there.
bool removeWords(std::string& text, std::initializer_list<std::string_view> words) {
    bool isAny = false;
    for (const std::string_view word : words)
        for (std::size_t at = findWord(text, word); at != std::string::npos;
             at = findWord(text, word)) {
            text.erase(at, word.size());
            isAny = true;
        }
    return isAny;
}

constexpr std::array<std::string_view, 6> before{
    "trước đây", "trước kia", "trước là", "tên cũ", "trước sáp nhập", "trước khi sáp nhập"};
constexpr std::array<std::string_view, 4> now{"nay là", "nay thuộc", "hiện nay là", "hiện là"};

/// The word for units of before as headings and cells begin with it: "Cũ: xã Tân Hòa".
constexpr std::string_view formerWordInFront = "Cũ";

std::size_t findFormerWord(std::string_view text) {
    return std::min(findWord(text, geocode::formerWord), findWord(text, formerWordInFront));
}

/// "huyện Tây Hòa cũ", "trước đây: xã Tân Hòa", "cũ: xã Tân Hòa".
bool isAboutBefore(std::string_view text) {
    return findFormerWord(text) != std::string_view::npos ||
           std::any_of(before.begin(), before.end(),
                       [&](std::string_view word) { return hasWord(text, word); });
}

std::string withoutWordsOfTime(std::string text) {
    removeWords(text,
                {"trước đây là",       "trước đây thuộc",   "trước đây",       "trước kia là",
                 "trước kia",          "trước là",          "tên cũ là",       "tên cũ",
                 "trước khi sáp nhập", "trước sáp nhập",    "sau sáp nhập",    "sau khi sáp nhập",
                 "mới thành lập",      "hiện nay là",       "hiện là",         "nay là",
                 "nay thuộc",          geocode::formerWord, formerWordInFront, "mới"});
    return withoutSigns(text);
}

/// Whether "cũ" belongs to the unit that is named first and not only to what it lies in.
bool saysFirstIsFormer(std::string_view text) {
    const std::size_t old = findFormerWord(text);
    if (old == std::string_view::npos)
        return false;
    const std::size_t from = text.find_last_of(",;", old);
    const std::string part =
        withoutSigns(text.substr(from == std::string_view::npos ? 0 : from, old));
    const geocode::TextWords words = geocode::readWords(part);
    std::uint8_t levels = 0;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const auto word = geocode::unitWordAt(words, i); word.count != 0)
            levels |= word.levels;
    const bool isFirst = from == std::string_view::npos;
    return (levels & geocode::communeBit) != 0 || (isFirst && levels == 0) ||
           (isFirst && (levels & geocode::districtBit) != 0);
}

} // namespace

bool saysFormerUnits(std::string_view header) {
    const std::string words = text::normalize(header);
    if (hasWord(words, geocode::formerWord) || hasWord(words, "trước"))
        return true;
    // Without marks, "cu" is also the "cư" of "nơi cư trú".
    const bool hasMarks = std::any_of(words.begin(), words.end(),
                                      [](char c) { return static_cast<signed char>(c) < 0; });
    std::string plain = words;
    while (!plain.empty() && (plain.back() == ')' || plain.back() == ' '))
        plain.pop_back();
    return !hasMarks && (hasWord(words, "truoc") || plain.ends_with(" cu") ||
                         plain.ends_with("(cu") || plain.ends_with("_cu"));
}

DatedText readDated(std::string_view written) {
    DatedText read;
    read.text = written;
    // A stretch of text "xã Tân Hòa (cũ)" has its word in a bracket of its own.
    for (std::size_t open = read.text.find('('); open != std::string::npos;
         open = read.text.find('(', open + 1)) {
        const std::size_t close = std::min(read.text.find(')', open), read.text.size());
        const std::string inside = read.text.substr(open + 1, close - open - 1);
        const bool isNow = std::any_of(
            now.begin(), now.end(), [&](std::string_view word) { return hasWord(inside, word); });
        const std::string rest = withoutWordsOfTime(inside);
        const std::string kept =
            read.text.substr(0, open) + read.text.substr(std::min(close + 1, read.text.size()));
        if (isNow && !rest.empty()) {
            read.former = withoutWordsOfTime(read.text.substr(0, open));
            read.text = rest + (close + 1 < read.text.size() ? read.text.substr(close + 1) : "");
        } else if (rest.empty() && !inside.empty()) { // "(cũ)", "(mới)"
            const bool isOld = isAboutBefore(inside);
            read.text = read.text.substr(0, open) +
                        (isOld ? std::string(geocode::formerWord) : std::string()) +
                        read.text.substr(std::min(close + 1, read.text.size()));
        } else if (isAboutBefore(inside)) {
            read.former = rest;
            read.text = kept;
        } else {
            continue;
        }
        open = 0;
        if (read.text.empty())
            break;
    }
    for (const std::string_view word : now)
        if (const std::size_t at = findWord(read.text, word); at != std::string::npos) {
            read.former = withoutWordsOfTime(read.text.substr(0, at));
            read.text = withoutSigns(read.text.substr(at + word.size()));
        }
    for (const std::string_view word : before)
        if (const std::size_t at = findWord(read.text, word);
            at != std::string::npos && !withoutSigns(read.text.substr(0, at)).empty()) {
            read.former = withoutWordsOfTime(read.text.substr(at));
            read.text = withoutSigns(read.text.substr(0, at));
        }
    read.isFormer = saysFirstIsFormer(read.text);
    if (isAboutBefore(read.text) || hasWord(read.text, "mới"))
        read.text = withoutWordsOfTime(read.text);
    return read;
}

namespace {

/// The words of a text, folded and without signs, and where each begins.
struct FoldedWords {
    std::vector<std::string> words;
    std::vector<std::size_t> from;

    explicit FoldedWords(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \t\r\n,;", at), text.size());
            std::string word = text::fold(text.substr(at, end - at));
            while (!word.empty() && (word.back() == '.' || word.back() == ')'))
                word.pop_back();
            if (!word.empty()) {
                words.push_back(std::move(word));
                from.push_back(at);
            }
            at = end + 1;
        }
    }
    bool has(std::size_t at, std::string_view phrase) const {
        for (; !phrase.empty(); ++at) {
            const std::size_t end = std::min(phrase.find(' '), phrase.size());
            if (at >= words.size() || words[at] != phrase.substr(0, end))
                return false;
            phrase.remove_prefix(std::min(end + 1, phrase.size()));
        }
        return true;
    }
    /// Goes after any of the phrases; whether there was one.
    bool skip(std::size_t& at, std::initializer_list<std::string_view> phrases) const {
        for (const std::string_view phrase : phrases)
            if (has(at, phrase)) {
                at += std::size_t(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
                return true;
            }
        return false;
    }
};

} // namespace

std::optional<WholeUnit> readWhole(std::string_view text) {
    const FoldedWords words(text);
    std::size_t at = 0;
    bool isWhole = false;
    bool isListOfDistricts = false, isList = false;
    words.skip(at, {"o", "tai", "tren"});
    isWhole = words.skip(at, {"dia ban"});
    if (words.skip(at, {"toan bo", "toan the", "toan", "tat ca", "ca", "khap"}))
        isWhole = true;
    if (words.skip(at, {"cac", "nhieu"})) {
        while (
            words.skip(at, {"va"}) ||
            words.skip(at, {"dia phuong", "don vi", "xa", "phuong", "thi tran", "ban", "thon"}) ||
            (words.skip(at, {"huyen", "thi xa", "thanh pho", "quan"}) &&
             (isListOfDistricts = true)))
            isList = true;
        if (!isList)
            return std::nullopt;
        if (at == words.words.size())
            return WholeUnit{isListOfDistricts ? Level::Province : Level::District, {}};
        if (!words.skip(at, {"trong", "thuoc", "cua", "tren", "toan", "o", "tai"}))
            return std::nullopt;
        isWhole = true;
    }
    while (words.skip(at, {"trong", "thuoc", "cua", "tren", "dia ban", "toan", "khap"}))
        isWhole = true;
    if (at >= words.words.size())
        return std::nullopt;
    const std::size_t type = at;
    Level level = Level::District;
    if (words.skip(at, {"tinh"}))
        level = Level::Province;
    else if (words.skip(at, {"xa", "phuong", "thi tran"}))
        level = Level::Commune;
    else if (!words.skip(at, {"huyen", "thi xa", "thanh pho", "quan", "tp", "tx"}))
        return std::nullopt;
    if (at == words.words.size())
        return level == Level::Commune && !isWhole ? std::nullopt
                                                   : std::optional(WholeUnit{level, {}});
    if (!isWhole || (isList && level == Level::Commune))
        return std::nullopt;
    return WholeUnit{level, withoutSigns(text.substr(words.from[type]))};
}

bool beginsWithOtherLevel(std::string_view text, Level column) {
    const geocode::TextWords words = geocode::readWords(text);
    if (words.size() == 0)
        return false;
    const geocode::UnitWord word = geocode::unitWordAt(words, 0);
    return word.count != 0 && word.count < words.size() && !word.isBroken &&
           (word.levels & geocode::NameIndex::bit(column)) == 0;
}

bool namesLevelWithin(std::string_view text, Level column) {
    const geocode::TextWords words = geocode::readWords(text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const geocode::UnitWord word = geocode::unitWordAt(words, i); word.count != 0)
            return i > 0 && (word.levels & geocode::NameIndex::bit(column)) != 0;
    return false;
}

bool statesSeveralValues(std::string_view text) {
    static constexpr std::array<std::string_view, 22> measures{
        "ha", "m2",  "m²",   "con", "hộ",   "tấn", "tạ", "kg",    "sào", "cây",  "lồng",
        "bể", "mẫu", "công", "%",   "trại", "mô",  "cơ", "triệu", "lít", "điểm", "chiếc"};
    std::size_t values = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (std::isdigit(static_cast<unsigned char>(text[at])) == 0) {
            ++at;
            continue;
        }
        const std::size_t back = text.find_last_not_of(" \t", at == 0 ? 0 : at - 1);
        const bool isAfterColon = at > 0 && back != std::string_view::npos && text[back] == ':';
        std::size_t end = text.find_first_not_of("0123456789.,", at);
        end = std::min(end, text.size());
        std::string_view rest = text.substr(end);
        while (rest.starts_with(' '))
            rest.remove_prefix(1);
        const std::string_view word = rest.substr(0, rest.find_first_of(" ,;:()/\r\n\t"));
        const bool isMeasured = std::find(measures.begin(), measures.end(), word) != measures.end();
        values += isMeasured || (isAfterColon && (rest.empty() || rest.front() == ',' ||
                                                  rest.front() == ';' || rest.front() == '\n'))
                      ? 1
                      : 0;
        at = end;
    }
    return values > 1;
}

std::optional<LevelWord> parseLevelWord(std::string_view text) {
    struct Word {
        std::string_view word;
        LevelWord level;
    };
    static constexpr std::array<Word, 12> words{{{"province", {Level::Province, false}},
                                                 {"tinh", {Level::Province, false}},
                                                 {"district", {Level::District, false}},
                                                 {"huyen", {Level::District, false}},
                                                 {"commune", {Level::Commune, false}},
                                                 {"xa", {Level::Commune, false}},
                                                 {"phuong", {Level::Commune, false}},
                                                 {"thi tran", {Level::Commune, false}},
                                                 {"village", {Level::Commune, true}},
                                                 {"ban", {Level::Commune, true}},
                                                 {"thon", {Level::Commune, true}},
                                                 {"ap", {Level::Commune, true}}}};
    const std::string folded = text::fold(text);
    for (const Word& known : words)
        if (folded == known.word)
            return known.level;
    return std::nullopt;
}

std::vector<std::string> splitList(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
        std::string_view part = text.substr(0, end);
        while (!part.empty() && (part.front() == ' ' || part.front() == '\r'))
            part.remove_prefix(1);
        while (!part.empty() && (part.back() == ' ' || part.back() == '\r'))
            part.remove_suffix(1);
        if (!part.empty())
            parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

} // namespace terroir::records
