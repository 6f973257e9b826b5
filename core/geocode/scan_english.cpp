#include "core/geocode/place_scan.hpp"

#include <algorithm>

// "Ban Bo and Na Tam communes, Tam Duong District": type words behind the names.

namespace terroir::geocode {

namespace {

constexpr std::size_t maxEnglishNames = 12;
constexpr std::uint8_t englishLevels = provinceBit | districtBit | communeBit;

} // namespace

/// The levels of an English type word: "communes"; 0: none stands here.
std::uint8_t PlaceScan::englishLevelsAt(std::size_t at) const {
    struct English {
        Spelling word;
        std::uint8_t levels = 0;
    };
    static const std::vector<English> words{{spell("commune").letters, communeBit},
                                            {spell("communes").letters, communeBit},
                                            {spell("ward").letters, communeBit},
                                            {spell("wards").letters, communeBit},
                                            {spell("township").letters, communeBit},
                                            {spell("townships").letters, communeBit},
                                            {spell("district").letters, districtBit},
                                            {spell("districts").letters, districtBit},
                                            {spell("town").letters, districtBit | communeBit},
                                            {spell("towns").letters, districtBit | communeBit},
                                            {spell("city").letters, provinceBit | districtBit},
                                            {spell("cities").letters, provinceBit | districtBit},
                                            {spell("province").letters, provinceBit},
                                            {spell("provinces").letters, provinceBit}};
    const SpellingView word = m_text.view(at, at + 1);
    if (word.size() < 4)
        return 0;
    const auto found = std::find_if(words.begin(), words.end(), [&](const English& one) {
        return word == SpellingView(one.word);
    });
    return found == words.end() ? std::uint8_t(0) : found->levels;
}

/// Whether an English type word stands within reach.
bool PlaceScan::isEnglishNear(std::size_t at) {
    m_nextEnglish = std::max(m_nextEnglish, at);
    while (m_nextEnglish < m_text.size() && englishLevelsAt(m_nextEnglish) == 0)
        ++m_nextEnglish;
    return m_nextEnglish < m_text.size() && m_nextEnglish - at <= maxEnglishNames * 4;
}

/// "Phieng Ban, Chim Van and Ta Xua communes, Bac Yen District": names in front of an English type
/// word; `at` when none stands there.
std::size_t PlaceScan::readEnglish(std::size_t at) {
    static const Spelling andWord = spell("and").letters;
    std::vector<NameEnd> names;
    std::vector<std::size_t> begins;
    for (std::size_t next = at; next < m_text.size() && m_text[next].isCapital;) {
        const NameEnd name = knownEnd(next, englishLevels);
        if (name.levels == 0 || name.to >= m_text.size() || names.size() > maxEnglishNames)
            return at;
        names.push_back(name);
        begins.push_back(next);
        const std::uint8_t levels = englishLevelsAt(name.to);
        if (levels != 0 && isPlainGap(name.to)) {
            PlaceMention mention;
            mention.levels = levels;
            for (std::size_t i = 0; i < names.size(); ++i) {
                mention.first = mention.name = begins[i];
                mention.to = names[i].to;
                mention.isKnown = (names[i].levels & levels) != 0;
                mention.levels = mention.isKnown ? names[i].levels & levels : levels;
                // The parent of the members before: "Ban Bo commune, Tam Duong district".
                const std::size_t index = add(mention);
                const bool isParent = i == 0 && names.size() == 1 && m_openEnd == at &&
                                      m_openLevels > mention.levels && !m_pending.empty();
                if (isParent) {
                    // A district, then its province, hold all of them.
                    for (const std::size_t member : m_pending)
                        m_found[member].parents.push_back(index);
                    const std::size_t inner = m_found[m_pending.front()].parents.front();
                    if (inner != index)
                        m_found[inner].parents = {index};
                    m_openEnd = name.to + 1;
                    return m_openEnd;
                }
                if (i == 0) {
                    open(index, mention.first);
                } else {
                    m_found[index].list = m_list;
                    m_pending.push_back(index);
                }
            }
            m_openEnd = name.to + 1;
            return m_openEnd;
        }
        if (m_text[name.to].before.hasOnly(Gap::Comma | plainGap) &&
            m_text.view(name.to, name.to + 1) == SpellingView(andWord))
            next = name.to + 1;
        else if (m_text[name.to].before.has(Gap::Comma))
            next = name.to;
        else
            return at;
    }
    return at;
}

} // namespace terroir::geocode
