#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/workspace/workspace.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace terroir::workspace {

/// What is in an open workspace. Never changes: after an edit there is another one. Read by every
/// thread.
struct Snapshot {
    std::filesystem::path file;
    std::shared_ptr<const gazetteer::Gazetteer> gazetteer;
    std::shared_ptr<const std::vector<records::Record>> records;
    std::shared_ptr<const records::CompactRecords> compactRecords;
    std::shared_ptr<const std::vector<records::Source>> sources;
    boundaries::Inventory boundaries;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// As the workspace has it; what it had read is not read again.
SnapshotPtr snapshotOf(Workspace& workspace);

} // namespace terroir::workspace
