#include "core/records/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace terroir::records {

namespace {

/// FNV-1a: the same on every machine, which std::hash is not.
class Digest {
public:
    void add(std::string_view text) {
        for (const char byte : text)
            add(static_cast<unsigned char>(byte));
        add(static_cast<unsigned char>('\n'));
    }
    std::uint64_t value() const { return m_value; }

private:
    void add(unsigned char byte) { m_value = (m_value ^ byte) * 1099511628211U; }
    std::uint64_t m_value = 14695981039346656037U;
};

} // namespace

std::string findingKey(const Issue& finding) {
    Digest digest;
    digest.add(finding.kind);
    digest.add(finding.about);
    std::vector<std::string> others = finding.others;
    std::sort(others.begin(), others.end());
    for (const std::string& other : others)
        digest.add(other);
    digest.add(finding.says);
    return fmt::format("{:012x}", digest.value() >> 16);
}

Table findingRows(std::span<const Issue> findings, Language language) {
    Table table{{"severity", "rule", "record", "sentence", "key"}, {}};
    for (const Issue& finding : findings)
        table.rows.push_back({std::string(toString(finding.severity)), finding.kind, finding.about,
                              finding.sentence.in(language), findingKey(finding)});
    return table;
}

} // namespace terroir::records
