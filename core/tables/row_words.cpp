#include "core/tables/row_words.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace terroir::tables {

namespace {

bool isRoman(std::string_view word) {
    return !word.empty() && word.size() <= 5 && std::all_of(word.begin(), word.end(), [](char c) {
        return c == 'I' || c == 'V' || c == 'X';
    });
}

/// The numbering that a word is, without the mark behind it.
Numbering numberingOf(std::string_view word, int* depth = nullptr) {
    if (word.empty())
        return Numbering::None;
    if (isRoman(word))
        return Numbering::Roman;
    if (word.size() == 1 && std::isalpha(static_cast<unsigned char>(word[0])) != 0)
        return Numbering::Letter;
    if (word == "-" || word == "+" || word == "*" || word == "•" || word == "–")
        return Numbering::Bullet;
    bool isNumber = true;
    int points = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '.' && i > 0 && i + 1 < word.size() && isDigit(word[i - 1]) &&
            isDigit(word[i + 1]))
            ++points;
        else if (!isDigit(word[i]))
            isNumber = false;
    }
    if (!isNumber || word.size() > 8)
        return Numbering::None;
    if (depth != nullptr)
        *depth = points;
    return points > 0 ? Numbering::Dotted : Numbering::Arabic;
}

bool startsWithWord(std::string_view words, std::string_view start) {
    return words.starts_with(start) && (words.size() == start.size() || words[start.size()] == ' ');
}

} // namespace

Heading readHeading(std::string_view whole) {
    Heading heading;
    std::string_view text = trimmed(whole);
    // "1. Cây chè", "II - Huyện A", "A) …", "- Xã B"; "3 sao" and "5 tấn" have no mark.
    const std::size_t end = text.find_first_of(" .)-:/");
    if (text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("* ")) {
        heading.numbering = Numbering::Bullet;
        text = trimmed(text.substr(1));
    } else if (end != std::string_view::npos && end > 0) {
        std::size_t stop = end;
        while (stop < text.size() && text[stop] == '.' && stop + 1 < text.size() &&
               isDigit(text[stop + 1]) && isDigit(text[stop - 1])) // "1.2."
            stop = std::min(text.find_first_not_of("0123456789", stop + 1), text.size());
        const Numbering numbering = numberingOf(text.substr(0, stop), &heading.depth);
        std::string_view rest = trimmed(text.substr(stop));
        const bool marked = rest.starts_with('.') || rest.starts_with(')') ||
                            rest.starts_with("-") || rest.starts_with(':') || rest.starts_with('/');
        if (numbering != Numbering::None &&
            (marked || numbering == Numbering::Dotted || numbering == Numbering::Roman)) {
            heading.numbering = numbering;
            while (!rest.empty() &&
                   std::string_view(".)-:/ ").find(rest.front()) != std::string_view::npos)
                rest.remove_prefix(1);
            text = rest;
        }
    }
    text = trimmed(text);
    // "(3 xã)", "(05 sản phẩm)", ": 12,5 ha" at the end is a count or a sum.
    if (text.ends_with(')'))
        if (const std::size_t open = text.rfind('('); open != std::string_view::npos && open > 0) {
            const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
            if (std::any_of(inside.begin(), inside.end(), isDigit))
                text = trimmed(text.substr(0, open));
        }
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        const std::string_view behind = trimmed(text.substr(colon + 1));
        if (behind.empty() || isDigit(behind.front()))
            text = trimmed(text.substr(0, colon));
    }
    heading.text = std::string(text);
    return heading;
}

Numbering ordinalOf(std::string_view cell) {
    std::string_view text = trimmed(cell);
    if (text.starts_with('(') && text.ends_with(')') && text.size() > 2)
        text = text.substr(1, text.size() - 2);
    while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == '/'))
        text.remove_suffix(1);
    return numberingOf(text);
}

bool isTotalWord(std::string_view cell) {
    const std::string words = headerWords(readHeading(cell).text);
    for (const std::string_view no :
         {"tong cong ty", "tong doi", "tong hop", "tong cuc", "tong kho", "cong dong", "cong tac",
          "cong ty", "cong nghe", "cong nghiep", "cong trinh", "cong vien", "cong nhan", "cong an",
          "cong hoa", "cong binh", "tong quan", "tong the"})
        if (startsWithWord(words, no) && !startsWithWord(words, "tong cong"))
            return false;
    if (startsWithWord(words, "tong cong ty"))
        return false;
    if (isAnyOf(words, {"tb", "bq", "mean"}))
        return true;
    for (const std::string_view yes : {"tong",
                                       "cong",
                                       "tong cong",
                                       "tong so",
                                       "trung binh",
                                       "binh quan",
                                       "toan tinh",
                                       "ca tinh",
                                       "toan huyen",
                                       "ca huyen",
                                       "toan thanh pho",
                                       "toan xa",
                                       "luy ke",
                                       "total",
                                       "grand total",
                                       "sum",
                                       "average",
                                       "tong toan",
                                       "tb giong",
                                       "tb diem",
                                       "tb chung",
                                       "tb cac",
                                       "tc",
                                       "cv",
                                       "lsd",
                                       "lsd0",
                                       "do lech chuan",
                                       "tong hop chung"})
        if (startsWithWord(words, yes)) {
            // "Cộng" needs to be the word for a sum, not the start of a name: short, or followed
            // by what is summed.
            return yes != "cong" || words.size() <= 60;
        }
    return false;
}

bool saysSeveralYears(std::string_view header) {
    if (isTotalWord(header))
        return true;
    const std::string words = headerWords(header.substr(0, header.find('(')));
    for (const std::string_view start : {"ca giai doan", "toan giai doan", "giai doan",
                                         "ca thoi ky", "ca nhiem ky", "ca ky", "ca nam"})
        if (startsWithWord(words, start))
            return true;
    const auto isAll = [&](std::string_view all) {
        return std::all_of(all.begin(), all.end(), isDigit);
    };
    // "3 năm", "2021 2023"
    const std::size_t space = words.find(' ');
    if (space == std::string::npos || !isAll(words.substr(0, space)))
        return false;
    const std::string_view rest = std::string_view(words).substr(space + 1);
    return rest == "nam" || (space == 4 && rest.size() == 4 && isAll(rest));
}

bool isNoteOrSignature(std::string_view cell) {
    const std::string words = headerWords(cell);
    static constexpr std::string_view starts[] = {"ghi chu",
                                                  "nguon",
                                                  "noi nhan",
                                                  "nguoi lap",
                                                  "lap bieu",
                                                  "thu truong",
                                                  "giam doc",
                                                  "pho giam doc",
                                                  "truong phong",
                                                  "pho truong phong",
                                                  "chu tich",
                                                  "pho chu tich",
                                                  "tm",
                                                  "kt",
                                                  "tl",
                                                  "tuq",
                                                  "da ky",
                                                  "ky ten",
                                                  "ke toan",
                                                  "nguoi tong hop",
                                                  "nguoi kiem tra",
                                                  "chi cuc truong",
                                                  "luu",
                                                  "xac nhan",
                                                  "nguoi bao cao",
                                                  "can bo",
                                                  "bieu nay",
                                                  "don vi bao cao",
                                                  "thu ky",
                                                  "luu y",
                                                  "chu thich",
                                                  "danh sach nay",
                                                  "bang nay",
                                                  "so lieu den",
                                                  "nguoi thuc hien"};
    if (std::any_of(std::begin(starts), std::end(starts),
                    [&](std::string_view start) { return startsWithWord(words, start); }))
        return true;
    // "Lai Châu, ngày 5 tháng 3 năm 2024"
    const std::size_t day = words.find("ngay ");
    return day != std::string::npos && words.find(" thang ", day) != std::string::npos &&
           words.find(" nam", day) != std::string::npos && words.size() < 60;
}

std::optional<HeaderYear> headerYearOf(std::string_view header) {
    const std::string words = headerWords(header);
    HeaderYear found;
    for (std::size_t i = 0; i < words.size();) {
        if (!isDigit(words[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < words.size() && isDigit(words[end]))
            ++end;
        int number = 0;
        std::from_chars(words.data() + i, words.data() + end, number);
        if (end - i != 4 || number < 1990 || number > 2050 || found.year != 0)
            return std::nullopt; // two years are a span, other digits no year
        found.year = number;
        i = end;
    }
    if (found.year == 0 || words.size() > 40)
        return std::nullopt;
    for (const std::string_view plan : {"kh", "ke hoach", "du kien", "muc tieu"})
        if ((" " + words + " ").find(" " + std::string(plan) + " ") != std::string::npos)
            found.isPlanned = true;
    return found;
}

} // namespace terroir::tables
