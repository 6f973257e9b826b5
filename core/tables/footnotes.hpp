#pragma once

#include "core/tables/found_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// The marks that the notes below a table explain: "(1)", "(*)", "**". A mark without a note is
/// none.
std::vector<std::string> footnoteMarks(const FoundTable& table);

/// "2.500" of "2.500 (1)".
std::string_view withoutFootnote(std::string_view cell, const std::vector<std::string>& marks);

} // namespace terroir::tables
