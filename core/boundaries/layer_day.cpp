#include "core/boundaries/layer_day.hpp"

#include "core/gazetteer/succession.hpp"
#include "core/gazetteer/versions.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// Of the units' points, with a margin for what they stand for.
geometry::Box countryOf(const Gazetteer& gazetteer) {
    constexpr double margin = 1; // degree
    geometry::Box box;
    for (const gazetteer::Unit& unit : gazetteer.units())
        if (unit.point)
            box.expand(geometry::Box{unit.point->lon - margin, unit.point->lat - margin,
                                     unit.point->lon + margin, unit.point->lat + margin});
    return box;
}

/// Points for what a candidate explains: the code counts as much as name and area together.
int weightOf(bool isByCode, std::optional<bool> isAreaRight) {
    return (isByCode ? 2 : 1) + (isAreaRight.value_or(true) ? 1 : 0);
}

int weightOf(const DayFit& fit) {
    return int(3 * fit.byCode + 2 * fit.byName - fit.areasOff);
}

} // namespace

/// The units of a level, of all times, by name; and the keys of each.
class LayerDay::Names {
public:
    Names(const Gazetteer& gazetteer, Level level) : m_gazetteer(gazetteer) {
        for (UnitIndex unit = 0; unit < gazetteer.units().size(); ++unit)
            if (gazetteer.unit(unit).level == level)
                add(unit, gazetteer.unit(unit).name);
        for (const auto& [unit, alias] : gazetteer.aliases())
            if (gazetteer.unit(unit).level == level)
                add(unit, alias);
    }

    std::vector<UnitIndex> named(const std::string& name) const {
        std::vector<UnitIndex> units;
        for (const std::string& key : nameKeys(name))
            if (const auto found = m_byName.find(key); found != m_byName.end())
                units.insert(units.end(), found->second.begin(), found->second.end());
        return units;
    }

    /// noUnit when none is recorded.
    UnitIndex provinceOf(UnitIndex unit) const {
        return m_gazetteer.ancestorAt(unit, Level::Province,
                                      gazetteer::dayOf(m_gazetteer.unit(unit), Date::today()));
    }
    const std::string& provinceCodeOf(UnitIndex unit) const {
        static const std::string none;
        const UnitIndex province = provinceOf(unit);
        return province == noUnit ? none : m_gazetteer.unit(province).code;
    }

private:
    void add(UnitIndex unit, const std::string& name) {
        auto& units = m_byName[nameKey(name)];
        if (units.empty() || units.back() != unit)
            units.push_back(unit);
    }

    const Gazetteer& m_gazetteer;
    std::unordered_map<std::string, std::vector<UnitIndex>> m_byName;
};

Date DayFit::day() const {
    if (!period.to.isOpen())
        return period.to.previousDay();
    return period.from.isOpen() ? Date::today() : period.from;
}

bool DayFit::isPlausible() const {
    return 3 * unmatched() <= sightings && 3 * byName <= sightings && 10 * areasOff <= areas;
}

bool DayFit::isBetterThan(const DayFit& other) const {
    return weightOf(*this) > weightOf(other);
}

LayerDay::LayerDay(const Gazetteer& gazetteer, Level level, std::span<const Sighting> sightings)
    : m_gazetteer(gazetteer) {
    const Names names(gazetteer, level);
    const geometry::Box country = countryOf(gazetteer);
    for (std::size_t i = 0; i < sightings.size(); ++i) {
        m_candidates.push_back(candidatesFor(sightings[i], names, level));
        if (isElsewhere(sightings[i], m_candidates.back(), country))
            m_elsewhere.push_back(i);
    }
    findBest();
}

/// Drops the candidates that are known to lie elsewhere.
bool LayerDay::isElsewhere(const Sighting& sighting, std::vector<Candidate>& candidates,
                           const geometry::Box& country) const {
    if (sighting.box.isEmpty()) // it has no polygon
        return false;
    const bool isAbroad = !sighting.box.meets(country);
    const std::size_t dropped = std::erase_if(candidates, [&](const Candidate& candidate) {
        return isAbroad || !isNear(m_gazetteer, candidate.unit, sighting.box).value_or(true);
    });
    return isAbroad || (dropped > 0 && candidates.empty());
}

std::vector<LayerDay::Candidate> LayerDay::candidatesFor(const Sighting& sighting,
                                                         const Names& names, Level level) const {
    const Mention& mention = sighting.mention;
    std::vector<Candidate> out;
    const auto add = [&](UnitIndex unit, bool isByCode) {
        const auto& known = m_gazetteer.unit(unit).areaKm2;
        Candidate candidate{unit, isByCode, {}};
        if (known && *known > 0 && sighting.areaKm2 > 0)
            candidate.isAreaRight = std::abs(sighting.areaKm2 - *known) <= maxAreaError * *known;
        out.push_back(candidate);
    };
    std::vector<UnitIndex> versions =
        mention.code.empty() ? std::vector<UnitIndex>() : m_gazetteer.versions(mention.code);
    std::erase_if(versions, [&](UnitIndex unit) { return m_gazetteer.unit(unit).level != level; });
    if (mention.name.empty()) {
        for (const UnitIndex unit : versions)
            add(unit, true);
        return out;
    }
    const std::vector<UnitIndex> named = names.named(mention.name);
    const auto isWrittenProvince = [&](UnitIndex unit) {
        const UnitIndex province = names.provinceOf(unit);
        return province != noUnit && isProvince(m_gazetteer.unit(province), mention.province);
    };
    std::set<std::string> provinces;
    for (const UnitIndex unit : versions) {
        provinces.insert(names.provinceCodeOf(unit));
        if (std::find(named.begin(), named.end(), unit) != named.end())
            add(unit, true);
    }
    for (const UnitIndex unit : named) {
        if (std::find(versions.begin(), versions.end(), unit) != versions.end())
            continue;
        const bool isHere = !versions.empty() ? provinces.contains(names.provinceCodeOf(unit))
                            : !mention.province.empty()
                                ? isWrittenProvince(unit)
                                : isNear(m_gazetteer, unit, sighting.box).value_or(false);
        if (isHere)
            add(unit, mention.code.empty());
    }
    return out;
}

const LayerDay::Candidate* LayerDay::candidateOn(const std::vector<Candidate>& candidates,
                                                 Date day) const {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates)
        if (m_gazetteer.unit(candidate.unit).valid.contains(day) &&
            (best == nullptr || weightOf(candidate.isByCode, candidate.isAreaRight) >
                                    weightOf(best->isByCode, best->isAreaRight)))
            best = &candidate;
    return best;
}

DayFit LayerDay::fitOn(Date day) const {
    DayFit fit;
    fit.period = {day, day.nextDay()};
    fit.sightings = m_candidates.size();
    for (const auto& candidates : m_candidates) {
        const Candidate* candidate = candidateOn(candidates, day);
        if (candidate == nullptr)
            continue;
        ++(candidate->isByCode ? fit.byCode : fit.byName);
        if (candidate->isByCode && candidate->isAreaRight) {
            ++fit.areas;
            fit.areasOff += *candidate->isAreaRight ? 0 : 1;
        }
    }
    return fit;
}

std::vector<UnitIndex> LayerDay::groundsOn(Date day) const {
    std::vector<UnitIndex> grounds;
    for (const auto& candidates : m_candidates) {
        const Candidate* candidate = candidateOn(candidates, day);
        if (candidate == nullptr) {
            grounds.push_back(noUnit);
            continue;
        }
        const auto versions = gazetteer::sameGround(m_gazetteer, candidate->unit);
        grounds.push_back(*std::min_element(versions.begin(), versions.end()));
    }
    return grounds;
}

void LayerDay::findBest() {
    std::set<Date> changes;
    for (const auto& candidates : m_candidates)
        for (const Candidate& candidate : candidates) {
            changes.insert(m_gazetteer.unit(candidate.unit).valid.from);
            changes.insert(m_gazetteer.unit(candidate.unit).valid.to);
        }
    for (auto from = changes.begin(); from != changes.end() && std::next(from) != changes.end();
         ++from) {
        DayFit fit = fitOn(*from);
        fit.period = {*from, *std::next(from)};
        if (fit.byCode + fit.byName == 0 || (!m_best.empty() && m_best[0].isBetterThan(fit)))
            continue;
        if (!m_best.empty() && fit.isBetterThan(m_best[0]))
            m_best.clear();
        if (!m_best.empty() && m_best.back().period.to == *from &&
            groundsOn(*from) == groundsOn(m_best.back().period.from))
            m_best.back().period.to = fit.period.to;
        else
            m_best.push_back(fit);
    }
}

} // namespace terroir::boundaries
