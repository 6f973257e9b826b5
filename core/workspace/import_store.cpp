#include "core/workspace/import_store.hpp"

#include <utility>

namespace terroir::workspace {

ImportStore::ImportStore(const records::Source& source, bool replaces, Workspace& workspace)
    : m_source(source), m_workspace(workspace), m_transaction(workspace.file().database()),
      m_decisions(records::loadDecisions(workspace.file())), m_writer(workspace.file()) {
    if (replaces)
        records::removeSource(workspace.file(), source.id);
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
    }
    m_count += records.size();
    m_openPlaces += records::countOpen(records, m_decisions);
}

void ImportStore::finish(const std::optional<ImportProfile>& profile,
                         const records::ImportReport& report,
                         const std::function<void()>& beforeCommit) {
    wait();
    m_writer.keepDoubts(report);
    records::applyDecisions(m_workspace.file().database());
    if (profile)
        keepProfile(m_workspace.file(), *profile);
    if (beforeCommit)
        beforeCommit();
    m_transaction.commit();
    m_workspace.forgetRecords();
}

} // namespace terroir::workspace
