#include "core/base/folders.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/operating_system.hpp"

#include <cstdlib>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

namespace {

fs::path checked(const fs::path& folder, const char* said) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        throw UsageError(
            localText("Không có thư mục '{}' đã ghi ở {}; hãy chọn một thư mục có sẵn.",
                      "The folder '{}' given with {} does not exist; name an existing one.",
                      folder.string(), said));
    return folder;
}

/// `name` under share/terroir; a build folder has links there.
fs::path packaged(const char* name) {
    std::error_code ignored;
    const fs::path file = ownFile();
    for (fs::path above = file.parent_path(); above != above.root_path();
         above = above.parent_path())
        if (fs::path folder = above / "share" / "terroir" / name; fs::is_directory(folder, ignored))
            return folder;
    throw InputError(localText("Thiếu thư mục 'share/terroir/{}' của chương trình ở các cấp trên "
                               "'{}'; hãy cài lại terroir.",
                               "The folder 'share/terroir/{}', which belongs to the program, is "
                               "missing above '{}'; install terroir again.",
                               name, file.string()));
}

} // namespace

fs::path dataFolder(const std::string& given) {
    if (!given.empty())
        return checked(given, "--data");
    const char* variable = std::getenv("TERROIR_DATA");
    if (variable != nullptr && *variable != '\0')
        return checked(variable, "$TERROIR_DATA");
    return packaged("data");
}

std::vector<fs::path> styleFolders(const std::string& given) {
    std::vector<fs::path> folders = {packaged("styles")};
    if (!given.empty())
        folders.push_back(checked(given, "--styles"));
    return folders;
}

} // namespace terroir
