#pragma once

#include "core/sheets/sheet.hpp"
#include "core/sheets/text_store.hpp"

#include <vector>

namespace terroir::sheets {

/// Decodes the columns that are clearly written for a TCVN3 or VNI font, or are UTF-8 misread as
/// Windows-1252, each column by all of its text cells together; cells in Unicode among them stay.
/// The rows above the first row with a number (titles, headers) are decided by row. What is not
/// clear stays as it is. Returns what was done, naming the columns.
std::vector<LocalText> decodeColumns(Sheet& sheet, TextStore& texts);

} // namespace terroir::sheets
