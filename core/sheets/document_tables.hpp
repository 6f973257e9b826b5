#pragma once

#include "core/sheets/builder.hpp"
#include "core/sheets/text_handler.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

/// Makes sheets of the tables that stand in a text (an annex of a decision in Word, a page of a
/// portal): each table a sheet "Bảng 1", "Bảng 2", … with the few short lines before it above its
/// rows, as a title stands above the table of a spreadsheet. A table that goes on right after
/// another of as many columns, with no paragraph between them, is one with it: a page break cut
/// them. A table within a cell of another is text of that cell. Tables that only set letterheads
/// and signatures side by side are none; notes are left out. Row::line is counted over the
/// document: each line with text and each row of a table is one.
class DocumentTables final : public TextHandler {
public:
    void add(std::string_view text) override;
    void breakLine() override;
    void openParagraph() override;
    void closeParagraph() override;
    void openTable() override;
    void closeTable() override;
    void openRow() override;
    void closeRow() override;
    void openCell(std::size_t columns, std::size_t rows) override;
    void closeCell() override;
    void widen(std::size_t columns) override;
    void continueAbove() override;
    void coverCell() override {} // the cells above know what they cover
    void referToNote(const std::string&) override {}
    void openNote(const std::string&) override { m_isNote = true; }
    void closeNote() override { m_isNote = false; }

    /// Gives the sheets to the workbook: `sheet` alone, or all when it is empty. InputError when
    /// the document has no table of data, or none of this name.
    void finish(WorkbookBuilder& workbook, const std::string& sheet);

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
    bool m_isParagraph = false; ///< one was opened, and no table in it
    std::size_t m_line = 0;
    DocumentTable m_table; ///< that is open
    std::size_t m_depth = 0;
    bool m_isRow = false, m_isCell = false; ///< one is open
    bool m_isNote = false;
};

} // namespace terroir::sheets
