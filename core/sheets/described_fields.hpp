#pragma once

#include "core/sheets/builder.hpp"

namespace terroir::sheets {

/// Points drawn by hand have all they say as lines of one text: "Diện tích: 12,5 ha", "Ngày khảo
/// sát: 02/10/2024". Where most features do, each name becomes a column of its own and the text
/// goes; a description of other words stays.
void splitDescriptions(Sheet& sheet, WorkbookBuilder& workbook);

} // namespace terroir::sheets
