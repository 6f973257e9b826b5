#pragma once

#include "core/base/language.hpp"

#include <functional>

namespace terroir {

/// Called now and then with the done share (0 to 1) and what is being done (may be empty); false
/// cancels.
using Progress = std::function<bool(double, const LocalText&)>;

} // namespace terroir
