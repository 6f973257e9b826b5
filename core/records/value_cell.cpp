#include "core/records/value_cell.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/land_units.hpp"
#include "core/records/measure_units.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace terroir::records {

namespace {

/// "Chưa thu", "mới thả", "đang nuôi", "không thu hoạch": there is no number to state.
bool saysNoNumberYet(const std::string& cell) {
    const std::string folded = text::fold(cell);
    return std::none_of(folded.begin(), folded.end(), isDigit) &&
           (folded.starts_with("chua ") || folded.starts_with("moi ") ||
            folded.starts_with("dang ") || folded.starts_with("khong "));
}

/// Doubts or refuses a cell without a quantity, or says that there is none yet; false for a
/// refusal.
bool sayWhyNot(std::string_view field, const std::string& header, const std::string& cell,
               Verdict& verdict) {
    switch (whyNoQuantity(cell)) {
    case Unusable::UpperBound:
        verdict.doubts.push_back(
            localText("Cột '{}': '{}' chỉ nói số lớn nhất nên không dùng làm giá trị; nếu biết số "
                      "đúng, hãy ghi số đó.",
                      "Column '{}': '{}' says only how much at most and is not used as a value; "
                      "write the number where it is known.",
                      header, cell));
        return true;
    case Unusable::SeveralValues:
        verdict.doubts.push_back(
            localText("Cột '{}': '{}' có nhiều giá trị trong một ô nên không dùng giá trị nào; hãy "
                      "ghi mỗi giá trị vào một cột.",
                      "Column '{}': '{}' holds several values in one cell and none is used; give "
                      "each a column.",
                      header, cell));
        return true;
    case Unusable::LettersForDigits:
        verdict.refuse(localText(
            "Cột '{}': '{}' có chữ cái trong số; nếu đúng là '{}', hãy sửa ô ấy bằng các chữ số.",
            "Column '{}': '{}' has letters within the number; if '{}' is meant, write the cell in "
            "digits.",
            header, cell, withDigits(cell)));
        return false;
    case Unusable::NotANumber:
        break;
    }
    if (saysNoNumberYet(cell)) {
        verdict.remarks.push_back(localText("Cột '{}': '{}' là chưa có số, không phải số 0.",
                                            "Column '{}': '{}' says that there is no number, "
                                            "which is not 0.",
                                            header, cell));
        return true;
    }
    if (field == "stars") {
        verdict.refuse(
            localText("Cột '{}': '{}' không phải là hạng OCOP; hạng được công nhận là 3, "
                      "4 hoặc 5 sao (1 đến 5 khi đánh giá).",
                      "Column '{}': '{}' is no OCOP rating; recognised products have 3, "
                      "4 or 5 stars (1 to 5 when assessed).",
                      header, cell));
        return false;
    }
    verdict.refuse(localText("Cột '{}': '{}' không phải là số; hãy viết như 12,5 hoặc 1.947, "
                             "'trên 300', 'khoảng 20', '20-30'.",
                             "Column '{}': '{}' is not a number; write it like 12,5 or 1.947, "
                             "'trên 300', 'khoảng 20', '20-30'.",
                             header, cell));
    return false;
}

/// What the points stand for in the numbers beside a cell: in those of its row, which one hand
/// wrote, else in the other columns of the table, where they agree. With a number that says so.
struct Beside {
    ColumnNumbers::Points points = ColumnNumbers::Points::Unknown;
    std::string evidence = {};
};

Beside numbersBeside(const ColumnMap& columns, const TextRow& row, std::string_view field) {
    using Points = ColumnNumbers::Points;
    std::vector<std::string> others{"value"};
    for (const MeasureInfo& measure : measures())
        others.push_back(measure.field);
    std::erase_if(others, [&](const std::string& other) {
        return other == field || !columns.has(other) || other == "stars";
    });
    ColumnNumbers ofRow;
    for (const std::string& other : others)
        if (columns.style(row, other) == NumberStyle::Vietnamese)
            ofRow.addText(columns.cell(row, other));
    if (ofRow.points() == Points::Thousands || ofRow.points() == Points::Decimals)
        return {ofRow.points(), ofRow.evidence()};
    std::vector<const ColumnNumbers*> all = columns.numbersBeside(row, field);
    for (const std::string& other : others)
        all.push_back(&columns.numbers(other));
    Beside found;
    for (const ColumnNumbers* numbers : all) {
        if (numbers->points() == Points::Unknown)
            continue;
        if (found.points != Points::Unknown && found.points != numbers->points())
            return {};
        found = {numbers->points(), numbers->evidence()};
    }
    return found.points == Points::Both ? Beside() : found;
}

/// Decides what "1.947" is; the numbers beside it are asked where the column itself leaves it open.
/// A column of the sheet that leaves it open is helped by those that are one with it here, where
/// they confirm the norm; they never overturn it.
/// `isOfOtherUnit`: its size says nothing beside theirs, "8.000 m2" beside hectares.
std::optional<Quantity> oneReading(const ColumnNumbers& own, const ColumnNumbers& all,
                                   const std::string& header, const std::string& cell,
                                   Quantity grouped, bool isOfOtherUnit,
                                   const std::function<Beside()>& askBeside, Verdict& verdict) {
    using Points = ColumnNumbers::Points;
    using Reason = ColumnNumbers::Reason;
    auto plain = parseQuantity(cell, NumberStyle::Plain);
    if (!plain || (plain->value == grouped.value && plain->max == grouped.max))
        return grouped;
    const bool sameValue = plain->value == grouped.value;
    const double one = sameValue ? grouped.max.value_or(0) : grouped.value;
    const double other = sameValue ? plain->max.value_or(0) : plain->value;
    ColumnNumbers::Choice choice = own.choose(one, other);
    const bool isHelped = &own != &all &&
                          (choice.reason == Reason::Open || choice.reason == Reason::Norm) &&
                          all.choose(one, other).style == NumberStyle::Vietnamese &&
                          all.choose(one, other).reason < Reason::Norm;
    const ColumnNumbers& numbers = isHelped ? all : own;
    if (isHelped)
        choice = all.choose(one, other);
    choice.isAgainstSizes = choice.isAgainstSizes && all.choose(one, other).isAgainstSizes;
    // No field has one or two square metres, and no one writes their thousandths.
    constexpr double leastSquareMetres = 10;
    if (isAnyOf(grouped.unit, {"m2", "m²"}) && other < leastSquareMetres && one >= 1000)
        choice = {NumberStyle::Vietnamese, Reason::Size, false};
    if (isOfOtherUnit && choice.reason == Reason::Far)
        choice.reason = Reason::Evidence;
    const Reason reason = choice.reason;
    const std::string thousands = fmt::format("{}", one);
    const std::string decimal = formatNumber(other, Language::Vietnamese, 6);
    const bool isLeftOpen = reason == Reason::Open || reason == Reason::Norm;
    const Beside beside = isLeftOpen ? askBeside() : Beside();
    if (reason == Reason::Open && beside.points == Points::Thousands && !choice.isAgainstSizes) {
        verdict.remarks.push_back(
            localText("Cột '{}': '{}' được đọc là {}, vì các số bên cạnh viết '{}'.",
                      "Column '{}': '{}' was read as {}, since the numbers beside it write '{}'.",
                      header, cell, thousands, beside.evidence));
        return grouped;
    }
    if (isLeftOpen && beside.points == Points::Decimals) {
        verdict.refuse(localText(
            "Cột '{}': '{}' có thể là {} hoặc {}, vì các số bên cạnh viết '{}'; hãy viết {} hoặc "
            "{}.",
            "Column '{}': '{}' may be {} or {}, since the numbers beside it write '{}'; write {} "
            "or {}.",
            header, cell, thousands, decimal, beside.evidence, thousands, decimal));
        return std::nullopt;
    }
    if (reason == Reason::Open) {
        verdict.refuse(
            localText("Cột '{}': '{}' có thể là {} hoặc {}, vì các số khác của cột này không cho "
                      "biết dấu chấm là gì; hãy viết {} hoặc {}.",
                      "Column '{}': '{}' may be {} or {}, since the other numbers of the column do "
                      "not tell what a point is; write {} or {}.",
                      header, cell, thousands, decimal, thousands, decimal));
        return std::nullopt;
    }
    if (reason == Reason::Far)
        verdict.doubts.push_back(localText(
            "Cột '{}': '{}' được đọc là {}, vì cột này viết '{}', nhưng {} gần với các số khác "
            "hơn nhiều; hãy xem lại.",
            "Column '{}': '{}' was read as {}, since the column writes '{}', but {} is much nearer "
            "to the other numbers; check it.",
            header, cell, thousands, numbers.evidence(), decimal));
    if (choice.style == NumberStyle::Plain) {
        verdict.remarks.push_back(
            localText("Cột '{}': '{}' được đọc là {}, vì cột này viết '{}'.",
                      "Column '{}': '{}' was read as {}, since the column writes '{}'.", header,
                      cell, decimal, numbers.evidence()));
        return plain;
    }
    if (reason == Reason::Size)
        verdict.remarks.push_back(
            localText("Cột '{}': '{}' được đọc là {}, theo độ lớn của số.",
                      "Column '{}': '{}' was read as {}, by the size of the number.", header, cell,
                      thousands));
    if (reason == Reason::Decimals)
        verdict.remarks.push_back(localText(
            "Cột '{}': '{}' được đọc là {}, vì các số khác trong cột có nhiều nhất một chữ số thập "
            "phân.",
            "Column '{}': '{}' was read as {}, since the column's other numbers have at most one "
            "decimal.",
            header, cell, thousands));
    return grouped;
}

/// "1,200": a comma before three digits, and no other mark.
bool groupsByComma(std::string_view cell) {
    const std::size_t comma = cell.find(',');
    if (comma == std::string_view::npos || comma == 0 || comma > 3 || cell[0] == '0' ||
        cell.find('.') != std::string_view::npos || cell.size() < comma + 4)
        return false;
    const std::string_view digits = cell.substr(comma + 1, 3);
    return std::all_of(cell.begin(), cell.begin() + std::ptrdiff_t(comma), isDigit) &&
           std::all_of(digits.begin(), digits.end(), isDigit) &&
           (cell.size() == comma + 4 || !isDigit(cell[comma + 4]));
}

/// "12.000" of "12.000/lứa", "500 con" of "500 con/lứa": animals that are there at a time; empty
/// for other texts.
std::string stockOfBatch(std::string_view cell) {
    constexpr std::string_view batch = "/lứa";
    if (!cell.ends_with(batch))
        return {};
    cell.remove_suffix(batch.size());
    return cell.find('/') == std::string_view::npos ? std::string(trimmed(cell)) : std::string();
}

/// "1,800" by the marks of the column's other numbers; nothing where these say nothing.
std::optional<ValueCell> readByCommas(const ColumnNumbers& numbers, const std::string& header,
                                      const std::string& cell, Verdict& verdict) {
    std::string digits = cell;
    std::erase(digits, ','); // also of "1,800 - 2,400"
    auto grouped = parseQuantity(digits, NumberStyle::Plain);
    const auto decimal = parseQuantity(cell, NumberStyle::Vietnamese);
    if (!grouped || !decimal)
        return std::nullopt;
    const std::string& evidence =
        numbers.commaGrouping().empty() ? numbers.evidence() : numbers.commaGrouping();
    switch (numbers.commas(grouped->value, decimal->value)) {
    case ColumnNumbers::Commas::Unknown:
        return std::nullopt;
    case ColumnNumbers::Commas::Thousands:
        verdict.remarks.push_back(
            localText("Cột '{}': '{}' được đọc là {}, vì cột này viết '{}'.",
                      "Column '{}': '{}' was read as {}, since the column writes '{}'.", header,
                      cell, fmt::format("{}", grouped->value), evidence));
        return ValueCell{std::move(grouped)};
    case ColumnNumbers::Commas::Open:
        break;
    }
    verdict.refuse(localText("Cột '{}': '{}' có thể là hàng nghìn hoặc số thập phân, vì cột "
                             "này cũng viết '{}'; hãy viết rõ, ví dụ 1250 hoặc 1,25.",
                             "Column '{}': '{}' may be thousands or a decimal number, since the "
                             "column writes '{}' as well; write it plainly, like 1250 or 1,25.",
                             header, cell, evidence));
    return ValueCell{};
}

/// An area, an output, what is counted cannot be less than nothing; other figures, as growth, can.
void sayNegative(std::string_view field, const std::string& unit, const std::string& header,
                 const std::string& cell, const Quantity& found, Verdict& verdict) {
    if (found.value >= 0)
        return;
    if (field != "value" || isCountedUnit(unit) || isMassUnit(scaledUnit(unit).unit) ||
        squareMetresIn(unit, Region::Unknown))
        verdict.refuse(
            localText("Cột '{}': '{}' là số âm, mà diện tích, sản lượng, số lượng thì "
                      "không âm; hãy sửa số.",
                      "Column '{}': '{}' is negative, which no area, output or number of "
                      "things is; mend the number.",
                      header, cell));
    else
        verdict.doubts.push_back(localText("Cột '{}': '{}' là số âm; hãy xem lại.",
                                           "Column '{}': '{}' is negative; check it.", header,
                                           cell));
}

} // namespace

ValueCell readValueCell(const ColumnMap& columns, const TextRow& row, std::string_view field,
                        Verdict& verdict) {
    std::string cell = columns.cell(row, field);
    if (isBlankCell(cell))
        return {};
    if (std::string stock = stockOfBatch(cell);
        !stock.empty() && (columns.unitInHeader(field) == "con" || stock.ends_with("con"))) {
        verdict.remarks.push_back(
            localText("Cột '{}': '{}' là số con của một lứa, không phải của cả năm.",
                      "Column '{}': '{}' is the heads of one batch, not those of the year.",
                      columns.header(field), cell));
        cell = std::move(stock);
    }
    const NumberStyle style = columns.style(row, field);
    auto found = parseQuantity(cell, style);
    if (!found)
        return {std::nullopt, sayWhyNot(field, columns.header(field), cell, verdict)};
    // Animals, farms and cages are whole: a point in their number groups thousands, and so does a
    // comma before three digits.
    std::string unit = found->unit.empty() ? columns.unitInHeader(field) : found->unit;
    if (unit.empty())
        unit = columns.cell(row, "unit");
    sayNegative(field, unit, columns.header(field), cell, *found, verdict);
    const bool isWhole = found->value == std::floor(found->value);
    const bool isCounted =
        (isCountedUnit(unit) || (field == "count" && unit.empty())) && scaledUnit(unit).factor == 1;
    if (isCounted && !isWhole) {
        const double thousands = found->value * 1000;
        if (style == NumberStyle::Vietnamese && !found->max && groupsByComma(cell)) {
            found->value = std::round(thousands);
            verdict.remarks.push_back(localText(
                "Cột '{}': '{}' được đọc là {}, vì vật đếm từng cái không có số lẻ.",
                "Column '{}': '{}' was read as {}, since what is counted one by one is whole.",
                columns.header(field), cell, numberText(found->value)));
            return {std::move(found)};
        }
        verdict.doubts.push_back(
            localText("Cột '{}': '{}' có số lẻ, mà vật đếm từng cái thì không; hãy xem lại số và "
                      "đơn vị.",
                      "Column '{}': '{}' is no whole number, as what is counted one by one is; "
                      "check the number and its unit.",
                      columns.header(field), cell));
    }
    if (style == NumberStyle::Vietnamese && groupsByComma(cell))
        if (auto decided =
                readByCommas(columns.numbers(row, field), columns.header(field), cell, verdict))
            return std::move(*decided);
    if (style == NumberStyle::Plain || cell.find('.') == std::string::npos)
        return {std::move(found)};
    if ((field == "count" || isCountedUnit(unit)) && scaledUnit(unit).factor == 1 && isWhole)
        return {std::move(found)};
    const bool isOfOtherUnit = !found->unit.empty() && !columns.unitInHeader(field).empty() &&
                               found->unit != columns.unitInHeader(field);
    return {oneReading(
        columns.numbers(row, field), columns.numbers(field), columns.header(field), cell,
        std::move(*found), isOfOtherUnit, [&] { return numbersBeside(columns, row, field); },
        verdict)};
}

} // namespace terroir::records
