#include "core/sheets/delimiter.hpp"

#include "core/base/strings.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

namespace terroir::sheets {

namespace {

struct Lines {
    std::size_t equal = 0; ///< most lines of one number of cells, more than one
    std::size_t single = 0;
    bool isDecimals = true; ///< every delimiter stands between two digits, one a line at most
};

Lines linesWith(std::string_view text, char delimiter) {
    Lines lines;
    std::map<std::size_t, std::size_t> byCells;
    std::size_t cells = 1;
    bool isQuoted = false, isStart = true, isEmpty = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                ++i;
            else if (c == '"')
                isQuoted = false;
        } else if (c == '"' && isStart) {
            isQuoted = true;
        } else if (c == delimiter) {
            const bool between =
                i > 0 && isDigit(text[i - 1]) && i + 1 < text.size() && isDigit(text[i + 1]);
            lines.isDecimals = lines.isDecimals && between && cells == 1;
            ++cells;
        } else if (c == '\n') {
            if (cells > 1)
                ++byCells[cells];
            else if (!isEmpty)
                ++lines.single;
            cells = 1;
            isEmpty = true;
        }
        isStart = c == delimiter || c == '\n';
        isEmpty = isEmpty && (c == '\n' || c == '\r' || c == ' ');
    }
    if (cells > 1)
        ++byCells[cells];
    for (const auto& [count, number] : byCells)
        lines.equal = std::max(lines.equal, number);
    return lines;
}

} // namespace

char findDelimiter(std::string_view text) {
    constexpr std::size_t sample = 1 << 18;
    if (text.size() > sample)
        text = text.substr(0, text.rfind('\n', sample) + 1);
    char best = 0;
    std::size_t most = 0;
    // A decimal comma may part lines as evenly as the delimiter does: the comma comes last.
    for (const char delimiter : {'\t', ';', '|', ','}) {
        const Lines lines = linesWith(text, delimiter);
        const bool isDecimals = delimiter == ',' && lines.isDecimals && lines.single > 0;
        if (lines.equal > most && !isDecimals) {
            best = delimiter;
            most = lines.equal;
        }
    }
    return best;
}

} // namespace terroir::sheets
