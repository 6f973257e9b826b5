#pragma once

#include "core/theme/theme.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// Reads and checks one theme file. InputError names the file, the JSON member, the wrong value
/// and the nearest right one (an unknown kind, indicator, palette, method or member).
Theme readTheme(const std::filesystem::path& file);
Theme parseTheme(const std::string& json, const std::filesystem::path& file);

/// All *.theme.json of the folders, by id; a later folder replaces an earlier one's theme.
std::vector<Theme> readThemes(const std::vector<std::filesystem::path>& folders);
/// By id; UsageError with the nearest id and where to see the list.
const Theme& findTheme(const std::vector<Theme>& themes, std::string_view id);

} // namespace terroir::theme
