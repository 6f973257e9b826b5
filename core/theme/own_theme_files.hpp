#pragma once

#include <filesystem>
#include <string_view>

namespace terroir::theme {

/// Where a person's own themes are kept: terroir/themes in $XDG_DATA_HOME, else in
/// ~/.local/share. It need not exist.
std::filesystem::path ownThemesFolder();
/// The file there of a theme of this id, there or not.
std::filesystem::path ownThemeFile(std::string_view id);

} // namespace terroir::theme
