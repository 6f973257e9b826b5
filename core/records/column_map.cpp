#include "core/records/column_map.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/land_units.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <set>

namespace terroir::records {

namespace {

struct Header {
    std::string name; ///< folded, without the unit
    std::string unit; ///< as written
};

Header splitHeader(std::string_view header) {
    const std::string text(trimmed(text::toNfc(header)));
    const std::size_t open = text.rfind('(');
    if (text.ends_with(')') && open != std::string::npos && open > 0)
        return {text::fold(text.substr(0, open)),
                std::string(trimmed(text.substr(open + 1, text.size() - open - 2)))};
    // "Diện tích, ha" and "diện tích ha".
    const std::size_t space = text.find_last_of(" ,_");
    if (space != std::string::npos && isAreaUnit(text.substr(space + 1)) &&
        !needsRegion(text.substr(space + 1)))
        return {text::fold(text.substr(0, text.find_last_not_of(" ,_", space) + 1)),
                text.substr(space + 1)};
    return {text::fold(text), {}};
}

std::vector<std::string> fieldNames() {
    std::vector<std::string> names;
    for (const FieldInfo& field : fields())
        names.push_back(field.field);
    return names;
}

void requireField(const std::string& field) {
    const std::vector<std::string> known = fieldNames();
    if (std::find(known.begin(), known.end(), field) == known.end())
        throw InputError(
            unknownWord(localText("Không có trường '{}'.", "There is no field '{}'.", field), field,
                        localText("Các trường là", "The fields are"), known));
}

std::string fieldOf(const std::string& foldedName) {
    for (const FieldInfo& field : fields())
        if (foldedName == field.field || std::find(field.columns.begin(), field.columns.end(),
                                                   foldedName) != field.columns.end())
            return field.field;
    return {};
}

/// The numbers of a column of values, read both ways.
struct ReadNumbers {
    std::size_t index;      ///< of the column
    ColumnNumbers* numbers; ///< of the column
    std::map<std::size_t, ColumnNumbers>* byOrigin;
    ColumnNumbers whole; ///< with what whole numbers tell of numbers of one unit
    bool hasUnits = false;
};

/// Whether a cell has a unit of its own, or its row was several columns of the sheet and holds
/// numbers of several things.
bool hasOwnUnit(const TextRow& row, std::size_t column) {
    if (!row.part.empty())
        return true;
    const std::string& cell = row.cells[column];
    constexpr std::string_view ofNumbers = "0123456789., -";
    return !row.isNumber(column) && cell.find_first_not_of(ofNumbers) != std::string::npos &&
           !parseQuantity(cell, NumberStyle::Vietnamese).value_or(Quantity()).unit.empty();
}

bool holdsValues(std::string_view field) {
    return field == "value" || field == "value_max" ||
           std::any_of(measures().begin(), measures().end(),
                       [&](const MeasureInfo& measure) { return measure.field == field; });
}

std::size_t requireChosen(const TextTable& table, const std::string& name) {
    const std::string folded = text::fold(name);
    for (std::size_t i = 0; i < table.header.size(); ++i)
        if (table.header[i] == name || text::fold(table.header[i]) == folded)
            return i;
    return table.requireColumn(name);
}

} // namespace

ColumnMap::ColumnMap(const TableWalk& table, const ImportOptions& options)
    : m_defaults(options.defaults.begin(), options.defaults.end()), m_sheet(options.sheet) {
    for (const auto& [row, cells] : options.corrections.cells)
        if (row.sheet == m_sheet)
            for (const auto& [field, text] : cells) {
                requireField(field);
                m_corrections[row][field] = trimmed(text::toNfc(text));
                m_correctedFields.insert(field);
            }
    const std::vector<std::string>& header = table.head.header;
    if (options.plan) {
        for (const ColumnChoice& choice : *options.plan)
            m_columns[choice.field] = {choice.column,
                                       header[choice.column],
                                       choice.unit.empty() ? splitHeader(header[choice.column]).unit
                                                           : choice.unit,
                                       {}};
    } else {
        choose(table.head, options.columns);
        findByName(table.head);
    }
    readNumbers(table);
    for (const auto& [field, column] : m_columns)
        m_byField[field] = &column;
}

const ColumnMap::Column* ColumnMap::find(std::string_view field) const {
    const auto found = m_byField.find(field);
    return found == m_byField.end() ? nullptr : found->second;
}

void ColumnMap::readNumbers(const TableWalk& table) {
    std::vector<ReadNumbers> columns;
    for (auto& [field, column] : m_columns)
        if (holdsValues(field))
            columns.push_back({column.index, &column.numbers, &column.byOrigin, {}});
    if (columns.empty())
        return;
    table.visitRows([&](const TextRow& row, const auto&) {
        for (ReadNumbers& read : columns) {
            const std::size_t index = read.index;
            if (index >= row.cells.size())
                continue;
            const std::string& cell = row.cells[index];
            if (row.origin != 0 && !cell.empty()) {
                ColumnNumbers& own = (*read.byOrigin)[row.origin];
                if (const auto value = row.isNumber(index) ? parsePlainNumber(cell) : std::nullopt)
                    own.addNumber(*value);
                else
                    own.addText(cell);
                if (!row.isNumber(index) && !m_columns.contains("unit"))
                    own.addComparable(cell);
            }
            read.hasUnits = read.hasUnits || hasOwnUnit(row, index);
            if (!row.isNumber(index)) {
                read.numbers->addText(cell);
                read.whole.addText(cell);
                read.whole.addComparable(cell);
            } else if (const auto value = parsePlainNumber(cell)) {
                read.numbers->addNumber(*value);
                read.whole.addNumber(*value);
            }
        }
    });
    if (!m_columns.contains("unit"))
        for (const ReadNumbers& read : columns)
            if (!read.hasUnits)
                *read.numbers = read.whole;
}

void ColumnMap::choose(const TextTable& head, const std::map<std::string, std::string>& chosen) {
    for (const auto& [field, name] : chosen) {
        requireField(field);
        if (name.empty()) {
            m_leftOut.insert(field);
            continue;
        }
        const std::size_t index = requireChosen(head, name);
        m_columns[field] = {index, head.header[index], splitHeader(head.header[index]).unit, {}};
    }
}

void ColumnMap::findByName(const TextTable& head) {
    std::set<std::string> chosen = m_leftOut;
    std::set<std::size_t> used;
    for (const auto& [field, column] : m_columns) {
        chosen.insert(field);
        used.insert(column.index);
    }
    for (std::size_t i = 0; i < head.header.size(); ++i) {
        if (used.contains(i))
            continue;
        const Header header = splitHeader(head.header[i]);
        const std::string field = fieldOf(header.name);
        if (field.empty() || chosen.contains(field)) {
            m_unknown.push_back(head.header[i]);
            continue;
        }
        const auto [at, isNew] =
            m_columns.try_emplace(field, Column{i, head.header[i], header.unit, {}});
        if (!isNew)
            throw InputError(
                head.file, 0, "",
                localText(
                    "các cột '{}' và '{}' đều là trường '{}'; hãy chọn một cột cho trường ấy.",
                    "the columns '{}' and '{}' both mean the field '{}'; choose one of them for "
                    "it.",
                    at->second.header, head.header[i], field));
    }
}

std::string ColumnMap::cell(const TextRow& row, std::string_view field) const {
    const std::string* corrected = correction(row, field);
    const std::string text = corrected != nullptr ? *corrected : written(row, field);
    if (text.empty())
        if (const auto common = m_defaults.find(field); common != m_defaults.end())
            return common->second;
    return text;
}

std::string ColumnMap::written(const TextRow& row, std::string_view field) const {
    const Column* column = find(field);
    return column == nullptr || column->index >= row.cells.size()
               ? std::string()
               : std::string(trimmed(text::toNfc(row.cells[column->index])));
}

const std::string* ColumnMap::correction(const TextRow& row, std::string_view field) const {
    if (!m_correctedFields.contains(field))
        return nullptr;
    const auto found = m_corrections.find({m_sheet, row.line, row.part});
    if (found == m_corrections.end())
        return nullptr;
    const auto text = found->second.find(field);
    return text == found->second.end() || text->second == shown(row, field) ? nullptr
                                                                            : &text->second;
}

/// As a person types it: "2,5" for the number 2.5 of a spreadsheet.
std::string ColumnMap::shown(const TextRow& row, std::string_view field) const {
    std::string text = written(row, field);
    if (isNumberCell(row, field))
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::vector<RowCell> ColumnMap::corrected(const TextRow& row) const {
    std::vector<RowCell> cells;
    for (const std::string& field : m_correctedFields)
        if (const std::string* text = correction(row, field))
            cells.push_back({field, header(field), *text, shown(row, field)});
    return cells;
}

std::vector<RowCell> ColumnMap::cells(const TextRow& row) const {
    std::map<std::size_t, RowCell> cells;
    for (const auto& [field, column] : m_columns) {
        const std::string* text = correction(row, field);
        RowCell cell{field, column.header, {}, shown(row, field)};
        cell.text = text == nullptr ? cell.written : *text;
        cells[column.index] = std::move(cell);
    }
    std::vector<RowCell> list;
    for (auto& [index, cell] : cells)
        list.push_back(std::move(cell));
    return list;
}

bool ColumnMap::isNumberCell(const TextRow& row, std::string_view field) const {
    const Column* column = find(field);
    return column != nullptr && row.isNumber(column->index);
}

NumberStyle ColumnMap::style(const TextRow& row, std::string_view field) const {
    const bool isNumber = isNumberCell(row, field) && correction(row, field) == nullptr;
    return isNumber || has("value_as_written") ? NumberStyle::Plain : NumberStyle::Vietnamese;
}

std::string ColumnMap::unitInHeader(std::string_view field) const {
    const Column* column = find(field);
    return column == nullptr ? std::string() : column->unit;
}

std::string ColumnMap::header(std::string_view field) const {
    const Column* column = find(field);
    return column == nullptr ? std::string() : column->header;
}

const ColumnNumbers& ColumnMap::numbers(std::string_view field) const {
    static const ColumnNumbers nothing;
    const Column* column = find(field);
    return column == nullptr ? nothing : column->numbers;
}

const ColumnNumbers& ColumnMap::numbers(const TextRow& row, std::string_view field) const {
    const Column* column = find(field);
    if (column != nullptr)
        if (const auto own = column->byOrigin.find(row.origin); own != column->byOrigin.end())
            return own->second;
    return numbers(field);
}

std::vector<const ColumnNumbers*> ColumnMap::numbersBeside(const TextRow& row,
                                                           std::string_view field) const {
    std::vector<const ColumnNumbers*> others;
    if (const Column* column = find(field))
        for (const auto& [origin, numbers] : column->byOrigin)
            if (origin != row.origin)
                others.push_back(&numbers);
    return others;
}

} // namespace terroir::records
