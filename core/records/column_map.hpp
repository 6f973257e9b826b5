#pragma once

#include "core/base/csv.hpp"
#include "core/records/number_style.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// Which column of a table holds which field.
class ColumnMap {
public:
    /// Finds the columns by the names in fields(), case and diacritics ignored, a unit in the
    /// header taken off ("Diện tích (ha)"); `chosen` (field -> column) comes first; an empty column
    /// leaves the field out. InputError for an unknown field or column, and for two columns that
    /// mean the same field.
    ColumnMap(const Table& table, const std::map<std::string, std::string>& chosen);

    bool has(std::string_view field) const { return m_columns.find(field) != m_columns.end(); }
    /// The cell, in NFC and without white space at its ends; empty when there is no such column.
    std::string cell(const TableRow& row, std::string_view field) const;
    /// How numbers are written in the cell: Plain in a spreadsheet's number cell and in tables with
    /// a column value_as_written (the project's own files), else Vietnamese, unless numbers() knows
    /// better.
    NumberStyle style(const TableRow& row, std::string_view field) const;
    /// "ha" of "Diện tích (ha)"; empty when the header says none.
    std::string unitInHeader(std::string_view field) const;
    std::string header(std::string_view field) const;
    /// How the column writes its numbers. Only for columns of values: of measures() and value.
    const ColumnNumbers& numbers(std::string_view field) const;
    /// Headers that mean no field.
    const std::vector<std::string>& unknown() const { return m_unknown; }

private:
    struct Column {
        std::size_t index = 0;
        std::string header, unit;
        ColumnNumbers numbers = {};
    };
    void choose(const Table& table, const std::map<std::string, std::string>& chosen);
    void findByName(const Table& table);

    std::map<std::string, Column, std::less<>> m_columns;
    std::set<std::string> m_leftOut;
    std::vector<std::string> m_unknown;
};

} // namespace terroir::records
