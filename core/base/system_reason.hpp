#pragma once

#include "core/base/language.hpp"

namespace terroir {

/// Why the operating system refused something, by its errno: "không có quyền", "permission denied".
/// What has no words here keeps those of the system, which are English, in quotes.
LocalText systemReason(int code);

} // namespace terroir
