#pragma once

#include "core/sheets/sheet.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace terroir::tables {

inline constexpr std::size_t noGroup = std::numeric_limits<std::size_t>::max();

/// A column of a table: where it stands on the sheet and what is written above it, from the top:
/// "Quyết định công nhận", "Ngày ký".
struct FoundColumn {
    std::size_t at = 0;
    std::vector<std::string> path;
};

/// A heading inside the table, that the rows below it belong to: "I. HUYỆN TAM ĐƯỜNG".
struct Group {
    std::string text; ///< without its number, colon and sum
    std::size_t line = 0;
    std::size_t parent = noGroup; ///< the heading that holds this one
    const sheets::Row* row = nullptr;
};

struct FoundRow {
    const sheets::Row* row = nullptr;
    std::size_t group = noGroup;
    /// Cells that are written once for several rows: column of the sheet, text.
    std::vector<std::pair<std::size_t, std::string_view>> filled;
};

enum class LeftOut {
    Total,  ///< sums up other rows
    Header, ///< repeats the header, or numbers the columns
    Note,   ///< stands below the table
    Hidden, ///< is hidden on the sheet
    Part,   ///< says what the row of its heading was made of
};

struct LeftOutRow {
    const sheets::Row* row = nullptr;
    LeftOut why = LeftOut::Note;
    std::size_t group = noGroup; ///< of a total: the heading that it stands under
};

struct Title {
    std::size_t line = 0;
    std::string text;
};

/// A table as it lies on a sheet. Points into the Workbook, which must outlive it.
struct FoundTable {
    std::string sheet;
    std::string part; ///< "F-I", its columns, where others of the same header stand beside it
    bool isLayer = false;
    bool isOneOfSeveral = false; ///< the file has other sheets or layers
    std::size_t headerLine = 0;  ///< 0: the columns of a layer
    std::vector<Title> titles;   ///< above the table, from the top
    std::vector<FoundColumn> columns;
    std::vector<FoundColumn> hiddenColumns; ///< on the sheet; their cells are not read
    std::vector<Group> groups;
    std::vector<FoundRow> rows;
    std::vector<LeftOutRow> leftOut;

    /// "Biểu 3 F-I": what tells it from the other tables of the file to those who read its rows.
    std::string name() const {
        return sheet.empty() || part.empty() ? sheet + part : sheet + " " + part;
    }
};

} // namespace terroir::tables
