#include "core/extract/clause.hpp"

#include <algorithm>
#include <string_view>

namespace terroir::extract {

bool isBreak(std::span<const Token> tokens, std::size_t at) {
    if (tokens[at].isWord || tokens[at].isNumber)
        return false;
    const std::string_view sign = tokens[at].lower;
    if (sign == "-" || sign == "–")
        return !tokens[at].isGlued && at + 1 < tokens.size() && !tokens[at + 1].isGlued &&
               (at == 0 || !tokens[at - 1].isWord || tokens[at + 1].isCapital);
    return sign == "," || sign == ";" || sign == ":" || sign == "(" || sign == ")" || sign == ".";
}

bool hasBreak(std::span<const Token> tokens, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, tokens.size()); ++i)
        if (isBreak(tokens, i))
            return true;
    return false;
}

std::size_t clauseBegin(std::span<const Token> tokens, std::size_t at) {
    while (at > 0 && !isBreak(tokens, at - 1))
        --at;
    return at;
}

std::size_t clauseEnd(std::span<const Token> tokens, std::size_t at) {
    while (at < tokens.size() && !isBreak(tokens, at))
        ++at;
    return at;
}

bool holds(std::span<const Token> tokens, std::size_t from, std::size_t to, WordRole role,
           const Lexicon& lexicon) {
    for (std::size_t i = from; i < std::min(to, tokens.size()); ++i)
        if (lexicon.words(role, tokens.subspan(i)) > 0)
            return true;
    return false;
}

} // namespace terroir::extract
