#include "core/geocode/place_scan.hpp"

#include <algorithm>

// Parents behind a mention or a list: "(huyện Y)", ", huyện Y, tỉnh Z", "của huyện Y".

namespace terroir::geocode {

namespace {

constexpr std::size_t maxLookedAt = 16;

/// Levels of what may hold a unit of the given levels.
constexpr std::uint8_t largerThan(std::uint8_t levels) {
    return (levels & communeBit) != 0    ? provinceBit | districtBit
           : (levels & districtBit) != 0 ? provinceBit
                                         : std::uint8_t(0);
}

} // namespace

bool PlaceScan::anyPendingIn(const std::vector<LineageId>& areas) const {
    const std::size_t looked = std::min(m_pending.size(), maxLookedAt);
    return std::any_of(
        m_pending.end() - std::ptrdiff_t(looked), m_pending.end(), [&](std::size_t mention) {
            const PlaceMention& one = m_found[mention];
            return !one.isBare() && m_units.liesInAny(nameOf(one), one.levels, areas);
        });
}

void PlaceScan::giveParents(const std::vector<std::size_t>& parents) {
    const PlaceMention& parent = m_found[parents.front()];
    const auto areas = m_units.areasOf(nameOf(parent), parent.levels);
    for (const std::size_t mention : m_pending) {
        PlaceMention& one = m_found[mention];
        if (one.isBare() || !one.isKnown || !parent.isKnown || mention == m_pending.back() ||
            m_units.liesInAny(nameOf(one), one.levels, areas))
            one.parents = parents;
    }
    m_pending.clear();
}

/// One parent at `at`, after its connecting sign or words.
bool PlaceScan::readParent(std::size_t& at, std::uint8_t levels, bool isPlural,
                           std::vector<std::size_t>& parents) {
    const std::uint8_t larger = largerThan(levels);
    if (larger == 0 || at == 0 || at >= m_text.size() || !isSameSentence(at - 1, at))
        return false;
    const Gaps gap = m_text[at].before;
    if (!gap.hasOnly(plainGap | Gap::Comma | Gap::Open | Gap::Dash | Gap::Hyphen | Gap::Slash |
                     Gap::Quote | Gap::Close))
        return false;
    static const Spelling dia = spell("địa").letters, ban = spell("bàn").letters,
                          nam = spell("nằm").letters, tren = spell("trên").letters,
                          o = spell("ở").letters, tai = spell("tại").letters;
    std::size_t next = at;
    while (next < m_text.size() && next < at + 5 && isSameSentence(at, next)) {
        const SpellingView word = m_text.view(next, next + 1);
        if (wordKindAt(m_text, next) != WordKind::Belonging && word != SpellingView(dia) &&
            word != SpellingView(ban) && word != SpellingView(nam) && word != SpellingView(tren) &&
            word != SpellingView(o) && word != SpellingView(tai))
            break;
        ++next;
    }
    if (next >= m_text.size() || !isSameSentence(at, next) || (next > at && !isPlainGap(next)))
        return false;
    PlaceMention parent;
    parent.first = parent.name = next;
    if (const UnitWord word = unitWordAt(m_text, next); word.count != 0) {
        if ((word.levels & larger) == 0)
            return false;
        parent.name = next + word.count;
        if (parent.name + 1 < m_text.size() && !m_text[parent.name].isCapital &&
            isBetweenTypeAndName(m_text, parent.name) && m_text[parent.name + 1].isCapital)
            parent.isFormer = isFormerWord(parent.name++);
        const std::uint8_t wanted = word.levels & larger;
        NameEnd end{parent.name, 0};
        if (mayBeNamed(parent.name, word.type) &&
            m_text[parent.name].before.hasOnly(plainGap | Gap::Stop | Gap::Quote))
            end = typedEnd(parent.name, wanted, !word.isAbbreviated && !word.isBroken);
        if (word.type == "thành phố")
            end.levels = withoutOtherCities(parent.name, end);
        // "huyện Hướng Hóa, thành phố Thủ Đức" are two districts.
        if (end.to == parent.name || (end.levels == 0 && wanted != word.levels))
            return false;
        parent.to = end.to;
        parent.type = word.type;
        parent.isKnown = end.levels != 0;
        parent.levels =
            inForce(m_text.view(parent.name, parent.to), end.levels != 0 ? end.levels : wanted);
    } else {
        if (!m_text[next].isCapital || next == at + 1 + 5)
            return false;
        const NameEnd end = knownEnd(next, larger, (larger & provinceBit) != 0 ? 1 : 2);
        if (end.levels == 0 || (end.to - next == 1 && (end.levels & provinceBit) == 0) ||
            beginsLongerName(next, end.to, levels))
            return false;
        const std::uint8_t level =
            (end.levels & districtBit) != 0 && mayBeDistrict(next, end.to) &&
                    anyPendingIn(m_units.areasOf(m_text.view(next, end.to), districtBit))
                ? districtBit
                : provinceBit;
        if ((end.levels & level) == 0)
            return false;
        const auto areas = m_units.areasOf(m_text.view(next, end.to), level);
        const bool lies = parents.empty()
                              ? anyPendingIn(areas)
                              : m_units.liesInAny(nameOf(m_found[parents.back()]),
                                                  m_found[parents.back()].levels, areas);
        if (!lies)
            return false;
        if (end.to < m_text.size() && m_text[end.to].isCapital && isPlainGap(end.to) &&
            unitWordAt(m_text, end.to).count == 0 &&
            (level == provinceBit || knownEnd(end.to, provinceBit).levels == 0))
            return false; // a part of a longer name
        if (isPlural && parents.empty() &&
            isParentInList(next, m_found[m_pending.back()], true) == false && gap.has(Gap::Comma))
            return false;
        parent.to = end.to;
        parent.isKnown = true;
        parent.levels = level;
    }
    at = parent.to;
    if (isFormerWord(at)) {
        parent.isFormer = true;
        ++at;
    }
    parents.push_back(add(parent));
    return true;
}

/// "cũ" after a name, in brackets or not.
bool PlaceScan::isFormerWord(std::size_t at) const {
    return at > 0 && at < m_text.size() && isSameSentence(at - 1, at) &&
           m_text[at].before.hasOnly(plainGap | Gap::Open | Gap::Quote) &&
           geocode::isFormerWord(m_text.view(at, at + 1));
}

/// Parents of the members that wait; returns where the text goes on.
std::size_t PlaceScan::readParents(std::size_t at, std::uint8_t levels, bool isPlural) {
    if (m_pending.empty())
        return at;
    if (isFormerWord(at)) {
        // "các xã A, B và C cũ" are all of before.
        for (const std::size_t member : m_pending)
            if (isPlural || member == m_pending.back())
                m_found[member].isFormer = true;
        ++at;
    }
    std::vector<std::size_t> parents;
    while (parents.size() < 2 && readParent(at, levels, isPlural, parents))
        levels = m_found[parents.back()].levels;
    if (!parents.empty()) {
        if (parents.size() > 1)
            m_found[parents[0]].parents = {parents[1]};
        giveParents(parents);
    }
    return at;
}

/// "xã Đam Rông 3, Đam Rông 4": a commune, of which a district's name is the beginning.
bool PlaceScan::beginsLongerName(std::size_t at, std::size_t to, std::uint8_t levels) const {
    return knownEnd(at, levels).to > to;
}

/// Whether a name after a comma is the parent of the list and no member: larger, it holds the
/// members; in a list of several only where its own parent follows or no member has its name.
bool PlaceScan::isParentInList(std::size_t at, const PlaceMention& head, bool isPlural) const {
    const std::uint8_t larger = largerThan(head.levels);
    NameEnd end = knownEnd(at, larger, 2);
    if (end.levels != 0 && !mayBeDistrict(at, end.to))
        end.levels &= provinceBit;
    if (end.levels == 0 || !anyPendingIn(m_units.areasOf(m_text.view(at, end.to), end.levels)) ||
        beginsLongerName(at, end.to, head.levels))
        return false;
    if (!isPlural)
        return true;
    const bool mayBeMember = (m_units.levelsOf(m_text.view(at, end.to)) & head.levels) != 0;
    if (!mayBeMember || (head.announced != 0 && m_pending.size() >= head.announced))
        return true;
    if (end.levels == provinceBit || end.to >= m_text.size())
        return false;
    if (!m_text[end.to].before.has(Gap::Comma | Gap::Dash))
        return false;
    const UnitWord word = unitWordAt(m_text, end.to);
    const std::size_t name = end.to + word.count;
    const NameEnd province = knownEnd(name, provinceBit, 1);
    return province.levels != 0 &&
           m_units.liesInAny(m_text.view(at, end.to), districtBit,
                             m_units.areasOf(m_text.view(name, province.to), provinceBit));
}

} // namespace terroir::geocode
