#include "core/atlas/profile_rows.hpp"

#include "core/base/number.hpp"
#include "core/figures/column_words.hpp"
#include "core/figures/profile.hpp"
#include "core/records/measure_unit_words.hpp"
#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace terroir::atlas {

namespace {

/// A row of the table, its cells in words.
class Cells {
public:
    Cells(const Table& table, const std::vector<Value>& row, Language language)
        : m_table(table), m_row(row), m_language(language) {}

    std::string operator()(std::string_view column) const {
        const Value& value = at(column);
        if (const auto* text = std::get_if<std::string>(&value))
            return figures::cellInWords(column, *text, m_language);
        if (const auto* number = std::get_if<double>(&value))
            return formatNumber(*number, m_language);
        return {};
    }
    std::string code(std::string_view column) const { return textOf(at(column)); }
    std::optional<double> number(std::string_view column) const {
        const auto* const number = std::get_if<double>(&at(column));
        return number == nullptr ? std::nullopt : std::optional(*number);
    }

private:
    const Value& at(std::string_view column) const {
        const auto found = std::find_if(m_table.columns.begin(), m_table.columns.end(),
                                        [&](const Column& one) { return one.name == column; });
        return m_row[std::size_t(found - m_table.columns.begin())];
    }

    const Table& m_table;
    const std::vector<Value>& m_row;
    Language m_language;
};

std::string joined(std::initializer_list<std::string> texts, std::string_view sign) {
    std::vector<std::string> kept;
    for (const std::string& text : texts)
        if (!text.empty())
            kept.push_back(text);
    return fmt::format("{}", fmt::join(kept, sign));
}

/// Of the larger number of a range: "2 farms".
std::string unitOf(const Cells& cells, Language language) {
    const std::optional<double> most = cells.number("value_max");
    return records::measureUnitInWords(cells.code("unit"), most ? most : cells.number("value"))
        .in(language);
}

/// "Diện tích: ≥ 2,28 – 3 ha".
std::string valueOf(const Cells& cells, Language language) {
    std::string value = cells("value");
    if (value.empty())
        return {};
    if (const std::string most = cells("value_max"); !most.empty())
        value += " – " + most;
    else if (const std::string sign = cells.code("qualifier"); sign == ">=" || sign == "~")
        value.insert(0, sign == "~" ? "~ " : "≥ ");
    const std::string indicator = cells("indicator");
    return (indicator.empty() ? std::string() : text::capitalize(indicator) + ": ") +
           joined({value, unitOf(cells, language)}, " ");
}

std::string stateOf(const Cells& cells, const Words& words) {
    const std::string until = cells("valid_until");
    const bool isDone = cells.code("status") == records::toString(records::State::Done);
    return joined({isDone ? std::string() : cells("status"), cells("in_force"),
                   until.empty() ? std::string() : words("đến ", "until ") + until},
                  "; ");
}

FlowRow rowOf(const Cells& cells, Language language) {
    const Words words(language);
    const std::string others = cells("units");
    const bool isShared = cells.code("row") == figures::toString(figures::ProfilePart::Shared);
    const std::string line = cells("line");
    const std::string source =
        cells("source") +
        (line.empty() ? std::string() : ", " + records::lineInWords(line).in(language));
    return {{},
            0,
            {joined({text::capitalize(cells("subject")), cells("category")}, " · "),
             valueOf(cells, language), cells("period"), stateOf(cells, words), cells("holder"),
             joined({cells("place"),
                     others.empty()
                         ? std::string()
                         : (isShared ? words("chung với ", "with ") : std::string()) + others},
                    "; "),
             joined({source, cells("id")}, " · "), cells("note")}};
}

} // namespace

std::vector<FlowColumn> profileColumns(Language language) {
    const Words words(language);
    return {{words("Đối tượng, phân loại", "What"), 1.5},
            {words("Giá trị", "Value"), 1.1},
            {words("Thời kỳ", "Period"), 0.8},
            {words("Trạng thái, hiệu lực", "State"), 1},
            {words("Chủ thể", "Holder"), 1.2},
            {words("Nơi như đã viết", "Place as written"), 1.2},
            {words("Tài liệu, dòng · mã", "Document, line · id"), 0.9},
            {words("Ghi chú", "Note"), 1.8}};
}

std::vector<FlowRow> profileRows(const Table& profile, Language language) {
    std::vector<FlowRow> rows;
    std::string part, kind;
    for (const std::vector<Value>& row : profile.rows) {
        const Cells cells(profile, row, language);
        const std::string code = cells.code("row");
        const bool isRecord =
            std::any_of(figures::allProfileParts().begin(), figures::allProfileParts().end(),
                        [&](figures::ProfilePart one) { return code == figures::toString(one); });
        if (!isRecord)
            continue;
        if (code != part)
            rows.push_back({text::capitalize(cells("row")), 0, {}});
        if (code != part || cells.code("kind") != kind)
            rows.push_back({text::capitalize(cells("kind")), 1, {}});
        part = code;
        kind = cells.code("kind");
        rows.push_back(rowOf(cells, language));
    }
    return rows;
}

} // namespace terroir::atlas
