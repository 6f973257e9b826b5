#include "core/theme/own_theme_files.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"
#include "core/theme/theme_words.hpp"

#include <cstdlib>
#include <system_error>

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

std::optional<OwnFile> readOwnTheme(std::string_view id) {
    std::error_code ignored;
    const fs::path file = ownThemeFile(id);
    if (!fs::exists(file, ignored))
        return std::nullopt;
    return OwnFile{std::string(id), readFile(file)};
}

void removeOwnFile(std::string_view id) {
    const fs::path file = ownThemeFile(id);
    std::error_code failed;
    if (!fs::remove(file, failed) && failed)
        throw InputError(localText("Không xóa được '{}': {}. Hãy kiểm tra quyền ghi của thư mục.",
                                   "'{}' cannot be removed: {}. Check that you may write there.",
                                   file.string(), systemReason(failed.value())));
}

} // namespace terroir::theme
