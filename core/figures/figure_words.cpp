#include "core/figures/figure_words.hpp"

#include <algorithm>

namespace terroir::figures {

SourceText::SourceText(std::span<const records::Record> records,
                       std::span<const records::Source> sources, const Words& words)
    : m_records(records), m_words(words) {
    for (const records::Source& source : sources)
        m_titles[source.id] = source.title;
}

std::string SourceText::of(const std::vector<std::size_t>& used) const {
    std::map<std::string, std::vector<std::string>> lines;
    for (const std::size_t index : used) {
        const records::Record& record = m_records[index];
        std::vector<std::string>& known = lines[record.source];
        if (!record.line.empty() &&
            std::find(known.begin(), known.end(), record.line) == known.end())
            known.push_back(record.line);
    }
    std::string text;
    for (const auto& [source, known] : lines) {
        const auto title = m_titles.find(source);
        text += text.empty() ? "" : "; ";
        text += title == m_titles.end() ? source : title->second;
        for (std::size_t i = 0; i < known.size(); ++i)
            text += (i == 0 ? m_words(": dòng ", ": line ") : ", ") + known[i];
    }
    return text;
}

} // namespace terroir::figures
