#pragma once

#include "core/sheets/package.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace terroir::sheets {

/// Takes what the reader of a text's format meets, in the order of the document: paragraphs, tables
/// and notes, nested as they come. Text may stand outside of any paragraph, in a cell too.
class TextHandler {
public:
    virtual ~TextHandler() = default;

    /// UTF-8; the formats make one space of all white space that follows on another.
    virtual void add(std::string_view text) = 0;
    /// A line that is broken within its paragraph.
    virtual void breakLine() = 0;
    virtual void openParagraph() = 0;
    virtual void closeParagraph() = 0;

    virtual void openTable() = 0;
    virtual void closeTable() = 0;
    virtual void openRow() = 0;
    virtual void closeRow() = 0;
    /// The next cell, over so many columns and rows.
    virtual void openCell(std::size_t columns, std::size_t rows) = 0;
    virtual void closeCell() = 0;
    /// The open cell is over so many columns.
    virtual void widen(std::size_t columns) = 0;
    /// The open cell is one with the one above it.
    virtual void continueAbove() = 0;
    /// Here lies a cell that was opened above or to the left, where the format says so.
    virtual void coverCell() = 0;

    /// A note of this name is referred to here; it is given with openNote() and closeNote() before
    /// or after, once.
    virtual void referToNote(const std::string& id) = 0;
    virtual void openNote(const std::string& id) = 0;
    virtual void closeNote() = 0;
};

// One reader for each format. `file` for messages. InputError when the file is damaged. Raised
// digits (marks of notes, exponents) are given as such: "²".

/// A text of Word (DOCX): its notes, then its body.
void readWordText(Package& package, const std::string& file, TextHandler& handler);
/// A text of OpenDocument (ODT): its content.
void readOpenDocumentText(Package& package, const std::string& file, TextHandler& handler);
/// A web page as a browser would show it, without styles. Only a table without another in it is
/// one: the others set the parts of a page side by side.
void readHtmlText(std::string_view bytes, const std::string& file, TextHandler& handler);

} // namespace terroir::sheets
