#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir {

/// One row of a table file with the line it starts on, as a text editor counts (from 1).
struct TextRow {
    std::size_t line = 0;
    std::vector<std::string> cells;
    /// The cells that are known to be numbers of a spreadsheet (in columns of nothing else): they
    /// hold plain decimals ("1.947" is 1.947), where text is read the Vietnamese way ("1.947" is
    /// 1947). Empty for CSV.
    std::vector<bool> numbers = {};
    /// Where one row of a sheet is several here: which of them, for ids.
    std::string part = {};
    /// Where several columns of a sheet are one here: which of them, from 1, since each may write
    /// its numbers in its own way. 0 for other tables.
    std::size_t origin = 0;

    bool isNumber(std::size_t column) const { return column < numbers.size() && numbers[column]; }
};

/// A table as somebody wrote it: texts that are evidence, kept to the letter ("1.947", "03390",
/// "dưới 300") with the line that they stand on, until a reader understands them. So it is no Table
/// (table.hpp), whose values are what is known. Ragged rows are filled up with empty cells.
/// core/sheets reads other formats into the same form.
struct TextTable {
    std::string file; ///< for messages
    std::vector<std::string> header;
    std::vector<TextRow> rows;

    std::optional<std::size_t> findColumn(std::string_view name) const;
    /// findColumn() or an InputError that names the column and lists the ones that are there.
    std::size_t requireColumn(std::string_view name) const;
};

/// RFC 4180 with or without a byte order mark; the separator (comma, semicolon, tab) is found from
/// the header. Throws InputError naming the row when a quote is not closed, a row has more cells
/// than the header, or the bytes are not UTF-8.
TextTable readCsv(const std::filesystem::path& file);
TextTable parseCsv(std::string_view content, std::string_view fileName);

/// Reads a table as readCsv() does from pieces of its bytes, cut anywhere, so that a million rows
/// need no more memory than a thousand. Every byte is looked at the same few times, however many
/// came before it.
class CsvReader {
public:
    explicit CsvReader(std::string_view fileName) : m_file(fileName) {}

    enum class Piece { More, Last };
    /// The rows that are whole with these bytes, with the header (empty as long as it is not whole)
    /// and with their lines of the file. The errors of readCsv().
    TextTable read(std::string_view bytes, Piece piece);

private:
    std::size_t endOfWholeRows(std::string_view bytes);
    TextTable parse(std::string_view content, Piece piece);

    /// Where in a row the bytes so far end.
    enum class At { CellStart, Cell, Quotes, QuoteInQuotes };

    std::string m_file; ///< for messages
    std::vector<std::string> m_header;
    char m_separator = 0;      ///< 0 until the first line is whole
    std::string m_rest;        ///< bytes of a row that is not whole
    std::size_t m_scanned = 0; ///< of m_rest
    At m_at = At::CellStart;
    std::size_t m_line = 1; ///< that m_rest starts on
    bool m_started = false;
};

/// What a spreadsheet would take for a formula, a text that begins with = + - @, a tab or a line
/// end, with an apostrophe before it; plain numbers and other texts as they are.
std::string withoutFormula(std::string_view text);

/// Quotes a cell only where it must be.
void appendCsvCell(std::string& out, std::string_view cell);
void appendCsvRow(std::string& out, const std::vector<std::string>& cells);

} // namespace terroir
