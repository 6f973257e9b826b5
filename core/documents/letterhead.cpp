#include "core/documents/letterhead.hpp"

#include "core/base/date.hpp"
#include "core/base/day_text.hpp"
#include "core/base/strings.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

namespace terroir::documents {

namespace {

constexpr std::size_t headLines = 60, maxWrapped = 4, endLines = 80, maxLineBytes = 400;

struct HeadLine {
    std::string text, folded;
    std::size_t line = 0;
};

/// Lines that hold text; those of a table in two columns, the usual letterhead, are parted.
std::vector<HeadLine> linesOf(std::string_view text) {
    std::vector<HeadLine> lines;
    std::size_t number = 1;
    for (std::size_t from = 0; from < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        std::string_view rest = text.substr(from, end - from);
        from = end + 1;
        while (!rest.empty()) {
            const std::size_t tab = std::min(rest.find('\t'), rest.size());
            std::string part(trimmed(rest.substr(0, tab)));
            rest.remove_prefix(std::min(tab + 1, rest.size()));
            while (!part.empty() && (part.front() == '*' || part.front() == '#'))
                part = std::string(trimmed(std::string_view(part).substr(1)));
            while (!part.empty() && part.back() == '*')
                part = std::string(trimmed(std::string_view(part).substr(0, part.size() - 1)));
            if (!part.empty())
                lines.push_back(
                    {part, part.size() <= maxLineBytes ? text::fold(part) : "", number});
        }
    }
    return lines;
}

/// The number behind a word, 0 for dots and blanks, none when something else stands there.
std::optional<int> numberAfter(std::string_view& folded, std::string_view word) {
    if (!folded.starts_with(word))
        return std::nullopt;
    folded.remove_prefix(word.size());
    int value = 0;
    std::size_t digits = 0;
    while (!folded.empty() && (isDigit(folded.front()) || folded.front() == ' ' ||
                               folded.front() == '.' || folded.front() == '_')) {
        if (isDigit(folded.front()) && ++digits <= 4)
            value = value * 10 + (folded.front() - '0');
        folded.remove_prefix(1);
    }
    while (folded.starts_with("…")) // of blanks to be filled in
        folded.remove_prefix(std::string_view("…").size());
    while (!folded.empty() && (folded.front() == ' ' || folded.front() == '.'))
        folded.remove_prefix(1);
    return digits <= 4 ? std::optional(value) : std::nullopt;
}

/// "Tam Đường, ngày 15 tháng 4 năm 2022": place and date.
bool readDate(const HeadLine& line, Letterhead& head) {
    constexpr std::string_view word = "ngay ";
    const std::size_t at = line.folded.find(", " + std::string(word));
    const bool isAlone = line.folded.starts_with(word);
    if (at == std::string::npos && !isAlone)
        return false;
    std::string_view rest = std::string_view(line.folded).substr(isAlone ? 0 : at + 2);
    const auto day = numberAfter(rest, "ngay");
    const auto month = numberAfter(rest, "thang");
    const auto year = numberAfter(rest, "nam");
    constexpr std::size_t maxPlaceBytes = 60;
    // In running text something goes on behind the year.
    if (!day || !month || !year || *year < 1900 || *year > 2100 || *month > 12 || *day > 31 ||
        rest.size() > 3 || (!isAlone && at > maxPlaceBytes))
        return false;
    if (*month == 0)
        head.date = fmt::format("{:04}", *year);
    else if (*day == 0)
        head.date = fmt::format("{:04}-{:02}", *year, *month);
    else if (parseDate(fmt::format("{:04}-{:02}-{:02}", *year, *month, *day)))
        head.date = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
    else
        return false;
    head.line = line.line;
    if (!isAlone)
        head.place =
            std::string(trimmed(std::string_view(line.text).substr(0, line.text.find(','))));
    return true;
}

/// "ngày 15 tháng 9 năm 2025" or "15/9/2025", the first in a folded line; empty where none is.
std::string dayWithin(std::string_view folded) {
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (at > 0 && folded[at - 1] != ' ' && folded[at - 1] != '(')
            continue;
        std::string_view rest = folded.substr(at);
        if (rest.starts_with("ngay ")) {
            const auto day = numberAfter(rest, "ngay");
            const auto month = numberAfter(rest, "thang");
            const auto year = numberAfter(rest, "nam");
            if (day && month && year)
                if (std::string text = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
                    parseDate(text))
                    return text;
        } else if (isDigit(rest.front())) {
            const std::string_view word = rest.substr(0, rest.find_first_of(" ,;)"));
            if (std::count(word.begin(), word.end(), '/') == 2)
                if (const auto day = parseDayText(word))
                    return day->toString();
        }
    }
    return {};
}

/// The day that a paper without a letterhead gives itself: of a page of a portal ("Cập nhật:
/// 10/06/2024 08:15"), of minutes ("Hôm nay, hồi 8 giờ 30 ngày 15 tháng 9 năm 2025"), or of the
/// document that it is an annex of ("(Kèm theo Báo cáo số 15/BC-SNN ngày 2/4/2021)").
bool readOtherDate(const HeadLine& line, Letterhead& head) {
    static constexpr std::array<std::string_view, 7> words{
        "cap nhat", "ngay dang", "dang ngay", "hom nay", "kem theo", "ban hanh kem", "dinh kem"};
    std::string_view folded = line.folded;
    if (folded.starts_with('('))
        folded.remove_prefix(1);
    if (std::none_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.starts_with(word); }))
        return false;
    head.date = dayWithin(folded);
    head.line = head.date.empty() ? 0 : line.line;
    return !head.date.empty();
}

/// Whether it is written in capital letters.
bool isUpper(const std::string& text) {
    bool hasCapital = false;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t end = from + 1;
        while (end < text.size() && (text[end] & 0xc0) == 0x80)
            ++end;
        const std::string letter = text.substr(from, end - from);
        const bool isCapital = text::toLower(letter) != letter;
        const bool isSign = letter.size() == 1
                                ? std::isalpha(letter.front()) == 0
                                : letter.front() == '\xe2'; // a dash, a quotation mark
        if (!isCapital && !isSign)
            return false;
        hasCapital = hasCapital || isCapital;
        from = end;
    }
    return hasCapital;
}

bool isType(const HeadLine& line) {
    static constexpr std::array<std::string_view, 17> types{
        "bao cao",   "ke hoach", "quyet dinh", "nghi quyet",   "to trinh", "thong bao",
        "cong van",  "de an",    "du an",      "chuong trinh", "ket luan", "chi thi",
        "huong dan", "bien ban", "phuong an",  "quy che",      "cong dien"};
    return isUpper(line.text) && std::find(types.begin(), types.end(), line.folded) != types.end();
}

/// "Số: 123/BC-UBND", "Số 24-BC/HU"; a draft's without a number keeps its code ("/BC-SKHCN").
std::string numberOf(const HeadLine& line) {
    if (!line.folded.starts_with("so ") && !line.folded.starts_with("so:"))
        return {};
    std::string number(trimmed(std::string_view(line.text).substr(line.text.find_first_of(" :"))));
    while (!number.empty() && (number.front() == ':' || number.front() == ' '))
        number.erase(0, 1);
    number = number.substr(0, number.find(' '));
    const bool hasCode =
        number.find('/') != std::string::npos || number.find('-') != std::string::npos;
    return hasCode && number.size() <= 40 ? number : std::string();
}

bool isIssuer(const HeadLine& line) {
    static constexpr std::array<std::string_view, 20> words{"uy ban nhan dan",
                                                            "ubnd",
                                                            "so ",
                                                            "huyen uy",
                                                            "tinh uy",
                                                            "thanh uy",
                                                            "thi uy",
                                                            "phong ",
                                                            "chi cuc ",
                                                            "trung tam ",
                                                            "dang bo",
                                                            "dang uy",
                                                            "hoi dong nhan dan",
                                                            "hdnd",
                                                            "lien minh",
                                                            "cuc ",
                                                            "hoi ",
                                                            "huyen doan",
                                                            "tinh doan",
                                                            "ban "};
    const auto beginsWith = [&](std::string_view word) { return line.folded.starts_with(word); };
    return (isUpper(line.text) && std::any_of(words.begin(), words.end(), beginsWith)) ||
           beginsWith("cong thong tin dien tu") || beginsWith("trang thong tin dien tu");
}

/// The type word of the unit that an office of this name, or with this code, works for; empty where
/// neither says it.
std::string_view levelWord(const std::string& issuer, const std::string& number) {
    const auto has = [](const std::string& text, std::string_view word) {
        return text.find(word) != std::string::npos;
    };
    if (has(issuer, "tinh") || issuer.starts_with("so ") || number.ends_with("/TU") ||
        number.ends_with("-TU") || has(number, "-S"))
        return "tỉnh";
    if (issuer.starts_with("huyen uy") || has(issuer, "huyen") || number.ends_with("/HU") ||
        number.ends_with("-HU"))
        return "huyện";
    return {};
}

/// "huyện Tam Đường" of "UBND HUYỆN TAM ĐƯỜNG", with the province where it stands behind: from the
/// first type word of a unit to the end.
std::string unitIn(const HeadLine& line) {
    constexpr std::size_t longest = 70; // bytes
    const std::string lower = text::toLower(line.text);
    if (lower.size() != line.text.size())
        return {};
    std::size_t first = std::string::npos;
    std::string_view type;
    const std::string_view all = lower;
    for (const std::string_view word :
         {"tỉnh ủy ", "tỉnh uỷ ", "tỉnh đoàn ", "tỉnh ", "thành phố ", "huyện ủy ", "huyện uỷ ",
          "huyện đoàn ", "huyện ", "thị xã ", "thị trấn ", "phường ", "xã "}) {
        std::size_t at = all.find(word);
        while (at != std::string::npos && // "hợp tác xã", "xã hội"
               (all.substr(0, at).ends_with("tác ") || all.substr(at).starts_with("xã hội")))
            at = all.find(word, at + 1);
        if (at < first) {
            first = at;
            type = word;
        }
    }
    if (first == std::string::npos)
        return {};
    const std::string name(trimmed(std::string_view(lower).substr(first + type.size())));
    // "TỈNH LAI CHÂU": each word begins with a capital letter.
    std::string capital;
    for (std::size_t from = 0; from < name.size();) {
        const std::size_t end = std::min(name.find(' ', from), name.size());
        capital += (from == 0 ? "" : " ") + text::capitalize(name.substr(from, end - from));
        from = end + 1;
    }
    if (capital.empty() || capital.size() > longest)
        return {};
    for (const std::string_view level : {"huyện ", "tỉnh "}) // of its committee or youth union
        if (type.starts_with(level))
            type = level;
    return std::string(type) + capital;
}

/// "HUYỆN LAI VUNG" below "ỦY BAN NHÂN DÂN", with the other column of the letterhead between them.
bool isWrapped(const HeadLine& line) {
    constexpr std::array<std::string_view, 5> types{"tinh ", "thanh pho ", "huyen ", "thi xa ",
                                                    "xa "};
    return isUpper(line.text) &&
           std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return line.folded.starts_with(type); }) &&
           !unitIn(line).empty();
}

} // namespace

Letterhead readLetterhead(std::string_view text) {
    Letterhead head;
    const std::vector<HeadLine> lines = linesOf(text);
    const std::size_t top = std::min(lines.size(), headLines);
    std::string issuerFolded;
    std::size_t issuerLine = lines.size();
    for (std::size_t i = 0; i < top; ++i) {
        const HeadLine& line = lines[i];
        if (head.date.empty() && readDate(line, head))
            continue;
        if (head.number.empty())
            head.number = numberOf(line);
        if (head.type.empty() && isType(line))
            head.type = line.text;
        if (head.type.empty() && isIssuer(line)) {
            // The lower of two lines is the office itself, the upper the one above it.
            head.issuer = line.text;
            issuerFolded = line.folded;
            if (const std::string unit = unitIn(line); !unit.empty())
                head.territory = unit;
            issuerLine = i;
        } else if (head.type.empty() && head.territory.empty() && isWrapped(line) &&
                   issuerLine < i && i - issuerLine <= maxWrapped) {
            head.territory = unitIn(line);
            head.issuer += " " + line.text;
            issuerFolded += " " + line.folded;
        }
    }
    for (std::size_t i = std::max(top, lines.size() - std::min(lines.size(), endLines));
         head.date.empty() && i < lines.size(); ++i)
        readDate(lines[i], head);
    for (std::size_t i = 0; head.date.empty() && i < top; ++i)
        readOtherDate(lines[i], head);
    if (head.territory.empty() && !head.place.empty())
        if (const std::string_view word = levelWord(issuerFolded, head.number); !word.empty())
            head.territory = std::string(word) + " " + head.place;
    return head;
}

} // namespace terroir::documents
