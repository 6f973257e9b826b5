#pragma once

#include "core/extract/review.hpp"
#include "core/workspace/workspace.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

/// A proposal of a document as it was when proposals of the document were last taken, with what a
/// person said of it (table `proposal` of the workspace).
struct KnownProposal {
    std::string id;
    extract::Choice choice = extract::Choice::Open;
    std::string kind, subject, indicator, value, unit;
    std::string places; ///< codes joined with |
    std::string words, line;
    std::string taken;  ///< hash of the row that was taken; empty: none was
    std::string record; ///< hash of the record as it was stored from it
};

/// By id. None in a workspace of before there was the table.
std::vector<KnownProposal> loadKnownProposals(store::WorkspaceFile& file, std::string_view source);
/// Inside the caller's transaction, after WorkspaceFile::addProposals(): these take the place of
/// those of their ids; others stay.
void keepKnownProposals(store::WorkspaceFile& file, std::string_view source,
                        std::span<const KnownProposal> proposals);

/// Inside the caller's transaction: the proposal and its kept row are not known any more.
void forgetProposal(store::WorkspaceFile& file, std::string_view source, std::string_view id);

/// The id of the record that is made of a proposal: "bao-cao-2022-p3f0a…".
std::string recordOfProposal(std::string_view source, std::string_view proposal);

/// Puts into the review what the workspace knows of its document: what a person said before of the
/// same proposals, what is new or changed since, what is gone and has a record still, and which
/// records of other sources say the same. A proposal whose paragraph was rewritten around it keeps
/// its id and its choice; one with another value keeps its id, and is open again.
void compareWithKnown(Workspace& workspace, extract::Review& review);

} // namespace terroir::workspace
