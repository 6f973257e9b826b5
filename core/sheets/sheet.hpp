#pragma once

#include "core/base/language.hpp"
#include "core/geometry/ground.hpp"
#include "core/sheets/cell_text.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

enum class CellKind : std::uint8_t {
    /// Also what a spreadsheet shows of other types: "TRUE", "#N/A", "10:30:00", and of a day whose
    /// format leaves the day out "11/2024" or "2024".
    Text,
    /// A number by the file's own type: a plain decimal of at most 15 digits ("26016.1"), never
    /// grouped, without exponent. A share in percent is its fraction, as spreadsheets hold it.
    Number,
    /// A day by the file's own type: "2024-11-18"; "2024-11-18 10:11:12" where its time is shown.
    Date
};

/// One cell. The text is UTF-8, composed or not as the file has it (white space at its ends taken
/// off) and lives as long as its Workbook.
struct Cell {
    [[no_unique_address]] CellText text; ///< `kind` stands in its gap
    CellKind kind = CellKind::Text;

    bool isEmpty() const { return text.empty(); }
};

/// Where a row lies by the file itself (a feature of a layer): never empty, on earth.
using geometry::Ground;

struct Row {
    /// Row of the sheet, line of the file on which the row begins, number of the DBF record
    /// (deleted ones counted) or of the feature over all layers of the file; from 1. Ascending in a
    /// sheet.
    std::size_t line = 0;
    bool isHidden = false;
    std::vector<Cell> cells; ///< without empty ones at the end
    std::shared_ptr<const Ground> ground = {};

    std::string_view text(std::size_t column) const {
        return column < cells.size() ? cells[column].text.view() : std::string_view();
    }
};

/// A block of more than one cell shown as one; the text stands in its first cell, the others are
/// empty. Rows by Row::line (some of them may be left out as empty), columns from 0, both ends in.
struct Merge {
    std::size_t firstLine = 0, lastLine = 0;
    std::size_t firstColumn = 0, lastColumn = 0;
};

/// One sheet of a workbook, or one layer.
struct Sheet {
    std::string name; ///< empty for a text table
    bool isHidden = false;
    /// Layers and DBF: the columns have names (the first row of `rows` holds them, with line 0).
    bool hasNames = false;
    std::vector<Row> rows;                  ///< without rows that are wholly empty
    std::vector<Merge> merges;              ///< from top to bottom
    std::vector<std::size_t> hiddenColumns; ///< ascending
};

/// A file of tables as it is read, before anything is understood.
struct Workbook {
    std::string file; ///< for messages
    std::vector<Sheet> sheets;
    /// What was done to read it, without the file's name: "read as Windows-1258", "2 deleted
    /// records left out".
    std::vector<LocalText> remarks;
    /// Holds the bytes that the cells look at.
    std::shared_ptr<const void> bytes;
};

} // namespace terroir::sheets
