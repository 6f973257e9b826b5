#pragma once

#include "core/base/output_file.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme.hpp"

#include <filesystem>
#include <string>

namespace terroir::theme {

/// A theme as the text of a *.theme.json file: every member that parseTheme() reads, in the order
/// of the packaged files. parseTheme() of it gives the same theme again, but for what no file can
/// say (members that the type of layer does not have, Theme::file). UsageError when a series is
/// selected by days that are not whole years.
std::string toJson(const Theme& theme);

/// Writes toJson(), and nothing that could not be read again: the errors of parseTheme() and of
/// OutputFile. Makes the folder.
void writeTheme(const Theme& theme, const std::filesystem::path& file, Overwrite overwrite);

} // namespace terroir::theme
