#pragma once

#include "core/sheets/sheet.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

namespace terroir::sheets {

/// What FreeXL does not tell of a sheet of an old Excel file.
struct XlsLayout {
    bool isHidden = false;
    bool isWorksheet = true; ///< no chart or macro sheet
    std::vector<Merge> merges;
    std::vector<std::size_t> hiddenColumns;
    std::unordered_set<std::size_t> hiddenLines;
};

/// The layout of each sheet of the workbook (BIFF5 and BIFF8, [MS-XLS]), in its order. Empty for
/// files older than these. InputError when the file is cut or damaged, or has a password.
std::vector<XlsLayout> readXlsLayout(const std::filesystem::path& file);

} // namespace terroir::sheets
