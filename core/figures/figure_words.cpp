#include "core/figures/figure_words.hpp"

#include "core/records/record_words.hpp"

#include <string_view>
#include <unordered_set>

namespace terroir::figures {

SourceText::SourceText(const records::CompactRecords& records,
                       std::span<const records::Source> sources, const Words& words)
    : m_records(records), m_words(words) {
    for (const records::Source& source : sources)
        m_titles[source.id] = source.title;
}

std::string SourceText::of(const std::vector<std::size_t>& used) const {
    struct Lines {
        std::vector<std::string_view> inOrder;
        std::unordered_set<std::string_view> known;
    };
    std::map<std::string, Lines, std::less<>> lines;
    auto at = lines.end(); // that of the record before is often that of the next
    for (const std::size_t index : used) {
        const std::string_view source = m_records.source(index), line = m_records.line(index);
        if (at == lines.end() || at->first != source)
            at = lines.find(source);
        if (at == lines.end())
            at = lines.emplace(source, Lines()).first;
        if (!line.empty() && at->second.known.insert(line).second)
            at->second.inOrder.push_back(line);
    }
    std::string text;
    for (const auto& [source, known] : lines) {
        const auto title = m_titles.find(source);
        text += text.empty() ? "" : "; ";
        text += title == m_titles.end() ? source : title->second;
        for (std::size_t i = 0; i < known.inOrder.size(); ++i) {
            const std::string_view line = known.inOrder[i];
            const LocalText words = records::lineInWords(line);
            const bool isWhole = i == 0 || records::hasPage(line); // "dòng 12, 15"
            text += i == 0 ? ": " : isWhole ? "; " : ", ";
            text += isWhole ? m_words(words.vi, words.en) : std::string(line);
        }
    }
    return text;
}

} // namespace terroir::figures
