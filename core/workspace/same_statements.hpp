#pragma once

#include "core/records/record.hpp"
#include "core/store/workspace_file.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

/// What a report says, by which it is known again in another source.
struct StatedFact {
    std::string kind, subject;
    std::optional<double> value;
    std::string unit;
    std::set<std::string> units; ///< uids of its places, in its name as well
};
StatedFact statedFactOf(const records::Record& record);

/// For each statement the ids of the records that say the same and are not of the source `except`:
/// the same kind, value, unit of measure and places, and a subject that is the same or holds the
/// other one. For a person to look at: two reports may speak of two things in the same words. One
/// walk over the records, and a look-up for each whose kind and value are among the statements.
std::vector<std::vector<std::string>> recordsSaying(store::WorkspaceFile& file,
                                                    std::span<const StatedFact> statements,
                                                    std::string_view except);

} // namespace terroir::workspace
