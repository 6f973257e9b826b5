#pragma once

#include "core/geocode/difference.hpp"
#include "core/geocode/match.hpp"
#include "core/geocode/mention_bounds.hpp"
#include "core/geocode/reading.hpp"

#include <vector>

namespace terroir::geocode {

/// Finds the units that the mentions of a text may mean. Immutable, safe from several threads.
class Reader {
public:
    Reader(const gazetteer::Gazetteer& gazetteer, const NameIndex& names, const Lineage& areas)
        : m_gazetteer(gazetteer), m_names(names), m_areas(areas),
          m_bounds(gazetteer, names, areas) {}

    /// Reads names as they are written: marks, i/y and spaces aside, letter by letter equal. A
    /// name in front of its parents without a comma ("Nậm Mạ Lai Châu") becomes several mentions.
    std::vector<ReadMention> read(std::vector<Mention> mentions, const Query& query,
                                  gazetteer::UnitIndex context) const;

    /// Adds units whose names are a few slips away from the mention: among those that lie in the
    /// other mentions' areas, or among all where no other says where. At most some tens.
    void readNear(std::vector<ReadMention>& all, std::size_t which, gazetteer::UnitIndex context,
                  Date asOf) const;

private:
    ReadMention readMention(const Mention& mention) const;
    bool addReadings(ReadMention& read, SpellingView letters, double cost,
                     Traits traits = {}) const;
    void addName(ReadMention& read, const NameIndex::Name& name, const Difference& difference,
                 double cost, Traits traits) const;
    bool judge(const Mention& mention, const Bearer& bearer, Reading& reading) const;
    void readParts(ReadMention& read) const;
    void readBare(ReadMention& read, const std::vector<ReadMention>& all, const Query& query,
                  gazetteer::UnitIndex context) const;
    void collectAreas(ReadMention& read, Date asOf) const;
    void preferLargest(ReadMention& read, Date asOf) const;
    void readInitials(ReadMention& read) const;
    void readShortened(ReadMention& read) const;
    void scan(ReadMention& read, SpellingView letters, std::span<const NameIndexId> pool,
              std::uint8_t levels, double limit, double cost) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const NameIndex& m_names;
    const Lineage& m_areas;
    MentionBounds m_bounds;
};

/// How many slips a name of so many letters can have before any other name would do as well.
double slipsAllowed(std::size_t letters);

} // namespace terroir::geocode
