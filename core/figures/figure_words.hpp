#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace terroir::figures {

/// Says where figures come from: "Báo cáo …: dòng 12, 15; Nghị quyết …: dòng 3".
class SourceText {
public:
    /// The records must outlive this.
    SourceText(std::span<const records::Record> records, std::span<const records::Source> sources,
               const Words& words);
    /// `used` are indices into the records; empty for none.
    std::string of(const std::vector<std::size_t>& used) const;

private:
    std::span<const records::Record> m_records;
    std::map<std::string, std::string> m_titles;
    Words m_words;
};

} // namespace terroir::figures
