#pragma once

#include "core/records/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
} // namespace terroir::store

namespace terroir::records {

/// A person's word that a finding is in order as it is. It stays in the workspace (table
/// `accepted_finding`) when the finding goes, and holds again when the same one is found.
struct AcceptedFinding {
    std::string key; ///< findingKey()
    std::string rule, record;
    std::string reason;
    std::string day; ///< YYYY-MM-DD
};

/// By record, rule and key. None in a workspace made before there were any.
std::vector<AcceptedFinding> loadAcceptedFindings(store::WorkspaceFile& workspace);

/// Inside the caller's transaction. Replaces an earlier reason. To record the change in a workspace
/// of before, call addAcceptedFindings() first: a ChangeRecorder knows the tables of its beginning.
void acceptFinding(store::WorkspaceFile& workspace, const Issue& finding, std::string_view reason);

/// Inside the caller's transaction: the finding counts again. False when it was not accepted.
bool takeBackAccepted(store::WorkspaceFile& workspace, std::string_view key);

/// Takes the accepted ones out of the findings; what it took out is returned.
std::vector<Issue> removeAccepted(std::vector<Issue>& findings,
                                  const std::vector<AcceptedFinding>& accepted);

} // namespace terroir::records
