#pragma once

#include <string>

namespace terroir {

/// Who works, for the history of records: $TERROIR_USER, else the name that the system has logged
/// in; "?" where there is none.
std::string userName();

} // namespace terroir
