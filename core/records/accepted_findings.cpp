#include "core/records/accepted_findings.hpp"

#include "core/base/date.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace terroir::records {

using store::Statement;

std::vector<AcceptedFinding> loadAcceptedFindings(store::WorkspaceFile& workspace) {
    std::vector<AcceptedFinding> accepted;
    if (!workspace.hasAcceptedFindings())
        return accepted;
    Statement row = workspace.database().prepare("SELECT key, rule, record, reason, accepted FROM "
                                                 "accepted_finding ORDER BY record, rule, key");
    while (row.step())
        accepted.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    return accepted;
}

void acceptFinding(store::WorkspaceFile& workspace, const Issue& finding, std::string_view reason) {
    workspace.addAcceptedFindings();
    Statement insert = workspace.database().prepare(
        "INSERT OR REPLACE INTO accepted_finding VALUES(?, ?, ?, ?, ?)");
    insert.bind(1, findingKey(finding)).bind(2, finding.kind).bind(3, finding.about);
    insert.bind(4, reason).bind(5, Date::today().toString()).run();
}

bool takeBackAccepted(store::WorkspaceFile& workspace, std::string_view key) {
    if (!workspace.hasAcceptedFindings())
        return false;
    Statement remove = workspace.database().prepare("DELETE FROM accepted_finding WHERE key = ?");
    remove.bind(1, key).run();
    return workspace.database().changes() > 0;
}

std::vector<Issue> removeAccepted(std::vector<Issue>& findings,
                                  const std::vector<AcceptedFinding>& accepted) {
    if (accepted.empty())
        return {};
    std::set<std::string_view> keys;
    for (const AcceptedFinding& one : accepted)
        keys.insert(one.key);
    const auto from =
        std::stable_partition(findings.begin(), findings.end(), [&](const Issue& finding) {
            return !keys.contains(findingKey(finding));
        });
    std::vector<Issue> removed(std::make_move_iterator(from),
                               std::make_move_iterator(findings.end()));
    findings.erase(from, findings.end());
    return removed;
}

} // namespace terroir::records
