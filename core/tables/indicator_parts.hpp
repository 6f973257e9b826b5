#pragma once

#include "core/base/language.hpp"
#include "core/tables/indicator_lines.hpp"

#include <string_view>
#include <vector>

namespace terroir::tables {

/// Tells of each line whether it sums up others, is a part of one ("Trong đó", "Lợn nái" below
/// "Lợn", "Lúa mùa" below "Lúa cả năm"), or is none of the kind's records. What is returned says
/// where sums and parts do not fit.
std::vector<LocalText> findIndicatorParts(const sheets::Sheet& sheet, const HeaderLines& header,
                                          std::string_view kind, IndicatorLines& form);

} // namespace terroir::tables
