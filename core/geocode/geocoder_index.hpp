#pragma once

#include "core/geocode/geocoder.hpp"
#include "core/geocode/reader.hpp"

#include <cstdint>
#include <vector>

namespace terroir::geocode {

// What the files of the geocoder share; see geocoder_index.cpp for how they work together.

/// A name as good as this with all its parents needs no search for near ones.
inline constexpr double goodEnough = 0.4;
/// Slips of a name that is a place by itself, with nothing else to support it, and its letters.
inline constexpr double strangeUnsupported = 0.2;
inline constexpr std::size_t minLetters = 3;
inline constexpr std::size_t maxMentions = 20; ///< of a query

/// A reading of a mention as the answer, with what speaks for and against it.
struct Scored {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    LineageId area = 0;
    double cost = 0;        ///< of the whole text, in slips
    long rank = 0;          ///< cost in ten thousandths: rounding alone makes no order
    double strangeness = 0; ///< of the unit's own name
    std::size_t letters = 0;
    std::uint8_t typos = 0, changed = 0; ///< as in Reading
    bool hasParent = false;
    /// A name that some unit has, exactly, was taken for another's; how many were not.
    bool isAgainstExact = false;
    int exactNames = 0;
    /// Both in force on the day asked for, and the one in the other only at another time.
    bool isMixedInForce = false;
    bool isAlone = false;                                       ///< no other mention
    bool isShortNumber = false;                                 ///< "P5"
    bool isFirm = false, isSeparated = false, isMarked = false; ///< of the mention
    bool hasFreeParent = false; ///< one that is not only the end of a longer mention
    bool isSupported = false; ///< a type word, a column, a parent or the context says it is a place
    Traits traits;
    std::size_t firmProvince = std::size_t(-1); ///< the mention that says it
    std::uint64_t explained = 0;                ///< bit per mention
};

/// A mention is cut into three at most, so that all have a bit.
constexpr std::uint64_t bitOf(std::size_t mention) {
    return std::uint64_t(1) << mention;
}
static_assert(3 * maxMentions <= 64);

class Geocoder::Index {
public:
    explicit Index(const gazetteer::Gazetteer& gazetteer)
        : m_gazetteer(gazetteer), m_names(gazetteer), m_areas(gazetteer, m_names),
          m_reader(gazetteer, m_names, m_areas) {}
    Match resolve(const Query& query) const;
    const gazetteer::Gazetteer& gazetteer() const { return m_gazetteer; }
    const NameIndex& names() const { return m_names; }
    const Lineage& lineage() const { return m_areas; }

private:
    gazetteer::UnitIndex resolveContext(const Query& query) const;
    // The larger units of a unit on its days, and at any time.
    bool isIn(gazetteer::UnitIndex unit, gazetteer::UnitIndex area) const;
    bool wasEverIn(gazetteer::UnitIndex unit, gazetteer::UnitIndex area) const;
    // candidate_cost.cpp
    Scored score(const Reading& target, std::size_t own, const std::vector<ReadMention>& all,
                 const Query& query, gazetteer::UnitIndex context, double most) const;
    bool isNeighbour(const ReadMention& other, const Scored& target) const;
    bool explainAsParent(Scored& out, std::size_t which, const ReadMention& other,
                         bool isInForce) const;
    void explain(Scored& out, std::size_t which, std::size_t own,
                 const std::vector<ReadMention>& all, Date asOf) const;
    // geocoder_index.cpp
    bool mayFitParents(gazetteer::UnitIndex unit, std::size_t own,
                       const std::vector<ReadMention>& all) const;
    std::vector<Scored> scoreAll(const std::vector<ReadMention>& all, const Query& query,
                                 gazetteer::UnitIndex context) const;
    bool needsNear(const std::vector<Scored>& scored, const std::vector<ReadMention>& all) const;
    void searchNear(const std::vector<Scored>& scored, std::vector<ReadMention>& all,
                    gazetteer::UnitIndex context, Date asOf) const;
    // candidate_choice.cpp
    bool isAsNear(const Scored& other, const Scored& best) const;
    Match decide(const std::vector<Scored>& scored) const;

    const gazetteer::Gazetteer& m_gazetteer;
    NameIndex m_names;
    Lineage m_areas;
    Reader m_reader;
};

} // namespace terroir::geocode
