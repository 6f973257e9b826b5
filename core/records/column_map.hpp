#pragma once

#include "core/base/csv.hpp"
#include "core/records/import_options.hpp"
#include "core/records/number_style.hpp"
#include "core/records/table_walk.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::records {

/// Which column of a table holds which field.
class ColumnMap {
public:
    /// Finds the columns by the names in fields(), case and diacritics ignored, a unit in the
    /// header taken off ("Diện tích (ha)"); options.columns come first; an empty column
    /// leaves the field out. InputError for an unknown field or column, and for two columns that
    /// mean the same field.
    /// With a plan the headers are not read, and what it leaves out means no field.
    /// Walks the table once where it has columns of values, for numbers().
    ColumnMap(const TableWalk& table, const ImportOptions& options);
    ColumnMap(const ColumnMap&) = delete;
    ColumnMap& operator=(const ColumnMap&) = delete;

    /// Whether there is a column for it, a text that counts for all rows, or a correction.
    bool has(std::string_view field) const {
        return isForAllRows(field) || m_correctedFields.find(field) != m_correctedFields.end();
    }
    /// has(), but for corrections, which speak of single rows.
    bool isForAllRows(std::string_view field) const {
        return m_byField.contains(field) || m_defaults.find(field) != m_defaults.end();
    }
    /// The cell as it was put right, else as written; in NFC and without white space at its ends;
    /// empty when there is no such column.
    std::string cell(const TextRow& row, std::string_view field) const;
    /// What was put right in the row and says something else than the file, by field.
    std::vector<RowCell> corrected(const TextRow& row) const;
    /// The cells of the row, by column.
    std::vector<RowCell> cells(const TextRow& row) const;
    /// How numbers are written in the cell: Plain in a spreadsheet's number cell and in tables with
    /// a column value_as_written (the project's own files), else Vietnamese, unless numbers() knows
    /// better.
    NumberStyle style(const TextRow& row, std::string_view field) const;
    /// "ha" of "Diện tích (ha)"; empty when the header says none.
    std::string unitInHeader(std::string_view field) const;
    std::string header(std::string_view field) const;
    /// How the column writes its numbers. Only for columns of values: of measures() and value.
    const ColumnNumbers& numbers(std::string_view field) const;
    /// Of the column of the sheet that the row is from, where several are one here.
    const ColumnNumbers& numbers(const TextRow& row, std::string_view field) const;
    /// Of the other columns of the sheet that are one with it here.
    std::vector<const ColumnNumbers*> numbersBeside(const TextRow& row,
                                                    std::string_view field) const;
    /// Headers that mean no field.
    const std::vector<std::string>& unknown() const { return m_unknown; }

private:
    struct Column {
        std::size_t index = 0;
        std::string header, unit;
        ColumnNumbers numbers = {};
        std::map<std::size_t, ColumnNumbers> byOrigin = {}; ///< TextRow::origin
    };
    const Column* find(std::string_view field) const;
    const std::string* correction(const TextRow& row, std::string_view field) const;
    std::string written(const TextRow& row, std::string_view field) const;
    std::string shown(const TextRow& row, std::string_view field) const;
    bool isNumberCell(const TextRow& row, std::string_view field) const;
    void choose(const TextTable& head, const std::map<std::string, std::string>& chosen);
    void findByName(const TextTable& head);
    void readNumbers(const TableWalk& table);

    std::map<std::string, Column> m_columns;
    /// Of m_columns: some fifty fields are asked for in every row.
    std::unordered_map<std::string_view, const Column*> m_byField;
    std::map<std::string, std::string, std::less<>> m_defaults;
    std::set<std::string> m_leftOut;
    std::string m_sheet;
    std::map<RowName, std::map<std::string, std::string, std::less<>>> m_corrections;
    std::set<std::string, std::less<>> m_correctedFields;
    std::vector<std::string> m_unknown;
};

} // namespace terroir::records
