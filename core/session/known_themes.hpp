#pragma once

#include "core/base/output_file.hpp"
#include "core/theme/theme.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::session {

/// Where a person's own themes are kept: terroir/themes in $XDG_DATA_HOME, else in
/// ~/.local/share. It need not exist.
std::filesystem::path ownThemesFolder();

struct KnownThemes {
    std::vector<theme::Theme> themes;  ///< packaged ones, then one's own, which replace those
    std::vector<std::string> problems; ///< a sentence for each own file that cannot be read
};
/// InputError when the packaged ones are missing.
KnownThemes knownThemes();

/// The id of a theme that a person gives a title: "Cây ăn quả 2022" gives "cay-an-qua-2022". Empty
/// for a title without a letter or a digit.
std::string themeIdOf(std::string_view title);

/// Writes the theme into the folder of one's own themes, where every part of terroir finds it, and
/// returns the file. UsageError for an id that is empty or a packaged theme's, or a theme that no
/// file can hold (theme::toJson()); the errors of OutputFile.
std::filesystem::path saveOwnTheme(const theme::Theme& theme, Overwrite overwrite);

} // namespace terroir::session
