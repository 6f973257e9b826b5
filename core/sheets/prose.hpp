#pragma once

#include <string_view>

namespace terroir::sheets {

/// Whether a text is sentences and no table, which its commas would cut into one: two sentences or
/// more, most of its words on lines of at least eight, no two lines after each other that are cells
/// parted by the delimiter, and fewer than half of one number of cells. A comma or semicolon before
/// a blank, and a comma within a number, part clauses as well as cells. Looks at the first 256 KB.
bool isProse(std::string_view text, char delimiter);

} // namespace terroir::sheets
