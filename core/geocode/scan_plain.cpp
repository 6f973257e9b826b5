#include "core/geocode/place_scan.hpp"

#include <algorithm>

// Names without a type word, which something else must support.

namespace terroir::geocode {

namespace {

constexpr std::size_t maxLookBack = 9;
constexpr std::uint8_t everyLevel = provinceBit | districtBit | communeBit;

} // namespace

/// What the words in front say about a name without a type word.
PlaceScan::Guard PlaceScan::guardBefore(std::size_t at) const {
    if (at == 0 || !isSameSentence(at - 1, at))
        return Guard::Free;
    if (m_text[at].before.has(Gap::Colon) && hasKind(at - 1, WordKind::Credit))
        return Guard::NotPlace;
    bool isProduct = false;
    for (std::size_t back = 1; back <= std::min(maxLookBack, at); ++back) {
        const std::size_t word = at - back;
        if (!m_text[word + 1].before.hasOnly(plainGap | Gap::Quote) || !isSameSentence(word, at))
            break;
        if (back == 1 && m_text[word].isCapital && m_text[at].before.hasOnly(plainGap)) {
            const bool startsSentence = word == 0 ||
                                        m_text[word - 1].sentence != m_text[word].sentence ||
                                        !m_text[word].before.hasOnly(plainGap);
            const WordKind kind = wordKindAt(m_text, word);
            if (!startsSentence || kind == WordKind::Plain)
                return m_text[word].isUpperCase ? Guard::Free : Guard::NotPlace;
        }
        switch (wordKindAt(m_text, word)) {
        case WordKind::Preposition:
        case WordKind::Belonging:
            return back == 1 ? Guard::Place : isProduct ? Guard::NamePlace : Guard::Free;
        case WordKind::And: // "Công ty Thương mại và Dịch vụ Thái Bình"
            if (back > 1)
                break;
            return Guard::Free;
        case WordKind::Plural:
        case WordKind::Office:
        case WordKind::Consists:
        case WordKind::Except:
            return isProduct ? Guard::NamePlace : Guard::Free;
        case WordKind::Person:
            if (back <= 2)
                return Guard::NotPlace;
            break;
        case WordKind::Way:
            if (back <= 2)
                return Guard::NotPlace;
            break;
        case WordKind::Maker:
            return Guard::NotPlace;
        case WordKind::Product:
            if (back <= 4)
                isProduct = true;
            break;
        default:
            break;
        }
    }
    return isProduct ? Guard::NamePlace : Guard::Free;
}

/// Which level a name without a type word is taken for, where several have it.
std::uint8_t PlaceScan::plainLevel(SpellingView name, std::uint8_t levels) const {
    // "Huế" was a city of its province until 2025.
    const std::uint8_t smaller = levels & std::uint8_t(districtBit | communeBit);
    if ((levels & provinceBit) != 0 && (m_units.inForce(name, provinceBit, m_asOf) ||
                                        (!m_units.inForce(name, districtBit, m_asOf) &&
                                         !m_units.inForce(name, communeBit, m_asOf)) ||
                                        smaller == 0))
        return provinceBit;
    if ((levels & districtBit) != 0 &&
        ((levels & communeBit) == 0 || m_units.inForce(name, districtBit, m_asOf) ||
         !m_units.inForce(name, communeBit, m_asOf)))
        return districtBit;
    return levels;
}

/// "Mộc Châu, Yên Châu và Vân Hồ": neighbours of one level; two districts or three communes.
bool PlaceScan::isNeighbourList(std::size_t at, const NameEnd& name, std::uint8_t level) const {
    PlaceMention head;
    head.name = at;
    head.to = name.to;
    head.levels = level;
    const std::size_t wanted = level == communeBit ? 3 : 2;
    std::size_t count = 1;
    for (std::size_t end = name.to; count < wanted; ++count) {
        const Separator separator = separatorAt(end);
        if (!separator.is || separator.next >= m_text.size() || !m_text[separator.next].isCapital)
            return false;
        const NameEnd next = knownEnd(separator.next, level, 2);
        if (next.levels == 0 || runEnd(separator.next) > next.to ||
            !sharesParent(head, separator.next, next.to))
            return false;
        end = next.to;
    }
    return true;
}

/// "huyện Tam Đường (Bản Bo, Nà Tăm)", "huyện Tam Đường: Bản Bo, Nà Tăm": where the text goes on
/// behind such a list; nothing where none stands.
std::optional<std::size_t> PlaceScan::readInside(PlaceMention plain, const NameEnd& name) {
    const std::size_t at = plain.first;
    if (m_found.empty() || m_found.back().to != at ||
        !m_text[at].before.has(Gap::Open | Gap::Colon) || m_found.back().isBare())
        return std::nullopt;
    const PlaceMention& front = m_found.back();
    const std::uint8_t smaller =
        (front.levels & provinceBit) != 0 ? districtBit | communeBit : communeBit;
    const auto areas = m_units.areasOf(nameOf(front), front.levels);
    for (const std::uint8_t level : {districtBit, communeBit})
        if ((smaller & level & name.levels) != 0 &&
            m_units.liesInAny(nameOf(plain), level, areas)) {
            plain.levels = level;
            open(add(plain), at);
            return continueList(name.to, plain, true);
        }
    return std::nullopt;
}

/// "Bản Bo, huyện Tam Đường": a name with its parents behind it; nothing where none holds it.
std::optional<std::size_t> PlaceScan::readWithParents(PlaceMention plain, const NameEnd& name) {
    plain.levels = name.levels & (districtBit | communeBit);
    if (plain.levels == 0 || name.to - plain.first <= 1)
        return std::nullopt;
    const SpellingView letters = nameOf(plain);
    const std::size_t before = m_found.size();
    const std::size_t index = add(plain);
    m_pending = {index};
    const std::size_t list = m_list;
    m_list = ++m_lists;
    m_isListExcepted = m_found[index].isExcepted;
    m_found[index].list = m_list;
    const std::size_t after = readParents(name.to, plain.levels, false);
    if (!m_found[index].parents.empty()) {
        const PlaceMention& parent = m_found[m_found[index].parents.front()];
        const auto areas = m_units.areasOf(nameOf(parent), parent.levels);
        const bool isDistrict = (parent.levels & provinceBit) != 0 &&
                                m_units.liesInAny(letters, plain.levels & districtBit, areas);
        const bool isCommune = m_units.liesInAny(letters, plain.levels & communeBit, areas);
        if (isDistrict || isCommune) {
            m_found[index].levels =
                isDistrict ? plainLevel(letters, districtBit | (isCommune ? communeBit : 0))
                           : communeBit;
            m_openLevels = m_found[index].levels;
            m_openEnd = after;
            const PlaceMention head = m_found[index];
            return continueList(after, head, false);
        }
    }
    m_found.resize(before);
    m_pending.clear();
    m_openEnd = 0;
    m_list = list;
    return std::nullopt;
}

/// Whether something beside its name says that it is a place; its level may become that of its
/// neighbours, and it may be one only where what stands around it holds such a unit.
bool PlaceScan::isSupported(PlaceMention& plain, const NameEnd& name, Guard guard) const {
    static const Spelling president = spell("Hồ Chí Minh").letters, dayWord = spell("ngày").letters;
    const SpellingView letters = nameOf(plain);
    const std::uint8_t level = plain.levels;
    const bool wasTyped = m_typedNames.count(Spelling(letters)) != 0;
    // "Tam Đường, ngày 15 tháng 4"
    const bool isDateline = name.to < m_text.size() && m_text[name.to].before.has(Gap::Comma) &&
                            m_text.view(name.to, name.to + 1) == SpellingView(dayWord);
    if (level == provinceBit && (letters != SpellingView(president) || guard == Guard::Place))
        return true;
    if ((level & districtBit) != 0 && (wasTyped || guard == Guard::Place || isDateline))
        return true;
    if ((level & communeBit) != 0 && wasTyped && guard == Guard::Place)
        return true;
    for (const std::uint8_t one : {districtBit, communeBit})
        if ((name.levels & one) != 0 && isNeighbourList(plain.first, name, one)) {
            plain.levels = one;
            return true;
        }
    plain.isLoose = guard == Guard::Place && (level & communeBit) != 0;
    return plain.isLoose;
}

std::size_t PlaceScan::readPlain(std::size_t at) {
    const std::size_t end = runEnd(at);
    const NameEnd name = knownEnd(at, everyLevel, 1);
    if (name.levels == 0 || (name.to - at == 1 && (name.levels & provinceBit) == 0)) {
        // "Tại Mộc Châu": a word that only begins the sentence.
        const WordKind kind = wordKindAt(m_text, at);
        const bool isFunctionWord = kind == WordKind::Preposition || kind == WordKind::Belonging ||
                                    kind == WordKind::And || kind == WordKind::Plural ||
                                    kind == WordKind::Credit || kind == WordKind::Except;
        return isFunctionWord || kind == WordKind::Office ? at + 1 : std::max(end, at + 1);
    }
    const Guard guard = guardBefore(at);
    if (guard == Guard::NotPlace)
        return std::max(end, name.to);
    PlaceMention plain;
    plain.first = plain.name = at;
    plain.to = name.to;
    plain.isKnown = true;
    const bool isWhole = name.to >= end;
    if (isWhole)
        if (const auto after = readInside(plain, name))
            return *after;
    if (guard == Guard::NamePlace) {
        plain.isNamePlace = true;
        plain.levels = plainLevel(nameOf(plain), name.levels);
        if (isWhole)
            add(plain);
        return std::max(end, name.to);
    }
    if (const auto after = readWithParents(plain, name))
        return *after;
    if (!isWhole)
        return end;
    if (name.to - at > 1 && isItem(at))
        return readItem(at, name);
    plain.levels = plainLevel(nameOf(plain), name.levels);
    if (!isSupported(plain, name, guard))
        return name.to;
    open(add(plain), at);
    return continueList(name.to, plain, false);
}

} // namespace terroir::geocode
