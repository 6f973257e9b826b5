#include "core/geocode/place_scanner.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

// How mentions are found, in Scanner::scan(): from left to right, at each word
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

using gazetteer::Level;

namespace {

constexpr std::size_t maxNameWords = 6, maxLookBack = 9, maxIntroWords = 6, maxLookedAt = 16,
                      maxEnglishNames = 12;
constexpr Gaps plainGap = Gap::Space | Gap::Line;
constexpr Gaps nameGap = plainGap | Gap::Hyphen | Gap::Dash | Gap::Quote | Gap::Blank;
constexpr Gaps listGap =
    Gap::Comma | Gap::Semicolon | Gap::Slash | Gap::And | Gap::Dash | Gap::Bullet;
constexpr Gaps listFill = plainGap | Gap::Quote | Gap::Blank | Gap::Close | Gap::Stop;
constexpr std::uint8_t allLevels = provinceBit | districtBit | communeBit;

/// Levels of what may hold a unit of the given levels.
constexpr std::uint8_t largerThan(std::uint8_t levels) {
    return (levels & communeBit) != 0    ? provinceBit | districtBit
           : (levels & districtBit) != 0 ? provinceBit
                                         : std::uint8_t(0);
}

class Scanner {
public:
    Scanner(const TextWords& text, const NamedUnits& units, Date asOf)
        : m_text(text), m_units(units), m_asOf(asOf) {}

    std::vector<PlaceMention> scan();

private:
    /// Where a name ends, and whether the gazetteer has it.
    struct NameEnd {
        std::size_t to = 0;
        std::uint8_t levels = 0; ///< 0: not known
    };
    struct Separator {
        bool is = false;
        std::size_t next = 0;
    };
    enum class Guard { Free, Place, NotPlace, NamePlace };

    bool isSameSentence(std::size_t a, std::size_t b) const {
        return b < m_text.size() && m_text[a].sentence == m_text[b].sentence;
    }
    bool isPlainGap(std::size_t at) const {
        return m_text[at].before.hasOnly(plainGap | Gap::Quote) && isSameSentence(at - 1, at);
    }
    bool mayBeInName(std::size_t at) const {
        return m_text[at].isCapital || m_text[at].isNumber || !m_text[at].isAmongMarked ||
               isGlued(at);
    }
    /// "Ea H'leo", "Ma Lin-Bo": with nothing but the sign before it.
    bool isGlued(std::size_t at) const {
        const Gaps gap = m_text[at].before;
        return at > 0 && !gap.isNone() && gap.hasOnly(Gap::Quote | Gap::Hyphen);
    }
    /// Only wards and quarters have numbers for names.
    bool mayBeNamed(std::size_t at, std::string_view type) const {
        return at < m_text.size() && (!m_text[at].isNumber || type == "phường" || type == "quận");
    }
    std::size_t runEnd(std::size_t from) const;
    NameEnd knownEnd(std::size_t from, std::uint8_t levels, std::size_t least = 1) const;
    NameEnd typedEnd(std::size_t from, std::uint8_t levels, bool isSure) const;
    NameEnd lowerCaseEnd(std::size_t from, std::uint8_t levels) const;
    Separator separatorAt(std::size_t at) const;
    bool endsClause(std::size_t at) const;
    bool isNumberOfSmallPlace(std::size_t at) const;
    bool isPluralBefore(std::size_t at, unsigned& count) const;
    bool isExceptedAt(std::size_t at) const;
    bool hasKind(std::size_t at, WordKind kind) const {
        return at < m_text.size() && wordKindAt(m_text, at) == kind;
    }

    std::size_t readTyped(std::size_t at, UnitWord word);
    std::size_t readPlain(std::size_t at);
    bool isItem(std::size_t at) const;
    std::size_t readItem(std::size_t at, const NameEnd& name);
    std::uint8_t englishLevelsAt(std::size_t at) const;
    bool isEnglishNear(std::size_t at);
    std::size_t readEnglish(std::size_t at);
    std::size_t addBare(std::size_t at, std::size_t to, const UnitWord& word);
    std::optional<std::size_t> introEnd(std::size_t at, std::uint8_t levels) const;
    std::size_t continueList(std::size_t at, const PlaceMention& head, bool isPlural);
    NameEnd memberAt(std::size_t at, const PlaceMention& head, bool isPlural) const;
    bool beginsLongerName(std::size_t at, std::size_t to, std::uint8_t levels) const;
    bool isParentInList(std::size_t at, const PlaceMention& head, bool isPlural) const;
    bool isFormerWord(std::size_t at) const;
    std::size_t behindMeasure(std::size_t at) const;
    std::size_t readParents(std::size_t at, std::uint8_t levels, bool isPlural);
    bool readParent(std::size_t& at, std::uint8_t levels, bool isPlural,
                    std::vector<std::size_t>& parents);
    bool anyPendingIn(const std::vector<LineageId>& areas) const;
    void giveParents(const std::vector<std::size_t>& parents);
    void open(std::size_t mention, std::size_t from);
    std::size_t add(PlaceMention mention);
    Guard guardBefore(std::size_t at) const;
    bool sharesParent(const PlaceMention& one, std::size_t from, std::size_t to) const;
    bool isNeighbourList(std::size_t at, const NameEnd& name, std::uint8_t level) const;
    std::uint8_t plainLevel(SpellingView name, std::uint8_t levels) const;
    /// "thành phố Sơn La" is no province.
    std::uint8_t withoutOtherCities(std::size_t from, const NameEnd& end) const {
        const bool isProvince =
            (end.levels & provinceBit) == 0 ||
            m_units.isOfType(m_text.view(from, end.to), provinceBit, "thành phố");
        return isProvince ? end.levels : std::uint8_t(end.levels & ~provinceBit);
    }
    /// Of these levels those that have the name on the day, if any has.
    std::uint8_t inForce(SpellingView name, std::uint8_t levels) const {
        std::uint8_t today = 0;
        for (const std::uint8_t level : {provinceBit, districtBit, communeBit})
            if ((levels & level) != 0 && std::popcount(levels) > 1 &&
                m_units.inForce(name, level, m_asOf))
                today |= level;
        return today != 0 ? today : levels;
    }
    /// Whether a name may be a district's on the day: not where only a commune bears it then.
    bool mayBeDistrict(std::size_t from, std::size_t to) const {
        const SpellingView name = m_text.view(from, to);
        return m_units.inForce(name, districtBit, m_asOf) ||
               !m_units.inForce(name, communeBit, m_asOf);
    }

    SpellingView nameOf(const PlaceMention& mention) const {
        return m_text.view(mention.name, mention.to);
    }

    const TextWords& m_text;
    const NamedUnits& m_units;
    Date m_asOf;
    std::vector<PlaceMention> m_found;
    /// Members of the open list that wait for a parent, where the list ends so far, its number.
    std::vector<std::size_t> m_pending;
    std::size_t m_openEnd = 0, m_list = 0, m_lists = 0;
    bool m_isListExcepted = false; ///< "trừ các xã A, B"
    std::uint8_t m_openLevels = 0;
    std::size_t m_pluralEnd = 0; ///< after "các huyện" without names
    std::uint8_t m_pluralLevels = 0;
    std::string_view m_pluralType;
    std::size_t m_nextEnglish = 0;
    std::size_t m_itemList = 0; ///< the list of the lines before
    std::set<Spelling> m_typedNames;
};

/// Behind the words with capitals from here on, between which only blanks stand.
std::size_t Scanner::runEnd(std::size_t from) const {
    std::size_t to = from + 1;
    while (to < m_text.size() && to - from < 2 * maxNameWords &&
           (m_text[to].isCapital || isGlued(to)) && (isPlainGap(to) || isGlued(to)) &&
           !m_text[to].before.has(Gap::Blank) &&
           (unitWordAt(m_text, to).count == 0 || unitWordAt(m_text, to).isAbbreviated))
        ++to;
    return to;
}

/// The longest known name that begins here.
Scanner::NameEnd Scanner::knownEnd(std::size_t from, std::uint8_t levels, std::size_t least) const {
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
Scanner::NameEnd Scanner::typedEnd(std::size_t from, std::uint8_t levels, bool isSure) const {
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
Scanner::NameEnd Scanner::lowerCaseEnd(std::size_t from, std::uint8_t levels) const {
    std::size_t most = from;
    while (most < m_text.size() && most - from < 4 && (most == from || isPlainGap(most)))
        ++most;
    for (std::size_t to = most; to >= from + 2; --to)
        if (const std::uint8_t known = m_units.levelsOf(m_text.view(from, to)) & levels)
            return {to, known};
    return {from, 0};
}

/// What may stand between two members of a list.
Scanner::Separator Scanner::separatorAt(std::size_t at) const {
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
bool Scanner::endsClause(std::size_t at) const {
    return at >= m_text.size() || !m_text[at].before.hasOnly(plainGap) ||
           wordKindAt(m_text, at) == WordKind::And ||
           wordKindAt(m_text, at) == WordKind::Belonging || unitWordAt(m_text, at).count != 0 ||
           !isSameSentence(at - 1, at);
}

/// "thôn 3, 4 và 5 xã Minh Tiến", "tổ 7 phường Lộc Sơn": the numbers are names.
bool Scanner::isNumberOfSmallPlace(std::size_t at) const {
    static const std::vector<Spelling> others = [] {
        std::vector<Spelling> words;
        for (const char* word : {"khu", "đội", "khối", "tdp", "kp", "phố", "bon", "km"})
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

bool Scanner::isPluralBefore(std::size_t at, unsigned& count) const {
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
        return true;
    }
    if (isInName)
        return false;
    count = before.isCapital ? 0 : countWordAt(m_text, at - 1);
    return count != 0 || wordKindAt(m_text, at - 1) == WordKind::Plural;
}

/// "trừ xã Bản Bo", "trừ các huyện Mai Sơn": after the word and what counts or types the list.
bool Scanner::isExceptedAt(std::size_t at) const {
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

std::size_t Scanner::add(PlaceMention mention) {
    mention.isExcepted = mention.isExcepted || isExceptedAt(mention.first);
    if (!mention.isBare() && !mention.type.empty() && mention.isKnown)
        m_typedNames.insert(Spelling(nameOf(mention)));
    m_found.push_back(std::move(mention));
    return m_found.size() - 1;
}

/// Makes a mention a member of the open list, where one is and it follows, else of a new one.
void Scanner::open(std::size_t mention, std::size_t from) {
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

bool Scanner::anyPendingIn(const std::vector<LineageId>& areas) const {
    const std::size_t looked = std::min(m_pending.size(), maxLookedAt);
    return std::any_of(
        m_pending.end() - std::ptrdiff_t(looked), m_pending.end(), [&](std::size_t mention) {
            const PlaceMention& one = m_found[mention];
            return !one.isBare() && m_units.liesInAny(nameOf(one), one.levels, areas);
        });
}

void Scanner::giveParents(const std::vector<std::size_t>& parents) {
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
bool Scanner::readParent(std::size_t& at, std::uint8_t levels, bool isPlural,
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
bool Scanner::isFormerWord(std::size_t at) const {
    return at > 0 && at < m_text.size() && isSameSentence(at - 1, at) &&
           m_text[at].before.hasOnly(plainGap | Gap::Open | Gap::Quote) &&
           geocode::isFormerWord(m_text.view(at, at + 1));
}

/// Behind "1.200 ha" and "45 hộ" in front of a further member; `at` where none stands.
std::size_t Scanner::behindMeasure(std::size_t at) const {
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

/// Parents of the members that wait; returns where the text goes on.
std::size_t Scanner::readParents(std::size_t at, std::uint8_t levels, bool isPlural) {
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
bool Scanner::beginsLongerName(std::size_t at, std::size_t to, std::uint8_t levels) const {
    return knownEnd(at, levels).to > to;
}

/// Whether a name after a comma is the parent of the list and no member: larger, it holds the
/// members; in a list of several only where its own parent follows or no member has its name.
bool Scanner::isParentInList(std::size_t at, const PlaceMention& head, bool isPlural) const {
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

bool Scanner::sharesParent(const PlaceMention& one, std::size_t from, std::size_t to) const {
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
Scanner::NameEnd Scanner::memberAt(std::size_t at, const PlaceMention& head, bool isPlural) const {
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

/// The members after the first one, with the parents in between.
std::size_t Scanner::continueList(std::size_t at, const PlaceMention& head, bool isPlural) {
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
std::optional<std::size_t> Scanner::introEnd(std::size_t at, std::uint8_t levels) const {
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

std::size_t Scanner::addBare(std::size_t at, std::size_t to, const UnitWord& word) {
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

std::size_t Scanner::readTyped(std::size_t at, UnitWord word) {
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

/// What the words in front say about a name without a type word.
Scanner::Guard Scanner::guardBefore(std::size_t at) const {
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
std::uint8_t Scanner::plainLevel(SpellingView name, std::uint8_t levels) const {
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
bool Scanner::isNeighbourList(std::size_t at, const NameEnd& name, std::uint8_t level) const {
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

/// Behind the sign or the number that begins a line: "- Tá Bạ", "2) Nậm Khao", "3. Nậm Mạ".
bool Scanner::isItem(std::size_t at) const {
    const Gaps gap = m_text[at].before;
    if (gap.has(Gap::Bullet))
        return true;
    return at > 0 && m_text[at - 1].isNumber && gap.has(Gap::Close | Gap::Stop | Gap::Slash) &&
           !gap.has(Gap::Line) && (at == 1 || m_text[at - 1].before.has(Gap::Line | Gap::Bullet));
}

/// A name alone after a bullet: a member of what the lines before list, if it lies there.
std::size_t Scanner::readItem(std::size_t at, const NameEnd& name) {
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

/// The levels of an English type word: "communes"; 0: none stands here.
std::uint8_t Scanner::englishLevelsAt(std::size_t at) const {
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
bool Scanner::isEnglishNear(std::size_t at) {
    m_nextEnglish = std::max(m_nextEnglish, at);
    while (m_nextEnglish < m_text.size() && englishLevelsAt(m_nextEnglish) == 0)
        ++m_nextEnglish;
    return m_nextEnglish < m_text.size() && m_nextEnglish - at <= maxEnglishNames * 4;
}

/// "Phieng Ban, Chim Van and Ta Xua communes, Bac Yen District": names in front of an English type
/// word; `at` when none stands there.
std::size_t Scanner::readEnglish(std::size_t at) {
    static const Spelling andWord = spell("and").letters;
    std::vector<NameEnd> names;
    std::vector<std::size_t> begins;
    for (std::size_t next = at; next < m_text.size() && m_text[next].isCapital;) {
        const NameEnd name = knownEnd(next, allLevels);
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

std::size_t Scanner::readPlain(std::size_t at) {
    static const Spelling president = spell("Hồ Chí Minh").letters;
    const std::size_t end = runEnd(at);
    const NameEnd name = knownEnd(at, allLevels, 1);
    const SpellingView letters = m_text.view(at, name.to);
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
    // "huyện Tam Đường (Bản Bo, Nà Tăm)", "huyện Tam Đường: Bản Bo, Nà Tăm"
    if (isWhole && !m_found.empty() && m_found.back().to == at &&
        m_text[at].before.has(Gap::Open | Gap::Colon) && !m_found.back().isBare()) {
        const PlaceMention& front = m_found.back();
        const std::uint8_t smaller =
            (front.levels & provinceBit) != 0 ? districtBit | communeBit : communeBit;
        const auto areas = m_units.areasOf(nameOf(front), front.levels);
        for (const std::uint8_t level : {districtBit, communeBit})
            if ((smaller & level & name.levels) != 0 && m_units.liesInAny(letters, level, areas)) {
                plain.levels = level;
                open(add(plain), at);
                return continueList(name.to, plain, true);
            }
    }
    if (guard == Guard::NamePlace) {
        plain.isNamePlace = true;
        plain.levels = plainLevel(letters, name.levels);
        if (isWhole)
            add(plain);
        return std::max(end, name.to);
    }
    // With its parents after it.
    const std::size_t before = m_found.size();
    plain.levels = name.levels & (districtBit | communeBit);
    if (plain.levels != 0 && name.to - at > 1) {
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
            const bool mayBeDistrict =
                (parent.levels & provinceBit) != 0 &&
                m_units.liesInAny(letters, plain.levels & districtBit, areas);
            const bool mayBeCommune = m_units.liesInAny(letters, plain.levels & communeBit, areas);
            if (mayBeDistrict || mayBeCommune) {
                m_found[index].levels =
                    mayBeDistrict
                        ? plainLevel(letters, districtBit | (mayBeCommune ? communeBit : 0))
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
    }
    if (!isWhole)
        return end;
    if (name.to - at > 1 && isItem(at))
        return readItem(at, name);
    const std::uint8_t level = plainLevel(letters, name.levels);
    const bool wasTyped = m_typedNames.count(Spelling(letters)) != 0;
    static const Spelling dayWord = spell("ngày").letters;
    const bool isProvince =
        level == provinceBit && (letters != SpellingView(president) || guard == Guard::Place);
    // "Tam Đường, ngày 15 tháng 4"
    const bool isDateline = name.to < m_text.size() && m_text[name.to].before.has(Gap::Comma) &&
                            m_text.view(name.to, name.to + 1) == SpellingView(dayWord);
    bool isPlace =
        isProvince ||
        ((level & districtBit) != 0 && (wasTyped || guard == Guard::Place || isDateline)) ||
        ((level & communeBit) != 0 && wasTyped && guard == Guard::Place);
    plain.levels = level;
    if (!isPlace) {
        for (const std::uint8_t one : {districtBit, communeBit})
            if (!isPlace && (name.levels & one) != 0 && isNeighbourList(at, name, one)) {
                isPlace = true;
                plain.levels = one;
            }
    }
    if (!isPlace && guard == Guard::Place && (level & communeBit) != 0)
        isPlace = plain.isLoose = true;
    if (!isPlace)
        return name.to;
    open(add(plain), at);
    return continueList(name.to, plain, false);
}

std::vector<PlaceMention> Scanner::scan() {
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

} // namespace

std::vector<PlaceMention> scanPlaces(const TextWords& text, const NamedUnits& units, Date asOf) {
    return Scanner(text, units, asOf).scan();
}

} // namespace terroir::geocode
