#pragma once

#include "core/base/table.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace terroir::sheets {

/// Bars of one column beside the names of another, drawn over the rows of a sheet.
struct SheetChart {
    std::string title;
    std::size_t names = 0, values = 0; ///< columns
};

/// A sheet to be read and printed.
struct PrintedSheet {
    std::string name;               ///< as it should be called; made to fit, see printedNames()
    std::string title;              ///< above the table
    std::vector<std::string> lines; ///< below the title: of what place and time, notes
    Table table;                    ///< headed with the aliases of its columns
    std::optional<SheetChart> chart = {};
};

struct PrintedWorkbook {
    std::string title, author;
    std::string pageWord; ///< "Trang", at the foot of each page
    std::vector<PrintedSheet> sheets;
};

/// Names of the sheets as a spreadsheet takes them: at most 31 letters, none of []:*?/\ and no two
/// alike in upper or lower case.
std::vector<std::string> printedNames(const std::vector<PrintedSheet>& sheets);

/// Writes an XLSX: texts are never formulas, whatever they begin with; numbers have thousands
/// grouped and as many decimals as their column needs, four at most; nothing is an empty cell. The
/// header row is frozen, has a filter and is printed on each page; columns are as wide as their
/// cells, within limits; A4 landscape, one page wide. InputError when the file cannot be written.
void writeWorkbook(const PrintedWorkbook& workbook, const std::filesystem::path& file);

} // namespace terroir::sheets
