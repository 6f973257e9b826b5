#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::plugin {

/// The packaged data: the folder given, else $TERROIR_DATA, else ../share/terroir/data beside the
/// program. UsageError when the folder given does not exist, InputError when the program's own does
/// not.
std::filesystem::path dataFolder(const std::string& given);

/// Where themes are read from, packaged ones first: a theme of a later folder replaces an earlier
/// one of the same id. UsageError when the folder given does not exist, InputError when the
/// program's own does not.
std::vector<std::filesystem::path> styleFolders(const std::string& given);

} // namespace terroir::plugin
