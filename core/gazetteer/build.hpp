#pragma once

#include "core/base/progress.hpp"

#include <filesystem>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::gazetteer {

struct BuildCounts {
    std::size_t units = 0, successions = 0, aliases = 0, outlines = 0;
};

/// Reads DIR/gazetteer/{units,succession,aliases,outlines}.csv into the workspace, in one
/// transaction. Checked before anything is kept: unique uid; code, level, type and dates that
/// agree; valid_from before valid_to; parents that exist, one level up (or a province for
/// communes); versions of one code that do not overlap; points inside Vietnam's bounding box;
/// positive areas; succession between existing units on the day where one ends and the other
/// begins; shares in 0 to 1; rings of at least three points. The first bad row stops the build with
/// an InputError that names file, row and reason.
BuildCounts buildFromData(store::WorkspaceFile& workspace, const std::filesystem::path& dataFolder);

} // namespace terroir::gazetteer
