#include "core/extract/outline.hpp"

#include "core/base/strings.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace terroir::extract {

namespace {

constexpr std::size_t maxHeadingBytes = 320;
constexpr std::size_t maxTokens = 400; ///< of a sentence

/// 1 for "PHẦN THỨ NHẤT" and "A.", 2 for "I.", 3 for "1.", 4 for "1.1." and "a)"; 0 for none.
int rankOf(std::string_view line) {
    const std::string lower = text::toLower(line.substr(0, 40));
    if (lower.starts_with("phần ") || lower.starts_with("chương "))
        return 1;
    const std::size_t end = line.find_first_of(".) ");
    if (end == std::string_view::npos || end == 0 || end > 5 || line[end] == ' ')
        return 0;
    const std::string_view label = line.substr(0, end);
    if (label.find_first_not_of("IVX") == std::string_view::npos)
        return 2;
    if (label.find_first_not_of("0123456789") == std::string_view::npos)
        return end + 1 < line.size() && isDigit(line[end + 1]) ? 4 : 3;
    return label.size() == 1 && std::isupper(label.front()) != 0 ? 1 : label.size() == 1 ? 4 : 0;
}

/// "Năm 2024 phấn đấu trồng mới 200 ha": what is not done yet.
bool isAhead(std::span<const Token> sentence, const Lexicon& lexicon) {
    for (std::size_t i = 0; i < sentence.size(); ++i)
        if (lexicon.words(WordRole::Will, sentence.subspan(i)) > 0)
            return true;
    return false;
}

/// What the words of a heading say of the part below it.
Outlook outlookOf(std::span<const Token> heading, const Lexicon& lexicon) {
    const auto holds = [&](WordRole role) {
        for (std::size_t i = 0; i < heading.size(); ++i)
            if (lexicon.words(role, heading.subspan(i)) > 0)
                return true;
        return false;
    };
    if (holds(WordRole::Proposed))
        return Outlook::Proposed;
    return (holds(WordRole::Planned) || holds(WordRole::Will)) && !holds(WordRole::Reported)
               ? Outlook::Planned
               : Outlook::Reported;
}

/// Whether a sentence ends with the token: "." before a blank and a capital letter, or a line's
/// end.
bool endsSentence(const std::vector<Token>& tokens, std::size_t i, std::string_view text) {
    const std::string& sign = tokens[i].lower;
    if (sign != "." && sign != "!" && sign != "?")
        return false;
    if (i + 1 == tokens.size())
        return true;
    static constexpr std::array<std::string_view, 8> short_{"tp", "tt",  "tx", "th",
                                                            "st", "ths", "ts", "gs"};
    if (i > 0 && std::find(short_.begin(), short_.end(), tokens[i - 1].lower) != short_.end())
        return false;
    return !tokens[i + 1].isGlued && (tokens[i + 1].isCapital || !tokens[i + 1].isWord) &&
           text.substr(tokens[i].first, 2) != "..";
}

} // namespace

std::vector<Sentence> sentencesOf(std::string_view text, const Lexicon& lexicon) {
    std::vector<Sentence> sentences;
    struct Section {
        int rank = 0;
        Outlook outlook = Outlook::Reported;
    };
    std::vector<Section> sections;
    std::string heading;
    std::size_t number = 0, paragraph = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        ++number;
        std::string_view content = trimmed(line, " \t\r*#");
        const std::size_t start = from + std::size_t(content.data() - line.data());
        from = end + 1;
        if (content.empty())
            continue;
        ++paragraph;
        const int rank = rankOf(content);
        const std::string lower = text::toLower(content);
        const bool isCapitals = rank == 0 && content.size() > 8 && lower != content &&
                                std::none_of(content.begin(), content.end(), [](char c) {
                                    return std::islower(static_cast<unsigned char>(c)) != 0;
                                });
        const bool isHeading = (rank > 0 || isCapitals) && content.size() <= maxHeadingBytes &&
                               content.find_first_of(";") == std::string_view::npos &&
                               (content.back() != '.' || content.size() < 80);
        const int own = !isHeading ? 0 : isCapitals ? 2 : rank;
        // A numbered line ends the part of the one before it, be it a heading or an item.
        const int ends = isHeading ? own : rank;
        while (ends > 0 && !sections.empty() && sections.back().rank >= ends)
            sections.pop_back();
        if (isHeading) {
            Outlook outlook = outlookOf(tokensOf(lower), lexicon);
            if (outlook == Outlook::Reported && !sections.empty())
                outlook = sections.back().outlook;
            sections.push_back({own, outlook});
            heading = lower;
        }
        std::vector<Token> tokens = tokensOf(content);
        for (Token& token : tokens) {
            token.first += start;
            token.end += start;
        }
        // "- Lĩnh vực chăn nuôi: …" speaks of that until the line ends.
        std::string item = heading;
        const std::size_t colon = content.find(':');
        if (!isHeading && colon != std::string_view::npos && colon < 90)
            item = text::toLower(content.substr(0, colon));
        const Outlook outlook = sections.empty() ? Outlook::Reported : sections.back().outlook;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i)
            // A sentence is read as a whole: lists without an end are cut.
            if (i + 1 == tokens.size() || endsSentence(tokens, i, text) ||
                (i - begin >= maxTokens &&
                 (tokens[i].lower == ";" || i - begin >= 2 * maxTokens))) {
                Sentence sentence{{tokens.begin() + std::ptrdiff_t(begin),
                                   tokens.begin() + std::ptrdiff_t(i) + 1},
                                  number,
                                  paragraph,
                                  outlook,
                                  own,
                                  item};
                if (outlook == Outlook::Reported && isAhead(sentence.tokens, lexicon))
                    sentence.outlook = Outlook::Planned;
                sentences.push_back(std::move(sentence));
                begin = i + 1;
            }
    }
    return sentences;
}

} // namespace terroir::extract
