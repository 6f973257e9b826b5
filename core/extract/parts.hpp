#pragma once

#include "core/extract/lexicon.hpp"
#include "core/extract/proposal.hpp"
#include "core/extract/quantities.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace terroir::extract {

constexpr std::size_t noProposal = std::size_t(-1);

/// The numbers of a sentence and the proposals made of them.
struct SentenceFacts {
    std::span<const Token> tokens;
    std::span<const Counted> counted;
    std::span<const std::size_t> madeFor; ///< index of its proposal, for each number; noProposal
};

/// Whether two numbers may be added: they count in one unit or measure one thing.
bool isSameMeasure(const Proposal& a, const Proposal& b);

/// Finds what is a whole and what are its parts, so that nothing is counted twice. A whole and its
/// parts have one group. "39 nhiệm vụ trong đó: 30 …, 09 …"; parts in brackets, in footnotes and in
/// the sentences behind; what an inspection found; a share of what stands before it.
class PartFinder {
public:
    PartFinder(const Lexicon& lexicon, std::vector<Proposal>& proposals)
        : m_lexicon(lexicon), m_proposals(proposals) {}

    std::size_t newGroup() { return ++m_groups; }

    /// What a footnote breaks down, told where its mark stands.
    void readNote(const SentenceFacts& facts, const Proposal& whole);
    void read(const SentenceFacts& facts, bool isFirst);

    /// "26 cơ sở¹⁰": remembers which number the note behind a mark breaks down.
    void rememberMarks(const SentenceFacts& facts);
    const Proposal* ofNote(std::span<const Token> tokens) const;

    /// Parts that stand in sentences of their own and add up to a whole before them exactly.
    void findSums();

private:
    bool breaksDown(std::span<const Token> tokens, std::size_t from, std::size_t to) const;
    void makeParts(std::size_t total, const std::vector<std::size_t>& parts);
    std::vector<std::size_t> partsOf(const SentenceFacts& facts, std::size_t index) const;
    void readSingledOut(const SentenceFacts& facts);
    void readContinued(const SentenceFacts& facts);
    void readOutcomes(const SentenceFacts& facts);
    void readShares(const SentenceFacts& facts);
    bool findSum(std::size_t total);

    const Lexicon& m_lexicon;
    std::vector<Proposal>& m_proposals;
    std::map<std::string, Proposal> m_ofMark;
    std::vector<std::size_t> m_before; ///< proposals of the sentence before, of one paragraph
    std::size_t m_inspected = noProposal;
    std::size_t m_groups = 0;
};

} // namespace terroir::extract
