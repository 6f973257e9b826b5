#pragma once

#include "core/records/record.hpp"

#include <functional>
#include <span>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::records {

/// Takes some records; they are there only until it returns.
using TakeRecords = std::function<void(std::span<const Record>)>;
/// Gives records in the order of their ids, some thousand at a time: all of a million take a
/// gigabyte.
using RecordWalk = std::function<void(const TakeRecords&)>;

/// Gives those that loadRecords() loads.
void walkRecords(store::WorkspaceFile& workspace, const TakeRecords& take);

} // namespace terroir::records
