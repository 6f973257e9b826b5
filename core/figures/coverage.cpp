#include "core/figures/coverage.hpp"

#include "core/base/key_table.hpp"
#include "core/gazetteer/territory.hpp"

#include <set>
#include <unordered_map>

namespace terroir::figures {

namespace {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

/// Where places lie on the units one level down; many records name the same ones.
class PartFinder {
public:
    PartFinder(const gazetteer::Gazetteer& gazetteer, Level level, Level below, Date asOf)
        : m_gazetteer(gazetteer), m_level(level), m_below(below), m_asOf(asOf) {}

    struct Parts {
        bool isWhole = false; ///< a unit of the level of the figures, or above it
        std::vector<UnitIndex> units;
    };
    const Parts& of(UnitIndex place) {
        const auto [at, isNew] = m_parts.try_emplace(place);
        if (isNew) {
            at->second.isWhole = m_gazetteer.unit(place).level <= m_level;
            for (const gazetteer::Share& share : m_gazetteer.convert(place, m_asOf))
                if (const UnitIndex part = m_gazetteer.ancestorAt(share.unit, m_below, m_asOf);
                    part != noUnit)
                    at->second.units.push_back(part);
        }
        return at->second;
    }

private:
    const gazetteer::Gazetteer& m_gazetteer;
    Level m_level, m_below;
    Date m_asOf;
    std::unordered_map<UnitIndex, Parts> m_parts;
};

/// What the records of one unit name.
struct Named {
    bool isWhole = false;
    std::set<UnitIndex> parts;
};

} // namespace

Level levelBelow(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer) {
    return evaluated.level == Level::Province &&
                   !gazetteer.unitsAt(Level::District, evaluated.asOf).empty()
               ? Level::District
               : Level::Commune;
}

std::map<UnitIndex, Coverage> coverageOf(const EvaluatedTheme& evaluated,
                                         const gazetteer::Gazetteer& gazetteer,
                                         const records::CompactRecords& records) {
    if (evaluated.level == Level::Commune)
        return {};
    const Level below = levelBelow(evaluated, gazetteer);
    PartFinder finder(gazetteer, evaluated.level, below, evaluated.asOf);
    std::map<UnitIndex, Named> known;
    std::unordered_map<records::CompactRecords::Text, UnitIndex> units;
    const auto unitOf = [&](records::CompactRecords::Text uid) {
        const auto [at, isNew] = units.try_emplace(uid, noUnit);
        if (isNew)
            at->second = gazetteer.find(records.text(uid));
        return at->second;
    };
    KeyTable<bool> seen; // unit and place: many records of a unit name the same places
    const auto add = [&](UnitIndex in, Named& unit, std::size_t record) {
        for (const records::CompactRecords::PlaceOf& place : records.places(record)) {
            if (place.role != records::PlaceRole::NameComponent && place.isMatched &&
                !seen.tryEmplace(std::uint64_t(in) << 32 | place.unit).second)
                continue;
            const UnitIndex named =
                place.role == records::PlaceRole::NameComponent || !place.isMatched
                    ? noUnit
                    : unitOf(place.unit);
            if (named == noUnit)
                continue;
            const PartFinder::Parts& parts = finder.of(named);
            unit.isWhole = unit.isWhole || parts.isWhole;
            unit.parts.insert(parts.units.begin(), parts.units.end());
        }
    };
    for (const EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            if (const theme::Series& series = layer.layer->series[i];
                series.measure == records::Measure::Sum &&
                series.places == records::PlaceUse::Locations)
                for (const auto& [unit, cell] : layer.series[i].cells)
                    for (const std::size_t record : cell.records)
                        add(unit, known[unit], record);
    std::map<UnitIndex, Coverage> coverage;
    for (const auto& [unit, what] : known) {
        if (what.isWhole)
            continue;
        const std::vector<UnitIndex> all =
            gazetteer::unitsWithin(gazetteer, unit, below, evaluated.asOf);
        std::size_t reporting = 0;
        for (const UnitIndex part : all)
            reporting += what.parts.contains(part);
        if (reporting > 0 && reporting < all.size())
            coverage[unit] = {reporting, all.size()};
    }
    return coverage;
}

} // namespace terroir::figures
