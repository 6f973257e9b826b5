#include "core/figures/newest_years.hpp"

#include "core/figures/same_ground.hpp"
#include "core/figures/same_thing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::CompactRecords;
using records::YearsRule;

namespace {

/// A place of a record, on units of some day.
struct At {
    UnitIndex unit = noUnit;
    CompactRecords::Text text = 0;
    auto operator<=>(const At&) const = default;
};
using Places = std::vector<At>; ///< sorted, each once

void tidy(Places& places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

std::uint64_t keyOf(std::uint64_t thing, const At& at) {
    return mixed(mixed(thing, at.unit), at.text);
}

std::uint64_t keyOf(std::uint64_t thing, const Places& places) {
    for (const At& at : places)
        thing = keyOf(thing, at);
    return thing;
}

/// Who holds a thing in a place, of those who are named.
struct Holders {
    std::uint64_t first = 0; ///< 0: nobody is named
    bool areSeveral = false;
    void add(std::uint64_t holder) {
        areSeveral = areSeveral || (first != 0 && holder != 0 && holder != first);
        first = first == 0 ? holder : first;
    }
    /// The one that somebody who is not named is taken for.
    std::uint64_t only() const { return areSeveral ? 0 : first; }
};

class Chooser {
public:
    Chooser(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
            const Request& request, std::span<const std::size_t> selected)
        : m_gazetteer(gazetteer), m_records(records), m_request(request), m_selected(selected),
          m_things(records), m_ground(gazetteer), m_choices(selected.size()) {
        const auto& period = request.selection.period;
        const auto years = period ? yearSpanOf(*period) : std::nullopt;
        m_wanted = years && !period->to.isOpen() ? years->last : request.asOf.year();
    }

    std::vector<YearChoice> run() {
        findYears();
        if (!m_areSeveral)
            return std::move(m_choices);
        findThings();
        for (const Dated& one : m_dated)
            if (isBetter(yearsOfPlace(one).best, one.years.last))
                leave(one);
            else
                lookAtGround(one);
        chooseWithinYears();
        sayOverlaps();
        leaveOldParts();
        return std::move(m_choices);
    }

private:
    struct Dated {
        std::size_t at = 0; ///< in m_selected
        YearSpan years;
        Period period;
        std::uint64_t thing = 0;
        std::uint64_t key = 0; ///< of the thing in its places
        std::uint64_t holder = 0;
    };
    /// The best and the other end of the years that a thing has figures of.
    struct Years {
        int best = 0, first = 0, last = 0;
    };
    const CompactRecords::Row& rowOf(const Dated& one) const {
        return m_records[m_selected[one.at]];
    }
    YearChoice& choiceOf(const Dated& one) { return m_choices[one.at]; }

    void findYears() {
        for (std::size_t i = 0; i < m_selected.size(); ++i) {
            if (yearsRuleOf(m_selected[i]) != YearsRule::Newest)
                continue;
            const auto period = records::periodOf(m_records, m_selected[i], m_request.sources);
            const auto years = period ? yearSpanOf(*period) : std::nullopt;
            if (!years)
                continue;
            m_dated.push_back({i, *years, *period});
            m_areSeveral = m_areSeveral || *period != m_dated.front().period;
        }
    }

    YearsRule yearsRuleOf(std::size_t record) {
        const CompactRecords::Row& row = m_records[record];
        const auto [rule, isNew] =
            m_rules.try_emplace(std::uint64_t(row.kind) << 32U | row.indicator);
        if (isNew)
            rule->second = figures::yearsRuleOf(m_request, m_records, record);
        return rule->second;
    }

    /// A year as good as the other is not better.
    bool isBetter(int year, int other) const {
        if ((year <= m_wanted) != (other <= m_wanted))
            return year <= m_wanted;
        return year <= m_wanted ? year > other : year < other;
    }

    void findThings() {
        for (Dated& one : m_dated) {
            one.thing = m_things.thingOf(m_selected[one.at]);
            one.holder = m_things.holderOf(m_selected[one.at]);
            const Places& places = placesOf(one);
            one.key = keyOf(one.thing, places);
            m_holders[one.key].add(one.holder);
            for (const At& at : places)
                if (at.unit != noUnit)
                    m_unitsUsed.insert(at.unit);
        }
        m_areErasMixed = areErasMixed();
        for (Dated& one : m_dated) {
            if (one.holder == 0)
                one.holder = m_holders.at(one.key).only();
            note(m_years, mixed(one.key, one.holder), one);
            if (!m_areErasMixed)
                continue;
            for (const At& at : placesOf(one))
                if (at.unit != noUnit) {
                    m_holdersOfUnit[keyOf(one.thing, at)].add(one.holder);
                    note(m_yearsOfUnit, mixed(keyOf(one.thing, at), one.holder), one);
                }
        }
    }

    void note(std::unordered_map<std::uint64_t, Years>& years, std::uint64_t key,
              const Dated& one) const {
        const int year = one.years.last;
        const auto [at, isNew] = years.try_emplace(key, Years{year, year, year});
        Years& known = at->second;
        if (!isNew && isBetter(year, known.best))
            known.best = year;
        known.first = std::min(known.first, year);
        known.last = std::max(known.last, year);
    }

    const Years& yearsOfPlace(const Dated& one) const {
        return m_years.at(mixed(one.key, one.holder));
    }

    /// Most tables name units of one day.
    bool areErasMixed() {
        return std::any_of(m_unitsUsed.begin(), m_unitsUsed.end(), [&](UnitIndex unit) {
            const auto others = m_ground.of(unit);
            return std::any_of(others.begin(), others.end(), [&](const OtherEra& other) {
                return m_unitsUsed.contains(other.unit);
            });
        });
    }

    const Places& placesOf(const Dated& one) {
        m_places.clear();
        for (const CompactRecords::PlaceOf& place : m_records.places(m_selected[one.at])) {
            if ((place.role == records::PlaceRole::NameComponent) !=
                (m_request.places == records::PlaceUse::Names))
                continue;
            m_places.push_back({place.isMatched ? unitOf(place.unit) : noUnit, place.text});
        }
        tidy(m_places);
        return m_places;
    }

    UnitIndex unitOf(CompactRecords::Text uid) {
        const auto [unit, isNew] = m_units.try_emplace(uid, noUnit);
        if (isNew)
            unit->second = m_gazetteer.find(m_records.text(uid));
        return unit->second;
    }

    void leave(const Dated& one) {
        choiceOf(one).left = one.years.last > m_wanted ? OtherYear::Later : OtherYear::Earlier;
    }

    /// The years that the thing has in a unit of another day, by the same holder as far as known.
    std::optional<Years> yearsIn(const Dated& one, const At& at) const {
        const std::uint64_t key = keyOf(one.thing, at);
        const auto holders = m_holdersOfUnit.find(key);
        if (holders == m_holdersOfUnit.end())
            return std::nullopt;
        std::uint64_t holder = one.holder;
        if (holder == 0 && !m_holders.at(one.key).areSeveral)
            holder = holders->second.only();
        else if (holder != 0 && holders->second.first == 0 && !m_holders.at(one.key).areSeveral)
            holder = 0;
        const auto years = m_yearsOfUnit.find(mixed(key, holder));
        return years == m_yearsOfUnit.end() ? std::nullopt : std::optional(years->second);
    }

    /// Leaves a figure out whose ground has a better one, as a part of units of another day.
    void lookAtGround(const Dated& one) {
        if (!m_areErasMixed)
            return;
        double all = 0, successors = 0;
        const Places places = placesOf(one);
        for (const At& at : places) {
            if (at.unit == noUnit)
                continue;
            double covered = 0, bySuccessors = 0;
            for (const OtherEra& other : m_ground.of(at.unit)) {
                if (!m_unitsUsed.contains(other.unit))
                    continue;
                const auto years = yearsIn(one, {other.unit, at.text});
                if (!years || !isBetter(years->best, one.years.last))
                    continue;
                covered += other.share;
                if (other.isLater && levelOf(other.unit) == levelOf(at.unit))
                    bySuccessors += other.share;
            }
            all += std::min(covered, 1.0) / double(places.size());
            successors += std::min(bySuccessors, 1.0) / double(places.size());
        }
        constexpr double most = 0.5;
        if (successors >= groundNoise || all >= most ||
            (all >= groundNoise && one.years.last > m_wanted))
            leave(one);
        else
            choiceOf(one).mayOverlap = all >= groundNoise;
    }

    gazetteer::Level levelOf(UnitIndex unit) const { return m_gazetteer.unit(unit).level; }

    /// Of the figures of one year of a thing in its places.
    void chooseWithinYears() {
        std::unordered_map<std::uint64_t, std::vector<Period>> periods;
        for (const Dated& one : m_dated)
            if (!choiceOf(one).left) {
                std::vector<Period>& known = periods[mixed(one.key, one.holder)];
                if (std::find(known.begin(), known.end(), one.period) == known.end())
                    known.push_back(one.period);
            }
        for (const Dated& one : m_dated) {
            if (choiceOf(one).left || isOfYears(one.period))
                continue;
            const std::vector<Period>& known = periods.at(mixed(one.key, one.holder));
            if (std::any_of(known.begin(), known.end(), [&](const Period& other) {
                    return standsForPart(other, one.period, addsUp(one));
                }))
                choiceOf(one).left = OtherYear::WithinYear;
        }
    }

    static bool isOfYears(const Period& period) {
        return period.from.isOpen() || period.to.isOpen() ||
               period.from.year() != period.to.previousDay().year();
    }

    /// What is done in a time; anything else stands at the end of it.
    bool addsUp(const Dated& one) const {
        return m_records.text(rowOf(one).indicator).starts_with("output");
    }

    /// Whether a figure of `period`, a time within one year, does not count beside one of `other`.
    static bool standsForPart(const Period& other, const Period& period, bool addsUp) {
        if (isOfYears(other) || other == period)
            return false;
        if (other.from <= period.from && period.to <= other.to)
            return true;
        return !addsUp && other.from.year() == period.from.year() && period.to < other.to;
    }

    /// Of figures that name nobody where several hold the thing, each in years of its own.
    void sayOverlaps() {
        std::unordered_map<std::uint64_t, Years> named;
        for (const Dated& one : m_dated)
            if (one.holder != 0 && !choiceOf(one).left && m_holders.at(one.key).areSeveral)
                note(named, one.key, one);
        for (const Dated& one : m_dated)
            if (one.holder == 0 && !choiceOf(one).left)
                if (const auto others = named.find(one.key); others != named.end())
                    choiceOf(one).mayOverlap = choiceOf(one).mayOverlap ||
                                               others->second.first != one.years.last ||
                                               others->second.last != one.years.last;
    }

    /// Parts of earlier years beside totals of their group that are all of later ones: the newest
    /// total holds what the parts have become.
    void leaveOldParts() {
        using Group = std::array<CompactRecords::Text, 4>;
        const auto groupOf = [&](const Dated& one) {
            const CompactRecords::Row& row = rowOf(one);
            return Group{row.source, row.group, row.category, row.indicator};
        };
        std::map<Group, int> firstYears;
        for (const Dated& one : m_dated)
            if (rowOf(one).scope == records::Scope::Aggregate && !choiceOf(one).left) {
                const auto [year, isNew] = firstYears.try_emplace(groupOf(one), one.years.first);
                year->second = std::min(year->second, one.years.first);
            }
        if (firstYears.empty())
            return;
        for (const Dated& one : m_dated)
            if (rowOf(one).scope == records::Scope::Part)
                if (const auto year = firstYears.find(groupOf(one));
                    year != firstYears.end() && one.years.last < year->second &&
                    year->second <= m_wanted)
                    leave(one);
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const CompactRecords& m_records;
    const Request& m_request;
    std::span<const std::size_t> m_selected;
    SameThing m_things;
    SameGround m_ground;
    std::vector<YearChoice> m_choices; ///< beside m_selected
    int m_wanted = 0;                  ///< the year that is looked for
    bool m_areSeveral = false, m_areErasMixed = false;
    std::vector<Dated> m_dated;
    std::unordered_map<std::uint64_t, YearsRule> m_rules;       ///< by kind and indicator
    std::unordered_map<std::uint64_t, Holders> m_holders;       ///< by thing and places
    std::unordered_map<std::uint64_t, Years> m_years;           ///< by thing, places and holder
    std::unordered_map<std::uint64_t, Holders> m_holdersOfUnit; ///< by thing and each place
    std::unordered_map<std::uint64_t, Years> m_yearsOfUnit;     ///< by thing, each place and holder
    std::unordered_map<CompactRecords::Text, UnitIndex> m_units;
    std::unordered_set<UnitIndex> m_unitsUsed;
    Places m_places; ///< of the last record
};

} // namespace

std::optional<YearSpan> yearSpanOf(const Period& period) {
    if (period.from.isOpen() && period.to.isOpen())
        return std::nullopt;
    const int last = period.to.isOpen() ? period.from.year() : period.to.previousDay().year();
    return YearSpan{period.from.isOpen() ? last : period.from.year(), last};
}

YearsRule yearsRuleOf(const Request& request, const CompactRecords& records, std::size_t record) {
    if (request.measure == records::Measure::Subjects)
        return YearsRule::All; // each once, whatever the years
    return request.years.value_or(records::yearsRuleOf(records.text(records[record].kind),
                                                       records.text(records[record].indicator)));
}

std::vector<YearChoice> chooseYears(const gazetteer::Gazetteer& gazetteer,
                                    const CompactRecords& records, const Request& request,
                                    std::span<const std::size_t> selected) {
    return Chooser(gazetteer, records, request, selected).run();
}

} // namespace terroir::figures
