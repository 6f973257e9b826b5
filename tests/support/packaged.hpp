#pragma once

#include "core/gazetteer/build.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace terroir::testing {

/// A workspace with the packaged gazetteer, made once per test program.
inline const std::filesystem::path& packagedWorkspaceFile() {
    static const TemporaryFolder folder;
    static const std::filesystem::path file = [] {
        store::WorkspaceFile workspace = store::WorkspaceFile::create(folder / "packaged.sqlite");
        gazetteer::buildFromData(workspace, TERROIR_SOURCE_DIR "/data");
        return folder / "packaged.sqlite";
    }();
    return file;
}

inline const gazetteer::Gazetteer& packagedGazetteer() {
    static const gazetteer::Gazetteer gazetteer = [] {
        store::WorkspaceFile workspace =
            store::WorkspaceFile::open(packagedWorkspaceFile(), store::Mode::ReadOnly);
        return gazetteer::Gazetteer::load(workspace);
    }();
    return gazetteer;
}

} // namespace terroir::testing
