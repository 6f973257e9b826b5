#pragma once

#include <string_view>

namespace terroir::sheets {

/// What parts the cells of a text table: the one of tab, semicolon, bar and comma that gives the
/// most lines of one number of cells, quotes respected; 0 when none does (a single column, where
/// commas are those of decimals). Title lines above the table need not have it. Looks at the first
/// 256 KB.
char findDelimiter(std::string_view text);

} // namespace terroir::sheets
