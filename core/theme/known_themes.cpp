#include "core/theme/known_themes.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/system_reason.hpp"
#include "core/text/vietnamese.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme_history.hpp"
#include "core/theme/theme_words.hpp"
#include "core/theme/write_theme.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>

namespace terroir::theme {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> ownFiles() {
    std::error_code ignored;
    std::vector<fs::path> files;
    for (fs::directory_iterator file(ownThemesFolder(), ignored), end; !ignored && file != end;
         file.increment(ignored))
        if (file->path().string().ends_with(themeSuffix))
            files.push_back(file->path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

void putInto(std::vector<theme::Theme>& themes, theme::Theme theme) {
    const auto same = std::find_if(themes.begin(), themes.end(),
                                   [&](const theme::Theme& other) { return other.id == theme.id; });
    if (same == themes.end())
        themes.push_back(std::move(theme));
    else
        *same = std::move(theme);
}

const theme::Theme& KnownThemes::find(std::string_view id) const {
    const auto found = std::find_if(themes.begin(), themes.end(),
                                    [&](const theme::Theme& theme) { return theme.id == id; });
    std::error_code ignored;
    if (found == themes.end() && !id.empty() && fs::exists(ownThemeFile(id), ignored))
        theme::readTheme(ownThemeFile(id)); // says why it is not among them
    return found == themes.end() ? theme::findTheme(themes, id) : *found;
}

KnownThemes knownThemes(const std::string& folder) {
    std::vector<fs::path> folders = styleFolders(folder);
    const fs::path packaged = folders.front();
    folders.erase(folders.begin());
    KnownThemes known{theme::readThemes({packaged}), {}};
    for (const fs::path& file : ownFiles()) {
        // One bad file must not take the other themes away.
        try {
            putInto(known.themes, theme::readTheme(file));
        } catch (const Error& error) {
            known.problems.push_back(error.text());
        }
    }
    for (theme::Theme& theme : theme::readThemes(folders))
        putInto(known.themes, std::move(theme));
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

theme::Theme withTitle(theme::Theme theme, LocalText title) {
    if (title.vi.empty())
        title.vi = title.en;
    if (title.en.empty())
        title.en = title.vi;
    theme.id = themeIdOf(title.vi);
    theme.title = std::move(title);
    return theme;
}

bool isOwnTheme(std::string_view id) {
    std::error_code ignored;
    return !id.empty() && fs::exists(ownThemeFile(id), ignored);
}

namespace {

/// UsageError when it is not there.
fs::path requireOwnFile(std::string_view id) {
    std::vector<std::string> own;
    for (const fs::path& file : ownFiles()) {
        const std::string name = file.filename().string();
        own.push_back(name.substr(0, name.size() - themeSuffix.size()));
        if (own.back() == id)
            return file;
    }
    throw UsageError(localText(
        "'{}' không phải là chủ đề riêng đã lưu; chủ đề có sẵn không xóa hay đổi tên được. {}Xem "
        "cột file của 'terroir themes'.",
        "'{}' is no theme that you saved; packaged ones cannot be removed or renamed. {}See the "
        "column file of 'terroir themes'.",
        id, suggestion(id, own)));
}

} // namespace

namespace {

/// UsageError for an id that no own theme may have.
void requireOwnId(const std::string& id) {
    if (id.empty())
        throw UsageError(
            localText("Tiêu đề không có chữ nào; hãy viết một tiêu đề để sau này tìm lại được chủ "
                      "đề.",
                      "The title has no letter; write one by which the theme is found again."));
    if (id != themeIdOf(id))
        throw UsageError(localText(
            "'{}' không dùng làm mã chủ đề được; hãy dùng a đến z, chữ số và gạch nối, ví dụ "
            "che-2022.",
            "'{}' is no name for a theme. Use a to z, digits and hyphens, for example tea-2022.",
            id));
    for (const theme::Theme& packaged : theme::readThemes(styleFolders({})))
        if (packaged.id == id)
            throw UsageError(localText("'{}' là tên của một chủ đề có sẵn; hãy chọn tên khác.",
                                       "'{}' is the name of a packaged theme; choose another.",
                                       id));
}

} // namespace

void removeOwnTheme(std::string_view id) {
    requireOwnFile(id);
    keepThemeEdit(localText("xóa chủ đề {}", "removed the theme {}", id), readOwnTheme(id),
                  std::nullopt, [&] { removeOwnFile(id); });
}

std::string renameOwnTheme(std::string_view id, const std::string& title) {
    const fs::path file = requireOwnFile(id);
    const theme::Theme renamed = withTitle(theme::readTheme(file), {title, title});
    requireOwnId(renamed.id);
    const bool isOtherId = renamed.id != id;
    keepThemeEdit(localText("đổi tên chủ đề {}", "renamed the theme {}", id), readOwnTheme(id),
                  OwnFile{renamed.id, theme::toJson(renamed)}, [&] {
                      theme::writeTheme(renamed, ownThemeFile(renamed.id),
                                        isOtherId ? Overwrite::Refuse : Overwrite::Allow);
                      if (isOtherId)
                          removeOwnFile(id);
                  });
    return renamed.id;
}

fs::path saveOwnTheme(const theme::Theme& theme, Overwrite overwrite) {
    requireOwnId(theme.id);
    const fs::path file = ownThemeFile(theme.id);
    keepThemeEdit(localText("lưu chủ đề {}", "saved the theme {}", theme.id),
                  readOwnTheme(theme.id), OwnFile{theme.id, theme::toJson(theme)},
                  [&] { theme::writeTheme(theme, file, overwrite); });
    return file;
}

} // namespace terroir::theme
