#pragma once

#include "core/records/decisions.hpp"
#include "core/records/edit_record.hpp"
#include "core/records/record_writer.hpp"
#include "core/workspace/import_profile.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace terroir::workspace {

/// Stores an import in one transaction, which is rolled back without finish(). The workspace must
/// be open for writing; between addMeanwhile() and wait() nobody else may use its file.
class ImportStore {
public:
    /// `replaces`: the records of the source are taken out first. The source must outlive it.
    ImportStore(const records::Source& source, bool replaces, Workspace& workspace);

    /// Records of the import, some after others.
    void add(const std::vector<records::Record>& records);
    /// The same on another thread, after those before them. What fails there is thrown by the next
    /// call.
    void addMeanwhile(std::vector<records::Record>&& records);
    /// Until all is written that was added.
    void wait();
    /// Keeps the profile and the doubts of the report, and commits; the workspace reads its records
    /// again afterwards.
    void finish(const std::optional<ImportProfile>& profile, const records::ImportReport& report,
                const std::function<void()>& beforeCommit);

    /// Of what is written: records, and their places that wait for a person.
    std::size_t count() const { return m_count; }
    std::size_t openPlaces() const { return m_openPlaces; }

private:
    void write(const std::vector<records::Record>& records);
    void rememberSettled();

    const records::Source& m_source;
    Workspace& m_workspace;
    store::Transaction m_transaction;
    std::vector<records::Decision> m_decisions;
    /// What records said of which a person has decided a place and no doubt was left.
    std::map<std::string, records::FieldTexts, std::less<>> m_settledBefore;
    std::set<std::string, std::less<>> m_settled; ///< of those, what says the same again
    records::RecordWriter m_writer;
    bool m_hasSource = false;
    std::size_t m_count = 0, m_openPlaces = 0;
    std::future<void> m_writing; ///< last, so that it ends first
};

} // namespace terroir::workspace
