#include "core/extract/subject_words.hpp"

#include "core/extract/name_list.hpp"
#include "core/extract/no_place.hpp"

#include <algorithm>
#include <array>

namespace terroir::extract {

bool isMeasure(const Counted& counted) {
    const std::string& indicator = counted.unit->indicator;
    return indicator == "area" || indicator == "output" || indicator == "yield";
}

/// A word of a name, or the dash of a pair: "lúa - tôm".
bool SubjectWords::goesOn(std::size_t at) const {
    if (m_tokens[at].isWord) // "26 nhãn hiệu và 475 …"
        return !leadsOn(m_tokens, at, m_lexicon) &&
               (m_tokens[at].lower != "và" || at + 1 >= m_tokens.size() ||
                !m_tokens[at + 1].isNumber);
    return (m_tokens[at].lower == "-" || m_tokens[at].lower == "–") && at > 0 &&
           at + 1 < m_tokens.size() && m_tokens[at - 1].isWord && !m_tokens[at + 1].isCapital &&
           m_lexicon.isThing(m_tokens.subspan(at + 1));
}

std::string SubjectWords::textOf(std::size_t first, std::size_t end) const {
    return std::string(
        m_text.substr(m_tokens[first].first, m_tokens[end - 1].end - m_tokens[first].first));
}

std::string SubjectWords::ofNumber(std::size_t index, std::size_t& end) const {
    constexpr std::size_t maxWords = 9;
    const Counted& counted = m_counted[index];
    end = counted.end;
    if (counted.unit == nullptr)
        return {};
    const std::size_t limit =
        index + 1 < m_counted.size() ? m_counted[index + 1].first : m_tokens.size();
    // "800 ha làm muối"
    const bool isMade = isMeasure(counted) && wordAt(m_tokens, end) == "làm";
    const std::size_t first = isMeasure(counted) ? end + (isMade ? 1 : 0) : counted.unitAt;
    end += isMade ? 1 : 0;
    while (end < limit && end < counted.end + maxWords && goesOn(end))
        ++end;
    std::string subject = end > first ? textOf(first, end) : std::string();
    if (!isMeasure(counted) || isThing(subject))
        return subject;
    end = counted.end;
    subject = before(index);
    return isThing(subject) ? subject : std::string();
}

/// "ông Lê Văn A" is no pear.
bool SubjectWords::isPersonAt(std::size_t at) const {
    static constexpr std::array<std::string_view, 6> titles{"ông", "bà", "anh", "chị", "chí", "sĩ"};
    return at > 0 && m_tokens[at].isCapital &&
           std::find(titles.begin(), titles.end(), m_tokens[at - 1].lower) != titles.end();
}

/// A crop, an animal …; not "cá nhân", nor the end of "công nghệ".
bool SubjectWords::isThingAt(std::size_t at) const {
    return m_tokens[at].isWord && m_lexicon.isThing(m_tokens.subspan(at)) &&
           !m_lexicon.is(WordRole::Opening, m_tokens[at].lower) && !isPersonAt(at) &&
           !isInOwnersName(m_tokens, at, m_lexicon) &&
           (at == 0 || m_lexicon.words(WordRole::Compound, m_tokens.subspan(at - 1)) < 2);
}

/// Where the number before ends that counts something known.
std::size_t SubjectWords::endBefore(std::size_t index) const {
    while (index-- > 0)
        if (m_counted[index].unit != nullptr)
            return m_counted[index].end;
    return 0;
}

std::string SubjectWords::inStatement(std::size_t index) const {
    constexpr std::size_t maxName = 5;
    const std::size_t from = endBefore(index);
    const std::size_t token = m_counted[index].first;
    for (std::size_t i = token;
         i-- > from && m_tokens[i].lower != ";" && m_tokens[i].lower != ".";) {
        if (!isThingAt(i))
            continue;
        std::size_t end = i + 1;
        while (end < token && end < i + maxName && goesOn(end))
            ++end;
        std::size_t first = i; // "trà hoa vàng", not its "hoa"
        while (first > from && isThingAt(first - 1))
            --first;
        return textOf(first, end);
    }
    return {};
}

std::string SubjectWords::near(std::size_t token, std::string_view kind) const {
    constexpr std::size_t maxName = 4;
    constexpr int minNaming = 4; ///< weight of words that name what they speak of
    for (std::size_t i = token; i-- > 0;) {
        if (!isThingAt(i))
            continue;
        std::size_t end = i + 1;
        while (end < token && end < i + maxName && m_tokens[end].isWord && goesOn(end))
            ++end;
        return textOf(i, end);
    }
    for (std::size_t i = token; i-- > 0;)
        if (const Cue* cue = m_lexicon.cueAt(m_tokens.subspan(i));
            cue != nullptr && cue->kind == kind && cue->weight >= minNaming)
            return textOf(i, i + cue->tokens);
    return {};
}

bool SubjectWords::isThing(const std::string& words) const {
    const std::vector<Token> all = tokensOf(words);
    if (m_lexicon.isThing(all))
        return true;
    const std::size_t name = behindOpening(all, 0, m_lexicon);
    return name < all.size() && m_lexicon.isThing(std::span(all).subspan(name));
}

/// "Tổng diện tích chè đạt 1.947 ha", "chè hữu cơ 54 ha", "Chè: 54 ha".
std::string SubjectWords::before(std::size_t index) const {
    constexpr std::size_t maxWords = 6;
    const std::size_t limit = endBefore(index);
    std::size_t end = m_counted[index].first;
    static constexpr std::array<std::string_view, 9> verbs{"đạt", "là",  "có", "được", "còn",
                                                           "với", "ước", ":",  "rộng"};
    while (end > limit &&
           std::find(verbs.begin(), verbs.end(), m_tokens[end - 1].lower) != verbs.end())
        --end;
    std::size_t first = end;
    while (first > limit && end - first < maxWords && goesOn(first - 1))
        --first;
    static constexpr std::array<std::string_view, 9> measures{
        "tổng", "diện", "tích", "sản", "lượng", "năng", "suất", "các", "trồng"};
    while (first < end &&
           std::find(measures.begin(), measures.end(), m_tokens[first].lower) != measures.end())
        ++first;
    // "Vùng quy hoạch sâm A": the thing and what follows.
    if (first < end && !isThing(textOf(first, end)))
        for (std::size_t i = first + 1; i < end; ++i)
            if (isThingAt(i))
                return textOf(i, end);
    return first < end ? textOf(first, end) : std::string();
}

} // namespace terroir::extract
