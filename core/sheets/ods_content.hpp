#pragma once

#include "core/sheets/builder.hpp"
#include "core/sheets/raised_spans.hpp"
#include "core/sheets/xml_reader.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets::ods {

/// The text of a cell: paragraphs joined by newlines, white space collapsed as ODF 1.2 does (Part
/// 1, 6.1.2).
class Paragraphs {
public:
    void beginParagraph();
    void endParagraph() { m_isInside = false; }
    void add(std::string_view text);
    void addSpaces(std::size_t count);
    void addCharacter(char c);
    void clear();
    const std::string& text() const { return m_text; }
    bool isInside() const { return m_isInside; }

private:
    std::string m_text;
    bool m_any = false, m_isInside = false, m_isSpaceBefore = false;
};

/// Takes the tables of content.xml or of a flat document (ODF 1.2, Part 1, 9).
class ContentHandler final : public XmlHandler {
public:
    enum class Take { Everything, Names };
    /// `sheet` empty: all.
    ContentHandler(WorkbookBuilder& workbook, std::string sheet, Take take);

    void open(std::string_view element, const XmlAttributes& attributes) override;
    void close(std::string_view element) override;
    void text(std::string_view text) override;

    bool isSpreadsheet() const { return m_isSpreadsheet; }
    const std::vector<std::string>& names() const { return m_names; }

private:
    struct OdsCell {
        std::size_t column = 0, repeated = 1;
        std::string type, value;
        std::size_t columnsSpanned = 1, rowsSpanned = 1;
    };

    void openInTable(std::string_view element, const XmlAttributes& attributes);
    void openInCell(std::string_view element, const XmlAttributes& attributes);
    void openTable(const XmlAttributes& attributes);
    void openColumn(const XmlAttributes& attributes);
    void openRow(const XmlAttributes& attributes);
    void closeRow();
    void openCell(const XmlAttributes& attributes);
    void closeCell();
    /// What stands in the cell; with its kind.
    std::pair<std::string, CellKind> valueOf(const OdsCell& cell) const;
    std::size_t repeats(const XmlAttributes& attributes, std::string_view name) const;

    WorkbookBuilder& m_workbook;
    std::string m_wanted;
    Take m_take;
    std::vector<std::string> m_names;
    std::set<std::string, std::less<>> m_hiddenTables; ///< styles
    std::string m_style;                               ///< that is being read
    std::optional<SheetBuilder> m_table;               ///< that is being read
    std::size_t m_line = 0, m_rowRepeated = 1;         ///< first line of the row
    std::size_t m_column = 0;                          ///< next of the row, or of the columns
    bool m_isRowHidden = false;
    std::vector<Cell> m_row;
    std::vector<Merge> m_rowMerges;
    std::optional<OdsCell> m_cell;
    Paragraphs m_text;
    RaisedSpans m_raised;
    int m_skipped = 0; ///< depth inside what is no content: annotations, drawings
    bool m_isSpreadsheet = false;
};

} // namespace terroir::sheets::ods
