#pragma once

#include <functional>
#include <string_view>

namespace terroir {

/// Called now and then with the done share (0 to 1) and what is being done; false cancels.
using Progress = std::function<bool(double, std::string_view)>;

} // namespace terroir
