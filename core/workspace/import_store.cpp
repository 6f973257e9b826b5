#include "core/workspace/import_store.hpp"

#include "core/records/record_store.hpp"
#include "core/workspace/record_changes.hpp"

#include <algorithm>
#include <utility>

namespace terroir::workspace {

ImportStore::ImportStore(const records::Source& source, bool replaces, Workspace& workspace)
    : m_source(source), m_workspace(workspace), m_transaction(workspace.file().database()),
      m_decisions(records::loadDecisions(workspace.file())), m_writer(workspace.file()) {
    if (!replaces)
        return;
    rememberSettled();
    records::removeSource(workspace.file(), source.id);
}

/// A doubt that a person has settled by deciding a place does not come back with the same table.
void ImportStore::rememberSettled() {
    for (const records::Decision& decision : m_decisions)
        if (const auto record = records::loadRecord(m_workspace.file(), decision.record);
            record && record->source == m_source.id &&
            std::none_of(record->details.begin(), record->details.end(),
                         [](const auto& detail) { return detail.field == records::doubtField; }))
            m_settledBefore.emplace(record->id, saidBy(*record));
}

void ImportStore::add(const std::vector<records::Record>& records) {
    wait();
    write(records);
}

void ImportStore::addMeanwhile(std::vector<records::Record>&& records) {
    wait();
    m_writing = std::async(std::launch::async, [this, own = std::move(records)]() mutable {
        write(own);
        own = {};
    });
}

void ImportStore::wait() {
    if (m_writing.valid())
        m_writing.get();
}

void ImportStore::write(const std::vector<records::Record>& records) {
    records::keepDecisions(m_workspace.file(), records);
    for (const records::Record& record : records) {
        // Not when every row names a document that is known already.
        if (!m_hasSource && record.source == m_source.id) {
            records::insertSource(m_workspace.file(), m_source);
            m_hasSource = true;
        }
        m_writer.insert(record);
        if (const auto before = m_settledBefore.find(record.id);
            before != m_settledBefore.end() && before->second == saidBy(record))
            m_settled.insert(record.id);
    }
    m_count += records.size();
    m_openPlaces += records::countOpen(records, m_decisions);
}

void ImportStore::finish(const std::optional<ImportProfile>& profile,
                         const records::ImportReport& report,
                         const std::function<void()>& beforeCommit) {
    wait();
    m_writer.keepDoubts(report, m_settled);
    records::applyDecisions(m_workspace.file().database());
    if (profile)
        keepProfile(m_workspace.file(), *profile);
    if (beforeCommit)
        beforeCommit();
    m_transaction.commit();
    m_workspace.forgetRecords();
}

} // namespace terroir::workspace
