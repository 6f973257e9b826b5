#include "core/extract/statement_outlook.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace terroir::extract {

namespace {

/// Past "1.", "a)", "-" and the like.
std::size_t behindLabel(std::span<const Token> tokens) {
    constexpr std::size_t maxLabel = 3;
    std::size_t at = 0;
    while (at < maxLabel && at < tokens.size() && (!tokens[at].isWord || !tokens[at].isCapital))
        ++at;
    return at < tokens.size() && tokens[at].isCapital ? at : 0;
}

int yearOf(std::string_view word) {
    int year = 0;
    if (word.size() == 4)
        std::from_chars(word.data(), word.data() + word.size(), year);
    return year;
}

/// "Năm 2026 …", "Đến năm 2030, …", at the beginning.
bool beginsAhead(std::span<const Token> tokens, std::size_t at, Date day) {
    constexpr std::size_t maxLead = 3;
    for (std::size_t i = at; i + 1 < tokens.size() && i < at + maxLead; ++i)
        if (tokens[i].lower == "năm")
            return yearOf(tokens[i + 1].lower) > day.year();
    return false;
}

/// "trong quý IV/2025" of a report of September.
bool isInLaterQuarter(std::span<const Token> tokens, Date day) {
    static constexpr std::string_view quarters[] = {"i", "ii", "iii", "iv"};
    for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
        if (tokens[i].lower != "quý" || tokens[i + 2].lower != "/")
            continue;
        const auto* quarter =
            std::find(std::begin(quarters), std::end(quarters), tokens[i + 1].lower);
        const int first = quarter == std::end(quarters) ? 0 : 3 * int(quarter - quarters) + 1;
        const int year = yearOf(tokens[i + 3].lower);
        if (first > 0 && (year > day.year() || (year == day.year() && first > day.month())))
            return true;
    }
    return false;
}

/// "huyện đề nghị tỉnh …", not "hồ sơ đề nghị …", before the token and in its part of the sentence.
bool isAskedFor(std::span<const Token> tokens, std::size_t token, const Lexicon& lexicon) {
    static constexpr std::string_view papers[] = {"sơ", "đơn", "theo", "bản", "văn", "thư"};
    for (std::size_t i = token; i-- > 0 && tokens[i].lower != ";";)
        if (lexicon.words(WordRole::Asks, tokens.subspan(i)) > 0 &&
            (i == 0 || std::find(std::begin(papers), std::end(papers), tokens[i - 1].lower) ==
                           std::end(papers)))
            return true;
    return false;
}

} // namespace

Outlook outlookAt(const Sentence& sentence, std::size_t token, Date day, const Lexicon& lexicon) {
    const std::span<const Token> tokens = sentence.tokens;
    if (sentence.outlook != Outlook::Reported)
        return sentence.outlook;
    if (isAskedFor(tokens, token, lexicon))
        return Outlook::Proposed;
    const std::size_t first = behindLabel(tokens);
    return lexicon.words(WordRole::Assigns, tokens.subspan(first)) > 0 ||
                   beginsAhead(tokens, first, day) || isInLaterQuarter(tokens, day)
               ? Outlook::Planned
               : Outlook::Reported;
}

} // namespace terroir::extract
