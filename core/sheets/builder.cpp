#include "core/sheets/builder.hpp"

#include "core/base/local_text.hpp"
#include "core/sheets/decode_columns.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/refusal.hpp"

#include <algorithm>
#include <utility>

namespace terroir::sheets {

WorkbookBuilder::WorkbookBuilder(const std::string& file) : m_texts(std::make_shared<TextStore>()) {
    m_workbook.file = file;
}

namespace {

/// Of ASCII, without those that end lines or part words: no reader sees them, and XML must not hold
/// them. Fonts of before Unicode have letters there.
bool isControl(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           c == 0x7f;
}

void removeControls(Sheet& sheet, TextStore& texts) {
    for (Row& row : sheet.rows) {
        for (Cell& cell : row.cells) {
            const std::string_view text = cell.text;
            if (std::none_of(text.begin(), text.end(), isControl))
                continue;
            std::string clean(text);
            std::erase_if(clean, isControl);
            cell.text = texts.keep(trimmed(clean));
        }
        while (!row.cells.empty() && row.cells.back().isEmpty())
            row.cells.pop_back();
    }
}

} // namespace

void WorkbookBuilder::add(Sheet sheet) {
    for (LocalText& text : decodeColumns(sheet, *m_texts))
        remark(std::move(text));
    removeControls(sheet, *m_texts);
    m_workbook.sheets.push_back(std::move(sheet));
}

void WorkbookBuilder::count(std::size_t cells, std::size_t line) {
    m_cells += cells + cellsOfRow;
    if (m_cells > maxCells)
        failTooLarge(file(), line, localText("hơn {} ô", "more than {} cells", maxCells));
}

Workbook WorkbookBuilder::take() {
    m_workbook.bytes = std::move(m_texts);
    return std::move(m_workbook);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view ascii = " \t\r\n\v\f";
    // No-break space, zero-width space, byte order mark, ideographic space.
    constexpr std::string_view wide[] = {"\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf",
                                         "\xe3\x80\x80"};
    for (bool again = true; again && !text.empty();) {
        again = false;
        const std::size_t from = text.find_first_not_of(ascii);
        if (from == std::string_view::npos)
            return {};
        text = text.substr(from, text.find_last_not_of(ascii) + 1 - from);
        if (static_cast<unsigned char>(text.front()) < 0x80 &&
            static_cast<unsigned char>(text.back()) < 0x80)
            return text;
        for (const std::string_view space : wide) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                again = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                again = true;
            }
        }
    }
    return text;
}

SheetBuilder::SheetBuilder(WorkbookBuilder& workbook, std::string name) : m_workbook(workbook) {
    m_sheet.name = std::move(name);
}

void SheetBuilder::beginRow(std::size_t line, bool isHidden) {
    m_line = line;
    m_isHidden = isHidden;
    m_cells.clear();
}

void SheetBuilder::put(std::size_t column, std::string_view text, CellKind kind) {
    text = trimmed(text);
    if (text.empty())
        return;
    if (column >= maxColumns)
        failTooLarge(m_workbook.file(), m_line,
                     localText("hơn {} cột", "more than {} columns", maxColumns));
    if (!m_sheet.hasNames) // a layer may describe its features at length
        checkLength(text, m_workbook.file(), m_line);
    if (m_cells.size() <= column)
        m_cells.resize(column + 1);
    m_cells[column] = {text, kind};
}

void SheetBuilder::keep(std::size_t column, std::string_view text, CellKind kind) {
    put(column, m_workbook.texts().keep(trimmed(text)), kind);
}

void SheetBuilder::put(std::shared_ptr<const Ground> ground) {
    m_ground = std::move(ground);
}

bool SheetBuilder::endRow() {
    const bool isNames = m_sheet.hasNames && m_line == 0; // kept, so that it is the first
    if (m_cells.empty() && !m_ground && !isNames)
        return false;
    m_workbook.count(m_cells.size(), m_line);
    Row row{m_line, m_isHidden, {}, std::move(m_ground)};
    row.cells.assign(m_cells.begin(), m_cells.end()); // no more room than needed
    m_sheet.rows.push_back(std::move(row));
    return true;
}

void SheetBuilder::blankCovered() {
    constexpr std::size_t most = 2 * maxCells;
    std::size_t visited = 0;
    for (const Merge& merge : m_sheet.merges) {
        auto row = std::lower_bound(m_sheet.rows.begin(), m_sheet.rows.end(), merge.firstLine,
                                    [](const Row& a, std::size_t line) { return a.line < line; });
        for (; row != m_sheet.rows.end() && row->line <= merge.lastLine; ++row) {
            const bool isFirst = row->line == merge.firstLine;
            const std::size_t end = std::min(merge.lastColumn + 1, row->cells.size());
            for (std::size_t i = merge.firstColumn + (isFirst ? 1 : 0); i < end; ++i)
                row->cells[i] = {};
            visited += 1 + end;
        }
        if (visited > most)
            failDamaged(m_workbook.file(),
                        localText("các ô gộp chồng lên nhau", "merged cells lie over each other"));
    }
}

Sheet SheetBuilder::finish() {
    auto& merges = m_sheet.merges;
    std::erase_if(merges, [](const Merge& m) {
        return m.firstLine >= m.lastLine && m.firstColumn >= m.lastColumn;
    });
    std::sort(merges.begin(), merges.end(), [](const Merge& a, const Merge& b) {
        return std::pair(a.firstLine, a.firstColumn) < std::pair(b.firstLine, b.firstColumn);
    });
    if (!merges.empty()) {
        blankCovered();
        for (Row& row : m_sheet.rows)
            while (!row.cells.empty() && row.cells.back().isEmpty())
                row.cells.pop_back();
        std::erase_if(m_sheet.rows, [](const Row& row) { return row.cells.empty(); });
    }
    std::size_t columns = 0;
    for (const Row& row : m_sheet.rows)
        columns = std::max(columns, row.cells.size());
    auto& hidden = m_sheet.hiddenColumns;
    std::sort(hidden.begin(), hidden.end());
    hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
    std::erase_if(hidden, [&](std::size_t column) { return column >= columns; });
    return std::move(m_sheet);
}

} // namespace terroir::sheets
