#include "core/figures/shared_figures.hpp"

#include <algorithm>
#include <set>

namespace terroir::figures {

namespace {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using Reason = NotAttributed::Reason;

/// The communes of districts, sought once for each.
class GroupFinder {
public:
    GroupFinder(std::span<const UnitIndex> units, Level level,
                const gazetteer::Gazetteer& gazetteer, Date asOf)
        : m_units(units.begin(), units.end()), m_level(level), m_gazetteer(gazetteer) {
        for (const UnitIndex unit : units)
            if (const UnitIndex district = gazetteer.ancestorAt(unit, Level::District, asOf);
                district != noUnit && district != unit)
                m_unitsOf[district].push_back(unit);
        m_asOf = asOf;
    }

    /// Empty when the places are no group of units shown.
    UnitGroup groupOf(const NotAttributed& entry) const {
        if (entry.reason != Reason::SeveralUnits && entry.reason != Reason::CoarserLevel)
            return {};
        std::set<UnitIndex> group;
        for (const UnitIndex place : entry.places) {
            const UnitIndex unit = m_gazetteer.ancestorAt(place, m_level, m_asOf);
            if (m_units.contains(unit)) {
                group.insert(unit);
                continue;
            }
            const auto below = m_unitsOf.find(place);
            if (below == m_unitsOf.end())
                return {};
            group.insert(below->second.begin(), below->second.end());
        }
        if (group.size() < 2 || (group.size() == m_units.size() && !isFormerDistrict(entry.named)))
            return {};
        return {group.begin(), group.end()};
    }

private:
    bool isFormerDistrict(UnitIndex unit) const {
        return unit != noUnit && m_gazetteer.unit(unit).level == Level::District &&
               !m_gazetteer.unit(unit).valid.contains(m_asOf);
    }

    std::set<UnitIndex> m_units;
    Level m_level;
    const gazetteer::Gazetteer& m_gazetteer;
    Date m_asOf;
    std::map<UnitIndex, std::vector<UnitIndex>> m_unitsOf; ///< of a district
};

void add(Cell& cell, const NotAttributed& entry) {
    cell.value += entry.value;
    cell.lowerBound = cell.lowerBound || entry.lowerBound;
    cell.approximate = cell.approximate || entry.approximate;
    cell.records.insert(cell.records.end(), entry.records.begin(), entry.records.end());
    for (const std::string& subject : entry.subjects)
        if (std::find(cell.subjects.begin(), cell.subjects.end(), subject) == cell.subjects.end())
            cell.subjects.push_back(subject);
}

bool fills(const EvaluatedLayer& layer, const SharedFigures& shared) {
    return theme::hasCategories(layer.layer->type) ? shared.category.has_value()
                                                   : layer.hasData(shared);
}

/// A smaller group says more about its units; of two equal ones the one with the larger figure.
template <class Entry>
bool saysMore(const EvaluatedLayer& layer, const Entry& a, const Entry& b) {
    if (a.first.size() != b.first.size())
        return a.first.size() < b.first.size();
    return layer.classified(a.second) > layer.classified(b.second);
}

} // namespace

std::map<UnitGroup, SharedFigures> sharedFigures(std::span<const Figures> series,
                                                 std::span<const UnitIndex> units, Level level,
                                                 const gazetteer::Gazetteer& gazetteer, Date asOf) {
    std::map<UnitGroup, SharedFigures> groups;
    const GroupFinder finder(units, level, gazetteer, asOf);
    for (std::size_t i = 0; i < series.size(); ++i)
        for (std::size_t j = 0; j < series[i].notAttributed.size(); ++j) {
            const NotAttributed& entry = series[i].notAttributed[j];
            UnitGroup group = finder.groupOf(entry);
            if (group.empty())
                continue;
            const auto [at, isNew] = groups.try_emplace(std::move(group));
            SharedFigures& shared = at->second;
            if (isNew) {
                shared.cells.resize(series.size());
                shared.entries.resize(series.size());
                shared.named = entry.named;
            } else if (shared.named != entry.named) {
                shared.named = noUnit;
            }
            if (!shared.cells[i])
                shared.cells[i].emplace();
            add(*shared.cells[i], entry);
            shared.entries[i].push_back(j);
        }
    return groups;
}

void fillFromGroups(EvaluatedLayer& layer) {
    using Entry = std::pair<const UnitGroup, SharedFigures>;
    std::map<UnitIndex, const Entry*> fillers;
    for (const Entry& entry : layer.shared) {
        if (!fills(layer, entry.second))
            continue;
        for (const UnitIndex unit : entry.first) {
            if (layer.hasData(unit))
                continue;
            const auto [filler, isNew] = fillers.try_emplace(unit, &entry);
            if (!isNew && saysMore(layer, entry, *filler->second))
                filler->second = &entry;
        }
    }
    for (const auto& [unit, filler] : fillers) {
        layer.filledBy[unit] = filler->first;
        const SharedFigures& shared = filler->second;
        if (shared.category)
            ++layer.categories[*shared.category].sharedCount;
        else if (const auto value = layer.classified(shared); value && !layer.classes.empty())
            if (const auto at = layer.breaks.classOf(*value))
                ++layer.classes[*at].sharedCount;
    }
}

} // namespace terroir::figures
