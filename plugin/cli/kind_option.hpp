#pragma once

#include <string>
#include <string_view>

namespace terroir::cli {

/// UsageError that names the option, the nearest kind of record and all of them.
void requireKind(const std::string& id, std::string_view option);

} // namespace terroir::cli
