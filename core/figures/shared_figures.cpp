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
        if (group.size() < 2 || group.size() == m_units.size())
            return {};
        return {group.begin(), group.end()};
    }

private:
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
    return layer.layer->type == theme::LayerType::Categories ? shared.category.has_value()
                                                             : layer.hasData(shared);
}

} // namespace

std::map<UnitGroup, SharedFigures> sharedFigures(std::span<const Figures> series,
                                                 std::span<const UnitIndex> units, Level level,
                                                 const gazetteer::Gazetteer& gazetteer, Date asOf) {
    std::map<UnitGroup, SharedFigures> groups;
    const GroupFinder finder(units, level, gazetteer, asOf);
    for (std::size_t i = 0; i < series.size(); ++i)
        for (const NotAttributed& entry : series[i].notAttributed) {
            UnitGroup group = finder.groupOf(entry);
            if (group.empty())
                continue;
            const auto [at, isNew] = groups.try_emplace(std::move(group));
            SharedFigures& shared = at->second;
            if (isNew) {
                shared.cells.resize(series.size());
                shared.named = entry.named;
            } else if (shared.named != entry.named) {
                shared.named = noUnit;
            }
            if (!shared.cells[i])
                shared.cells[i].emplace();
            add(*shared.cells[i], entry);
        }
    return groups;
}

void fillFromGroups(EvaluatedLayer& layer) {
    std::map<UnitIndex, std::size_t> sizes;
    for (const auto& [group, shared] : layer.shared) {
        if (!fills(layer, shared))
            continue;
        for (const UnitIndex unit : group) {
            if (layer.hasData(unit))
                continue;
            const auto [size, isNew] = sizes.try_emplace(unit, group.size());
            if (!isNew && size->second <= group.size())
                continue;
            size->second = group.size();
            layer.filledBy[unit] = &shared;
        }
    }
    for (const auto& [unit, shared] : layer.filledBy) {
        if (shared->category)
            ++layer.categories[*shared->category].sharedCount;
        else if (const auto value = layer.classified(*shared); value && !layer.classes.empty())
            if (const auto at = layer.breaks.classOf(*value))
                ++layer.classes[*at].sharedCount;
    }
}

} // namespace terroir::figures
