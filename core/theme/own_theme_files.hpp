#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace terroir::theme {

/// Where a person's own themes are kept: terroir/themes in $XDG_DATA_HOME, else in
/// ~/.local/share. It need not exist.
std::filesystem::path ownThemesFolder();
/// The file there of a theme of this id, there or not.
std::filesystem::path ownThemeFile(std::string_view id);

/// A file of one's own themes.
struct OwnFile {
    std::string id, text;
    bool operator==(const OwnFile&) const = default;
};
/// None when it is not there; InputError when it cannot be read.
std::optional<OwnFile> readOwnTheme(std::string_view id);
/// InputError when it cannot be removed; one that is not there is no error.
void removeOwnFile(std::string_view id);

} // namespace terroir::theme
