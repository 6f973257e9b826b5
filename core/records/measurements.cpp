#include "core/records/measurements.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/fields.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>

namespace terroir::records {

namespace {

bool isMassUnit(std::string_view unit) {
    static constexpr std::array<std::string_view, 6> known{"tan",   "ta",     "kg",
                                                           "tonne", "tonnes", "t"};
    return std::find(known.begin(), known.end(), text::fold(unit)) != known.end();
}

/// Whether a row's unit column can speak of this measure.
bool fits(std::string_view field, const std::string& unit) {
    if (field == "area")
        return isAreaUnit(unit);
    if (field == "output")
        return isMassUnit(unit);
    if (field == "yield")
        return unit.find('/') != std::string::npos;
    if (field == "stars")
        return text::fold(unit) == "sao" || text::fold(unit) == "stars";
    return field == "value" || (!isAreaUnit(unit) && !isMassUnit(unit));
}

class MeasurementReader {
public:
    MeasurementReader(const ColumnMap& columns, const TableRow& row, std::string_view kind,
                      Region region, Verdict& verdict)
        : m_columns(columns), m_row(row), m_kind(kind), m_region(region), m_verdict(verdict),
          m_unit(columns.cell(row, "unit")) {}

    std::vector<Measurement> read() {
        std::vector<Measurement> found;
        for (const MeasureInfo& measure : measures())
            if (auto one = readMeasure(measure))
                found.push_back(std::move(*one));
        if (auto one = readValue())
            found.push_back(std::move(*one));
        if (!found.empty() && !m_unit.empty() && !m_unitUsed)
            m_verdict.doubts.push_back(localText(
                "Đơn vị '{}' không khớp với cột giá trị nào; hãy ghi đơn vị vào tên cột.",
                "The unit '{}' fits none of the value columns; put the unit into the header.",
                m_unit));
        return found;
    }

private:
    std::optional<Quantity> quantity(std::string_view field) {
        const std::string cell = m_columns.cell(m_row, field);
        if (isBlankCell(cell))
            return std::nullopt;
        const NumberStyle style = m_columns.style(m_row, field);
        const auto found = parseQuantity(cell, style);
        if (!found) {
            m_verdict.refuse(
                localText("Cột '{}': '{}' không phải là số; hãy viết như 12,5 hoặc 1.947, "
                          "'trên 300', 'khoảng 20', '20-30'.",
                          "Column '{}': '{}' is not a number; write it like 12,5 or 1.947, "
                          "'trên 300', 'khoảng 20', '20-30'.",
                          m_columns.header(field), cell));
            return std::nullopt;
        }
        if (style == NumberStyle::Vietnamese && m_columns.mixesPoints(field) &&
            isTwoNumbers(field, cell, *found))
            return std::nullopt;
        return found;
    }

    /// Refuses "1.947" where the point may be either.
    bool isTwoNumbers(std::string_view field, const std::string& cell, const Quantity& grouped) {
        const auto plain = parseQuantity(cell, NumberStyle::Plain);
        if (!plain || plain->value == grouped.value)
            return false;
        const std::string thousands = fmt::format("{}", grouped.value);
        const std::string decimal = formatNumber(plain->value, Language::Vietnamese, 6);
        m_verdict.refuse(localText(
            "Cột '{}': '{}' có thể là {} hoặc {}, vì bảng này còn dùng dấu chấm cho phần thập "
            "phân; hãy viết {} hoặc {}.",
            "Column '{}': '{}' may be {} or {}, since this table has decimal points too; write "
            "{} or {}.",
            m_columns.header(field), cell, thousands, decimal, thousands, decimal));
        return true;
    }

    /// The unit nearest to the number wins: cell, header, unit column.
    std::string unitOf(std::string_view field, const Quantity& quantity) {
        const bool columnFits = !m_unit.empty() && fits(field, m_unit);
        m_unitUsed = m_unitUsed || columnFits;
        if (!quantity.unit.empty())
            return quantity.unit;
        const std::string header = m_columns.unitInHeader(field);
        if (!header.empty())
            return header;
        return columnFits ? m_unit : std::string();
    }

    std::optional<Measurement> readMeasure(const MeasureInfo& info) {
        const auto found = quantity(info.field);
        if (!found)
            return std::nullopt;
        Measurement one;
        one.value = found->value;
        one.max = found->max;
        one.qualifier = found->qualifier;
        one.asWritten = m_columns.cell(m_row, info.field);
        one.unit = unitOf(info.field, *found);
        one.indicator = info.indicator;
        if (info.field == "area") {
            toHectares(one, found->unit.empty());
        } else if (info.field == "count") {
            const CountIndicator counted = countIndicator(m_kind, one.unit);
            one.indicator = counted.indicator;
            one.unit = counted.unit;
        } else if (one.unit.empty()) {
            one.unit = info.unit;
        }
        return one;
    }

    void toHectares(Measurement& one, bool unitIsElsewhere) {
        const std::string written = one.unit.empty() ? "ha" : one.unit;
        if (unitIsElsewhere && text::fold(written) != "ha")
            one.asWritten += " " + written;
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
        const double factor = *squareMetres / 10000;
        one.value *= factor;
        if (one.max)
            *one.max *= factor;
    }

    std::optional<Measurement> readValue() {
        const auto found = quantity("value");
        if (!found)
            return std::nullopt;
        Measurement one;
        one.value = found->value;
        one.max = found->max;
        one.qualifier = found->qualifier;
        one.unit = unitOf("value", *found);
        one.asWritten = m_columns.has("value_as_written")
                            ? m_columns.cell(m_row, "value_as_written")
                            : m_columns.cell(m_row, "value");
        readMaximum(one);
        readQualifier(one);
        one.indicator = indicatorOf(one.unit);
        return one;
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
        if (isAreaUnit(unit))
            return "area";
        if (isMassUnit(unit))
            return "output";
        return countIndicator(m_kind, unit).indicator;
    }

    const ColumnMap& m_columns;
    const TableRow& m_row;
    std::string_view m_kind;
    Region m_region;
    Verdict& m_verdict;
    std::string m_unit;
    bool m_unitUsed = false;
};

} // namespace

std::vector<Measurement> readMeasurements(const ColumnMap& columns, const TableRow& row,
                                          std::string_view kind, Region region, Verdict& verdict) {
    return MeasurementReader(columns, row, kind, region, verdict).read();
}

} // namespace terroir::records
