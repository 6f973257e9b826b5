#pragma once

#include "core/geocode/place_scanner.hpp"

#include <bit>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace terroir::geocode {

// What the files scan_*.cpp share; scanPlaces() is what others use.

inline constexpr std::size_t maxNameWords = 6; ///< of a name
inline constexpr Gaps plainGap = Gap::Space | Gap::Line;
inline constexpr Gaps nameGap = plainGap | Gap::Hyphen | Gap::Dash | Gap::Quote | Gap::Blank;

/// One reading of a text for mentions, from left to right.
class PlaceScan {
public:
    PlaceScan(const TextWords& text, const NamedUnits& units, Date asOf)
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
    std::optional<std::size_t> readInside(PlaceMention plain, const NameEnd& name);
    std::optional<std::size_t> readWithParents(PlaceMention plain, const NameEnd& name);
    bool isSupported(PlaceMention& plain, const NameEnd& name, Guard guard) const;
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

} // namespace terroir::geocode
