#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::cli {

/// "tinh, huyen,xa" gives the three names, without the spaces around them.
std::vector<std::string> splitNames(std::string_view list);

} // namespace terroir::cli
