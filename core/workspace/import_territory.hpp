#pragma once

#include "core/base/date.hpp"
#include "core/tables/found_table.hpp"
#include "core/tables/place_words.hpp"
#include "core/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace terroir::workspace {

/// InputError for a territory that is no unit of the day, with the one whose name is near: it would
/// limit and complete nothing. An empty one is fine.
void requireTerritory(const std::string& territory, Date day, Workspace& workspace);

/// The one place that the lines above all the tables name; empty where they name none or several.
std::string titledTerritory(const std::vector<tables::FoundTable>& all, tables::PlaceWords& places);

} // namespace terroir::workspace
