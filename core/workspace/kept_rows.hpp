#pragma once

#include "core/extract/review.hpp"
#include "core/store/workspace_file.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

/// The rows of a document that a person decided, or made of others, as they were when its proposals
/// were last taken (table `proposal_row`): what was written into them outlives another reading.
using KeptRows = std::map<std::string, extract::ReviewCells, std::less<>>; ///< by id

/// None in a workspace of before there was the table.
KeptRows loadKeptRows(store::WorkspaceFile& file, std::string_view source);

/// Inside the caller's transaction, after WorkspaceFile::addProposals().
void keepRow(store::WorkspaceFile& file, std::string_view source, std::string_view id,
             const extract::ReviewCells& row);
/// Whether two rows say the same in what a person may write.
bool sayTheSame(const extract::ReviewCells& a, const extract::ReviewCells& b);
/// Whether a row says what was kept of it; codes of another day's units count for nothing.
bool isAsKept(const extract::ReviewCells& row, const extract::ReviewCells& kept);
void forgetRow(store::WorkspaceFile& file, std::string_view source, std::string_view id);

/// Puts the rows that a person made (parts, what was merged, what was made of words) in place of
/// the proposals that they are made of, where the text still has all of those; `choiceOf` says what
/// was decided. The ids of those that it put there.
std::set<std::string> restoreMadeRows(extract::Review& review, const KeptRows& kept,
                                      const std::map<std::string, extract::Choice>& choices);

/// Puts into a proposal what a person wrote in its row. `asOf` is the day of this reading: codes of
/// units of another day are left out.
void restoreWritten(extract::ReviewedProposal& proposal, const extract::ReviewCells& kept,
                    Date asOf);

/// Puts rows that a person has decided, changed or made, and not stored yet, into another reading
/// of their document.
void restoreRows(extract::Review& review, const std::vector<extract::ReviewCells>& rows);

} // namespace terroir::workspace
