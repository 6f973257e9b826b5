#include "core/extract/words_id.hpp"

#include "core/base/sha256.hpp"

namespace terroir::extract {

std::string wordsId(char letter, std::string_view bytes) {
    return letter + shortHash(bytes);
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
