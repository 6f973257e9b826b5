#pragma once

#include "core/tables/found_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// The fields of the columns where the table is the program's own form of the kind, filled in: its
/// headers are those of the form in one language and mean just what the form says. Columns that are
/// not needed may be gone where the sheet has the form's name. Empty for other tables.
std::vector<std::string> formFields(const FoundTable& table, std::string_view kind);

} // namespace terroir::tables
