#include "core/extract/carriers.hpp"

#include "core/extract/clause.hpp"
#include "core/extract/name_list.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace terroir::extract {

namespace {

bool isCarrier(const Mention& mention) {
    return mention.kind == "model" || mention.kind == "trial";
}

/// "dây chuyền sấy mít công suất 2 tấn/ngày"
bool isBuilt(const Mention& mention) {
    return mention.kind == "infrastructure" || mention.kind == "enterprise_technology";
}

bool isAny(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Numbers that say how large something is, and how many take part in it.
bool isSize(const UnitPhrase& unit) {
    static constexpr std::array<std::string_view, 12> sizes{
        "area",  "head",  "households", "trees",  "cages",    "ponds",
        "tanks", "yield", "output",     "volume", "colonies", "enterprises"};
    return isAny(unit.indicator, sizes) &&
           (unit.kind.empty() || unit.kind == "livestock" || unit.kind == "aquaculture");
}

} // namespace

Carriers::Carriers(std::span<const Token> tokens, std::span<const Mention> mentions,
                   std::span<const Counted> counted, const Lexicon& lexicon)
    : m_tokens(tokens), m_mentions(mentions), m_counted(counted), m_lexicon(lexicon),
      m_of(counted.size()) {
    for (std::size_t i = 0; i < counted.size(); ++i) {
        if (counted[i].unit == nullptr || !isSize(*counted[i].unit))
            continue;
        m_of[i] = before(i);
        if (m_of[i].empty())
            m_of[i] = behind(i);
    }
}

/// The names of one list, of which the mention is the last.
std::span<const Mention> Carriers::listAt(std::size_t mention) const {
    std::size_t first = mention;
    while (first > 0 && m_mentions[first - 1].kind == m_mentions[mention].kind &&
           m_mentions[first - 1].listEnd >= m_mentions[mention].end)
        --first;
    return m_mentions.subspan(first, mention + 1 - first);
}

/// The number speaks of no other thing than the mention: "5 ha", "320 con lợn", not "5 ha chè".
bool Carriers::isSizeOf(const Mention& mention, std::size_t number) const {
    constexpr std::size_t maxWords = 4;
    const Counted& counted = m_counted[number];
    if (counted.end >= m_tokens.size() || !m_lexicon.isThing(m_tokens.subspan(counted.end)))
        return true;
    for (std::size_t i = counted.end; i < m_tokens.size() && i < counted.end + maxWords &&
                                      m_tokens[i].isWord && !leadsOn(m_tokens, i, m_lexicon);
         ++i)
        for (std::size_t j = mention.first; j < mention.end; ++j)
            if (m_tokens[i].lower == m_tokens[j].lower)
                return true;
    return false;
}

/// "…, còn ở xã B bà con nuôi tôm …": something else begins.
bool Carriers::isOtherThing(std::size_t at) const {
    const std::string_view word = m_tokens[at].lower;
    if (word == "còn")
        return at > 0 && m_tokens[at - 1].lower == ",";
    return (word == "nuôi" || word == "trồng") && at + 1 < m_tokens.size() &&
           m_lexicon.isThing(m_tokens.subspan(at + 1));
}

std::span<const Mention> Carriers::before(std::size_t number) const {
    const Counted& counted = m_counted[number];
    for (std::size_t i = m_mentions.size(); i-- > 0;) {
        const Mention& mention = m_mentions[i];
        if (mention.end > counted.first)
            continue;
        if (!isSizeOf(mention, number) ||
            !(isCarrier(mention) ||
              (isBuilt(mention) && !hasBreak(m_tokens, mention.end, counted.first))))
            return {};
        for (std::size_t j = mention.end; j < counted.first; ++j)
            if (m_tokens[j].lower == ";" || m_tokens[j].lower == "." ||
                m_tokens[j].lower == "toàn" || isOtherThing(j))
                return {};
        // What counts other things stands between: "…, 3 lớp tập huấn cho 90 hộ".
        for (std::size_t j = 0; j < number; ++j)
            if (m_counted[j].first >= mention.end &&
                (m_counted[j].unit == nullptr || !isSize(*m_counted[j].unit)))
                return {};
        return listAt(i);
    }
    return {};
}

/// "64 hộ xã A trồng thử nghiệm giảo cổ lam": who does it, in the same clause.
std::span<const Mention> Carriers::behind(std::size_t number) const {
    constexpr std::size_t maxWords = 14;
    const Counted& counted = m_counted[number];
    if (counted.unit->indicator != "households" && counted.unit->indicator != "enterprises")
        return {};
    for (std::size_t i = 0; i < m_mentions.size(); ++i)
        if (m_mentions[i].first >= counted.end)
            return isCarrier(m_mentions[i]) && m_mentions[i].first < counted.end + maxWords &&
                           !hasBreak(m_tokens, counted.end, m_mentions[i].first)
                       ? m_mentions.subspan(i, 1)
                       : std::span<const Mention>();
    return {};
}

bool Carriers::isOfEach(std::size_t number) const {
    const std::size_t first = m_counted[number].first;
    for (std::size_t back = 1; back <= 3 && back <= first; ++back)
        if (m_tokens[first - back].lower == "mỗi")
            return m_of[number].size() > 1;
    return false;
}

} // namespace terroir::extract
