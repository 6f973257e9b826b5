#include "core/extract/no_place.hpp"

#include <algorithm>

namespace terroir::extract {

namespace {

bool isAddress(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
    constexpr std::size_t maxWords = 14;
    for (std::size_t i = at; i-- > 0 && at - i <= maxWords;) {
        const std::string& word = tokens[i].lower;
        if (word == ")" || word == ";" || word == ".")
            return false;
        if (lexicon.words(WordRole::Address, tokens.subspan(i)) > 0)
            return true;
        // "…, địa chỉ xã A, nuôi cá tại xã B": the last is none; "trú tại" is of an address.
        const bool isOfAddress =
            i > 0 && lexicon.words(WordRole::Address, tokens.subspan(i - 1)) > 1;
        if ((word == "tại" || word == "ở") && !isOfAddress)
            return false;
    }
    return false;
}

bool isOfAnyName(std::span<const Token> tokens, std::size_t at, std::size_t end) {
    if (std::any_of(tokens.begin() + std::ptrdiff_t(at), tokens.begin() + std::ptrdiff_t(end),
                    [](const Token& token) { return token.isCapital; }))
        return false;
    return at > 1 && (tokens[at - 1].lower == "," || tokens[at - 1].lower == "và") &&
           (tokens[at - 2].lower == "xã" || tokens[at - 2].lower == "phường");
}

} // namespace

bool isInOwnersName(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
    constexpr std::size_t maxWords = 6;
    if (!tokens[at].isCapital)
        return false;
    for (std::size_t i = at; i-- > 0 && at - i <= maxWords && tokens[i].isWord;) {
        if (lexicon.words(WordRole::Holder, tokens.subspan(i)) > 0)
            return true;
        if (tokens[i].lower == "tại" || tokens[i].lower == "ở")
            return false;
    }
    return false;
}

bool isNoPlace(std::span<const Token> tokens, std::size_t at, std::size_t end,
               const Lexicon& lexicon) {
    return isAddress(tokens, at, lexicon) || isInOwnersName(tokens, at, lexicon) ||
           isOfAnyName(tokens, at, end);
}

} // namespace terroir::extract
