#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// "12,6 ha" and "150 tấn" of "12,6 ha; 150 tấn", "5 ha (60 tấn)", "2 ha, 300 con": quantities of a
/// cell of which each measures something else (an area, a mass, a yield, a number of things), so
/// that they can be told apart. Empty for other texts, "2 ha + 500 m2" among them.
std::vector<std::string> differentQuantities(std::string_view text);

} // namespace terroir::records
