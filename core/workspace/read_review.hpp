#pragma once

#include "core/base/progress.hpp"
#include "core/documents/document.hpp"
#include "core/documents/letterhead.hpp"
#include "core/extract/review.hpp"
#include "core/workspace/workspace.hpp"

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

/// What a document says of itself, for readReview(): the last day that its date holds, or today,
/// and the unit that it speaks for where that is one.
DocumentFacts factsOf(Workspace& workspace, const std::string& file,
                      const documents::Letterhead& head);

} // namespace terroir::workspace
