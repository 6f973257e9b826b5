#pragma once

#include "core/atlas/table_flow.hpp"
#include "core/base/language.hpp"
#include "core/base/table.hpp"

#include <vector>

namespace terroir::atlas {

/// The columns of a profile that is printed: what, how much, when, in what state, who, where, by
/// which document and line, and what is to be noted.
std::vector<FlowColumn> profileColumns(Language language);

/// The records of figures::profileTable() in these columns and in words, under headings by how they
/// concern the unit and by kind.
std::vector<FlowRow> profileRows(const Table& profile, Language language);

} // namespace terroir::atlas
