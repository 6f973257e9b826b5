#include "core/sheets/prose.hpp"

#include "core/base/strings.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

namespace terroir::sheets {

namespace {

constexpr std::size_t sample = 1 << 18;

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// "…trồng chè. Trong đó": a stop behind a word, at the end of the line or before another word;
/// "TP. Lai Châu", "h. Tam Đường" and "1. Chè" are none.
bool endsSentence(std::string_view line, std::size_t at) {
    constexpr std::size_t minLetters = 3;
    std::size_t letters = 0;
    for (std::size_t i = at; i-- > 0 && !isBlank(line[i]);) {
        const char c = line[i];
        const bool isContinued = (c & 0xc0) == 0x80;
        if ((c >= 'a' && c <= 'z') || (!isContinued && (c & 0x80) != 0))
            ++letters;
        else if (!isContinued)
            return false;
    }
    return line[at] == '.' && letters >= minLetters &&
           (at + 1 == line.size() || isBlank(line[at + 1]));
}

struct LineShape {
    std::size_t words = 0, sentences = 0, cells = 1;
    bool isRow = false; ///< some delimiter stands where no clause ends
};

LineShape shapeOf(std::string_view line, char delimiter) {
    LineShape shape;
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const char next = i + 1 < line.size() ? line[i + 1] : ' ';
        shape.words += !isBlank(c) && isBlank(next) ? 1U : 0U;
        shape.sentences += c == '.' && endsSentence(line, i) ? 1U : 0U;
        if (c == '"')
            isQuoted = !isQuoted;
        if (c != delimiter || delimiter == 0 || isQuoted)
            continue;
        ++shape.cells;
        const bool isClause = (c == ',' || c == ';') && isBlank(next);
        const bool isDecimal = c == ',' && i > 0 && isDigit(line[i - 1]) && isDigit(next);
        shape.isRow = shape.isRow || !(isClause || isDecimal);
    }
    return shape;
}

} // namespace

bool isProse(std::string_view text, char delimiter) {
    constexpr std::size_t manyWords = 8;
    std::size_t lines = 0, words = 0, wordsOfLong = 0, sentences = 0;
    std::map<std::size_t, std::size_t> byCells;
    LineShape before;
    for (std::string_view rest = text.substr(0, sample); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty())
            continue;
        const LineShape shape = shapeOf(line, delimiter);
        if (shape.isRow && before.isRow && shape.cells == before.cells)
            return false;
        ++lines;
        if (shape.isRow || shape.sentences == 0) // one of sentences has as many commas by chance
            ++byCells[shape.cells];
        words += shape.words;
        wordsOfLong += shape.words >= manyWords ? shape.words : 0;
        sentences += shape.sentences;
        before = shape;
    }
    for (const auto& [cells, number] : byCells)
        if (cells > 1 && 2 * number >= lines)
            return false;
    return sentences >= 2 && 2 * wordsOfLong > words;
}

} // namespace terroir::sheets
