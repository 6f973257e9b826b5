#include "core/session/known_themes.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"
#include "core/session/folders.hpp"
#include "core/text/vietnamese.hpp"
#include "core/theme/write_theme.hpp"

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

std::string themeIdOf(std::string_view title) {
    std::string id;
    for (const char c : text::fold(title)) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isPlain)
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id;
}

fs::path saveOwnTheme(const theme::Theme& theme, Overwrite overwrite) {
    if (theme.id.empty() || theme.id != themeIdOf(theme.id))
        throw UsageError(localText(
            "'{}' không dùng làm tên chủ đề được. Hãy dùng các chữ a đến z, chữ số và dấu gạch "
            "nối, ví dụ che-2022.",
            "'{}' is no name for a theme. Use a to z, digits and hyphens, for example tea-2022.",
            theme.id));
    for (const theme::Theme& packaged : theme::readThemes(styleFolders({})))
        if (packaged.id == theme.id)
            throw UsageError(localText("'{}' là tên của một chủ đề có sẵn; hãy chọn tên khác.",
                                       "'{}' is the name of a packaged theme; choose another.",
                                       theme.id));
    const fs::path file = ownThemesFolder() / (theme.id + ".theme.json");
    const std::string json = theme::toJson(theme);
    theme::parseTheme(json, file); // what cannot be read again must not be written
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    if (failed)
        throw InputError(localText("{}: Không tạo được thư mục ({}).",
                                   "{}: The folder cannot be made ({}).",
                                   file.parent_path().string(), systemReason(failed.value())));
    OutputFile(file, overwrite).write(json);
    return file;
}

} // namespace terroir::session
