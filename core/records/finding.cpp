#include "core/records/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

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

std::string_view toString(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return {};
}

std::string findingKey(const Finding& finding) {
    Digest digest;
    digest.add(finding.rule);
    digest.add(finding.record);
    std::vector<std::string> others = finding.others;
    std::sort(others.begin(), others.end());
    for (const std::string& other : others)
        digest.add(other);
    digest.add(finding.says);
    return fmt::format("{:012x}", digest.value() >> 16);
}

} // namespace terroir::records
