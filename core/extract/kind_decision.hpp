#pragma once

#include "core/extract/outline.hpp"
#include "core/extract/proposal.hpp"
#include "core/extract/quantities.hpp"

#include <map>
#include <span>
#include <string>

namespace terroir::extract {

/// Decides of which kind a number of a report is: what it counts, the words near it, those of its
/// sentence, of its paragraph and of the heading above speak for kinds, each with its weight.
class KindDecision {
public:
    explicit KindDecision(const Lexicon& lexicon) : m_lexicon(lexicon) {}

    /// Goes on to the next sentence of the report; `isFirst`: of its paragraph.
    void enter(const Sentence& sentence, bool isFirst);

    /// Sets the kind of the number `index` of `all` with the reasons and the confidence (0 to 1);
    /// what nothing speaks for enough keeps none. `tokens`: of the sentence that was entered.
    void decide(std::span<const Token> tokens, std::span<const Counted> all, std::size_t index,
                Proposal& out) const;

    /// "certification" where the words that no sign parts from a number say that what it measures
    /// is certified; else empty.
    std::string ownKind(std::span<const Token> tokens, const Counted& counted) const;

private:
    static void decideByThing(const UnitPhrase& unit, bool isMeasured, bool isGrown, Proposal& out);

    void decideByHeading(const UnitPhrase& unit, Proposal& out) const;

    using Scores = std::map<std::string, int>; ///< by kind

    void addCues(std::span<const Token> words, int weight, Scores& scores) const;

    const Lexicon& m_lexicon;
    Scores m_ofSentence, m_ofHeading;
    Scores m_before; ///< of the earlier sentences of the paragraph
};

} // namespace terroir::extract
