#pragma once

#include "core/theme/theme.hpp"

#include <string>

namespace terroir::theme {

/// A theme as the text of a *.theme.json file: every member that parseTheme() reads, in the order
/// of the packaged files. parseTheme() of it gives the same theme again, but for what no file can
/// say (members that the type of layer does not have, Theme::file). UsageError when a series is
/// selected by days that are not whole years.
std::string toJson(const Theme& theme);

} // namespace terroir::theme
