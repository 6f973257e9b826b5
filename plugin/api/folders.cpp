#include "plugin/api/folders.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

namespace terroir::plugin {

namespace fs = std::filesystem;

namespace {

fs::path checked(const fs::path& folder, const char* said) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        throw UsageError(
            fmt::format("The folder '{}' given with {} does not exist; name an existing one.",
                        folder.string(), said));
    return folder;
}

/// `name` under ../share/terroir beside the program; a build folder has links there.
fs::path packaged(const char* name) {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path installed = program.parent_path().parent_path() / "share" / "terroir" / name;
    if (!fs::is_directory(installed, ignored))
        throw InputError(fmt::format(
            "The folder '{}', which belongs to the program, is missing; install terroir again.",
            installed.string()));
    return installed;
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

} // namespace terroir::plugin
