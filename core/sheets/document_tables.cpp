#include "core/sheets/document_tables.hpp"

#include "core/base/input_file.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/refusal.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace terroir::sheets {

namespace {

/// Lines above a table that may be its title; longer ones are sentences.
constexpr std::size_t maxTitles = 6, maxTitleBytes = 240;

/// What letterheads and signatures say: the name and the motto of the state, and who gets a copy.
bool isSetSideBySide(std::string_view text) {
    const std::string folded = text::fold(text);
    if (folded.find("cong hoa xa hoi chu nghia") != std::string::npos ||
        folded.find("noi nhan:") == 0)
        return true;
    std::size_t at = 0; // a commune may be Độc Lập, or Hạnh Phúc
    for (const std::string_view word : {"doc lap", "tu do", "hanh phuc"}) {
        at = folded.find(word, at);
        if (at == std::string::npos)
            return false;
    }
    return true;
}

/// Runs of blanks are one, none stands beside the end of a line.
std::string withSingleBlanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\r';
        if (!isBlank)
            out += c;
        else if (!out.empty() && out.back() != ' ' && out.back() != '\n')
            out += ' ';
    }
    return std::string(trimmed(out));
}

/// The cells that rows further down may belong to.
class CellsAbove {
public:
    explicit CellsAbove(std::vector<Merge>& merges) : m_merges(merges) {}

    /// The first column from `column` on that no cell above covers in this line.
    std::size_t pass(std::size_t column, std::size_t line) {
        for (auto cell = m_cells.find(column); cell != m_cells.end() && cell->second.rowsLeft > 0;
             cell = m_cells.find(column)) {
            cell->second.ground.lastLine = line;
            --cell->second.rowsLeft;
            column = cell->second.ground.lastColumn + 1;
        }
        return column;
    }

    /// False when no cell above begins in the column.
    bool extend(std::size_t column, std::size_t line) {
        const auto cell = m_cells.find(column);
        if (cell == m_cells.end())
            return false;
        cell->second.ground.lastLine = line;
        return true;
    }

    void put(const Merge& ground, std::size_t rows) {
        const auto first = m_cells.lower_bound(ground.firstColumn),
                   last = m_cells.upper_bound(ground.lastColumn);
        for (auto cell = first; cell != last; ++cell)
            keep(cell->second.ground);
        m_cells.erase(first, last);
        m_cells[ground.firstColumn] = {ground, rows > 0 ? rows - 1 : 0};
    }

    void finish() {
        for (const auto& [column, cell] : m_cells)
            keep(cell.ground);
    }

private:
    struct CellAbove {
        Merge ground;
        std::size_t rowsLeft = 0;
    };

    void keep(const Merge& ground) {
        if (ground.firstLine < ground.lastLine || ground.firstColumn < ground.lastColumn)
            m_merges.push_back(ground);
    }

    std::vector<Merge>& m_merges;
    std::map<std::size_t, CellAbove> m_cells; ///< by first column
};

} // namespace

void DocumentTables::add(std::string_view text) {
    constexpr std::string_view noBreak = "\xc2\xa0"; // a space, too
    while (!text.empty() && !m_isNote) {
        const bool isNoBreak = text.starts_with(noBreak);
        const char c = text.front();
        m_paragraph += isNoBreak || c == '\n' || c == '\r' ? ' ' : c;
        text.remove_prefix(isNoBreak ? noBreak.size() : 1);
    }
}

void DocumentTables::breakLine() {
    if (m_isNote)
        return;
    if (isInCell())
        m_paragraph += '\n';
    else
        closeParagraph();
}

void DocumentTables::openParagraph() {
    if (m_isNote)
        return;
    closeParagraph();
    m_isParagraph = true;
}

void DocumentTables::closeParagraph() {
    if (m_isNote)
        return;
    std::string text = withSingleBlanks(std::exchange(m_paragraph, {}));
    const bool isParagraph = std::exchange(m_isParagraph, false);
    if (text.empty()) {
        m_isTableBefore = m_isTableBefore && !(isParagraph && m_depth == 0);
        return;
    }
    if (!isInCell())
        return keepTitle({++m_line, {{std::move(text)}}});
    std::string& cell = m_table.rows.back().cells.back().text;
    cell += cell.empty() ? text : '\n' + text;
}

void DocumentTables::keepTitle(DocumentRow title) {
    m_isTableBefore = false;
    if (title.cells.front().text.size() > maxTitleBytes)
        return m_titles.clear();
    if (m_titles.size() == maxTitles)
        m_titles.erase(m_titles.begin());
    m_titles.push_back(std::move(title));
}

void DocumentTables::openTable() {
    m_isParagraph = false; // the table stands in it
    closeParagraph();
    if (m_depth++ == 0)
        m_table = {};
}

void DocumentTables::openRow() {
    closeParagraph();
    if (m_depth != 1)
        return;
    m_table.rows.emplace_back();
    m_isRow = true;
}

void DocumentTables::openCell(std::size_t columns, std::size_t rows) {
    closeParagraph();
    if (m_depth != 1 || !m_isRow)
        return;
    m_table.rows.back().cells.push_back({{},
                                         std::clamp<std::size_t>(columns, 1, maxColumns),
                                         std::clamp<std::size_t>(rows, 1, maxRows)});
    m_isCell = true;
}

void DocumentTables::widen(std::size_t columns) {
    if (m_depth == 1 && isInCell())
        m_table.rows.back().cells.back().columns = std::clamp<std::size_t>(columns, 1, maxColumns);
}

void DocumentTables::continueAbove() {
    if (m_depth == 1 && isInCell())
        m_table.rows.back().cells.back().rows = 0;
}

void DocumentTables::closeCell() {
    closeParagraph();
    if (m_depth == 1)
        m_isCell = false;
}

void DocumentTables::closeRow() {
    closeCell();
    if (m_depth != 1 || !std::exchange(m_isRow, false))
        return;
    DocumentRow& row = m_table.rows.back();
    const bool hasText = std::any_of(row.cells.begin(), row.cells.end(),
                                     [](const DocumentCell& cell) { return !cell.text.empty(); });
    row.line = hasText ? ++m_line : 0;
}

void DocumentTables::closeTable() {
    closeRow();
    if (m_depth == 0 || --m_depth > 0)
        return;
    keepTable(std::exchange(m_table, {}));
}

void DocumentTables::keepTable(DocumentTable table) {
    const auto columns = [](const DocumentTable& of) {
        std::size_t most = 0;
        for (const DocumentRow& row : of.rows) {
            std::size_t sum = 0;
            for (const DocumentCell& cell : row.cells)
                sum += cell.columns;
            most = std::max(most, sum);
        }
        return most;
    };
    if (m_isTableBefore && columns(table) == columns(m_tables.back())) {
        std::move(table.rows.begin(), table.rows.end(), std::back_inserter(m_tables.back().rows));
        return;
    }
    if (!holdsData(table)) {
        for (DocumentRow& row : table.rows)
            if (row.line > 0)
                keepTitle(std::move(row));
        return;
    }
    table.titles = std::exchange(m_titles, {});
    m_tables.push_back(std::move(table));
    m_isTableBefore = true;
}

bool DocumentTables::holdsData(const DocumentTable& table) {
    std::size_t rows = 0;
    std::map<std::size_t, std::size_t> filled; // column -> rows with text
    for (const DocumentRow& row : table.rows) {
        std::size_t column = 0, cells = 0;
        for (const DocumentCell& cell : row.cells) {
            if (isSetSideBySide(cell.text))
                return false;
            if (!cell.text.empty()) {
                ++cells;
                ++filled[column];
            }
            column += cell.columns;
        }
        rows += cells > 1 ? 1 : 0;
    }
    const auto columns = std::count_if(filled.begin(), filled.end(),
                                       [](const auto& column) { return column.second > 1; });
    return columns > 2 ? rows > 1 : columns == 2 && rows > 2;
}

Sheet DocumentTables::sheetOf(const DocumentTable& table, const std::string& name,
                              WorkbookBuilder& workbook) {
    SheetBuilder sheet(workbook, name);
    for (const DocumentRow& title : table.titles) {
        sheet.beginRow(title.line);
        for (std::size_t i = 0; i < title.cells.size(); ++i)
            sheet.keep(i, title.cells[i].text);
        sheet.endRow();
    }
    std::size_t line = 0;
    CellsAbove above(sheet.sheet().merges);
    for (const DocumentRow& row : table.rows) {
        line = row.line > 0 ? row.line : line; // without text: left out
        sheet.beginRow(line);
        std::size_t column = above.pass(0, line);
        for (const DocumentCell& cell : row.cells) {
            if (cell.rows > 0 || !above.extend(column, line)) {
                sheet.keep(column, cell.text);
                above.put({line, line, column, column + cell.columns - 1}, cell.rows);
            }
            column = above.pass(column + cell.columns, line);
        }
        sheet.endRow();
    }
    above.finish();
    return sheet.finish();
}

void DocumentTables::finish(WorkbookBuilder& workbook, const std::string& sheet) {
    while (m_depth > 0)
        closeTable();
    std::vector<std::string> names;
    for (const DocumentTable& table : m_tables) {
        names.push_back(fmt::format("Bảng {}", names.size() + 1));
        if (sheet.empty() || sheet == names.back())
            workbook.add(sheetOf(table, names.back(), workbook));
    }
    if (names.empty())
        failReport(workbook.file());
    if (!sheet.empty() && std::find(names.begin(), names.end(), sheet) == names.end())
        failNoSheet(workbook.file(), sheet, names);
}

Workbook readTextTables(const std::filesystem::path& file, const std::string& sheet) {
    Package package(file);
    DocumentTables tables;
    if (package.has("word/document.xml"))
        readWordText(package, file.string(), tables);
    else
        readOpenDocumentText(package, file.string(), tables);
    WorkbookBuilder workbook(file.string());
    tables.finish(workbook, sheet);
    return workbook.take();
}

Workbook readHtmlTables(const std::filesystem::path& file, const std::string& sheet) {
    DocumentTables tables;
    readHtmlText(readFile(file), file.string(), tables);
    WorkbookBuilder workbook(file.string());
    tables.finish(workbook, sheet);
    return workbook.take();
}

} // namespace terroir::sheets
