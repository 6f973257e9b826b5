#pragma once

#include "core/sheets/builder.hpp"

namespace terroir::sheets {

/// Makes the texts of a sheet UTF-8 when they are the bytes of another encoding, decided over all
/// of them together; with a remark.
void readRawTexts(Sheet& sheet, WorkbookBuilder& workbook);

} // namespace terroir::sheets
