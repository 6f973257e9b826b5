#include "core/tables/own_rows.hpp"

#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/own_values.hpp"

#include <cmath>

namespace terroir::tables {

namespace {

/// Whether the values add up to what the row says of all places, in its unit.
bool isSumOfOwn(const TextRow& row, const records::ColumnChoice* measure,
                const std::vector<OwnValue>& values) {
    if (measure == nullptr)
        return true;
    const auto style = row.isNumber(measure->column) ? records::NumberStyle::Plain
                                                     : records::NumberStyle::Vietnamese;
    const auto all = records::parseQuantity(row.cells[measure->column], style);
    double sum = 0;
    for (const OwnValue& value : values) {
        const auto one = records::parseQuantity(value.value, records::NumberStyle::Vietnamese);
        const std::string& unit = all && !all->unit.empty() ? all->unit : measure->unit;
        if (!one || one->max || (!one->unit.empty() && !unit.empty() && one->unit != unit))
            return false;
        sum += one->value;
    }
    return all && !all->max && std::abs(sum - all->value) <= 0.005 * std::abs(all->value);
}

/// The column for values of their unit, where the row leaves all measures open.
const records::ColumnChoice* measureFor(const std::vector<records::ColumnChoice>& plan,
                                        const std::vector<OwnValue>& values) {
    const auto first =
        records::parseQuantity(values.front().value, records::NumberStyle::Vietnamese);
    for (const records::ColumnChoice& column : plan)
        if (isMeasure(column.field) && first && !first->unit.empty() && column.unit == first->unit)
            return &column;
    return nullptr;
}

} // namespace

std::vector<TextRow> ownRows(const TextRow& row, const std::vector<records::ColumnChoice>& plan,
                              std::size_t cells) {
    const records::ColumnChoice* places = nullptr;
    std::vector<const records::ColumnChoice*> measures; ///< those that the row fills
    for (const records::ColumnChoice& column : plan) {
        if (column.column >= cells || records::isBlankCell(row.cells[column.column]))
            continue;
        if (isAnyOf(column.field, {"commune", "place"}))
            places = &column;
        else if (isMeasure(column.field))
            measures.push_back(&column);
    }
    if (places == nullptr || measures.size() > 1)
        return {};
    const std::string& cell = row.cells[places->column];
    std::vector<OwnValue> values = ownValues(cell);
    const records::ColumnChoice* measure = measures.empty() ? nullptr : measures.front();
    if (values.empty() && measure != nullptr)
        values = ownLines(cell, row.cells[measure->column]);
    else if (!values.empty() && !isSumOfOwn(row, measure, values))
        return {};
    if (measure == nullptr && !values.empty())
        measure = measureFor(plan, values);
    if (values.empty() || measure == nullptr)
        return {};
    std::vector<TextRow> parts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        TextRow part = row;
        part.part = std::to_string(i + 1);
        part.cells[places->column] = values[i].place;
        part.cells[measure->column] = values[i].value;
        part.numbers[measure->column] = false;
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace terroir::tables
