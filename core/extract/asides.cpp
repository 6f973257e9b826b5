#include "core/extract/asides.hpp"

#include "core/extract/clause.hpp"

#include <algorithm>
#include <charconv>
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

/// "so với 59 sản phẩm", "so với hơn 860 …"; "so với năm 2019 tăng 3 ha" goes on.
bool isComparedWith(std::span<const Token> tokens, std::size_t number) {
    return number > 1 && tokens[number - 1].lower == "với" && tokens[number - 2].lower == "so";
}

/// "(năm 2021: 4.060 ha)", "(năm 2022 là 31 nhiệm vụ)": all that the brackets say of an earlier
/// year.
bool isYearInBrackets(std::span<const Token> tokens, const Counted& counted, int year) {
    constexpr std::size_t maxWords = 5; // năm 2021 là, năm 2021 chỉ có
    std::size_t open = counted.first;
    while (open > 0 && counted.first - open < maxWords && tokens[open - 1].lower != "(")
        --open;
    if (open == 0 || tokens[open - 1].lower != "(" || open + 1 >= counted.first ||
        tokens[open].lower != "năm" || wordAt(tokens, counted.end) != ")")
        return false;
    int said = 0;
    const std::string& word = tokens[open + 1].lower;
    std::from_chars(word.data(), word.data() + word.size(), said);
    return word.size() == 4 && said > 0 && said < year;
}

} // namespace

bool isAside(std::span<const Token> tokens, const Counted& counted, const Lexicon& lexicon,
             int year) {
    const std::size_t from = clauseBegin(tokens, counted.first);
    const std::size_t to = clauseEnd(tokens, counted.end);
    const auto isSaid = [&](WordRole role, std::size_t first, std::size_t end) {
        return holds(tokens, first, end, role, lexicon);
    };
    if (isComparedWith(tokens, counted.first) || isYearInBrackets(tokens, counted, year) ||
        isOfCountry(tokens, from, counted.first, lexicon) ||
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
