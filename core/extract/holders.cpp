#include "core/extract/holders.hpp"

#include "core/extract/proposal.hpp"

#include <algorithm>

namespace terroir::extract {

namespace {

/// The end of the name of a person that begins with the token; the token itself for none.
std::size_t personEnd(std::span<const Token> tokens, std::size_t first) {
    constexpr std::size_t maxName = 6;
    std::size_t end = first;
    while (end < tokens.size() && end < first + maxName && tokens[end].isWord &&
           tokens[end].isCapital)
        ++end;
    return end;
}

/// The end of an organisation behind its first words: "TNHH Giống cây trồng Lai Châu" up to the
/// last capital. The first capital that is no word of kinds begins the name, which no small letter
/// goes on; 0 for one without a name.
std::size_t organisationEnd(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
    constexpr std::size_t maxWords = 16;
    std::size_t end = 0;
    bool hasName = false, areCapitals = false;
    for (std::size_t i = at; i < tokens.size() && i < at + maxWords && tokens[i].isWord; ++i) {
        const bool isKind = lexicon.is(WordRole::HolderWord, tokens[i].lower);
        if (!tokens[i].isCapital && (hasName || !isKind))
            break;
        if (!tokens[i].isCapital)
            continue;
        hasName = hasName || !isKind;
        areCapitals = end == i && end > at; // "Thành Công": words of kinds, and a name
        end = i + 1;
    }
    return hasName || areCapitals ? end : 0;
}

bool holds(std::span<const Token> tokens, std::size_t from, std::size_t end,
           std::initializer_list<std::string_view> words) {
    for (std::size_t i = from; i < end; ++i)
        if (std::find(words.begin(), words.end(), tokens[i].lower) != words.end())
            return true;
    return false;
}

/// "HTX A và HTX B", "HTX A, HTX B".
bool areJoined(std::span<const Token> tokens, const Holder& a, const Holder& b) {
    return b.first == a.end + 1 && holds(tokens, a.end, b.first, {"và", ","});
}

/// Whether the words between tie a holder to what ends before the token.
bool isTied(std::span<const Token> tokens, std::size_t end, const Holder& holder) {
    constexpr std::size_t maxWords = 8;
    if (holder.first < end || holder.first > end + maxWords ||
        holds(tokens, end, holder.first, {";", ":", ","}))
        return false;
    return holder.first == end ||
           holds(tokens, holder.first - 1, holder.first, {"của", "do", "(", "bởi"});
}

/// Those that words begin, with a name or without: `end` is the end of these words then.
struct Named {
    Holder holder;
    bool hasName = false;
};

std::vector<Named> beginningsIn(std::span<const Token> tokens, const Lexicon& lexicon) {
    std::vector<Named> all;
    for (std::size_t i = 0; i < tokens.size();) {
        const auto rest = tokens.subspan(i);
        const std::size_t person = lexicon.words(WordRole::HolderPerson, rest),
                          organisation = lexicon.words(WordRole::Holder, rest);
        std::size_t end = 0;
        if (person > 0 && personEnd(tokens, i + person) > i + person)
            end = personEnd(tokens, i + person);
        const bool isPerson = end > 0;
        if (!isPerson && organisation > 0)
            end = organisationEnd(tokens, i + organisation, lexicon);
        const std::size_t words = std::max(person, organisation);
        // "của ông Lò Văn A": the word that ties is no part of the name.
        const bool isTie = tokens[i].lower == "của";
        if (words > 0)
            all.push_back({{isTie ? i + 1 : i, end > 0 ? end : i + words, isPerson}, end > 0});
        i = end > 0 ? end : i + std::max<std::size_t>(words, 1);
    }
    return all;
}

/// Who holds what the proposals of one sentence state.
class HolderFinder {
public:
    HolderFinder(std::span<const Token> tokens, const std::vector<Named>& all) : m_tokens(tokens) {
        for (const Named& one : all)
            if (one.hasName)
                m_holders.push_back(one.holder);
            else
                m_unnamed.push_back(one.holder.first);
        m_isOfOne.resize(m_holders.size());
    }

    bool hasHolders() const { return !m_holders.empty(); }
    /// Whether what begins with the token is itself a holder: "HTX A, HTX B" as things named.
    bool isHolder(std::size_t first) const {
        return std::any_of(m_holders.begin(), m_holders.end(), [&](const Holder& one) {
            return one.first <= first && first < one.end;
        });
    }

    /// In what stands on the tokens or behind it, before the token `limit`; from then on of nothing
    /// else.
    std::vector<Holder> behind(std::size_t first, std::size_t end, std::size_t limit) {
        std::vector<Holder> found;
        for (std::size_t i = 0; i < m_holders.size() && m_holders[i].end <= limit; ++i) {
            const Holder& holder = m_holders[i];
            const bool isWithin = first < holder.first && holder.first < end;
            if (!(found.empty() ? isWithin || isTied(m_tokens, end, holder)
                                : areJoined(m_tokens, found.back(), holder)))
                continue;
            found.push_back(holder);
            m_isOfOne[i] = true;
        }
        return found;
    }

    std::vector<Holder> before(std::size_t first) const {
        std::vector<Holder> found;
        for (std::size_t i = m_holders.size(); i-- > 0;) {
            const Holder& holder = m_holders[i];
            if (holder.end > first)
                continue;
            const bool fits = found.empty() ? !m_isOfOne[i] && isSubjectUpTo(holder.end, first)
                                            : areJoined(m_tokens, holder, found.front());
            if (!fits)
                break;
            found.insert(found.begin(), holder);
        }
        return found;
    }

private:
    /// Whether nobody else is named between, not even without a name ("…, người dân trồng …").
    bool isSubjectUpTo(std::size_t end, std::size_t first) const {
        return !holds(m_tokens, end, first, {";"}) &&
               std::none_of(m_unnamed.begin(), m_unnamed.end(),
                            [&](std::size_t other) { return end <= other && other < first; });
    }

    std::span<const Token> m_tokens;
    std::vector<Holder> m_holders;
    std::vector<std::size_t> m_unnamed; ///< where one begins
    std::vector<bool> m_isOfOne;
};

} // namespace

std::vector<Holder> holdersIn(std::span<const Token> tokens, const Lexicon& lexicon) {
    std::vector<Holder> holders;
    for (const Named& one : beginningsIn(tokens, lexicon))
        if (one.hasName)
            holders.push_back(one.holder);
    return holders;
}

void addHolders(std::string_view text, std::span<const Token> tokens, std::span<Proposal> proposals,
                const Lexicon& lexicon) {
    if (proposals.empty())
        return;
    HolderFinder finder(tokens, beginningsIn(tokens, lexicon));
    if (!finder.hasHolders())
        return;
    const auto tokenAt = [&](std::size_t byte) {
        return std::size_t(std::partition_point(tokens.begin(), tokens.end(),
                                                [&](const Token& one) { return one.end <= byte; }) -
                           tokens.begin());
    };
    std::vector<Proposal*> inOrder;
    for (Proposal& one : proposals)
        inOrder.push_back(&one);
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const Proposal* a, const Proposal* b) {
        return a->firstByte < b->firstByte;
    });
    for (std::size_t i = 0; i < inOrder.size(); ++i) {
        Proposal& one = *inOrder[i];
        const std::size_t first = tokenAt(one.firstByte), end = tokenAt(one.endByte - 1) + 1;
        if (finder.isHolder(first))
            continue;
        std::size_t limit = tokens.size();
        for (std::size_t next = i + 1; next < inOrder.size() && limit == tokens.size(); ++next)
            if (inOrder[next]->firstByte >= one.endByte)
                limit = tokenAt(inOrder[next]->firstByte);
        std::vector<Holder> found = finder.behind(first, end, limit);
        if (found.empty())
            found = finder.before(first);
        if (found.empty())
            continue;
        one.holderFirst = tokens[found.front().first].first;
        one.holderEnd = tokens[found.back().end - 1].end;
        for (const Holder& holder : found) {
            const std::size_t from = tokens[holder.first].first;
            one.holder += (one.holder.empty() ? "" : "; ") +
                          std::string(text.substr(from, tokens[holder.end - 1].end - from));
        }
    }
}

} // namespace terroir::extract
