#include "core/geocode/place_scan.hpp"

#include <algorithm>
#include <utility>

// Lists: what opens one, what may stand between its members, and the members behind the first.

namespace terroir::geocode {

using gazetteer::Level;

namespace {

constexpr std::size_t maxIntroWords = 6;
constexpr Gaps listGap =
    Gap::Comma | Gap::Semicolon | Gap::Slash | Gap::And | Gap::Dash | Gap::Bullet;
constexpr Gaps listFill = plainGap | Gap::Quote | Gap::Blank | Gap::Close | Gap::Stop;

} // namespace

/// What may stand between two members of a list.
PlaceScan::Separator PlaceScan::separatorAt(std::size_t at) const {
    if (at == 0 || at >= m_text.size())
        return {};
    const Gaps gap = m_text[at].before;
    if (gap.has(Gap::Open | Gap::Colon | Gap::Other) || !gap.hasOnly(listGap | listFill))
        return {};
    if (gap.has(Gap::Stop) || (!isSameSentence(at - 1, at) && !gap.has(Gap::Bullet)))
        return {};
    static const Spelling plainAnd = spell("va").letters;
    std::size_t next = at;
    while (next < m_text.size() && next < at + 2 && !m_text[next].isCapital &&
           (wordKindAt(m_text, next) == WordKind::And ||
            (!m_text[next].isAmongMarked && m_text.view(next, next + 1) == SpellingView(plainAnd))))
        ++next;
    if (next != at)
        return {next < m_text.size() && isSameSentence(at, next), next};
    return {gap.has(listGap), at};
}

/// Whether nothing of the clause follows: a sign, the end, or "và".
bool PlaceScan::endsClause(std::size_t at) const {
    return at >= m_text.size() || !m_text[at].before.hasOnly(plainGap) ||
           wordKindAt(m_text, at) == WordKind::And ||
           wordKindAt(m_text, at) == WordKind::Belonging || unitWordAt(m_text, at).count != 0 ||
           !isSameSentence(at - 1, at);
}

/// "thôn 3, 4 và 5 xã Minh Tiến", "tổ 7 phường Lộc Sơn", "đợt 2 huyện Tam Đường": the numbers are
/// names or of a time.
bool PlaceScan::isNumberOfSmallPlace(std::size_t at) const {
    static const std::vector<Spelling> others = [] {
        std::vector<Spelling> words;
        for (const char* word : {"khu", "đội", "khối", "tdp", "kp", "phố", "bon", "km", "đợt",
                                 "quý", "tháng", "ngày", "lần", "khóa"})
            words.push_back(spell(word).letters);
        return words;
    }();
    if (!m_text[at].isNumber)
        return false;
    while (at > 0 && isSameSentence(at - 1, at) &&
           (m_text[at].isNumber || hasKind(at, WordKind::And)))
        --at;
    const SpellingView word = m_text.view(at, at + 1);
    return hasKind(at, WordKind::Way) ||
           std::any_of(others.begin(), others.end(),
                       [&](const Spelling& other) { return word == SpellingView(other); });
}

bool PlaceScan::isPluralBefore(std::size_t at, unsigned& count) const {
    count = 0;
    if (at == 0 || !isPlainGap(at))
        return false;
    const TextWord& before = m_text[at - 1];
    // "phường 5 quận 3", "bản Chu Va 12 xã Sơn Bình": the number is a name's.
    const bool isInName = (!m_found.empty() && m_found.back().to == at) ||
                          (at > 1 && before.isNumber && isPlainGap(at - 1) &&
                           m_text[at - 2].isCapital && !m_text[at - 2].isUpperCase) ||
                          isNumberOfSmallPlace(at - 1);
    if (before.isNumber && !isInName) {
        for (const Sign sign : m_text.view(at - 1, at).substr(0, 4))
            count = count * 10 + unsigned(baseOf(sign) - '0');
        // "năm 2023 huyện Di Linh": a year, and no list is as long.
        if (count < 1900)
            return true;
        count = 0;
        return false;
    }
    if (isInName)
        return false;
    count = before.isCapital ? 0 : countWordAt(m_text, at - 1);
    return count != 0 || wordKindAt(m_text, at - 1) == WordKind::Plural;
}

/// "trừ xã Bản Bo", "trừ các huyện Mai Sơn": after the word and what counts or types the list.
bool PlaceScan::isExceptedAt(std::size_t at) const {
    for (const std::size_t from = at - std::min(at, maxIntroWords);
         at > from && isSameSentence(at - 1, at);) {
        --at;
        if (hasKind(at, WordKind::Except))
            return true;
        const bool opensList = m_text[at].isNumber || countWordAt(m_text, at) != 0 ||
                               hasKind(at, WordKind::Plural) || unitWordAt(m_text, at).count != 0 ||
                               (at > 0 && unitWordAt(m_text, at - 1).count == 2);
        if (!opensList || !m_text[at + 1].before.hasOnly(plainGap | Gap::Colon))
            return false;
    }
    return false;
}

std::size_t PlaceScan::add(PlaceMention mention) {
    mention.isExcepted = mention.isExcepted || isExceptedAt(mention.first);
    if (!mention.isBare() && !mention.type.empty() && mention.isKnown)
        m_typedNames.insert(Spelling(nameOf(mention)));
    m_found.push_back(std::move(mention));
    return m_found.size() - 1;
}

/// Makes a mention a member of the open list, where one is and it follows, else of a new one.
void PlaceScan::open(std::size_t mention, std::size_t from) {
    PlaceMention& added = m_found[mention];
    bool follows = false;
    if (m_openEnd > 0 && (m_openLevels & added.levels) != 0) {
        static const Spelling until = spell("đến").letters, upTo = spell("tới").letters;
        Separator separator = separatorAt(m_openEnd);
        if (const SpellingView word = m_text.view(m_openEnd, m_openEnd + 1);
            (word == SpellingView(until) || word == SpellingView(upTo)) && isPlainGap(m_openEnd))
            separator = {true, m_openEnd + 1};
        std::size_t next = separator.next;
        while (separator.is && next < from &&
               (m_text[next].isNumber || hasKind(next, WordKind::Plural) ||
                countWordAt(m_text, next) != 0))
            ++next;
        follows = separator.is && next == from;
    }
    if (!follows) {
        m_pending.clear();
        m_list = ++m_lists;
        m_isListExcepted = false;
    }
    m_isListExcepted = added.isExcepted = added.isExcepted || m_isListExcepted;
    added.list = m_list;
    m_openLevels = added.levels;
    m_pending.push_back(mention);
}

bool PlaceScan::sharesParent(const PlaceMention& one, std::size_t from, std::size_t to) const {
    if ((one.levels & provinceBit) != 0)
        return true;
    const Level level = (one.levels & communeBit) != 0 ? Level::District : Level::Province;
    const auto common = [&](Level parent) {
        const auto a = m_units.parentsOf(nameOf(one), one.levels, parent);
        const auto b = m_units.parentsOf(m_text.view(from, to), one.levels, parent);
        return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
    };
    return common(level);
}

/// A further member of a list; none: to == at.
PlaceScan::NameEnd PlaceScan::memberAt(std::size_t at, const PlaceMention& head,
                                       bool isPlural) const {
    const NameEnd none{at, 0};
    if (at >= m_text.size() || unitWordAt(m_text, at).count != 0 || !mayBeInName(at))
        return none;
    if (m_text[at].isNumber && !(head.name < m_text.size() && m_text[head.name].isNumber))
        return none;
    const NameEnd known = knownEnd(at, head.levels);
    if (known.levels != 0) {
        if (m_text[at].isNumber)
            return endsClause(known.to) && isPlural ? known : none;
        const bool isWhole = known.to >= m_text.size() || !m_text[known.to].isCapital ||
                             !isPlainGap(known.to) || unitWordAt(m_text, known.to).count != 0;
        if (isPlural)
            return isWhole || known.to - at > 1 ? known : none;
        return isWhole && head.isKnown && sharesParent(head, at, known.to) ? known : none;
    }
    if (!isPlural || !m_text[at].isCapital || isSurname(m_text, at))
        return none;
    const std::size_t end = runEnd(at);
    return end - at >= 2 && end - at <= 5 && endsClause(end) ? NameEnd{end, 0} : none;
}

/// Behind "1.200 ha" and "45 hộ" in front of a further member; `at` where none stands.
std::size_t PlaceScan::behindMeasure(std::size_t at) const {
    constexpr std::size_t maxWords = 2; // "tấn chè", "mô hình"
    std::size_t next = at;
    while (next < m_text.size() && m_text[next].isNumber && isSameSentence(at - 1, next) &&
           m_text[next].before.hasOnly(next == at ? plainGap | Gap::Open | Gap::Colon | Gap::Dash
                                                  : plainGap | Gap::Stop | Gap::Comma))
        ++next;
    if (next == at)
        return at;
    const std::size_t unit = next;
    while (next < m_text.size() && next - unit < maxWords && isPlainGap(next) &&
           !m_text[next].isCapital && !m_text[next].isNumber && !hasKind(next, WordKind::And) &&
           unitWordAt(m_text, next).count == 0)
        ++next;
    return next > unit && separatorAt(next).is ? next : at;
}

/// The members after the first one, with the parents in between.
std::size_t PlaceScan::continueList(std::size_t at, const PlaceMention& head, bool isPlural) {
    at = readParents(at, head.levels, isPlural);
    for (;;) {
        m_openEnd = at;
        const std::size_t name = std::exchange(at, behindMeasure(at));
        const Separator separator = separatorAt(at);
        if (at != name && separator.is)
            m_list = ++m_lists; // each has a value of its own
        if (!separator.is)
            return at;
        // "các xã A, B và các xã C": the next type word begins its own.
        if (separator.next >= m_text.size())
            return at;
        const bool isComma = separator.next == at;
        if (isComma && !isPlural && isParentInList(at, head, false) && !m_pending.empty())
            return at;
        const NameEnd end = memberAt(separator.next, head, isPlural);
        if (end.to == separator.next)
            return at;
        PlaceMention member;
        member.first = member.name = separator.next;
        member.to = end.to;
        member.type = head.type;
        member.levels = end.levels != 0 ? end.levels : head.levels;
        member.announced = head.announced;
        member.isKnown = end.levels != 0;
        member.isInherited = true;
        member.isLoose = head.isLoose;
        member.isExcepted = m_isListExcepted;
        member.list = m_list;
        m_pending.push_back(add(member));
        at = readParents(end.to, head.levels, isPlural);
    }
}

/// "7 xã: A", "các xã vùng cao (A", "02 xã gồm A": where the list begins.
std::optional<std::size_t> PlaceScan::introEnd(std::size_t at, std::uint8_t levels) const {
    for (std::size_t word = at; word < m_text.size() && word <= at + maxIntroWords; ++word) {
        if (word > at && (!isSameSentence(at - 1, word) && !m_text[word].before.has(Gap::Bullet)))
            return std::nullopt;
        const bool opens = m_text[word].before.has(Gap::Colon | Gap::Open) ||
                           (word > at && (hasKind(word - 1, WordKind::Consists)));
        if (opens && mayBeInName(word) && unitWordAt(m_text, word).count == 0 &&
            knownEnd(word, levels).levels != 0)
            return word;
        if (m_text[word].isCapital ||
            !m_text[word].before.hasOnly(plainGap | Gap::Colon | Gap::Dash | Gap::Bullet))
            return std::nullopt;
    }
    return std::nullopt;
}

/// Behind the sign or the number that begins a line: "- Tá Bạ", "2) Nậm Khao", "3. Nậm Mạ".
bool PlaceScan::isItem(std::size_t at) const {
    const Gaps gap = m_text[at].before;
    if (gap.has(Gap::Bullet))
        return true;
    return at > 0 && m_text[at - 1].isNumber && gap.has(Gap::Close | Gap::Stop | Gap::Slash) &&
           !gap.has(Gap::Line) && (at == 1 || m_text[at - 1].before.has(Gap::Line | Gap::Bullet));
}

/// A name alone after a bullet: a member of what the lines before list, if it lies there.
std::size_t PlaceScan::readItem(std::size_t at, const NameEnd& name) {
    PlaceMention item;
    item.first = item.name = at;
    item.to = name.to;
    item.isKnown = item.isLoose = true;
    const std::uint8_t listed = name.levels & m_pluralLevels;
    if (listed != 0) {
        item.type = m_pluralType;
        item.isInherited = true;
    }
    item.levels = listed != 0 ? listed : plainLevel(m_text.view(at, name.to), name.levels);
    const bool follows = m_itemList != 0 && !m_found.empty() && m_found.back().list == m_itemList &&
                         m_text[at].sentence - m_text[m_found.back().first].sentence <= 2;
    if (!follows)
        m_itemList = ++m_lists;
    item.list = m_itemList;
    m_pending = {add(item)};
    m_list = m_itemList;
    m_isListExcepted = false;
    m_openLevels = item.levels;
    m_openEnd = readParents(name.to, item.levels, false);
    return m_openEnd;
}

} // namespace terroir::geocode
