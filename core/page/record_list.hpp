#pragma once

#include "core/page/texts.hpp"
#include "core/records/record.hpp"
#include "core/records/record_words.hpp"

#include <map>
#include <set>
#include <vector>

namespace terroir::page {

/// So many records are some six megabytes, which a phone still opens.
inline constexpr std::size_t maxRecords = 20000;

/// The records that stand behind the figures of a page, each once, in words.
class RecordList {
public:
    RecordList(const std::vector<records::Record>& records,
               const std::vector<records::Source>& sources, Texts& texts)
        : m_records(records), m_sources(sources), m_texts(texts) {}

    /// Numbers in the list of the records with these indices, each once, in their order.
    nlohmann::json add(const std::set<std::size_t>& indices);
    std::size_t size() const { return m_order.size(); }
    /// All of them, by number; null when they are more than maxRecords.
    nlohmann::json describe() const;

private:
    nlohmann::json describe(const records::Record& record) const;

    const std::vector<records::Record>& m_records;
    const std::vector<records::Source>& m_sources;
    Texts& m_texts;
    records::RecordWords m_vi{Language::Vietnamese}, m_en{Language::English};
    std::map<std::size_t, std::size_t> m_known; ///< number by index
    std::vector<std::size_t> m_order;           ///< index by number
};

} // namespace terroir::page
