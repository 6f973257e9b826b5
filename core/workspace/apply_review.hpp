#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/workspace/review_rows.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::workspace {

/// What became of a row of reviewed proposals.
enum class Applied {
    Added,     ///< a new record
    Changed,   ///< the record of before says what the row says now
    Removed,   ///< it was accepted before and is refused now
    Unchanged, ///< accepted before, and the row says the same
    Refused,   ///< by a person
    Open,      ///< not decided
    Rejected,  ///< accepted, and the door does not take it: the sentence says why
};
std::string_view toString(Applied applied); ///< "added", …

struct AppliedRow {
    std::size_t row = 0; ///< line of the CSV; the number of the proposal in JSON
    Applied outcome = Applied::Open;
    bool isDoubtful = false;
    bool isUnseen = false; ///< accepted by ApplyOptions::allAbove
    std::string record;
    LocalText sentence; ///< may be empty
};

struct AppliedReview {
    std::vector<AppliedRow> rows;
    std::vector<std::string> sources; ///< ids of the documents
    std::size_t takenUnseen = 0;      ///< added or changed by ApplyOptions::allAbove
    std::size_t openPlaces = 0;       ///< that wait for a person
    bool isStored = false;            ///< something was changed
    std::size_t count(Applied outcome) const;
};

/// Takes the accepted rows into the workspace, through the same door as tables: in one transaction,
/// kept in the EditLog as one edit, so that it can be undone. Each document becomes a source. A
/// second time nothing changes; a record that a person has changed or deleted since stays as it is,
/// and that is said. Choices are kept, also of what is refused or open.
///
/// InputError when a source of that id is not made from this document (by its number, or by
/// having come from a table). The workspace must be open for writing.
AppliedReview applyReview(Workspace& workspace, const std::string& who, const TextTable& rows,
                          const ApplyOptions& options = {});

/// row, outcome, record, unseen ("yes" where nobody has looked at it), sentence.
Table appliedRows(const AppliedReview& applied, Language language);

} // namespace terroir::workspace
