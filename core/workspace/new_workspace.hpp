#pragma once

#include "core/base/progress.hpp"
#include "core/gazetteer/build.hpp"

#include <cstddef>
#include <filesystem>

namespace terroir::workspace {

struct NewWorkspace {
    gazetteer::BuildCounts built;
    std::size_t sources = 0, records = 0;
    std::size_t doubtful = 0; ///< records with a place that is not clear
};

/// Builds a workspace from the packaged data in a new file: an OutputFile's path, for all or
/// nothing. About half a second. InputError with file and row for data that is wrong; Error when
/// `progress` cancels.
NewWorkspace makeWorkspace(const std::filesystem::path& file,
                           const std::filesystem::path& dataFolder, bool withRecords,
                           const Progress& progress = {});

} // namespace terroir::workspace
