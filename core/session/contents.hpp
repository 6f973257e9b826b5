#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/session/session.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace terroir::session {

/// What is in an open workspace. Never changes: after an edit there is another one. Read by every
/// thread.
struct Contents {
    std::filesystem::path file;
    std::shared_ptr<const gazetteer::Gazetteer> gazetteer;
    std::shared_ptr<const std::vector<records::Record>> records;
    std::shared_ptr<const std::vector<records::Source>> sources;
    boundaries::Inventory boundaries;
};
using ContentsPtr = std::shared_ptr<const Contents>;

/// As the session has it; what it had read is not read again.
ContentsPtr contentsOf(Session& session);

} // namespace terroir::session
