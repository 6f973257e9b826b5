#pragma once

#include "core/base/progress.hpp"
#include "core/documents/document.hpp"
#include "core/documents/letterhead.hpp"
#include "core/extract/review.hpp"
#include "core/workspace/workspace.hpp"

#include <optional>
#include <string>

namespace terroir::workspace {

/// What is known of a document before it is read for proposals.
struct DocumentFacts {
    std::string file;  ///< its name or path; "-" for standard input
    std::string title; ///< of the source; empty: the name of the file
    documents::Letterhead head;
    Date asOf = Date::today();
    gazetteer::UnitIndex within = gazetteer::noUnit; ///< what it speaks of
};

/// Reads a document for proposals, and compares them with what the workspace knows of it, which
/// may be open for reading only. The lexicon comes from the data folder. 400 lines in a third of a
/// second, most of it for the gazetteer. `progress` is asked before each step; Error when it says
/// stop.
extract::Review readReview(Workspace& workspace, const documents::Document& document,
                           const DocumentFacts& facts, const Progress& progress = {});

/// Whether a document is another one than that of the source which the workspace has under its id:
/// of another number or, where one of them has none, of another issuer.
bool isOtherDocument(const records::Source& held, const records::Source& read);

/// The day and the area with which proposals of this very document (of the same number, issuer and
/// date) were taken before; empty when none were. Read otherwise, its places would be others.
struct TakenBefore {
    Date asOf;
    gazetteer::UnitIndex within = gazetteer::noUnit;
};
std::optional<TakenBefore> takenBefore(Workspace& workspace, const DocumentFacts& facts);

/// The last day that the date of a letterhead holds ("tháng 6 năm 2024": 30 June); empty without
/// one.
std::optional<Date> dayOf(const documents::Letterhead& head);
/// The one unit of that day which a letterhead speaks for; gazetteer::noUnit where it names none.
gazetteer::UnitIndex unitOf(Workspace& workspace, const documents::Letterhead& head, Date asOf);

/// What a document says of itself, for readReview(): takenBefore(), else dayOf() or
/// today, and unitOf().
/// `title`: of its source, where it is not to be called by its file.
DocumentFacts factsOf(Workspace& workspace, const std::string& file,
                      const documents::Letterhead& head, const std::string& title = {});

} // namespace terroir::workspace
