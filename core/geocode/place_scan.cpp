#include "core/geocode/place_scan.hpp"

#include <algorithm>

// How mentions are found, in PlaceScan::scan(): from left to right, at each word
//
//   1. a type word (readTyped()): the longest known name after it is its own; "các", a number or
//      a colon open a list (continueList()) whose members share the type;
//   2. a word with a capital (readPlain()): a known name that fills the whole run of capitals, and
//      that something supports: a parent after it, a province's name, a preposition in front, a
//      list of neighbours;
//   3. anything else is passed by.
//
// Behind every mention readParents() looks for "(huyện Y)", ", huyện Y, tỉnh Z", "của huyện Y".
// Such parents are given to all members of the list that wait for one and may lie in them.

namespace terroir::geocode {

std::size_t PlaceScan::addBare(std::size_t at, std::size_t to, const UnitWord& word) {
    if (!m_text[at].isAmongMarked || word.isAbbreviated || word.isBroken)
        return at;
    if (at > 0 && isPlainGap(at) && hasKind(at - 1, WordKind::Each))
        return to;
    if (m_text[at].isCapital && (m_text[at].before.has(Gap::Slash) ||
                                 (to < m_text.size() && m_text[to].before.has(Gap::Slash))))
        return to; // the head of a table
    if (to < m_text.size() && isPlainGap(to) && makesNoUnit(m_text, to))
        return to;
    // "xã, phường, thị trấn": types, no units; but "thị trấn và 7 xã".
    const Separator separator = separatorAt(to);
    if (separator.is && unitWordAt(m_text, separator.next).count != 0) {
        const UnitWord next = unitWordAt(m_text, separator.next);
        const std::size_t name = separator.next + next.count;
        if (next.levels == word.levels && typedEnd(name, next.levels, true).to == name)
            return to;
    }
    if (m_pluralEnd != 0) {
        const Separator before = separatorAt(m_pluralEnd);
        if (before.is && before.next == at) {
            m_pluralEnd = to;
            return to;
        }
    }
    PlaceMention bare;
    bare.first = at;
    bare.name = bare.to = to;
    bare.type = word.type;
    bare.levels = word.levels;
    bare.isKnown = true;
    open(add(bare), at);
    return m_openEnd = readParents(to, bare.levels, false);
}

std::size_t PlaceScan::readTyped(std::size_t at, UnitWord word) {
    unsigned count = 0;
    bool isPlural = isPluralBefore(at, count);
    PlaceMention head;
    head.first = at;
    head.type = word.type;
    head.levels = word.levels;
    std::size_t to = at + word.count;
    // "các xã, thị trấn: A, B": one list of several types.
    UnitWord last = word;
    std::size_t lastAt = at;
    while (isPlural) {
        const Separator separator = separatorAt(to);
        const UnitWord next = separator.is ? unitWordAt(m_text, separator.next) : UnitWord{};
        if (next.count == 0 || (next.levels & word.levels) == 0)
            break;
        head.levels |= next.levels;
        head.type = {};
        last = next;
        lastAt = separator.next;
        to = separator.next + next.count;
    }
    const bool isSure = !last.isAbbreviated && !last.isBroken;
    head.name = to;
    if (to + 1 < m_text.size() && !m_text[to].isCapital && isBetweenTypeAndName(m_text, to) &&
        m_text[to + 1].isCapital)
        head.isFormer = isFormerWord(head.name++);
    NameEnd end{head.name, 0};
    const Gaps gap = head.name < m_text.size() ? m_text[head.name].before : Gaps(Gap::Other);
    if (mayBeNamed(head.name, last.type) && gap.hasOnly(nameGap | Gap::Stop) &&
        !gap.has(Gap::Dash) &&
        (isSameSentence(to - 1, head.name) ||
         (last.isAbbreviated && gap.hasOnly(Gap::Stop | Gap::Space))))
        end = typedEnd(head.name, head.levels, isSure);
    if (last.type == "thành phố")
        end.levels = withoutOtherCities(head.name, end);
    if (end.to == head.name && isPlural) {
        if (const auto begin = introEnd(to, head.levels)) {
            head.name = *begin;
            end = knownEnd(*begin, head.levels);
        }
    }
    if (end.to == head.name) {
        if (isPlural) {
            m_pluralEnd = to;
            m_pluralLevels = head.levels;
            m_pluralType = head.type;
            return to;
        }
        return addBare(at, to, word);
    }
    if (!isSure && !m_text[head.name].isNumber && m_text[at].isAmongMarked &&
        !m_text[head.name].isCapital)
        return at + 1;
    if (!isSure && at > 0 && m_text[at - 1].isCapital && isPlainGap(at) && !last.isAbbreviated)
        return at + 1; // "Sap Xa"
    const bool isLower =
        m_text[at].isAmongMarked && !m_text[head.name].isCapital && !m_text[head.name].isNumber;
    if (isPlural) // the type word is the list's
        head.first = head.name;
    head.to = end.to;
    head.isKnown = end.levels != 0;
    head.announced = count;
    head.isInherited = isPlural;
    head.isLoose = isLower;
    const std::uint8_t listLevels = head.levels;
    if (head.isKnown)
        head.levels = inForce(m_text.view(head.name, head.to), end.levels);
    // "quận 1, 3 và 5"
    if (m_text[head.name].isNumber && separatorAt(end.to).is)
        isPlural = isPlural || wordKindAt(m_text, end.to) == WordKind::And ||
                   m_text[separatorAt(end.to).next].isNumber;
    const std::size_t added = add(head);
    open(added, at);
    PlaceMention model = head;
    model.levels =
        head.isKnown && listLevels != (provinceBit | districtBit) ? listLevels : listLevels;
    if (head.type.empty())
        model.levels = listLevels;
    const std::size_t after = continueList(end.to, model, isPlural && !isLower);
    if (head.type.empty() && m_found.back().list != head.list && m_found.size() == added + 1) {
        m_found[added].type = last.type;
        m_found[added].first = lastAt;
        if ((m_found[added].levels & last.levels) != 0)
            m_found[added].levels &= last.levels;
    }
    return after;
}

std::vector<PlaceMention> PlaceScan::scan() {
    for (std::size_t at = 0; at < m_text.size();) {
        const std::size_t start = at;
        if (const UnitWord word = unitWordAt(m_text, at); word.count != 0) {
            at = readTyped(at, word);
        }
        if (at == start && m_text[at].isCapital && isEnglishNear(at))
            at = readEnglish(at);
        if (at == start)
            at = m_text[at].isCapital && m_text[at].isAmongMarked ? readPlain(at) : at + 1;
        at = std::max(at, start + 1);
    }
    return std::move(m_found);
}

std::vector<PlaceMention> scanPlaces(const TextWords& text, const NamedUnits& units, Date asOf) {
    return PlaceScan(text, units, asOf).scan();
}

} // namespace terroir::geocode
