#pragma once

#include <string>
#include <string_view>

namespace terroir::cli {

/// The id of the kind that a text names, see records::kindNamed(). UsageError that names the option,
/// the nearest kind of record and all of them.
std::string requireKind(const std::string& text, std::string_view option);

} // namespace terroir::cli
