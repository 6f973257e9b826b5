#pragma once

#include "core/geocode/running_text.hpp"

#include <vector>

namespace terroir::geocode {

/// Moves the borders of mentions to where the gazetteer's names have theirs. Immutable, safe from
/// several threads.
class MentionBounds {
public:
    MentionBounds(const gazetteer::Gazetteer& gazetteer, const NameIndex& names,
                  const Lineage& areas)
        : m_gazetteer(gazetteer), m_names(names), m_areas(areas),
          m_running(gazetteer, names, areas) {}

    /// Type words after names go to them, names that begin with a type word get it back, names
    /// with a dash or "và" in them become one mention, and a name in front of its parents without
    /// a comma ("Nậm Mạ Lai Châu") becomes several.
    void settle(std::vector<Mention>& mentions) const;

private:
    void dropForeign(std::vector<Mention>& mentions) const;
    static void dropCountry(std::vector<Mention>& mentions);
    static void takeTypesBehind(std::vector<Mention>& mentions);
    void takeLastWord(std::vector<Mention>& mentions, std::size_t second) const;
    void restoreNames(std::vector<Mention>& mentions) const;
    void joinNames(std::vector<Mention>& mentions) const;
    void separateParents(std::vector<Mention>& mentions) const;
    bool isName(const Mention& mention, SpellingView letters) const;
    std::size_t parentAtEnd(const Mention& mention, LineageId within,
                            gazetteer::UnitIndex& parent) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const NameIndex& m_names;
    const Lineage& m_areas;
    RunningText m_running;
};

} // namespace terroir::geocode
