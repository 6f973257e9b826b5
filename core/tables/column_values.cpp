#include "core/tables/column_values.hpp"

#include "core/base/strings.hpp"
#include "core/records/different_quantities.hpp"
#include "core/records/period.hpp"
#include "core/records/place_text.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/column_guess.hpp"
#include "core/tables/column_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <set>

namespace terroir::tables {

namespace {

bool isNumber(const sheets::Cell* cell, std::string_view text) {
    return (cell != nullptr && cell->kind == sheets::CellKind::Number) ||
           records::parseQuantity(text, records::NumberStyle::Vietnamese).has_value() ||
           !records::withDigits(text).empty();
}

bool isStars(std::string_view text) {
    const std::string folded = text::fold(text);
    return text.find("★") != std::string_view::npos || text.find('*') != std::string_view::npos ||
           folded.find("sao") != std::string::npos || folded.starts_with("hang ") ||
           (folded.size() == 1 && folded[0] >= '1' && folded[0] <= '5');
}

/// "AG-X01", "VN-ĐLOR-0107": letters in upper case, digits, no spaces.
bool isCode(std::string_view text) {
    return text.find(' ') == std::string_view::npos &&
           std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Hộ Nguyễn Văn A": a name, and no "Hộ nghèo", behind the word for a household.
bool isHouseholdOf(std::string_view text) {
    for (const std::string_view start : {"Hộ ", "hộ "})
        if (text.starts_with(start)) {
            const std::string_view name = text.substr(start.size());
            const std::string word(name.substr(0, name.find(' ')));
            return name.find(' ') != std::string_view::npos && text::normalize(word) != word &&
                   text::capitalize(text::normalize(word)) == word;
        }
    return false;
}

/// "HTX Chè Tà Xùa", "Hộ ông A", "Công ty B": whoever has or does it, by the first words.
bool isHolder(std::string_view text) {
    if (isHouseholdOf(text::toNfc(text)))
        return true;
    static constexpr std::string_view starts[] = {
        "htx",    "hợp tác xã",    "tht",     "tổ hợp tác",   "công ty",     "cty",
        "hộ ông", "hộ bà",         "nhóm hộ", "doanh nghiệp", "dntn",        "xí nghiệp",
        "hkd",    "hộ kinh doanh", "ông",     "bà",           "nông trường", "liên hiệp htx"};
    const std::string words = text::normalize(text) + " ";
    return std::any_of(std::begin(starts), std::end(starts), [&](std::string_view start) {
        return words.starts_with(std::string(start) + " ");
    });
}

/// "HTX", "Hộ kinh doanh": the kind of a holder and no name.
bool isHolderType(std::string_view text) {
    return isAnyOf(text::fold(text), {"htx",
                                      "hop tac xa",
                                      "tht",
                                      "to hop tac",
                                      "cong ty",
                                      "cty",
                                      "doanh nghiep",
                                      "dn",
                                      "dntn",
                                      "doanh nghiep tu nhan",
                                      "ho kinh doanh",
                                      "hkd",
                                      "ho",
                                      "ho gia dinh",
                                      "ca nhan",
                                      "ho san xuat",
                                      "co so san xuat",
                                      "cong ty tnhh",
                                      "cong ty cp",
                                      "cong ty co phan",
                                      "trang trai",
                                      "lien hiep htx"});
}

} // namespace

Values valuesOf(const FoundTable& table, const FoundColumn& column) {
    Values values;
    std::set<std::string> seen;
    const std::size_t step = std::max<std::size_t>(table.rows.size() / sampleSize, 1);
    for (std::size_t i = 0; i < table.rows.size(); i += step) {
        const FoundRow& row = table.rows[i];
        const std::string_view text = cellOf(row, column.at);
        if (records::isBlankCell(text) || records::isDitto(text))
            continue;
        ++values.filled;
        const sheets::Cell* cell =
            column.at < row.row->cells.size() ? &row.row->cells[column.at] : nullptr;
        const bool number = isNumber(cell, text) || !records::differentQuantities(text).empty();
        values.numbers += number ? 1 : 0;
        values.texts += number ? 0 : 1;
        values.periods +=
            (cell != nullptr && cell->kind == sheets::CellKind::Date) || records::parsePeriod(text)
                ? 1
                : 0;
        values.stars += isStars(text) ? 1 : 0;
        values.units += isUnitWord(text) ? 1 : 0;
        values.codes += isCode(text) ? 1 : 0;
        values.holders += isHolder(text) ? 1 : 0;
        values.holderTypes += isHolderType(text) ? 1 : 0;
        values.meanLength += double(text.size());
        if (seen.insert(std::string(text)).second && values.samples.size() < 30)
            values.samples.emplace_back(text);
    }
    values.distinct = seen.size();
    if (values.filled > 0)
        for (double* share :
             {&values.numbers, &values.periods, &values.stars, &values.units, &values.texts,
              &values.codes, &values.holders, &values.holderTypes, &values.meanLength})
            *share /= double(values.filled);
    return values;
}

double shareOfPlaces(const Values& values, PlaceWords& places,
                     std::optional<gazetteer::Level> level) {
    if (values.samples.empty())
        return 0;
    const auto count =
        std::count_if(values.samples.begin(), values.samples.end(), [&](const auto& text) {
            const auto found = places.levelOf(text);
            return found && (!level || found == level);
        });
    return double(count) / double(values.samples.size());
}

double shareOfUnitWords(const Values& values) {
    constexpr std::string_view words[] = {" xa ",   " phuong ", " thi tran ", " huyen ",
                                          " quan ", " thi xa ", " tinh ",     " thanh pho ",
                                          " tt ",   " tp "};
    const auto saysOne = [&](const std::string& text) {
        const std::string folded = " " + text::fold(text) + " ";
        return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
            return folded.find(word) != std::string::npos;
        });
    };
    const auto count = std::count_if(values.samples.begin(), values.samples.end(), saysOne);
    return values.samples.empty() ? 0 : double(count) / double(values.samples.size());
}

double shareOfThings(const Values& values) {
    const auto count = std::count_if(values.samples.begin(), values.samples.end(),
                                     [](const std::string& text) { return text::isThing(text); });
    return values.samples.empty() ? 0 : double(count) / double(values.samples.size());
}

bool fits(std::string_view field, const Values& values) {
    if (values.filled == 0)
        return !isMeasure(field) && field != "stars" && field != "category" && field != "subject";
    if (isMeasure(field) || field == "points")
        return values.numbers >= 0.5;
    if (isAnyOf(field, {"period", "from", "to", "expires", "decision_date"}))
        return values.periods >= 0.4;
    if (field == "stars")
        return values.stars >= 0.5;
    if (isAnyOf(field, {"subject", "variety", "holder", "place", "commune", "district", "province",
                        "leader", "unit", "category", "status", "market", "indicator"}))
        return values.texts >= 0.5;
    return true;
}

} // namespace terroir::tables
