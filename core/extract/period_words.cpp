#include "core/extract/period_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace terroir::extract {

namespace {

bool isYearAt(std::span<const Token> tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].isNumber && tokens[at].lower.size() == 4 &&
           tokens[at].lower >= "1990" && tokens[at].lower <= "2100";
}

} // namespace

std::string periodNear(std::span<const Token> tokens, std::size_t token) {
    static constexpr std::array<std::string_view, 5> aside{"với", "từ", "đến", "trước", "sau"};
    std::string near, first;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (i < token && tokens[i].lower == ";")
            near.clear();
        const std::string& word = tokens[i].lower;
        const bool isSpan = word == "đoạn" || word == "kỳ";
        if ((word != "năm" && !isSpan) || !isYearAt(tokens, i + 1) ||
            (i > 0 && (tokens[i - 1].isNumber ||
                       std::find(aside.begin(), aside.end(), tokens[i - 1].lower) != aside.end())))
            continue;
        std::string said = tokens[i + 1].lower;
        if (isSpan && isYearAt(tokens, i + 3))
            said += "-" + tokens[i + 3].lower;
        if (first.empty())
            first = said;
        if (i < token)
            near = said;
    }
    return near.empty() ? first : near;
}

} // namespace terroir::extract
