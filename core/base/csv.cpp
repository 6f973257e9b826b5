#include "core/base/csv.hpp"

#include "core/base/error.hpp"
#include "core/base/formula_cell.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/base/table_limits.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace terroir {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t maxRowBytes = std::size_t(16) << 20;

/// Byte offset of the first byte that is not UTF-8 (RFC 3629), or npos.
std::size_t firstInvalidUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        if (byte < 0xc2 || byte > 0xf4 || i + length > text.size())
            return i;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80)
                return i;
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((byte == 0xe0 && second < 0xa0) || (byte == 0xed && second > 0x9f) ||
            (byte == 0xf0 && second < 0x90) || (byte == 0xf4 && second > 0x8f))
            return i;
        i += length;
    }
    return std::string_view::npos;
}

char findSeparator(std::string_view content) {
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (const char c : content) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n')
            break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (tabs > commas && tabs > semicolons)
        return '\t';
    return semicolons > commas ? ';' : ',';
}

[[noreturn]] void failLongRow(std::string_view file, std::size_t line) {
    throw InputError(file, line, "",
                     localText("dòng này dài hơn {} MB, nên đây không phải là một bảng; hãy "
                               "kiểm tra dấu xuống dòng và dấu ngoặc kép.",
                               "the row is longer than {} MB, so this is no table; check the "
                               "line ends and the quotes.",
                               maxRowBytes >> 20));
}

/// Cuts one record; `at` moves behind its line end, `line` counts the lines it spans.
class RecordReader {
public:
    RecordReader(std::string_view content, std::string_view file, char separator, std::size_t line)
        : m_content(content), m_file(file), m_separator(separator), m_line(line) {}

    /// Of what comes next.
    std::size_t line() const { return m_line; }

    bool next(TextRow& row) {
        row.cells.clear();
        if (m_at >= m_content.size())
            return false;
        row.line = m_line;
        const std::size_t from = m_at;
        for (;;) {
            row.cells.push_back(readCell());
            if (m_at - from > maxRowBytes)
                failLongRow(m_file, row.line);
            if (row.cells.size() > maxColumns)
                throw InputError(m_file, row.line, "",
                                 localText("dòng này có hơn {} ô, nhiều hơn Excel cho phép; hãy "
                                           "kiểm tra dấu xuống dòng và dấu phân cách.",
                                           "the row has more than {} cells, more than Excel "
                                           "allows; check the line ends and the separator.",
                                           maxColumns));
            if (row.cells.back().starts_with('\''))
                row.cells.back() = std::string(formulaOf(row.cells.back()));
            if (m_at >= m_content.size())
                return true;
            const char c = m_content[m_at++];
            if (c == m_separator)
                continue;
            if (c == '\r' && m_at < m_content.size() && m_content[m_at] == '\n')
                ++m_at;
            ++m_line;
            return true;
        }
    }

private:
    std::string readCell() {
        if (m_at < m_content.size() && m_content[m_at] == '"')
            return readQuoted();
        const std::size_t from = m_at;
        while (m_at < m_content.size() && m_content[m_at] != m_separator &&
               m_content[m_at] != '\n' && m_content[m_at] != '\r')
            ++m_at;
        return std::string(m_content.substr(from, m_at - from));
    }

    std::string readQuoted() {
        const std::size_t openedOn = m_line;
        std::string cell;
        for (++m_at; m_at < m_content.size(); ++m_at) {
            const char c = m_content[m_at];
            if (c == '"') {
                if (m_at + 1 >= m_content.size() || m_content[m_at + 1] != '"') {
                    ++m_at;
                    // Text behind the closing quote is kept rather than lost.
                    while (m_at < m_content.size() && m_content[m_at] != m_separator &&
                           m_content[m_at] != '\n' && m_content[m_at] != '\r')
                        cell += m_content[m_at++];
                    return cell;
                }
                ++m_at;
            }
            m_line += c == '\n';
            cell += c;
        }
        throw InputError(
            m_file, openedOn, "",
            localText(
                "dấu ngoặc kép (\") mở mà không đóng; hãy đóng lại hoặc viết hai dấu liền nhau.",
                "a quote (\") is opened and never closed; close it or double it."));
    }

    std::string_view m_content, m_file;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line;
};

std::string_view withoutMark(std::string_view content) {
    if (content.starts_with(byteOrderMark))
        content.remove_prefix(byteOrderMark.size());
    return content;
}

std::vector<std::string> namesOf(const TextRow& header) {
    std::vector<std::string> names = header.cells;
    for (std::string& name : names)
        name = std::string(trimmed(name, " \t"));
    return names;
}

bool isBlank(const TextRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t") == std::string::npos;
    });
}

} // namespace

std::optional<std::size_t> TextTable::findColumn(std::string_view name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end())
        return std::nullopt;
    return std::size_t(found - header.begin());
}

std::size_t TextTable::requireColumn(std::string_view name) const {
    if (const auto column = findColumn(name))
        return *column;
    throw InputError(file, 0, "",
                     unknownWord(localText("không có cột '{}'.", "there is no column '{}'.", name),
                                 name, localText("Các cột là", "The columns are"), header));
}

TextTable CsvReader::read(std::string_view bytes, Piece piece) {
    std::string joined;
    if (!m_rest.empty()) {
        joined = std::exchange(m_rest, {});
        joined += bytes;
        bytes = joined;
    }
    const std::size_t end = piece == Piece::Last ? bytes.size() : endOfWholeRows(bytes);
    TextTable table{m_file, m_header, {}};
    if (end > 0 || piece == Piece::Last)
        table = parse(bytes.substr(0, end), piece);
    m_rest = joined.empty() || end > 0 ? std::string(bytes.substr(end)) : std::move(joined);
    m_scanned = m_rest.size();
    if (m_rest.size() > maxRowBytes)
        failLongRow(m_file, m_line);
    return table;
}

/// After the last line end that is not inside quotes; 0 when there is none.
std::size_t CsvReader::endOfWholeRows(std::string_view bytes) {
    if (m_separator == 0) {
        const auto isEnd = [this](char c) {
            if (c == '"')
                m_at = m_at == At::Quotes ? At::CellStart : At::Quotes;
            return c == '\n' && m_at != At::Quotes;
        };
        if (std::none_of(bytes.begin() + std::ptrdiff_t(m_scanned), bytes.end(), isEnd))
            return 0;
        m_separator = findSeparator(withoutMark(bytes));
        m_scanned = bytes.size() - withoutMark(bytes).size();
        m_at = At::CellStart;
    }
    std::size_t end = 0;
    for (std::size_t i = m_scanned; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const bool opens = c == '"' && m_at == At::CellStart;
        const bool doubled = c == '"' && m_at == At::QuoteInQuotes;
        if (m_at == At::Quotes) {
            if (c == '"')
                m_at = At::QuoteInQuotes;
        } else if (opens || doubled) {
            m_at = At::Quotes;
        } else if (c == m_separator || c == '\n' || c == '\r') {
            m_at = At::CellStart;
            if (c == '\n')
                end = i + 1;
        } else {
            m_at = At::Cell;
        }
    }
    return end;
}

TextTable CsvReader::parse(std::string_view content, Piece piece) {
    const std::string_view fileName = m_file;
    if (!std::exchange(m_started, true))
        content = withoutMark(content);
    if (content.find('\0') != std::string_view::npos)
        throw InputError(
            fileName, 0, "",
            localText(
                "đây không phải là bảng dạng văn bản (có byte 0); hãy lưu lại thành CSV UTF-8.",
                "this is not a text table (it holds zero bytes); save it as CSV UTF-8."));
    const std::size_t invalid = firstInvalidUtf8(content);
    if (invalid != std::string_view::npos)
        throw InputError(
            fileName,
            m_line +
                std::size_t(std::count(content.begin(), content.begin() + long(invalid), '\n')),
            "",
            localText("chữ ở đây không phải là UTF-8; hãy lưu lại bảng dạng \"CSV UTF-8\".",
                      "the text is not UTF-8 here; save the table again as \"CSV UTF-8\"."));
    if (m_separator == 0)
        m_separator = findSeparator(content);
    TextTable table;
    table.file = fileName;
    RecordReader reader(content, table.file, m_separator, m_line);
    TextRow row;
    while (m_header.empty() && reader.next(row))
        if (!isBlank(row))
            m_header = namesOf(row);
    if (m_header.empty() && piece == Piece::Last)
        throw InputError(fileName, 0, "",
                         localText("bảng trống; cần có dòng đầu ghi tên các cột.",
                                   "the table is empty; it needs a header row with column names."));
    table.header = m_header;
    while (reader.next(row)) {
        if (isBlank(row))
            continue;
        while (row.cells.size() > table.header.size() && row.cells.back().empty())
            row.cells.pop_back();
        if (row.cells.size() > table.header.size())
            throw InputError(
                table.file, row.line, "",
                localText("dòng này có {} ô nhưng dòng đầu chỉ có {}; hãy đặt trong ngoặc kép "
                          "những ô có chứa dấu phân cách.",
                          "the row has {} cells but the header has {}; quote cells that "
                          "hold the separator.",
                          row.cells.size(), table.header.size()));
        row.cells.resize(table.header.size());
        table.rows.push_back(row);
    }
    m_line = reader.line();
    return table;
}

TextTable parseCsv(std::string_view content, std::string_view fileName) {
    return CsvReader(fileName).read(content, CsvReader::Piece::Last);
}

TextTable readCsv(const std::filesystem::path& file) {
    return parseCsv(readFile(file), file.string());
}

bool isFormulaLike(std::string_view text) {
    constexpr std::string_view starts = "=+-@\t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty() || starts.find(text.front()) == std::string_view::npos)
        return false;
    // "-", "-1.947,5": nothing is calculated. "+84 912 345 678" would lose its plus.
    const bool isNegative = text.front() == '-' && text.find_first_not_of("0123456789., ", 1) ==
                                                       std::string_view::npos;
    return !isNegative && text != "=" && !parsePlainNumber(text);
}

std::string withoutFormula(std::string_view text) {
    return (isFormulaLike(text) ? "'" : "") + std::string(text);
}

std::string_view formulaOf(std::string_view cell) {
    if (cell.starts_with('\'') && isFormulaLike(cell))
        cell.remove_prefix(1);
    return cell;
}

namespace {

constexpr std::string_view quotedAlways = ",\"\n\r", quotedForAnySeparator = ",\"\n\r;\t";

void appendCell(std::string& out, std::string_view cell, std::string_view needQuotes) {
    if (cell.find_first_of(needQuotes) == std::string_view::npos &&
        !cell.starts_with(byteOrderMark)) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendRow(std::string& out, const std::vector<std::string>& cells,
               std::string_view needQuotes) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != 0)
            out += ',';
        appendCell(out, withoutFormula(cells[i]), needQuotes);
    }
    out += '\n';
}

} // namespace

void appendCsvCell(std::string& out, std::string_view cell) {
    appendCell(out, cell, quotedAlways);
}

void appendCsvRow(std::string& out, const std::vector<std::string>& cells) {
    const std::size_t from = out.size();
    appendRow(out, cells, quotedAlways);
    // A reader finds the separator by counting in the header.
    if (findSeparator(std::string_view(out).substr(from)) != ',') {
        out.resize(from);
        appendRow(out, cells, quotedForAnySeparator);
    }
}

} // namespace terroir
