#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// "Chè, cà phê", "Cam và quýt", "Lúa + ngô": several in a cell, where each of them is a known crop
/// or animal. The name of a product, a model or a task stays one.
std::vector<std::string> splitThings(std::string_view kind, std::vector<std::string> texts);

} // namespace terroir::records
