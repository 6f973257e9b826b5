#pragma once

#include "core/base/csv.hpp"

#include <filesystem>
#include <string>

namespace terroir::sheets {

/// Reads a sheet (empty: the first that is not hidden) with its column names in the first row that
/// is not empty, or those of a layer. Numbers and dates as in Cell; the cells of columns that hold
/// nothing but numbers by the file's own type are marked in TextRow::numbers (none in a text
/// table). Hidden rows are read like others. The errors of readWorkbook(), and an InputError for an
/// empty sheet and a row with more cells than there are names.
TextTable readTable(const std::filesystem::path& file, const std::string& sheet = {});

} // namespace terroir::sheets
