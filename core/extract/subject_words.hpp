#pragma once

#include "core/extract/quantities.hpp"

#include <span>
#include <string>
#include <string_view>

namespace terroir::extract {

/// Whether a number measures (hectares, tonnes, a yield) and does not count.
bool isMeasure(const Counted& counted);

/// What the numbers of a sentence are of, by its words.
class SubjectWords {
public:
    SubjectWords(std::string_view text, std::span<const Token> tokens,
                 std::span<const Counted> counted, const Lexicon& lexicon)
        : m_text(text), m_tokens(tokens), m_counted(counted), m_lexicon(lexicon) {}

    /// The words that the number counts, from its unit to a word that leads on ("26 cơ sở chăn
    /// nuôi"); of a measure the thing behind it, else before it ("chè hữu cơ 54 ha"); and the token
    /// where they end behind the number. Empty for none.
    std::string ofNumber(std::size_t index, std::size_t& end) const;

    /// The thing that stands nearest before the number, behind the number before it: "dong riềng
    /// phục vụ làm bột giữ ở mức 75 ha". Empty for none.
    std::string inStatement(std::size_t index) const;

    /// The crop, animal or fish that the sentence names last before the token, else the words that
    /// speak of the kind ("VietGAP"); empty for none.
    std::string near(std::size_t token, std::string_view kind) const;

    std::string textOf(std::size_t first, std::size_t end) const;

private:
    bool goesOn(std::size_t at) const;
    bool isThing(const std::string& words) const;
    bool isThingAt(std::size_t at) const;
    std::size_t endBefore(std::size_t index) const;
    bool isPersonAt(std::size_t at) const;
    std::string before(std::size_t index) const;

    std::string_view m_text;
    std::span<const Token> m_tokens;
    std::span<const Counted> m_counted;
    const Lexicon& m_lexicon;
};

} // namespace terroir::extract
