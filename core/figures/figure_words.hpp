#pragma once

#include "core/base/language.hpp"
#include "core/records/compact_records.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace terroir::figures {

/// Says where figures come from: "Báo cáo …: dòng 12, 15; Nghị quyết …: dòng 3".
class SourceText {
public:
    /// The records must outlive this.
    SourceText(const records::CompactRecords& records, std::span<const records::Source> sources,
               const Words& words);
    SourceText(records::CompactRecords&&, std::span<const records::Source>, const Words&) = delete;
    /// `used` are indices into the records; empty for none.
    std::string of(const std::vector<std::size_t>& used) const;

private:
    const records::CompactRecords& m_records;
    std::map<std::string, std::string> m_titles;
    Words m_words;
};

} // namespace terroir::figures
