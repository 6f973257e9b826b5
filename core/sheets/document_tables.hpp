#pragma once

#include "core/sheets/builder.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

/// Makes sheets of the tables that stand in a text (an annex of a decision in Word, a page of a
/// portal), of what the reader of its format meets: each table a sheet "Bảng 1", "Bảng 2", … with
/// the few short lines before it above its rows, as a title stands above the table of a
/// spreadsheet. A table that goes on right after another of as many columns is one with it: a page
/// break cut them. Tables that only set letterheads and signatures side by side are none. Row::line
/// is counted over the document: each line with text and each row of a table is one.
class DocumentTables {
public:
    /// Of the open paragraph; white space is one space.
    void add(std::string_view text);
    /// A line that is broken within its paragraph.
    void breakLine();
    void closeParagraph();

    /// A table within a cell of another is text of that cell.
    void openTable();
    void closeTable();
    void openRow();
    void closeRow();
    /// The next cell, over so many columns and rows; cells covered from above are not opened.
    void openCell(std::size_t columns = 1, std::size_t rows = 1);
    /// The open cell is over so many columns.
    void widen(std::size_t columns);
    /// The open cell is one with the one above it.
    void continueAbove();
    void closeCell();

    /// Gives the sheets to the workbook: `sheet` alone, or all when it is empty. Returns the names
    /// of all. InputError when the document has no table of data, or none of this name.
    std::vector<std::string> finish(WorkbookBuilder& workbook, const std::string& sheet);

private:
    struct DocumentCell {
        std::string text;
        std::size_t columns = 1, rows = 1; ///< rows 0: one with the cell above
    };
    struct DocumentRow {
        std::size_t line = 0; ///< 0: without text
        std::vector<DocumentCell> cells;
    };
    struct DocumentTable {
        std::vector<DocumentRow> titles, rows;
    };
    static bool holdsData(const DocumentTable& table);
    static Sheet sheetOf(const DocumentTable& table, const std::string& name,
                         WorkbookBuilder& workbook);
    void keepTitle(DocumentRow title);
    void keepTable(DocumentTable table);
    bool isInCell() const { return m_depth > 0 && m_isCell; }

    std::vector<DocumentTable> m_tables;
    std::vector<DocumentRow> m_titles; ///< since the last table
    bool m_isTableBefore = false;      ///< nothing stands since the last table
    std::string m_paragraph;
    std::size_t m_line = 0;
    DocumentTable m_table; ///< that is open
    std::size_t m_depth = 0;
    bool m_isRow = false, m_isCell = false; ///< one is open
};

} // namespace terroir::sheets
