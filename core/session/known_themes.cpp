#include "core/session/known_themes.hpp"

#include "core/base/error.hpp"
#include "core/session/folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace terroir::session {

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

KnownThemes knownThemes() {
    KnownThemes known{theme::readThemes(styleFolders({})), {}};
    std::error_code ignored;
    std::vector<fs::path> own;
    for (fs::directory_iterator file(ownThemesFolder(), ignored), end; !ignored && file != end;
         file.increment(ignored))
        if (file->path().native().ends_with(".theme.json"))
            own.push_back(file->path());
    std::sort(own.begin(), own.end());
    for (const fs::path& file : own) {
        // One bad file must not take the other themes away.
        try {
            theme::Theme theme = theme::readTheme(file);
            std::erase_if(known.themes,
                          [&](const theme::Theme& other) { return other.id == theme.id; });
            known.themes.push_back(std::move(theme));
        } catch (const Error& error) {
            known.problems.emplace_back(error.what());
        }
    }
    return known;
}

} // namespace terroir::session
