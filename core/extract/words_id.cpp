#include "core/extract/words_id.hpp"

#include <algorithm>

namespace terroir::extract {

std::string wordsId(char letter, std::string_view bytes) {
    return letter + shortHash(bytes);
}

std::string LineIds::idOf(char letter, std::size_t byte, std::string_view words) {
    if (byte < m_first || byte >= m_end) {
        const std::size_t before = m_text.rfind('\n', byte);
        m_first = before == std::string_view::npos ? 0 : before + 1;
        m_end = std::min(m_text.find('\n', m_first), m_text.size());
        m_line = Sha256();
        m_line.add(withSingleBlanks(m_text.substr(m_first, m_end - m_first)) + '\n');
    }
    Sha256 hash = m_line;
    hash.add(words);
    return letter + hash.finish().substr(0, shortHashDigits);
}

std::string withSingleBlanks(std::string_view line) {
    std::string blanks;
    for (const char c : line) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\r';
        if (!isBlank)
            blanks += c;
        else if (!blanks.empty() && blanks.back() != ' ')
            blanks += ' ';
    }
    return blanks;
}

std::string lineAround(std::string_view text, std::size_t byte) {
    const std::size_t before = text.rfind('\n', byte);
    const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
    return withSingleBlanks(text.substr(first, text.find('\n', first) - first));
}

} // namespace terroir::extract
