#include "core/map/known_layouts.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/map/layout_file.hpp"
#include "core/theme/known_themes.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

namespace terroir::map {

namespace fs = std::filesystem;

namespace {

constexpr int deepest = 5; // layouts that build on each other

fs::path packagedFolder() {
    return styleFolders({}).front() / "layouts";
}

std::vector<fs::path> filesOf(const fs::path& folder) {
    std::error_code ignored;
    std::vector<fs::path> files;
    for (fs::directory_iterator file(folder, ignored), end; !ignored && file != end;
         file.increment(ignored))
        if (file->path().string().ends_with(layoutSuffix))
            files.push_back(file->path());
    std::sort(files.begin(), files.end());
    return files;
}

fs::path fileIn(const fs::path& folder, const std::string& id) {
    return folder / (id + std::string(layoutSuffix));
}

/// By an id; packaged ones first, which no own one replaces.
Layout byId(const std::string& id, int depth) {
    const auto next = [depth](const std::string& of) { return byId(of, depth + 1); };
    if (depth > deepest)
        throw UsageError(localText("Các bố cục dựa vào nhau thành vòng hoặc quá {} lớp, ở '{}'; "
                                   "hãy sửa mục \"extends\".",
                                   "Layouts build on each other in a circle or more than {} deep, "
                                   "at '{}'; mend \"extends\".",
                                   deepest, id));
    std::vector<std::string> ids;
    for (const fs::path& folder : {packagedFolder(), ownLayoutsFolder()})
        for (const fs::path& file : filesOf(folder)) {
            if (file == fileIn(folder, id))
                return readLayout(file, next);
            const std::string name = file.filename().string();
            ids.push_back(name.substr(0, name.size() - layoutSuffix.size()));
        }
    throw UsageError(unknownWord(localText("Không có bố cục '{}'.", "There is no layout '{}'.", id),
                                 id, localText("Các bố cục là", "The layouts are"), ids));
}

bool isFileName(const std::string& text) {
    return text.find('/') != std::string::npos || text.ends_with(".json");
}

} // namespace

fs::path ownLayoutsFolder() {
    return theme::ownThemesFolder().parent_path() / "layouts";
}

KnownLayouts knownLayouts() {
    const FindLayout find = [](const std::string& id) { return byId(id, 1); };
    KnownLayouts known;
    for (const fs::path& file : filesOf(packagedFolder()))
        known.layouts.push_back(readLayout(file, find));
    for (const fs::path& file : filesOf(ownLayoutsFolder())) {
        // One bad file must not take the other layouts away.
        try {
            known.layouts.push_back(readLayout(file, find));
        } catch (const Error& error) {
            known.problems.push_back(error.text());
        }
    }
    return known;
}

Layout findLayout(const std::string& nameOrFile) {
    const FindLayout find = [](const std::string& id) { return byId(id, 1); };
    return isFileName(nameOrFile) ? readLayout(nameOrFile, find) : byId(nameOrFile, 0);
}

fs::path saveOwnLayout(const Layout& layout, const std::string& extends, const std::string& id,
                       bool overwrite) {
    if (id.empty() || id != theme::themeIdOf(id))
        throw UsageError(localText("'{}' không dùng làm tên bố cục được; hãy dùng a đến z, chữ số "
                                   "và gạch nối, ví dụ so-khcn.",
                                   "'{}' is no name for a layout. Use a to z, digits and hyphens, "
                                   "for example so-khcn.",
                                   id));
    std::error_code ignored;
    if (fs::exists(fileIn(packagedFolder(), id), ignored))
        throw UsageError(localText("'{}' là tên của một bố cục có sẵn; hãy chọn tên khác.",
                                   "'{}' is the name of a packaged layout; choose another.", id));
    const fs::path file = fileIn(ownLayoutsFolder(), id);
    std::optional<Layout> base;
    if (!extends.empty() && extends != id)
        base = byId(extends, 0);
    writeLayout(layout, base ? &*base : nullptr, file,
                overwrite ? Overwrite::Allow : Overwrite::Refuse);
    return file;
}

bool isOwnLayout(const std::string& id) {
    std::error_code ignored;
    return fs::exists(fileIn(ownLayoutsFolder(), id), ignored);
}

} // namespace terroir::map
