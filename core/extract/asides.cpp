#include "core/extract/asides.hpp"

#include "core/extract/clause.hpp"

#include <algorithm>
#include <iterator>

namespace terroir::extract {

namespace {

constexpr std::size_t wordsBehind = 5;

/// "cùng kỳ năm 2021 là 3.140 …", "trong khi năm 2023 đạt 40 ha"; not "cao hơn cùng kỳ 1,2 tạ/ha".
bool isOfEarlier(std::span<const Token> tokens, std::size_t from, std::size_t number,
                 const Lexicon& lexicon) {
    std::size_t said = number;
    for (std::size_t i = from; i < number; ++i)
        if (const std::size_t words = lexicon.words(WordRole::Earlier, tokens.subspan(i)))
            said = i + words;
    for (std::size_t i = said; i < number; ++i) {
        const std::string_view word = tokens[i].lower;
        if (word == "là" || word == "đạt" || word == "có" || word == "chỉ" || word == "mới")
            return true;
    }
    return false;
}

/// "cả nước hiện có 130 …", not "… trên địa bàn toàn quốc cho 53 hồ sơ".
bool isOfCountry(std::span<const Token> tokens, std::size_t from, std::size_t number,
                 const Lexicon& lexicon) {
    static constexpr std::string_view verbs[] = {"có", "đạt", "hiện", "đã",
                                                 "là", "mới", "ước",  ","};
    for (std::size_t i = from; i < number; ++i)
        if (const std::size_t words = lexicon.words(WordRole::National, tokens.subspan(i)))
            return i + words >= number || std::find(std::begin(verbs), std::end(verbs),
                                                    wordAt(tokens, i + words)) != std::end(verbs);
    return false;
}

} // namespace

bool isAside(std::span<const Token> tokens, const Counted& counted, const Lexicon& lexicon) {
    const std::size_t from = clauseBegin(tokens, counted.first);
    const std::size_t to = clauseEnd(tokens, counted.end);
    const auto isSaid = [&](WordRole role, std::size_t first, std::size_t end) {
        return holds(tokens, first, end, role, lexicon);
    };
    if (isOfCountry(tokens, from, counted.first, lexicon) ||
        isOfEarlier(tokens, from, counted.first, lexicon) ||
        isSaid(WordRole::Aside, from, counted.first) ||
        isSaid(WordRole::Aside, std::max(counted.unitAt, counted.number + 1),
               std::min(to, counted.end + wordsBehind)))
        return true;
    const bool isShare = counted.unit != nullptr && counted.unit->indicator == "share";
    return isShare &&
           (isSaid(WordRole::National, counted.end, to) ||
            isSaid(WordRole::OfPlan, from, counted.first) ||
            isSaid(WordRole::OfPlan, counted.end, std::min(to, counted.end + wordsBehind)));
}

} // namespace terroir::extract
