#include "core/extract/parts.hpp"

#include "core/extract/clause.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace terroir::extract {

namespace {

using records::Scope;

bool isRaised(const Token& token) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                             "⁵", "⁶", "⁷", "⁸", "⁹"};
    return std::find(digits.begin(), digits.end(), token.lower) != digits.end();
}

/// The mark that begins with the token; empty when none does.
std::string markAt(std::span<const Token> tokens, std::size_t at) {
    std::string mark;
    for (std::size_t i = at;
         i < tokens.size() && isRaised(tokens[i]) && (i == at || tokens[i].isGlued); ++i)
        mark += tokens[i].lower;
    return mark;
}

bool isSum(double sum, double total) {
    return std::abs(sum - total) <= 1e-6 * std::abs(total);
}

/// Shares and money are told beside what is counted, and are no parts of one another.
bool isAddable(const Proposal& one) {
    return one.value && !one.isChange && one.indicator != "share" && one.indicator != "money" &&
           one.indicator != "yield";
}

} // namespace

bool isSameMeasure(const Proposal& a, const Proposal& b) {
    return !a.isChange && !b.isChange &&
           (a.unit == b.unit || (!a.indicator.empty() && a.indicator == b.indicator));
}

bool PartFinder::breaksDown(std::span<const Token> tokens, std::size_t from, std::size_t to) const {
    std::size_t brackets = from; // behind those that are closed before the number
    for (std::size_t i = from; i < to; ++i)
        if (tokens[i].lower == ")")
            brackets = i + 1;
    for (std::size_t i = brackets; i < to; ++i)
        if (tokens[i].lower == ":" || tokens[i].lower == "(" ||
            m_lexicon.words(WordRole::BreaksDown, tokens.subspan(i)) > 0)
            return true;
    return false;
}

void PartFinder::makeParts(std::size_t total, const std::vector<std::size_t>& parts) {
    Proposal& whole = m_proposals[total];
    if (whole.scope != Scope::Part)
        whole.scope = Scope::Aggregate;
    if (whole.group == 0)
        whole.group = newGroup();
    for (const std::size_t part : parts) {
        m_proposals[part].scope = Scope::Part;
        m_proposals[part].group = whole.group;
        // "xã A có 20 ha; trong đó 6 ha …": where the whole is.
        if (m_proposals[part].role == records::PlaceRole::Coverage &&
            whole.role == records::PlaceRole::Location && whole.places.size() == 1) {
            m_proposals[part].places = whole.places;
            m_proposals[part].role = whole.role;
        }
    }
}

void PartFinder::readNote(const SentenceFacts& facts, const Proposal& whole) {
    for (const std::size_t at : facts.madeFor)
        if (at != noProposal && isSameMeasure(m_proposals[at], whole) &&
            *m_proposals[at].value <= *whole.value) {
            m_proposals[at].scope = Scope::Part;
            m_proposals[at].group = whole.group;
        }
}

/// The numbers behind that add up to no more than the whole. When they add up to it exactly, what
/// stands behind may break it down once more, in another way.
std::vector<std::size_t> PartFinder::partsOf(const SentenceFacts& facts, std::size_t index) const {
    const Proposal& total = m_proposals[facts.madeFor[index]];
    std::vector<std::size_t> parts, round;
    double sum = 0;
    bool isAgain = false;
    for (std::size_t j = index + 1; j < facts.counted.size(); ++j) {
        const std::size_t at = facts.madeFor[j];
        // "trong đó 980 ha cho thu hoạch; cấp mã số cho 210 ha": another statement.
        if (at != noProposal && m_proposals[at].kind != total.kind &&
            std::any_of(facts.tokens.begin() + std::ptrdiff_t(facts.counted[index].end),
                        facts.tokens.begin() + std::ptrdiff_t(facts.counted[j].first),
                        [](const Token& token) { return token.lower == ";"; }))
            break;
        if (at == noProposal || !isSameMeasure(m_proposals[at], total) ||
            sum + *m_proposals[at].value > *total.value * (1 + 1e-6))
            continue;
        sum += *m_proposals[at].value;
        round.push_back(at);
        if (isSum(sum, *total.value)) {
            parts.insert(parts.end(), round.begin(), round.end());
            round.clear();
            sum = 0;
            isAgain = true;
        }
    }
    if (!isAgain)
        parts = round;
    return parts;
}

void PartFinder::read(const SentenceFacts& facts, bool isFirst) {
    if (isFirst)
        m_before.clear();
    for (std::size_t i = 0; i + 1 < facts.counted.size(); ++i) {
        const std::size_t at = facts.madeFor[i];
        if (at == noProposal || m_proposals[at].scope == Scope::Part ||
            !isAddable(m_proposals[at]) ||
            !breaksDown(facts.tokens, facts.counted[i].end, facts.counted[i + 1].first))
            continue;
        const std::vector<std::size_t> parts = partsOf(facts, i);
        if (!parts.empty())
            makeParts(at, parts);
        else if (facts.tokens[facts.counted[i + 1].number - 1].lower == "(" &&
                 facts.madeFor[i + 1] != noProposal && isAddable(m_proposals[facts.madeFor[i + 1]]))
            m_proposals[at].scope = Scope::Aggregate; // of other things, in brackets
    }
    readSingledOut(facts);
    readContinued(facts);
    readOutcomes(facts);
    readShares(facts);
    m_before.clear();
    for (const std::size_t at : facts.madeFor)
        if (at != noProposal)
            m_before.push_back(at);
}

/// "… 423 cơ sở. Trong đó: …": the sentence breaks down what the one before it ends with.
void PartFinder::readContinued(const SentenceFacts& facts) {
    if (m_before.empty() || m_lexicon.words(WordRole::BreaksDown, facts.tokens) == 0)
        return;
    // What it breaks down is the last number before of what it counts first.
    const auto first = std::find_if(facts.madeFor.begin(), facts.madeFor.end(),
                                    [](std::size_t at) { return at != noProposal; });
    if (first == facts.madeFor.end())
        return;
    std::size_t total = noProposal;
    for (const std::size_t at : m_before)
        if (isAddable(m_proposals[at]) && isSameMeasure(m_proposals[at], m_proposals[*first]) &&
            *m_proposals[at].value > *m_proposals[*first].value)
            total = at;
    if (total == noProposal) { // of other things
        if (isAddable(m_proposals[m_before.back()]))
            makeParts(m_before.back(), {});
        return;
    }
    std::vector<std::size_t> parts;
    double sum = 0;
    for (const std::size_t at : facts.madeFor)
        if (at != noProposal && isSameMeasure(m_proposals[at], m_proposals[total]) &&
            sum + *m_proposals[at].value <= *m_proposals[total].value) {
            sum += *m_proposals[at].value;
            parts.push_back(at);
        }
    makeParts(total, parts);
}

/// "214 lồng, sản lượng 310 tấn, riêng xã A 143 lồng": a part of a number further in front.
void PartFinder::readSingledOut(const SentenceFacts& facts) {
    for (std::size_t j = 1; j < facts.counted.size(); ++j) {
        const std::size_t at = facts.madeFor[j];
        if (at == noProposal || m_proposals[at].scope == Scope::Part ||
            !isAddable(m_proposals[at]) ||
            !holds(facts.tokens, facts.counted[j - 1].end, facts.counted[j].first,
                   WordRole::BreaksDown, m_lexicon))
            continue;
        for (std::size_t i = j; i-- > 0;) {
            const std::size_t whole = facts.madeFor[i];
            if (whole == noProposal || !isAddable(m_proposals[whole]) ||
                !isSameMeasure(m_proposals[whole], m_proposals[at]) ||
                *m_proposals[whole].value <= *m_proposals[at].value)
                continue;
            makeParts(whole, {at});
            break;
        }
    }
}

/// "thanh tra 102 cơ sở; nhắc nhở 63 cơ sở": some of those that were inspected.
void PartFinder::readOutcomes(const SentenceFacts& facts) {
    constexpr std::size_t maxWords = 9;
    for (std::size_t i = 0; i < facts.counted.size(); ++i) {
        const std::size_t at = facts.madeFor[i];
        if (at == noProposal || !isAddable(m_proposals[at]) ||
            (m_proposals[at].kind != "inspection" && m_proposals[at].kind != "measurement"))
            continue;
        const std::size_t first = facts.counted[i].first;
        const std::size_t limit = i > 0 ? facts.counted[i - 1].end : 0;
        bool isOutcome = false;
        for (std::size_t j = first; j-- > limit && first - j < maxWords && !isOutcome;)
            isOutcome = m_lexicon.words(WordRole::Outcome, facts.tokens.subspan(j)) > 0;
        for (std::size_t j = facts.counted[i].end;
             j < facts.tokens.size() && j < facts.counted[i].end + 2; ++j)
            isOutcome =
                isOutcome || m_lexicon.words(WordRole::Outcome, facts.tokens.subspan(j)) > 0;
        if (!isOutcome) {
            m_inspected = at;
        } else if (m_inspected != noProposal &&
                   isSameMeasure(m_proposals[at], m_proposals[m_inspected]) &&
                   *m_proposals[at].value < *m_proposals[m_inspected].value) {
            makeParts(m_inspected, {at});
        }
    }
}

/// "11 đề tài, chiếm 25,6 %", "30 đề tài (69,8 %)": the share is that of the number before it.
void PartFinder::readShares(const SentenceFacts& facts) {
    for (std::size_t i = 1; i < facts.counted.size(); ++i) {
        const std::size_t at = facts.madeFor[i], of = facts.madeFor[i - 1];
        if (at == noProposal || of == noProposal || m_proposals[at].indicator != "share" ||
            m_proposals[at].kind != m_proposals[of].kind)
            continue;
        if (m_proposals[of].group == 0) { // of some of them
            m_proposals[at].scope = Scope::Part;
            continue;
        }
        m_proposals[at].scope = m_proposals[of].scope;
        m_proposals[at].group = m_proposals[of].group;
    }
}

void PartFinder::rememberMarks(const SentenceFacts& facts) {
    for (std::size_t i = 1; i < facts.tokens.size(); ++i) {
        if (isRaised(facts.tokens[i - 1]) || !facts.tokens[i].isGlued)
            continue;
        const std::string mark = markAt(facts.tokens, i);
        if (mark.empty())
            continue;
        for (std::size_t j = facts.counted.size(); j-- > 0;)
            if (facts.counted[j].end <= i && facts.madeFor[j] != noProposal) {
                Proposal& whole = m_proposals[facts.madeFor[j]];
                if (whole.scope == Scope::Own) {
                    whole.group = newGroup();
                    whole.scope = Scope::Aggregate;
                }
                m_ofMark[mark] = whole;
                break;
            }
    }
}

const Proposal* PartFinder::ofNote(std::span<const Token> tokens) const {
    const std::string mark = markAt(tokens, 0);
    const auto at = mark.empty() ? m_ofMark.end() : m_ofMark.find(mark);
    return at == m_ofMark.end() ? nullptr : &at->second;
}

void PartFinder::findSums() {
    for (std::size_t i = 0; i < m_proposals.size(); ++i)
        if (isAddable(m_proposals[i]) && m_proposals[i].qualifier == records::Qualifier::Exact)
            findSum(i);
}

/// Takes the numbers of the same measure and kind behind the whole, in their order, until they add
/// up to it; other numbers may stand in front of them. Two small numbers may do so by chance, three
/// hardly.
bool PartFinder::findSum(std::size_t total) {
    constexpr std::size_t maxParts = 12, maxLines = 12, maxSkipped = 4;
    const Proposal& whole = m_proposals[total];
    std::vector<std::size_t> following;
    for (std::size_t i = total + 1;
         i < m_proposals.size() && m_proposals[i].line <= whole.line + maxLines; ++i) {
        const Proposal& one = m_proposals[i];
        if (isAddable(one) && one.kind == whole.kind && isSameMeasure(one, whole) &&
            one.qualifier == records::Qualifier::Exact && one.scope != Scope::Part)
            following.push_back(i);
        if (following.size() >= maxParts + maxSkipped)
            break;
    }
    for (std::size_t skipped = 0; skipped <= maxSkipped && skipped < following.size(); ++skipped) {
        double sum = 0;
        std::vector<std::size_t> parts;
        for (std::size_t i = skipped; i < following.size() && sum < *whole.value; ++i) {
            parts.push_back(following[i]);
            sum += *m_proposals[following[i]].value;
        }
        if (isSum(sum, *whole.value) &&
            (parts.size() >= 3 || (skipped == 0 && parts.size() == 2 && *whole.value >= 20))) {
            makeParts(total, parts);
            return true;
        }
    }
    return false;
}

} // namespace terroir::extract
