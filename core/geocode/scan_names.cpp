#include "core/geocode/place_scan.hpp"

#include <algorithm>

// Where a name ends: the longest that the gazetteer has, or a run of capitals after a type word.

namespace terroir::geocode {

/// Behind the words with capitals from here on, between which only blanks stand.
std::size_t PlaceScan::runEnd(std::size_t from) const {
    std::size_t to = from + 1;
    while (to < m_text.size() && to - from < 2 * maxNameWords &&
           (m_text[to].isCapital || isGlued(to)) && (isPlainGap(to) || isGlued(to)) &&
           !m_text[to].before.has(Gap::Blank) &&
           (unitWordAt(m_text, to).count == 0 || unitWordAt(m_text, to).isAbbreviated))
        ++to;
    return to;
}

/// The longest known name that begins here.
PlaceScan::NameEnd PlaceScan::knownEnd(std::size_t from, std::uint8_t levels,
                                       std::size_t least) const {
    std::size_t most = from, blank = 0;
    while (most < m_text.size() && most - from < maxNameWords && mayBeInName(most) &&
           (most == from || m_text[most].before.hasOnly(nameGap))) {
        if (most > from && m_text[most].before.has(Gap::Blank) && blank == 0)
            blank = most;
        ++most;
    }
    for (std::size_t to = most; to >= from + least; --to) {
        const std::uint8_t known = m_units.levelsOf(m_text.view(from, to)) & levels;
        // Over an empty line only where the words in front of it are no name.
        if (known != 0 && (blank == 0 || to <= blank ||
                           (m_units.levelsOf(m_text.view(from, blank)) & levels) == 0))
            return {to, known};
    }
    return {from, 0};
}

/// The name after a type word. Not known: a run of capitals, which may be misspelt.
PlaceScan::NameEnd PlaceScan::typedEnd(std::size_t from, std::uint8_t levels, bool isSure) const {
    if (from >= m_text.size())
        return {from, 0};
    if (!mayBeInName(from))
        return isSure ? lowerCaseEnd(from, levels) : NameEnd{from, 0};
    const NameEnd known = knownEnd(from, levels);
    if (!isSure || !m_text[from].isCapital)
        return known;
    const std::size_t end = runEnd(from), size = end - from;
    if (known.levels != 0 && (known.to - from > 1 || size == 1 || m_text[from].isNumber))
        return known;
    // "xã Đồng tâm": a small letter within.
    for (std::size_t to = std::min(m_text.size(), from + 4); to >= from + 2; --to) {
        bool isJoined = true;
        for (std::size_t i = from + 1; i < to; ++i)
            isJoined = isJoined && isPlainGap(i);
        if (isJoined && known.levels == 0 &&
            (m_units.levelsOf(m_text.view(from, to)) & levels) != 0)
            return {to, std::uint8_t(m_units.levelsOf(m_text.view(from, to)) & levels)};
    }
    const bool isUpper = std::all_of(m_text.words.begin() + std::ptrdiff_t(from),
                                     m_text.words.begin() + std::ptrdiff_t(end),
                                     [](const TextWord& word) { return word.isUpperCase; });
    const bool isInitials = size == 1 && isUpper && m_text[from].to - m_text[from].from <= 4 &&
                            (levels & provinceBit) != 0;
    if (isInitials)
        return {end, 0};
    if (known.levels != 0)
        return size > 5 || isUpper || isSurname(m_text, from) ? known : NameEnd{end, 0};
    return size < 2 || size > 5 || isUpper || isSurname(m_text, from) ? NameEnd{from, 0}
                                                                      : NameEnd{end, 0};
}

/// "xã bản bo, huyện tam đường": only names of two words and more.
PlaceScan::NameEnd PlaceScan::lowerCaseEnd(std::size_t from, std::uint8_t levels) const {
    std::size_t most = from;
    while (most < m_text.size() && most - from < 4 && (most == from || isPlainGap(most)))
        ++most;
    for (std::size_t to = most; to >= from + 2; --to)
        if (const std::uint8_t known = m_units.levelsOf(m_text.view(from, to)) & levels)
            return {to, known};
    return {from, 0};
}

} // namespace terroir::geocode
