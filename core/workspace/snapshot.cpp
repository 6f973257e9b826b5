#include "core/workspace/snapshot.hpp"

namespace terroir::workspace {

SnapshotPtr snapshotOf(Workspace& workspace) {
    Snapshot contents;
    contents.file = workspace.file().file();
    contents.gazetteer = workspace.sharedGazetteer();
    contents.records = workspace.sharedRecords();
    contents.compactRecords = workspace.sharedCompactRecords();
    contents.sources = workspace.sharedSources();
    contents.boundaries = boundaries::inventory(workspace.file());
    return std::make_shared<const Snapshot>(std::move(contents));
}

} // namespace terroir::workspace
