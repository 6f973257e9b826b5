#pragma once

#include "core/export/table.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

/// Names of columns for people and, for those of codes, the list of what the codes say: what a QGIS
/// style or project has of a table's form. QGIS shows a code that is not in the list in brackets.
std::string formXml(const std::vector<Column>& columns);

} // namespace terroir::exporting
