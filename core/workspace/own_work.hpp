#pragma once

#include "core/base/language.hpp"

#include <filesystem>
#include <string>

namespace terroir::workspace {

/// What a person put into a workspace and would lose with it, in words: "2 imported sources, 9
/// boundaries"; empty when everything in it comes from the packaged data. A file that cannot be
/// read as a workspace counts as such work, too: it is somebody's file.
std::string ownWorkIn(const std::filesystem::path& file, const std::filesystem::path& dataFolder,
                      const Words& words);

} // namespace terroir::workspace
