#include "core/records/measurements.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/different_quantities.hpp"
#include "core/records/fields.hpp"
#include "core/records/measure_units.hpp"
#include "core/records/stars.hpp"
#include "core/records/value_cell.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace terroir::records {

namespace {

/// The unit of a value and where it stands.
struct UnitFound {
    std::string unit;
    bool isBesideNumber = false;
};

/// "12 tạ", "12 (1.000 m2)".
std::string besideNumber(const std::string& unit) {
    return unit[0] >= '0' && unit[0] <= '9' ? " (" + unit + ")" : " " + unit;
}

/// "Số lồng (cái)": a word that counts anything and does not say what.
bool isCounter(std::string_view unit) {
    const std::string folded = text::fold(unit);
    return folded == "cai" || folded == "chiec";
}

/// "a", "bc" of "61,2bc": the letters of groups that do not differ, as tables of trials print them
/// (Duncan's and Tukey's tests); in order and each once.
bool isGroupMark(std::string_view unit) {
    constexpr std::size_t mostLetters = 4;
    return !unit.empty() && unit.size() <= mostLetters &&
           std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'a' && c <= 'h'; }) &&
           std::adjacent_find(unit.begin(), unit.end(), std::greater_equal<>()) == unit.end();
}

/// "con" of "con gà", "ha" of "ha chè", and of "gà thịt": what a number counts says its unit.
std::string withoutThing(const std::string& unit) {
    const std::size_t space = unit.find(' ');
    const std::string first = unit.substr(0, space);
    if (space != std::string::npos && text::isThing(unit.substr(space + 1)) &&
        (isAreaUnit(first) || isMassUnit(first) || text::fold(first) == "con"))
        return first;
    return text::isCountedByHead(unit) ? "con" : unit;
}

class MeasurementReader {
public:
    MeasurementReader(const ColumnMap& columns, const TextRow& row, std::string_view kind,
                      Region region, std::string unit, Verdict& verdict)
        : m_columns(columns), m_row(row), m_kind(kind), m_region(region), m_verdict(verdict),
          m_unit(std::move(unit)), m_isOwnFormat(columns.has("value_as_written")) {}

    RowValues read() {
        for (const MeasureInfo& measure : measures())
            readMeasure(measure);
        readValue();
        if (!m_found.values.empty() && !m_unit.empty() && !m_unitUsed)
            m_verdict.doubts.push_back(localText(
                "Đơn vị '{}' không khớp với cột giá trị nào; hãy ghi đơn vị vào tên cột.",
                "The unit '{}' fits none of the value columns; put the unit into the header.",
                m_unit));
        return std::move(m_found);
    }

private:
    std::optional<Quantity> quantity(std::string_view field) {
        ValueCell cell = readValueCell(m_columns, m_row, field, m_verdict);
        if (cell.isText)
            m_found.texts.push_back({std::string(field), m_columns.cell(m_row, field)});
        return std::move(cell.quantity);
    }

    void keepText(std::string_view field, const std::string& cell, LocalText doubt) {
        m_verdict.doubts.push_back(std::move(doubt));
        m_found.texts.push_back({std::string(field), cell});
    }

    std::size_t measureColumns() const {
        return std::size_t(
                   std::count_if(measures().begin(), measures().end(),
                                 [&](const auto& one) { return m_columns.has(one.field); })) +
               (m_columns.has("value") ? 1U : 0U);
    }

    /// Whether the row's unit column can speak of this measure.
    bool fits(std::string_view field) const {
        const std::string unit = scaledUnit(m_unit).unit;
        if (field == "value")
            return true;
        if (field == "stars")
            return text::fold(unit) == "sao" || text::fold(unit) == "stars";
        if (field == "yield")
            return unit.find('/') != std::string::npos;
        // A count, or the only column, takes what no column of its own is there for.
        const bool isOnly = measureColumns() == 1;
        if (field == "area")
            return isAreaUnit(unit) ||
                   (isOnly && countIndicator(m_kind, unit).indicator != "count");
        if (field == "output")
            return isMassUnit(unit);
        return isOnly || (!(isAreaUnit(unit) && m_columns.has("area")) &&
                          !(isMassUnit(unit) && m_columns.has("output")) &&
                          !(isYieldUnit(unit) && m_columns.has("yield")));
    }

    /// The unit nearest to the number wins: cell, header, unit column.
    UnitFound unitOf(std::string_view field, const Quantity& quantity) {
        const bool columnFits = !m_unit.empty() && fits(field);
        m_unitUsed = m_unitUsed || columnFits;
        std::string header = m_columns.unitInHeader(field);
        const bool isMarked = !header.empty() && field != "area" && isGroupMark(quantity.unit);
        if (isMarked)
            m_verdict.remarks.push_back(localText(
                "Cột '{}': chữ '{}' sau số được hiểu là nhóm so sánh thống kê, không phải đơn vị.",
                "Column '{}': '{}' behind the number is taken for a group of a comparison of "
                "means, not for a unit.",
                m_columns.header(field), quantity.unit));
        if (!quantity.unit.empty() && !isMarked)
            return {quantity.unit, true};
        if (field == "count" && (isCounter(header) || (header.empty() && isCounter(m_unit))))
            if (std::string counted = unitCountedBy(m_kind, m_columns.header(field));
                !counted.empty())
                return {counted};
        if (header.empty() && field == "count")
            header = unitCountedBy(m_kind, m_columns.header(field));
        if (!header.empty())
            return {header};
        return {columnFits ? m_unit : std::string()};
    }

    void readMeasure(const MeasureInfo& info) {
        if (info.field == "stars" && readStars())
            return;
        if (info.field != "stars" && readDifferent(m_columns.cell(m_row, info.field)))
            return;
        const auto found = quantity(info.field);
        if (!found)
            return;
        const auto [unit, isBesideNumber] = unitOf(info.field, *found);
        const std::string cell = m_columns.cell(m_row, info.field);
        if (info.field == "stars" && text::fold(unit).starts_with("diem"))
            return keepText("points", cell,
                            localText("'{}' là điểm, không phải hạng sao; hãy ghi hạng 1 đến 5.",
                                      "'{}' is a number of points and no rating; write 1 to 5 "
                                      "stars.",
                                      cell));
        Measurement one = measurementOf(*found, unit);
        one.asWritten = cell;
        one.indicator = info.indicator;
        resolve(info, one);
        if (!isBesideNumber && !unit.empty() && text::fold(unit) != text::fold(one.unit))
            one.asWritten += besideNumber(unit);
        m_found.values.push_back(std::move(one));
    }

    /// "12,6 ha; 150 tấn": an area and an output in one cell, where the row has no other cells for
    /// them. True when they were taken, from this cell or from one that says the same.
    bool readDifferent(const std::string& cell) {
        if (m_readCells.contains(cell))
            return true;
        const std::vector<PartQuantity> parts = differentQuantities(cell);
        std::vector<Measurement> all;
        for (const PartQuantity& part : parts) {
            const auto info =
                std::find_if(measures().begin(), measures().end(),
                             [&](const auto& its) { return its.field == part.field; });
            const std::string own = m_columns.cell(m_row, part.field);
            if (info == measures().end() ||
                (m_columns.has(part.field) && own != cell && !isBlankCell(own)))
                return false;
            all.push_back(measurementOf(part.quantity, part.quantity.unit));
            all.back().asWritten = part.text;
            all.back().indicator = info->indicator;
            resolve(*info, all.back());
        }
        if (parts.empty())
            return false;
        m_readCells.insert(cell);
        std::move(all.begin(), all.end(), std::back_inserter(m_found.values));
        return true;
    }

    static Measurement measurementOf(const Quantity& quantity, const std::string& unit) {
        const ScaledUnit scaled = scaledUnit(unit);
        Measurement one;
        one.value = quantity.value * scaled.factor;
        if (quantity.max)
            one.max = *quantity.max * scaled.factor;
        one.qualifier = quantity.qualifier;
        one.unit = withoutThing(scaled.unit);
        return one;
    }

    /// True when the cell names stars.
    bool readStars() {
        const std::string cell = m_columns.cell(m_row, "stars");
        const StarRating rating = parseStars(cell);
        switch (rating.kind) {
        case StarRating::Kind::None:
            return false;
        case StarRating::Kind::Rated:
            m_found.values.push_back(
                {"stars", "sao", double(rating.stars), std::nullopt, Qualifier::Exact, cell});
            break;
        case StarRating::Kind::Hoped:
            m_found.isHoped = true;
            keepText("stars", cell,
                     localText("'{}' là hạng được đề nghị hoặc hướng tới, chưa được công nhận, nên "
                               "không tính; khi đã công nhận hãy ghi hạng đó.",
                               "'{}' is a rating asked for or aimed at, not one that was given, "
                               "and does not count; write the rating once it is given.",
                               cell));
            break;
        case StarRating::Kind::Unclear:
            keepText("stars", cell,
                     localText("'{}' không nói rõ một hạng sao; hãy ghi một số từ 1 đến 5.",
                               "'{}' does not name one rating; write a number from 1 to 5.", cell));
            break;
        }
        return true;
    }

    /// What the value measures, by its unit first: a column of sizes has ha, con and mô hình.
    void resolve(const MeasureInfo& info, Measurement& one) {
        const bool isCounted = countIndicator(m_kind, one.unit).indicator != "count";
        if (info.field == "stars") {
            if (one.unit.empty())
                one.unit = info.unit;
        } else if (info.field == "area" && !isAreaUnit(one.unit) && !one.unit.empty() &&
                   isCounted) {
            m_verdict.remarks.push_back(
                localText("Cột '{}': '{} {}' không phải là diện tích mà là số lượng.",
                          "Column '{}': '{} {}' is a count and no area.", m_columns.header("area"),
                          numberText(one.value), one.unit));
            count(one);
        } else if (info.field == "area" ||
                   (info.field == "count" && !isCounted && isAreaUnit(one.unit))) {
            one.indicator = "area";
            toHectares(one);
        } else if (info.field == "output" || (info.field == "count" && isMassUnit(one.unit))) {
            one.indicator = "output";
            toTonnes(one, info.field == "output");
        } else if (info.field == "yield" || (info.field == "count" && isYieldUnit(one.unit))) {
            one.indicator = "yield";
            toTonnesPerHectare(one);
        } else {
            count(one);
        }
    }

    void count(Measurement& one) {
        const bool isUnknown = one.unit.empty();
        const CountIndicator counted = countIndicator(m_kind, one.unit);
        one.indicator = counted.indicator;
        one.unit = counted.unit;
        if (isUnknown && m_kind == "livestock")
            m_verdict.doubts.push_back(localText(
                "Số lượng {} không ghi đơn vị và được hiểu là {}; nếu là số con, hãy ghi 'con' vào "
                "tên cột hoặc cột đơn vị.",
                "The count {} has no unit and is taken as {} (farms); if it is animals, write "
                "'con' into the header or the unit column.",
                numberText(one.value), one.unit));
    }

    void toHectares(Measurement& one) {
        const std::string written = one.unit.empty() ? "ha" : one.unit;
        const auto squareMetres = squareMetresIn(written, m_region);
        one.unit = "ha";
        if (!squareMetres) {
            m_verdict.refuse(
                needsRegion(written)
                    ? localText(
                          "Không rõ một {} ở đây rộng bao nhiêu; hãy viết 'sào bắc bộ' (360 m²), "
                          "'sào trung bộ' (500 m²), ha hoặc m².",
                          "How large a {} is here is not known; write 'sào bắc bộ' (360 m²), 'sào "
                          "trung bộ' (500 m²), ha or m².",
                          written)
                    : localText(
                          "'{}' không phải là đơn vị diện tích; hãy dùng ha, m², km², sào, mẫu "
                          "hoặc công.",
                          "'{}' is not a unit of area; use ha, m², km², sào, mẫu or công.",
                          written));
            return;
        }
        if (needsRegion(written))
            m_verdict.remarks.push_back(localText(
                "1 {} được tính là {} m² theo vùng của địa điểm.",
                "1 {} was taken as {} m², by the region of the place.", written, *squareMetres));
        one.value = one.value * *squareMetres / 10000;
        if (one.max)
            *one.max = *one.max * *squareMetres / 10000;
    }

    void toTonnes(Measurement& one, bool isOutputColumn) {
        if (one.unit.empty() && isOutputColumn)
            one.unit = "tấn";
        // An output is of its period, a year unless it says another.
        const std::string perYear = "/năm", unit = text::normalize(one.unit);
        const auto count = perTonne(
            unit.ends_with(perYear) ? unit.substr(0, unit.size() - perYear.size()) : one.unit);
        if (!count)
            return; // litres, eggs, flowers stay what they are
        one.value /= *count;
        if (one.max)
            *one.max /= *count;
        one.unit = "tấn";
    }

    void toTonnesPerHectare(Measurement& one) {
        if (one.unit.empty()) {
            one.unit = "tấn/ha";
            m_verdict.doubts.push_back(
                localText("Năng suất {} không ghi đơn vị và được hiểu là tấn/ha; nếu là tạ/ha, hãy "
                          "ghi vào tên cột.",
                          "The yield {} has no unit and is taken as tonnes per ha; if it is "
                          "tạ/ha, write it into the header.",
                          numberText(one.value)));
        }
        const auto value = tonnesPerHectare(one.value, one.unit, m_region);
        if (!value) { // kg/cây and the like stay what they are
            if (one.unit.find('/') == std::string::npos)
                m_verdict.doubts.push_back(localText(
                    "'{}' không phải là đơn vị năng suất; hãy dùng tấn/ha, tạ/ha, kg/sào.",
                    "'{}' is not a unit of a yield; use tấn/ha, tạ/ha, kg/sào.", one.unit));
            return;
        }
        if (one.max)
            one.max = tonnesPerHectare(*one.max, one.unit, m_region);
        one.value = *value;
        one.unit = "tấn/ha";
    }

    void readValue() {
        if (!m_isOwnFormat && readDifferent(m_columns.cell(m_row, "value")))
            return;
        const auto found = quantity("value");
        if (!found)
            return;
        const std::string unit = unitOf("value", *found).unit;
        Measurement one =
            m_isOwnFormat ? Measurement{{}, unit, found->value, found->max, found->qualifier, {}}
                          : measurementOf(*found, unit);
        one.asWritten = m_columns.cell(m_row, m_isOwnFormat ? "value_as_written" : "value");
        readMaximum(one);
        readQualifier(one);
        one.indicator = indicatorOf(one.unit);
        if (!m_isOwnFormat) {
            if (one.indicator == "area" && isAreaUnit(one.unit))
                toHectares(one);
            else if (one.indicator == "output")
                toTonnes(one, false);
            else if (one.indicator == "yield" && isYieldUnit(one.unit))
                toTonnesPerHectare(one);
            if (found->unit.empty() && !unit.empty() && text::fold(unit) != text::fold(one.unit))
                one.asWritten += besideNumber(unit);
        }
        m_found.values.push_back(std::move(one));
    }

    void readMaximum(Measurement& one) {
        if (const auto max = quantity("value_max")) {
            one.max = max->value;
            one.qualifier = Qualifier::Range;
        }
    }

    void readQualifier(Measurement& one) {
        const std::string cell = m_columns.cell(m_row, "qualifier");
        if (cell.empty())
            return;
        if (const auto qualifier = parseQualifier(cell))
            one.qualifier = *qualifier;
        else
            m_verdict.refuse(
                localText("Cột '{}': không hiểu '{}'; hãy dùng =, >=, ~, range hoặc implied.",
                          "Column '{}': '{}' is not known; use =, >=, ~, range or implied.",
                          m_columns.header("qualifier"), cell));
    }

    std::string indicatorOf(const std::string& unit) {
        const std::string cell = m_columns.cell(m_row, "indicator");
        const std::string folded = text::fold(cell);
        if (folded == "dien tich")
            return "area";
        if (folded == "san luong")
            return "output";
        if (folded == "nang suat")
            return "yield";
        if (!cell.empty())
            return cell;
        const std::string counted = countIndicator(m_kind, unit).indicator;
        if (counted != "count" && !unit.empty())
            return counted;
        if (isAreaUnit(unit))
            return "area";
        if (isMassUnit(unit))
            return "output";
        if (isYieldUnit(unit) && !m_isOwnFormat)
            return "yield";
        return counted;
    }

    const ColumnMap& m_columns;
    const TextRow& m_row;
    std::string_view m_kind;
    Region m_region;
    Verdict& m_verdict;
    std::string m_unit;
    std::set<std::string> m_readCells; ///< of several quantities, that were taken
    bool m_isOwnFormat;                ///< the project's own files: values are stored as they are
    bool m_unitUsed = false;
    RowValues m_found;
};

} // namespace

RowValues readMeasurements(const ColumnMap& columns, const TextRow& row, std::string_view kind,
                           Region region, std::string& unitAbove, Verdict& verdict) {
    std::string unit = columns.cell(row, "unit");
    if (isDitto(unit)) {
        if (unitAbove.empty())
            verdict.refuse(localText("Đơn vị '{}' lặp lại dòng trên, nhưng các dòng trên không ghi "
                                     "đơn vị nào; hãy ghi đơn vị.",
                                     "The unit '{}' repeats the row above, but no row above has a "
                                     "unit; write the unit.",
                                     unit));
        unit = unitAbove;
    } else if (isBlankCell(unit)) {
        unit.clear();
    }
    if (!unit.empty())
        unitAbove = unit;
    return MeasurementReader(columns, row, kind, region, std::move(unit), verdict).read();
}

} // namespace terroir::records
