#include "core/tables/bilingual.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace terroir::tables {

namespace {

bool isPlainAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Words that only the English of a table has.
bool saysEnglish(std::string_view text) {
    static constexpr std::string_view known[] = {
        "unit",      "total",    "area",   "planted", "harvested", "production", "yield",
        "district",  "city",     "town",   "commune", "ward",      "province",   "township",
        "prel",      "of",       "which",  "by",      "and",       "paddy",      "rice",
        "maize",     "tea",      "coffee", "number",  "name",      "address",    "product",
        "note",      "year",     "source", "cattle",  "pig",       "pigs",       "poultry",
        "head",      "heads",    "farm",   "farms",   "quantity",  "owner",      "thous",
        "tons",      "spring",   "winter", "crops",   "crop",      "vegetables", "fruit",
        "perennial", "buffaloes"};
    const std::string words = headerWords(text);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (std::find(std::begin(known), std::end(known), words.substr(at, end - at)) !=
            std::end(known))
            return true;
        at = end + 1;
    }
    return false;
}

struct Halves {
    std::string_view vietnamese, english; ///< both empty: the cell says nothing twice
};

/// At the last mark between them whose right side is without Vietnamese letters.
Halves halvesOf(std::string_view cell) {
    for (const std::string_view mark : {"\n", " - ", " – ", "/ ", " / "}) {
        const std::size_t at = cell.rfind(mark);
        if (at == std::string_view::npos || at == 0)
            continue;
        const Halves halves{trimmed(cell.substr(0, at)), trimmed(cell.substr(at + mark.size()))};
        if (!halves.vietnamese.empty() && isPlainAscii(halves.english) &&
            std::any_of(halves.english.begin(), halves.english.end(),
                        [](unsigned char c) { return std::isalpha(c) != 0; }))
            return halves;
    }
    return {};
}

/// The digits of a year that only the English half says: "Sơ bộ - Prel. 2023".
std::string_view yearOf(std::string_view text) {
    const std::size_t at = text.find("20");
    const bool isYear = at != std::string_view::npos && at + 4 <= text.size() &&
                        isDigit(text[at + 2]) && isDigit(text[at + 3]);
    return isYear ? text.substr(at, 4) : std::string_view();
}

} // namespace

std::optional<sheets::Sheet> vietnameseOnly(const sheets::Sheet& sheet,
                                            std::deque<std::string>& texts) {
    if (sheet.hasNames)
        return std::nullopt;
    std::size_t said = 0, cells = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(sheet.rows.size(), 60); ++i)
        for (const sheets::Cell& cell : sheet.rows[i].cells)
            if (cell.kind == sheets::CellKind::Text && !isPlainAscii(cell.text)) {
                ++cells;
                said += saysEnglish(halvesOf(cell.text).english) ? 1 : 0;
            }
    if (said < 3 || 3 * said < cells)
        return std::nullopt;
    sheets::Sheet half = sheet;
    for (sheets::Row& row : half.rows)
        for (sheets::Cell& cell : row.cells) {
            if (cell.kind != sheets::CellKind::Text)
                continue;
            const Halves halves = halvesOf(cell.text);
            if (halves.vietnamese.empty() || isPlainAscii(halves.vietnamese))
                continue;
            const std::string_view year = yearOf(halves.english);
            if (year.empty() || halves.vietnamese.find(year) != std::string_view::npos) {
                cell.text = halves.vietnamese;
            } else {
                texts.push_back(std::string(halves.vietnamese) + " " + std::string(year));
                cell.text = texts.back();
            }
        }
    return half;
}

} // namespace terroir::tables
