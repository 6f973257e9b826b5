#pragma once

#include "core/geocode/lineage.hpp"
#include "core/geocode/segment.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace terroir::geocode {

/// What is said about a candidate, one bit each; toWords() gives the words of the contract.
enum class Trait : std::uint32_t {
    Exact = 1U << 0U,
    NoDiacritics = 1U << 1U,
    DiacriticsDiffer = 1U << 2U,
    Iy = 1U << 3U,
    BySound = 1U << 4U,
    ByLook = 1U << 5U,
    LettersLost = 1U << 6U,
    Initials = 1U << 7U,
    Alias = 1U << 8U,
    Abbreviation = 1U << 9U,
    TypeDiffers = 1U << 10U,
    PartOfText = 1U << 11U,
    TypeWordAlone = 1U << 12U,
    OnlyOneOfItsType = 1U << 13U,
    Historic = 1U << 14U,
    NotYet = 1U << 15U,
    MixedEras = 1U << 16U,
    Parent = 1U << 17U,
    ParentFromColumn = 1U << 18U,
    ParentMisspelt = 1U << 19U,
    ParentContradicts = 1U << 20U,
    UnknownParent = 1U << 21U,
    SmallerUnitNotFound = 1U << 22U,
    Context = 1U << 23U,
    OutsideContext = 1U << 24U,
    OneOfSeveral = 1U << 25U,
    LargestOfName = 1U << 26U,
};

class Traits {
public:
    void add(Trait trait) { m_bits |= std::uint32_t(trait); }
    void add(Traits traits) { m_bits |= traits.m_bits; }
    bool has(Trait trait) const { return (m_bits & std::uint32_t(trait)) != 0; }
    /// "exact", "no-diacritics", …, in a fixed order.
    std::vector<std::string> toWords() const;

private:
    std::uint32_t m_bits = 0;
};

inline constexpr std::uint8_t provinceBit = NameIndex::bit(gazetteer::Level::Province),
                              districtBit = NameIndex::bit(gazetteer::Level::District),
                              communeBit = NameIndex::bit(gazetteer::Level::Commune);
/// The levels that a mention may speak of, by its type word.
std::uint8_t levelsOf(const Mention& mention);

/// A unit that one mention may mean.
struct Reading {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    float cost = 0;              ///< in slips, as Difference::cost, with the type word's
    float strangeness = 0;       ///< of the name alone, as Difference::strangeness
    std::uint8_t typos = 0;      ///< Difference::edits
    std::uint8_t changed = 0;    ///< letters that are others, those by sound and look as well
    bool isAgainstExact = false; ///< another name is spelled as the mention is
    Traits traits;
};

/// The best cost at which a mention means a version of an area.
struct AreaCost {
    LineageId area = 0;
    float cost = 0;
    gazetteer::Level level = gazetteer::Level::Commune;
    bool isMisspelt = false;
    bool isAgainstExact = false;
    bool isInitials = false;
    bool isInForce = false; ///< one of its units, on the day asked for
};

struct ReadMention {
    Mention mention;
    std::vector<Reading> readings;
    std::vector<AreaCost> areas; ///< of the readings, by area
    std::uint64_t areaBits = 0;  ///< Areas::bitOf() them
    bool hasExact = false;       ///< some unit has the very name
    bool isPart = false;         ///< only a part of the words is a name
    bool runsOn = false;         ///< the next mention follows without any break

    bool isFirm() const { return !mention.type.empty() || mention.fromColumn; }
};

} // namespace terroir::geocode
