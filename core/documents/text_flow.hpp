#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::documents {

/// Lines joined by spaces: a note is one line.
std::string onOneLine(std::string text);

/// Puts together the text of a document from what a reader of its format meets: paragraphs, tables
/// and notes, nested as they come. White space is one space; rows of a table within a cell become
/// part of the cell.
class TextFlow {
public:
    void openParagraph();
    void closeParagraph();
    void add(std::string_view text);
    /// A line that is broken within its paragraph.
    void breakLine();

    void openRow();
    void closeRow();
    void openCell();

    /// A reference to a note in the text; the note's own text is given with setNote(), before
    /// finish(). The number is that of the reference, from 1.
    std::size_t referToNote();
    void setNote(std::size_t number, std::string text);

    /// The whole text. What is still open is closed.
    std::string finish();

private:
    struct Line {
        std::string text;
        std::vector<std::size_t> notes;
    };
    void put(Line line);
    std::string& current();

    std::vector<Line> m_lines;
    std::vector<Line> m_open;                     ///< paragraphs, the innermost last
    std::vector<std::vector<std::string>> m_rows; ///< cells of the open rows
    std::vector<std::size_t> m_rowNotes;
    std::size_t m_references = 0;
    std::vector<std::string> m_notes; ///< by number - 1
};

} // namespace terroir::documents
