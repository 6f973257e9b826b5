#pragma once

#include "core/workspace/new_workspace.hpp"
#include "tests/support/temporary_folder.hpp"

namespace terroir::workspace {

/// A workspace of the packaged data, made once.
inline const std::filesystem::path& packagedFile() {
    static const testing::TemporaryFolder folder;
    static const std::filesystem::path file = [] {
        workspace::makeWorkspace(folder / "terroir.sqlite", TERROIR_SOURCE_DIR "/data", true);
        return folder / "terroir.sqlite";
    }();
    return file;
}

} // namespace terroir::workspace
