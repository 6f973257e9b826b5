#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace terroir {

// What belongs to the program lies in share/terroir, in a folder above the program, or above the
// library that another program has loaded: PREFIX/share/terroir for PREFIX/bin/terroir as for
// PREFIX/lib/qgis/plugins/libplugin_terroir.so.

/// The packaged data: the folder given, else $TERROIR_DATA, else that of the program. UsageError
/// when the folder given does not exist, InputError when the program's own does not.
std::filesystem::path dataFolder(const std::string& given);

/// Where themes are read from, packaged ones first: a theme of a later folder replaces an earlier
/// one of the same id. UsageError when the folder given does not exist, InputError when the
/// program's own does not.
std::vector<std::filesystem::path> styleFolders(const std::string& given);

} // namespace terroir
