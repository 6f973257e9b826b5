#include "core/theme/own_theme_files.hpp"

#include "core/theme/theme_words.hpp"

#include <cstdlib>
#include <string>

namespace terroir::theme {

namespace fs = std::filesystem;

fs::path ownThemesFolder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    const fs::path data = variable("XDG_DATA_HOME");
    // A relative one counts as not set: XDG Base Directory Specification.
    return (data.is_absolute() ? data : variable("HOME") / ".local" / "share") / "terroir" /
           "themes";
}

fs::path ownThemeFile(std::string_view id) {
    return ownThemesFolder() / (std::string(id) + std::string(themeSuffix));
}

} // namespace terroir::theme
