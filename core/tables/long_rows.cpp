#include "core/tables/long_rows.hpp"

#include "core/base/local_text.hpp"
#include "core/records/place_text.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/footnotes.hpp"
#include "core/tables/indicator_form.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace terroir::tables {

namespace {

/// Measures of one of them are one row.
std::pair<std::string, std::string> keyOf(const WideColumn& wide) {
    return {wide.subject + wide.place + wide.category, wide.period + (wide.isPlanned ? "!" : "")};
}

} // namespace

/// Rows of a form each have a measure of their own, and each measure has its own column: areas say
/// nothing of how outputs are written.
void LongRows::addIndicatorMeasures(PlainHead& plain) {
    const GuessedColumn* indicator = m_guess.find("indicator");
    if (indicator == nullptr ||
        headerOf(m_found.columns[indicator->column]) != indicatorMeasureHeader)
        return;
    for (const records::ColumnChoice& column : *plain.options.plan)
        if (column.field == "indicator")
            m_indicator = column.column;
    for (const auto& [field, header] : indicatorMeasures)
        if (!m_measures.contains(std::string(field)))
            m_measures[std::string(field)] = plain.add(std::string(header), field);
}

std::size_t LongRows::measureColumn(const WideColumn& wide, const TextRow& row) const {
    if (m_indicator != PlainHead::none && wide.measure == "value")
        for (const auto& [field, header] : indicatorMeasures)
            if (row.cells[m_indicator] == header)
                return m_measures.at(std::string(field));
    return m_measures.at(wide.measure);
}

/// The column that the rows have for a field already, else a new one.
std::size_t LongRows::columnOf(std::string_view field, const std::string& header,
                               PlainHead& plain) {
    const auto& plan = *plain.options.plan;
    const auto its = std::find_if(plan.begin(), plan.end(),
                                  [&](const auto& one) { return one.field == field; });
    return its == plan.end() ? plain.add(header, field) : its->column;
}

/// "Chè, Ngô, Lúa, …": the headers of the columns that hold the measure.
std::string LongRows::headersOf(const std::string& measure) const {
    std::string headers;
    std::size_t count = 0;
    constexpr std::size_t most = 3;
    for (const WideColumn& wide : m_guess.wide)
        if (wide.measure == measure && ++count <= most + 1)
            headers += (count == 1 ? "" : ", ") +
                       (count > most ? std::string("…") : headerOf(m_found.columns[wide.column]));
    return headers;
}

void LongRows::addColumns(PlainHead& plain) {
    bool isBySubject = false, isByPeriod = false, hasUnits = false;
    std::map<std::string, std::set<std::string>> units;
    for (const WideColumn& wide : m_guess.wide)
        units[wide.measure].insert(wide.unit);
    for (const WideColumn& wide : m_guess.wide)
        m_origins.try_emplace(keyOf(wide), wide.column + 1);
    for (const WideColumn& wide : m_guess.wide) {
        const bool isMixed = units[wide.measure].size() > 1;
        hasUnits = hasUnits || isMixed;
        if (!m_measures.contains(wide.measure))
            m_measures[wide.measure] =
                plain.add(isMixed ? "(cột) " + wide.measure : headersOf(wide.measure), wide.measure,
                          isMixed ? std::string() : wide.unit);
        isBySubject = isBySubject || !wide.subject.empty();
        isByPeriod = isByPeriod || !wide.period.empty();
    }
    if (std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                    [](const WideColumn& wide) { return !wide.place.empty(); }))
        m_place = plain.add("(cột) địa điểm", "place");
    if (std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                    [](const WideColumn& wide) { return !wide.category.empty(); }))
        m_category = columnOf("category", "(cột) phân loại", plain);
    if (hasUnits && m_guess.find("unit") == nullptr)
        m_unit = plain.add("(cột) đơn vị", "unit");
    if (isBySubject)
        m_subject = plain.add("(cột) đối tượng", "subject");
    if (isByPeriod)
        m_period = plain.add("(cột) thời gian", "period");
    if (std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                    [](const WideColumn& wide) { return wide.isPlanned; }))
        m_status = columnOf("status", "(cột) trạng thái", plain);
    addIndicatorMeasures(plain);
    std::set<std::string> parts;
    for (const WideColumn& wide : m_guess.wide)
        if (!wide.partOf.empty() &&
            std::any_of(m_guess.wide.begin(), m_guess.wide.end(), [&](const WideColumn& one) {
                return one.measure == wide.measure && one.period == wide.period &&
                       isWhole(one, wide.partOf);
            }))
            parts.insert(fmt::format("'{}'", headerOf(m_found.columns[wide.column])));
    if (parts.empty() || m_guess.find("scope") != nullptr || m_guess.find("group") != nullptr)
        return;
    m_group = plain.add("(cột) nhóm", "group");
    m_scope = plain.add("(cột) phạm vi", "scope");
    plain.remark(localText("Là một phần ('trong đó') của số bên cạnh nên không cộng thêm vào số "
                           "ấy: cột {}.",
                           "A part of the number beside it, and never added to it: {}.",
                           fmt::join(parts, ", ")));
}

bool LongRows::isWhole(const WideColumn& wide, std::string_view subject) const {
    return wide.partOf.empty() && wide.subject == subject;
}

/// A part and its whole are in one group of the row.
void LongRows::sayParts(const WideColumn& wide, TextRow& row) const {
    if (m_group == PlainHead::none)
        return;
    const bool isPart = !wide.partOf.empty();
    const std::string& whole = isPart ? wide.partOf : wide.subject;
    row.cells[m_group] = fmt::format("{} {}{} {}", m_found.name(), row.line,
                                     wide.period.empty() ? "" : "/" + wide.period, whole);
    row.cells[m_scope] = isPart ? "part" : "";
}

/// What tells a long row from the others of its row, for ids.
std::string LongRows::partOf(const WideColumn& wide, std::set<std::string>& periods) {
    const std::string ofColumn =
        std::to_string(wide.column + 1) + (wide.period.empty() ? "" : "-" + wide.period);
    // What was planned for a year and what was done in it are two rows.
    const bool isNamedByPeriod = wide.subject.empty() && wide.place.empty() &&
                                 wide.category.empty() &&
                                 !wide.period.empty() && periods.insert(wide.period).second;
    return isNamedByPeriod ? wide.period : ofColumn;
}

/// What the header of the column says, in the row.
void LongRows::say(const WideColumn& wide, TextRow& row) const {
    const auto set = [&](std::size_t column, const std::string& text) {
        if (column != PlainHead::none)
            row.cells[column] = text;
    };
    set(m_place, wide.place);
    set(m_subject, wide.subject);
    set(m_period, wide.period);
    set(m_category, wide.category);
    if (wide.isPlanned)
        set(m_status, "Kế hoạch");
}

std::vector<TextRow> LongRows::rowsOf(const FoundRow& found, const TextRow& row) const {
    // Measures of one subject and one period are one row.
    std::map<std::pair<std::string, std::string>, TextRow> rows;
    std::vector<std::pair<std::string, std::string>> order;
    std::set<std::string> periods;
    for (const WideColumn& wide : m_guess.wide) {
        const std::size_t at = m_found.columns[wide.column].at;
        const std::string_view text = withoutFootnote(cellOf(found, at), m_marks);
        if (records::isBlankCell(text))
            continue;
        const std::size_t column = measureColumn(wide, row);
        std::pair<std::string, std::string> key = keyOf(wide);
        const bool isNumber =
            (at < found.row->cells.size() &&
             found.row->cells[at].kind == sheets::CellKind::Number) ||
            records::parseQuantity(text, records::NumberStyle::Vietnamese).has_value();
        // Two numbers of one measure are two rows, and so are two units.
        while (rows.contains(key) &&
               (!rows.at(key).cells[column].empty() ||
                (isNumber && m_unit != PlainHead::none && rows.at(key).cells[m_unit] != wide.unit)))
            key.second += ' ';
        const auto [one, isNew] = rows.try_emplace(key, row);
        TextRow& longRow = one->second;
        if (isNew) {
            order.push_back(key);
            longRow.part = partOf(wide, periods);
            longRow.origin = m_origins.at(keyOf(wide));
            say(wide, longRow);
            sayParts(wide, longRow);
        }
        if (m_unit != PlainHead::none && (isNew || isNumber))
            longRow.cells[m_unit] = wide.unit;
        longRow.cells[column] = std::string(text);
        longRow.numbers[column] =
            at < found.row->cells.size() && found.row->cells[at].kind == sheets::CellKind::Number;
    }
    std::vector<TextRow> made;
    for (const auto& key : order)
        made.push_back(std::move(rows.at(key)));
    return made;
}

} // namespace terroir::tables
