#pragma once

#include "core/sheets/sheet.hpp"
#include "core/sheets/text_store.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

/// A workbook while it is read.
class WorkbookBuilder {
public:
    explicit WorkbookBuilder(const std::string& file);

    const std::string& file() const { return m_workbook.file; }
    TextStore& texts() { return *m_texts; }
    void remark(LocalText text) { m_workbook.remarks.push_back(std::move(text)); }
    /// Its columns of old fonts decoded.
    void add(Sheet sheet);
    /// Counts the cells of a row against maxCells.
    void count(std::size_t cells, std::size_t line);
    Workbook take();

private:
    Workbook m_workbook;
    std::shared_ptr<TextStore> m_texts;
    std::size_t m_cells = 0;
};

/// White space at both ends taken off, that of Unicode too.
std::string_view trimmed(std::string_view text);

/// One sheet while it is read, row by row downwards and cell by cell to the right. Checks
/// limits.hpp: InputError naming the row.
class SheetBuilder {
public:
    SheetBuilder(WorkbookBuilder& workbook, std::string name);

    Sheet& sheet() { return m_sheet; }
    void beginRow(std::size_t line, bool isHidden = false);
    /// A cell whose text lives as long as the workbook; columns may be left out.
    void put(std::size_t column, std::string_view text, CellKind kind = CellKind::Text);
    /// The same with a copy of the text.
    void keep(std::size_t column, std::string_view text, CellKind kind = CellKind::Text);
    /// Where the row lies; it is kept then without cells too.
    void put(std::shared_ptr<const Ground> ground);
    /// False when the row is empty and left out.
    bool endRow();
    /// Puts the sheet in order: no text in the covered cells of merges, merges from top to bottom,
    /// hidden columns only where there are cells.
    Sheet finish();

private:
    void blankCovered();

    WorkbookBuilder& m_workbook;
    Sheet m_sheet;
    std::size_t m_line = 0;
    bool m_isHidden = false;
    std::vector<Cell> m_cells; ///< of the row
    std::shared_ptr<const Ground> m_ground;
};

} // namespace terroir::sheets
