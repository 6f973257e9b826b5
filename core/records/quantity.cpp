#include "core/records/quantity.hpp"

#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/text/raised_digits.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace terroir::records {

namespace {

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

/// What stands before a number. Upper bounds are Qualifier::None.
struct Mark {
    std::string_view text; ///< a sign, or folded words
    Qualifier meaning;
};

constexpr std::array<Mark, 8> signs{{{"≥", Qualifier::AtLeast},
                                     {">=", Qualifier::AtLeast},
                                     {">", Qualifier::AtLeast},
                                     {"~", Qualifier::About},
                                     {"≈", Qualifier::About},
                                     {"=", Qualifier::Exact},
                                     {"≤", Qualifier::None},
                                     {"<", Qualifier::None}}};

// Longer ones first.
constexpr std::array<Mark, 37> openingWords{{{"khong duoi", Qualifier::AtLeast},
                                             {"khong it hon", Qualifier::AtLeast},
                                             {"lon hon", Qualifier::AtLeast},
                                             {"nhieu hon", Qualifier::AtLeast},
                                             {"tren", Qualifier::AtLeast},
                                             {"hon", Qualifier::AtLeast},
                                             {"it nhat", Qualifier::AtLeast},
                                             {"toi thieu", Qualifier::AtLeast},
                                             {"over", Qualifier::AtLeast},
                                             {"more than", Qualifier::AtLeast},
                                             {"at least", Qualifier::AtLeast},
                                             {"khoang chung", Qualifier::About},
                                             {"khoang tren", Qualifier::About},
                                             {"khoang", Qualifier::About},
                                             {"chung", Qualifier::About},
                                             {"gan", Qualifier::About},
                                             {"xap xi", Qualifier::About},
                                             {"uoc tinh", Qualifier::About},
                                             {"uoc dat", Qualifier::About},
                                             {"uoc khoang", Qualifier::About},
                                             {"uoc", Qualifier::About},
                                             {"about", Qualifier::About},
                                             {"nearly", Qualifier::About},
                                             {"khong qua", Qualifier::None},
                                             {"khong hon", Qualifier::None},
                                             {"nho hon", Qualifier::None},
                                             {"it hon", Qualifier::None},
                                             {"chua den", Qualifier::None},
                                             {"duoi", Qualifier::None},
                                             {"toi da", Qualifier::None},
                                             {"den", Qualifier::None},
                                             {"toi", Qualifier::None},
                                             {"up to", Qualifier::None},
                                             {"at most", Qualifier::None},
                                             {"under", Qualifier::None},
                                             {"less than", Qualifier::None},
                                             {"tu", Qualifier::Range}}};

constexpr std::array<Mark, 4> closingWords{{{"tro len", Qualifier::AtLeast},
                                            {"and more", Qualifier::AtLeast},
                                            {"tro xuong", Qualifier::None},
                                            {"or less", Qualifier::None}}};

std::size_t wordsIn(std::string_view text) {
    return std::size_t(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string_view withoutFirstWords(std::string_view text, std::size_t words) {
    for (; words > 0 && !text.empty(); --words)
        text.remove_prefix(std::min(text.size(), text.find(' ') + 1));
    return text;
}

std::string_view withoutLastWords(std::string_view text, std::size_t words) {
    for (; words > 0 && !text.empty(); --words)
        text = text.substr(0, text.find_last_of(' '));
    return text;
}

struct Marked {
    std::string_view rest;
    std::optional<Qualifier> meaning;
};

/// Takes the mark off a normalized text.
Marked takeMark(std::string_view text) {
    for (const Mark& sign : signs)
        if (text.starts_with(sign.text))
            return {
                trimmed(text.substr(sign.text.size() +
                                    (text.substr(sign.text.size()).starts_with('=') ? 1U : 0U))),
                sign.meaning};
    const std::string foldedText = text::fold(text);
    const std::string_view folded = foldedText;
    for (const Mark& closing : closingWords) {
        if (!folded.ends_with(closing.text) ||
            !folded.substr(0, folded.size() - closing.text.size()).ends_with(' '))
            continue;
        text = withoutLastWords(text, wordsIn(closing.text));
        return {folded.starts_with("tu ") ? withoutFirstWords(text, 1) : text, closing.meaning};
    }
    for (const Mark& word : openingWords)
        if (folded.starts_with(word.text) && folded.substr(word.text.size()).starts_with(' '))
            return {withoutFirstWords(text, wordsIn(word.text)), word.meaning};
    if (text.size() > 1 && text.ends_with('+') && isDigit(text[text.size() - 2]))
        return {text.substr(0, text.size() - 1), Qualifier::AtLeast};
    return {text, std::nullopt};
}

/// "1,250.5" and "1,250,000": commas group thousands, and no other reading is possible.
bool groupsWithCommas(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point), part = text.substr(point);
    const auto commas = std::count(whole.begin(), whole.end(), ',');
    if (commas == 0 || (commas == 1 && part.size() < 2) || whole.front() == '0' ||
        (!part.empty() &&
         (part.size() == 1 || !std::all_of(part.begin() + 1, part.end(), isDigit))))
        return false;
    for (std::size_t i = 0; i < whole.size(); ++i)
        if ((whole.size() - i) % 4 == 0 ? whole[i] != ',' : !isDigit(whole[i]))
            return false;
    return whole.front() != ',';
}

std::optional<double> parseNumber(std::string_view text, NumberStyle style) {
    if (groupsWithCommas(text)) {
        std::string plain(text);
        std::erase(plain, ',');
        return parsePlainNumber(plain);
    }
    for (const auto& [sign, part] :
         {std::pair<std::string_view, double>{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}}) {
        if (!text.ends_with(sign))
            continue;
        const std::string_view whole = trimmed(text.substr(0, text.size() - sign.size()));
        if (whole.empty())
            return part;
        if (!std::all_of(whole.begin(), whole.end(), isDigit))
            return std::nullopt;
        return *parsePlainNumber(whole) + part;
    }
    if (style == NumberStyle::Plain && text.find(' ') == std::string_view::npos)
        return parsePlainNumber(text);
    // A space groups thousands in either style; then a point has no thousands to group.
    return parseVietnameseNumber(text);
}

struct NumberAndUnit {
    double number = 0;
    double factor = 1; ///< of "nghìn", in the number already
    std::string unit;
};

/// Takes "nghìn" or "triệu" off the start of the unit.
double takeFactor(std::string_view& unit) {
    const std::string_view first = unit.substr(0, unit.find(' '));
    const double factor = numberWord(first);
    if (factor == 0)
        return 1;
    unit = trimmed(unit.substr(first.size()));
    return factor;
}

bool isSquareOrCube(std::string_view text, std::size_t digit) {
    return digit > 0 && text[digit - 1] == 'm' && (text[digit] == '2' || text[digit] == '3') &&
           (digit + 1 == text.size() || !isDigit(text[digit + 1]));
}

/// A digit that is not the 2 of m2.
bool holdsNumber(std::string_view unit) {
    for (std::size_t i = 0; i < unit.size(); ++i)
        if (isDigit(unit[i]) && !isSquareOrCube(unit, i))
            return true;
    return false;
}

/// The longest start of the text that is a number; what follows is the unit.
std::optional<NumberAndUnit> splitUnit(std::string_view text, NumberStyle style) {
    for (std::size_t end = text.size(); end > 0; --end) {
        // A number ends with a digit or with ½.
        if (!isDigit(text[end - 1]) && static_cast<unsigned char>(text[end - 1]) < 0x80)
            continue;
        const auto number = parseNumber(text.substr(0, end), style);
        if (!number)
            continue;
        std::string_view unit = trimmed(text.substr(end));
        // "12 5" or "3/4" is no number with a unit.
        if (!unit.empty() && (std::string_view(".,/-+:").find(unit[0]) != std::string_view::npos ||
                              isDigit(unit[0])))
            return std::nullopt;
        const double factor = takeFactor(unit);
        if (unit.starts_with('(') && unit.ends_with(')'))
            unit = trimmed(unit.substr(1, unit.size() - 2));
        // "1,5k" and "2tr" are of a chat, and the unit is not said.
        if (holdsNumber(unit) || unit == "k" || unit == "tr")
            return std::nullopt;
        return NumberAndUnit{*number * factor, factor, std::string(unit)};
    }
    return std::nullopt;
}

bool countsParticipants(std::string_view unit) {
    static constexpr std::string_view whom[] = {
        "hộ", "hộ dân", "người", "lao động", "thành viên", "nông dân", "nhóm hộ", "ho", "nguoi"};
    return std::any_of(std::begin(whom), std::end(whom), [&](std::string_view one) {
        return unit == one || (unit.starts_with(one) && unit.substr(one.size()).starts_with(' '));
    });
}

/// "5 ha" of "5 ha/12 hộ" and "12 hộ, 5 ha": the one quantity beside the number of those who take
/// part; empty for other texts.
std::string withoutParticipants(std::string_view text, NumberStyle style) {
    std::string kept;
    std::size_t parts = 0, participants = 0;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t end = at;
        // Not at the comma of "12,5".
        while (end < text.size() &&
               !(std::string_view("/;(),+").find(text[end]) != std::string_view::npos &&
                 !(text[end] == ',' && end + 1 < text.size() && isDigit(text[end + 1]))) &&
               !text.substr(end).starts_with(" - "))
            ++end;
        const std::string_view part = trimmed(text.substr(at, end - at), " -");
        at = end + (end < text.size() && text[end] == ' ' ? 3 : 1);
        if (part.empty())
            continue;
        ++parts;
        const auto marked = takeMark(part);
        const auto one = splitUnit(marked.rest, style);
        const bool isRange = !one && marked.rest.find('-') != std::string_view::npos;
        if ((!one && !isRange) || (one && one->unit.empty()))
            return {};
        if (one && countsParticipants(one->unit))
            ++participants;
        else
            kept = part;
    }
    return parts == 2 && participants == 1 ? kept : std::string();
}

std::optional<Quantity> parseRange(std::string_view text, NumberStyle style) {
    for (const std::string_view separator :
         {"–", "—", " đến ", " den ", "-", "÷", " to ", " tới "}) {
        const std::size_t at = text.find(separator, 1);
        if (at == std::string_view::npos)
            continue;
        const auto low = splitUnit(trimmed(text.substr(0, at)), style);
        const auto high = splitUnit(trimmed(text.substr(at + separator.size())), style);
        if (!low || !high || (!low->unit.empty() && low->unit != high->unit))
            continue;
        // "5-7 nghìn" begins at five thousand.
        const double from = low->number * (low->factor == 1 ? high->factor : 1);
        if (from <= high->number)
            return Quantity{from, high->number, Qualifier::Range, high->unit};
    }
    return std::nullopt;
}

} // namespace

bool hasNumeral(std::string_view text) {
    return hasDigit(text) || text.find("½") != std::string_view::npos ||
           text.find("¼") != std::string_view::npos || text.find("¾") != std::string_view::npos;
}

double numberWord(std::string_view word) {
    // With their marks: "500 ngan" are ducks, "3 trạm" are stations.
    static constexpr std::array<std::pair<std::string_view, double>, 11> words{{{"nghìn", 1e3},
                                                                                {"nghin", 1e3},
                                                                                {"ngàn", 1e3},
                                                                                {"thousand", 1e3},
                                                                                {"vạn", 1e4},
                                                                                {"triệu", 1e6},
                                                                                {"trieu", 1e6},
                                                                                {"million", 1e6},
                                                                                {"tỷ", 1e9},
                                                                                {"tỉ", 1e9},
                                                                                {"trăm", 1e2}}};
    const std::string normal = text::normalize(word);
    for (const auto& [known, size] : words)
        if (normal == known)
            return size;
    return 0;
}

std::string withDigits(std::string_view text) {
    const auto isLetter = [](char byte) { return std::isalpha(byte) != 0 || (byte & 0x80) != 0; };
    const auto isPart = [](char byte) {
        return isDigit(byte) || std::string_view("oOlI.,").find(byte) != std::string_view::npos;
    };
    std::string out(text);
    bool isChanged = false;
    for (std::size_t from = 0; from < out.size();) {
        const std::size_t to = std::size_t(
            std::find_if_not(out.begin() + std::ptrdiff_t(from), out.end(), isPart) - out.begin());
        std::string token = out.substr(from, to - from);
        const bool isAlone =
            (from == 0 || !isLetter(out[from - 1])) && (to == out.size() || !isLetter(out[to]));
        const bool hasLetter = token.find_first_of("oOlI") != std::string::npos;
        if (isAlone && hasLetter && hasDigit(token) && token.back() != 'l' && token.back() != 'I' &&
            token.front() != 'l' && token.front() != 'I') {
            for (char& byte : token)
                byte = byte == 'o' || byte == 'O' ? '0' : byte == 'l' || byte == 'I' ? '1' : byte;
            out.replace(from, to - from, token);
            isChanged = true;
        }
        from = to + 1;
    }
    return isChanged ? out : std::string();
}

std::optional<Quantity> parseQuantity(std::string_view text, NumberStyle style) {
    if (text.find_first_not_of("0123456789.,") == std::string_view::npos) { // most cells
        const auto number = parseNumber(text, style);
        return number ? std::optional(Quantity{*number, std::nullopt, Qualifier::Exact, {}})
                      : std::nullopt;
    }
    if (!hasNumeral(text))
        return std::nullopt;
    const std::string normal = text::normalize(text::withoutNoteMarks(text));
    const auto [rest, mark] = takeMark(normal);
    if (mark == Qualifier::None || !withDigits(normal).empty())
        return std::nullopt;
    if (!mark || mark == Qualifier::Range || mark == Qualifier::About)
        if (auto range = parseRange(rest, style))
            return range;
    const auto found = splitUnit(rest, style);
    if (!found) {
        const std::string measured = withoutParticipants(normal, style);
        return measured.empty() ? std::nullopt : parseQuantity(measured, style);
    }
    const Qualifier qualifier = mark.value_or(Qualifier::Exact);
    // "từ 2.000" says where it begins and no end.
    return Quantity{found->number, std::nullopt,
                    qualifier == Qualifier::Range ? Qualifier::AtLeast : qualifier, found->unit};
}

Unusable whyNoQuantity(std::string_view text) {
    const std::string normal = text::normalize(text);
    const auto [rest, mark] = takeMark(normal);
    if (mark == Qualifier::None && hasDigit(rest))
        return Unusable::UpperBound;
    if (!withDigits(normal).empty())
        return Unusable::LettersForDigits;
    const std::size_t number = rest.find_first_of("0123456789");
    const std::size_t word =
        number == 0 ? rest.find_first_not_of("0123456789., ", number) : std::string_view::npos;
    if (word == std::string_view::npos ||
        std::string_view("/-:+").find(rest[word]) != std::string_view::npos)
        return Unusable::NotANumber;
    return holdsNumber(rest.substr(word)) ? Unusable::SeveralValues : Unusable::NotANumber;
}

bool isBlankCell(std::string_view text) {
    static constexpr std::array<std::string_view, 22> words{"x",
                                                            "null",
                                                            "<null>",
                                                            "#n/a",
                                                            "kxd",
                                                            "khong",
                                                            "khong co",
                                                            "khong ro",
                                                            "khong xac dinh",
                                                            "khong co so lieu",
                                                            "chua",
                                                            "chua co",
                                                            "chua ro",
                                                            "chua xac dinh",
                                                            "chua thong ke",
                                                            "chua co so lieu",
                                                            "chua cap nhat",
                                                            "n/a",
                                                            "k/c",
                                                            "none",
                                                            "unknown",
                                                            "no data"};
    if (text.find_first_not_of("-.–—…_ ") == std::string_view::npos)
        return true;
    // Folding each cell of a million rows takes seconds.
    if (text.size() > 30 ||
        std::string_view("xXkKcCnNuU<# ").find(text.front()) == std::string::npos)
        return false;
    const std::string folded = text::fold(text);
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool isDitto(std::string_view text) {
    std::string letters;
    for (const char c : text::fold(text))
        if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')')
            letters += c;
    static constexpr std::array<std::string_view, 9> known{"nt", "nhutren", "//", "\"",   "''",
                                                           "”",  "“",       "〃", "ditto"};
    return std::find(known.begin(), known.end(), letters) != known.end();
}

} // namespace terroir::records
