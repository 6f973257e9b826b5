#include "core/map/known_layouts.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/map/layout_file.hpp"
#include "core/theme/known_themes.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace terroir::map {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t deepest = 5; // layouts that build on each other

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

/// Of an id; packaged ones first, which no own one replaces. UsageError for an unknown one.
fs::path fileOf(const std::string& id) {
    std::vector<std::string> ids;
    for (const fs::path& folder : {packagedFolder(), ownLayoutsFolder()})
        for (fs::path& file : filesOf(folder)) {
            if (file == fileIn(folder, id))
                return std::move(file);
            const std::string name = file.filename().string();
            ids.push_back(name.substr(0, name.size() - layoutSuffix.size()));
        }
    throw UsageError(unknownWord(localText("Không có bố cục '{}'.", "There is no layout '{}'.", id),
                                 id, localText("Các bố cục là", "The layouts are"), ids));
}

/// The layout and those that it builds on, the nearest first; one more than there may be at most.
std::vector<std::string> chainOf(const std::string& id) {
    std::vector<std::string> chain;
    for (std::string at = id; !at.empty() && chain.size() <= deepest;) {
        chain.push_back(at);
        std::string next;
        readLayout(fileOf(at), [&](const std::string& of) {
            next = of;
            return Layout();
        });
        at = std::move(next);
    }
    return chain;
}

[[noreturn]] void refuseChain(const std::string& id) {
    throw UsageError(localText("Các bố cục dựa vào nhau thành vòng hoặc quá {} lớp, ở '{}'; "
                               "hãy sửa mục \"extends\".",
                               "Layouts build on each other in a circle or more than {} deep, "
                               "at '{}'; mend \"extends\".",
                               deepest, id));
}

Layout byId(const std::string& id, int depth) {
    const auto next = [depth](const std::string& of) { return byId(of, depth + 1); };
    if (depth > int(deepest))
        refuseChain(id);
    return readLayout(fileOf(id), next);
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
    return isLayoutFile(nameOrFile) ? readLayout(nameOrFile, find) : byId(nameOrFile, 0);
}

bool isLayoutFile(std::string_view nameOrFile) {
    return nameOrFile.find('/') != std::string_view::npos || nameOrFile.ends_with(".json");
}

void requireSavable(const OwnLayout& own) {
    const std::string& id = own.id;
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
    const std::vector<std::string> chain =
        own.extends == id ? std::vector<std::string>() : chainOf(own.extends); // else all is kept
    if (std::find(chain.begin(), chain.end(), id) != chain.end())
        throw UsageError(localText(
            "Giữ dưới tên '{}' thì bố cục dựa vào chính nó ({} → {}). Hãy chọn tên khác.",
            "Kept as '{}' the layout would build on itself ({} → {}). Choose another "
            "name.",
            id, id,
            fmt::join(chain.begin(), std::find(chain.begin(), chain.end(), id) + 1, " → ")));
    if (chain.size() > deepest)
        refuseChain(own.extends);
    const fs::path file = fileIn(ownLayoutsFolder(), id);
    if (own.overwrite == Overwrite::Refuse && fs::exists(file, ignored))
        OutputFile(file, own.overwrite); // says that it is there
}

fs::path saveOwnLayout(const OwnLayout& own) {
    requireSavable(own);
    const fs::path file = fileIn(ownLayoutsFolder(), own.id);
    std::optional<Layout> base;
    if (!own.extends.empty() && own.extends != own.id)
        base = byId(own.extends, 0);
    writeLayout(own.layout, base ? &*base : nullptr, file, own.overwrite);
    return file;
}

bool isOwnLayout(const std::string& id) {
    std::error_code ignored;
    return fs::exists(fileIn(ownLayoutsFolder(), id), ignored);
}

} // namespace terroir::map
