#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir {

/// One row of a table file with the line it starts on, as a text editor counts (from 1).
struct TableRow {
    std::size_t line = 0;
    std::vector<std::string> cells;
    /// The cells that are known to be numbers of a spreadsheet (in columns of nothing else): they
    /// hold plain decimals ("1.947" is 1.947), where text is read the Vietnamese way ("1.947" is
    /// 1947). Empty for CSV.
    std::vector<bool> numbers = {};

    bool isNumber(std::size_t column) const { return column < numbers.size() && numbers[column]; }
};

/// A whole table in memory: text cells, ragged rows filled up with empty cells.
/// GDAL reads XLSX and ODS into the same form (core/geometry/table_file.hpp); CSV is read here
/// because only so an error can name the line.
struct Table {
    std::string file; ///< for messages
    std::vector<std::string> header;
    std::vector<TableRow> rows;

    std::optional<std::size_t> findColumn(std::string_view name) const;
    /// findColumn() or an InputError that names the column and lists the ones that are there.
    std::size_t requireColumn(std::string_view name) const;
};

/// RFC 4180 with or without a byte order mark; the separator (comma, semicolon, tab) is found from
/// the header. Throws InputError naming the row when a quote is not closed, a row has more cells
/// than the header, or the bytes are not UTF-8.
Table readCsv(const std::filesystem::path& file);
Table parseCsv(std::string_view content, std::string_view fileName);

/// Quotes a cell only where it must be.
void appendCsvCell(std::string& out, std::string_view cell);
void appendCsvRow(std::string& out, const std::vector<std::string>& cells);

/// Whole file as bytes; InputError when it is missing, a folder or unreadable.
std::string readFile(const std::filesystem::path& file);

} // namespace terroir
