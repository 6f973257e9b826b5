#include "core/tables/lost_measures.hpp"

#include "core/base/strings.hpp"
#include "core/records/land_units.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/asked_columns.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// "Quy mô" over "5 ha và 200 con": a measure by its name, whose cells are more than numbers.
bool holdsUnreadMeasure(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    const Values& values = open.values[i];
    if (path.empty() || values.filled == 0 || values.numbers >= 0.5 ||
        2 * std::count_if(values.samples.begin(), values.samples.end(), records::hasNumeral) <
            std::ptrdiff_t(values.samples.size()))
        return false;
    const auto meanings = meaningsOf(path, open.kind);
    return !meanings.empty() && isMeasure(meanings.front().field) &&
           meanings.front().share >= 0.7 && !open.isStated(meanings.front().field);
}

/// "Số cây" beside the area on which they stand, which is what such rows are counted by.
bool countsPlants(const OpenGuess& open, std::string_view header) {
    return open.isStated("area") &&
           isAnyOf(headerWords(header), {"so cay", "so luong cay", "so goc", "tong so cay"});
}

/// "Nhà lưới (ha)" behind "Trong đó nhà kính (ha)": a further part of what stands before them.
bool goesOnWithParts(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    if (path.size() != 1 || unitInHeader(path).empty())
        return false;
    for (std::size_t at = i; at-- > 0;) {
        const auto& before = open.table.columns[at].path;
        if (before.size() != 1 || unitInHeader(before) != unitInHeader(path) ||
            isMeasure(open.fieldOf(at)))
            return false;
        if (afterPartWord(before.front()))
            return true;
    }
    return false;
}

/// "Cách khu dân cư (m)", "Nhiệt độ (°C)", "Tuổi vườn (năm)": records of things have no values in
/// such units.
bool saysUnitOfNoValue(const OpenGuess& open, const std::vector<std::string>& path) {
    return open.kind != "generic" &&
           isAnyOf(text::normalize(unitInHeader(path)),
                   {"m",   "km",   "cm", "mm", "mét",   "°c",       "độ",   "năm", "tháng", "ngày",
                    "giờ", "tuổi", "%",  "‰",  "người", "lao động", "mg/l", "g/l", "ppm",   "m/s"});
}

/// Whether numbers of no known meaning may be values of the rows: where nothing else is, beside
/// crops in columns of their own, and under a unit or a name of what is measured. "pH", "Số ô
/// chuồng" and "Cách khu dân cư (m)" beside a stated measure are none.
bool mayBeValue(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    const bool isBySubject =
        std::any_of(open.result.wide.begin(), open.result.wide.end(),
                    [](const WideColumn& wide) { return !wide.subject.empty(); });
    const bool isMeasured =
        !open.result.wide.empty() ||
        std::any_of(open.result.columns.begin(), open.result.columns.end(),
                    [](const GuessedColumn& column) { return isMeasure(column.field); });
    if (headerWords(path.back()).starts_with("ma ") || // "Mã xã"
        saysUnitOfNoValue(open, path))
        return false;
    if (!isMeasured || isBySubject)
        return true;
    const std::string unit = unitInHeader(path);
    // "DTGT", "XYZ": who knows what it is short for.
    const std::string& leaf = path.back();
    const bool isShort =
        leaf.size() >= 2 && leaf.size() <= 6 &&
        std::all_of(leaf.begin(), leaf.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return isShort || records::isAreaUnit(unit) || isMassUnit(unit) || isThingCounted(unit) ||
           std::any_of(path.begin(), path.end(), text::isThing) ||
           isMeasuredLine(path.back(), open.kind);
}

/// "Diện tích (ha) / Hữu cơ" of which "Diện tích (ha) / VietGAP" was taken for the value: what
/// stands beside it is as much of one.
bool isBesideValue(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    if (path.size() < 2 || std::none_of(path.begin(), path.end() - 1, [&](const auto& line) {
            return isMeasuredLine(line, open.kind);
        }))
        return false;
    const auto leaf = meaningsOf({path.back()}, open.kind);
    if (!leaf.empty() && leaf.front().share >= 0.5 && leaf.front().field != "category")
        return false;
    const auto isSibling = [&](std::size_t column) {
        const auto& other = open.table.columns[column].path;
        return column != i && other.size() == path.size() &&
               std::equal(path.begin(), path.end() - 1, other.begin()) &&
               !isTotalWord(other.back());
    };
    return std::any_of(open.result.wide.begin(), open.result.wide.end(),
                       [&](const WideColumn& wide) { return isSibling(wide.column); }) ||
           std::any_of(open.result.columns.begin(), open.result.columns.end(),
                       [&](const GuessedColumn& column) {
                           return isMeasure(column.field) && isSibling(column.column);
                       });
}

/// Layers have many numbers of their makers; one with hectares or tonnes in its name is a value.
bool saysLostUnit(const OpenGuess& open, std::size_t i) {
    const std::string unit = unitInHeader(open.table.columns[i].path);
    return (records::isAreaUnit(unit) && !open.isStated("area")) ||
           (isMassUnit(unit) && !open.isStated("output")) ||
           (isThingCounted(unit) && !open.isStated("count"));
}

} // namespace

std::vector<std::size_t> lostMeasures(const OpenGuess& open) {
    std::vector<std::size_t> lost;
    if (!(open.isAboutThings() || open.kind == "generic"))
        return lost;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        if (open.table.isLayer && !saysLostUnit(open, i))
            continue;
        if (!open.taken[i] && holdsUnreadMeasure(open, i)) {
            lost.push_back(i);
            continue;
        }
        if (open.taken[i] || path.empty() || open.values[i].filled == 0 ||
            open.values[i].numbers < 0.5 || isTotalWord(path.back()) || isPartWord(path.back()) ||
            afterPartWord(path.back()) || goesOnWithParts(open, i) ||
            isMoneyUnit(unitInHeader(path)) || isAskedBesideDone(open, i) ||
            countsPlants(open, path.back()))
            continue;
        const auto meanings = meaningsOf(path, open.kind);
        if (saysPlan(path) && !open.result.isPlanned &&
            std::any_of(meanings.begin(), meanings.end(), [&](const ColumnMeaning& meaning) {
                return isMeasure(meaning.field) && open.isStated(meaning.field);
            }))
            continue;
        const bool isExplained =
            std::any_of(meanings.begin(), meanings.end(), [&](const ColumnMeaning& meaning) {
                return isMeasure(meaning.field) ? open.isStated(meaning.field)
                                                : meaning.share >= 0.5;
            });
        if (isBesideValue(open, i) || (!isExplained && mayBeValue(open, i)))
            lost.push_back(i);
    }
    return lost;
}

} // namespace terroir::tables
