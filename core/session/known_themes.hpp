#pragma once

#include "core/theme/theme.hpp"

#include <filesystem>
#include <string>
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

} // namespace terroir::session
