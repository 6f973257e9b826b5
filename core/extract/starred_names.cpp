#include "core/extract/starred_names.hpp"

#include "core/extract/names_before.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace terroir::extract {

namespace {

/// "Trà hoa vàng A đạt 4 sao": of whom a verb says them.
std::vector<ListedName> namesOfVerb(std::span<const Token> tokens, std::size_t number,
                                    const Lexicon& lexicon) {
    static constexpr std::array<std::string_view, 11> verbs{
        "đạt", "hạng", "xếp", "phân", "được", "chuẩn", "tiêu", "ocop", "công", "nhận", "đều"};
    std::size_t at = number;
    while (at > 0 && std::find(verbs.begin(), verbs.end(), tokens[at - 1].lower) != verbs.end())
        --at;
    return at < number ? namesBefore(tokens, at, lexicon) : std::vector<ListedName>();
}

} // namespace

std::vector<ListedName> namesOfStars(std::span<const Token> tokens, const Counted& stars,
                                     const Lexicon& lexicon) {
    constexpr std::size_t maxName = 10;
    if (stars.unit == nullptr || stars.unit->indicator != "stars" || stars.first < 2)
        return {};
    if (std::vector<ListedName> names = namesOfVerb(tokens, stars.first, lexicon); !names.empty())
        return names;
    const std::string_view sign = tokens[stars.first - 1].lower;
    const std::size_t end = sign == "(" || sign == "”" ? stars.first - 1 : stars.first;
    std::size_t first = end;
    while (first > 0 && end - first < maxName && tokens[first - 1].isWord &&
           !leadsOn(tokens, first - 1, lexicon))
        --first;
    const bool isQuoted = sign == "”" && first > 0 && tokens[first - 1].lower == "“";
    if (first + 1 >= end || !tokens[first].isCapital ||
        (sign != "(" && !isQuoted && !lexicon.isThing(tokens.subspan(first))))
        return {};
    return {{first, end, end}};
}

std::size_t endOfStars(std::span<const Token> tokens, std::size_t at) {
    static constexpr std::array<std::string_view, 4> verbs{"đạt", "hạng", "xếp", "được"};
    std::size_t number = at;
    while (number < tokens.size() &&
           std::find(verbs.begin(), verbs.end(), tokens[number].lower) != verbs.end())
        ++number;
    const bool hasStars = number + 1 < tokens.size() && tokens[number + 1].lower == "sao" &&
                          tokens[number].lower.find_first_not_of("012345") == std::string::npos;
    return hasStars ? number + 2 : at;
}

} // namespace terroir::extract
