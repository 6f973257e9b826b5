#include "core/geocode/named_units.hpp"

#include "core/geocode/difference.hpp"

#include <algorithm>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitIndex;

/// Calls use(unit) for every bearer until it says true.
template <typename Use>
void NamedUnits::forEach(SpellingView name, std::uint8_t levels, Use use) const {
    if (name.empty())
        return;
    const bool usesMarks = std::any_of(name.begin(), name.end(), isMarked);
    for (const NameIndex::Name& known : m_names.find(name)) {
        if ((known.levels & levels) == 0 ||
            difference(name, known.letters, usesMarks, 9).cost > equalCost)
            continue;
        for (const Bearer& bearer : m_names.bearers(known))
            if ((NameIndex::bit(m_gazetteer.unit(bearer.unit).level) & levels) != 0 &&
                use(bearer.unit))
                return;
    }
}

std::uint8_t NamedUnits::levelsOf(SpellingView name) const {
    std::uint8_t levels = 0;
    if (name.empty())
        return levels;
    const bool usesMarks = std::any_of(name.begin(), name.end(), isMarked);
    for (const NameIndex::Name& known : m_names.find(name))
        if (difference(name, known.letters, usesMarks, 9).cost <= equalCost)
            levels |= known.levels;
    return levels;
}

bool NamedUnits::liesIn(SpellingView name, std::uint8_t levels, LineageId area) const {
    bool lies = false;
    forEach(name, levels, [&](UnitIndex unit) {
        const auto areas = m_lineage.ever(unit);
        lies = (m_lineage.everBits(unit) & Lineage::bitOf(area)) != 0 &&
               m_lineage.of(unit) != area && std::binary_search(areas.begin(), areas.end(), area);
        return lies;
    });
    return lies;
}

bool NamedUnits::liesInAny(SpellingView name, std::uint8_t levels,
                           const std::vector<LineageId>& areas) const {
    return std::any_of(areas.begin(), areas.end(),
                       [&](LineageId area) { return liesIn(name, levels, area); });
}

std::vector<LineageId> NamedUnits::areasOf(SpellingView name, std::uint8_t levels) const {
    std::vector<LineageId> areas;
    forEach(name, levels, [&](UnitIndex unit) {
        areas.push_back(m_lineage.of(unit));
        return false;
    });
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    return areas;
}

std::vector<LineageId> NamedUnits::parentsOf(SpellingView name, std::uint8_t levels,
                                             Level parent) const {
    std::vector<LineageId> parents;
    forEach(name, levels, [&](UnitIndex unit) {
        for (UnitIndex up = m_gazetteer.unit(unit).parent; up != gazetteer::noUnit;
             up = m_gazetteer.unit(up).parent)
            if (m_gazetteer.unit(up).level == parent)
                parents.push_back(m_lineage.of(up));
        return false;
    });
    std::sort(parents.begin(), parents.end());
    parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
    return parents;
}

bool NamedUnits::isOfType(SpellingView name, std::uint8_t level, std::string_view type) const {
    bool is = false;
    forEach(name, level, [&](UnitIndex unit) {
        is = m_gazetteer.unit(unit).type == type;
        return is;
    });
    return is;
}

bool NamedUnits::inForce(SpellingView name, std::uint8_t level, Date day) const {
    bool is = false;
    forEach(name, level, [&](UnitIndex unit) {
        is = m_gazetteer.unit(unit).valid.contains(day);
        return is;
    });
    return is;
}

} // namespace terroir::geocode
