#include "core/figures/newest_years.hpp"

#include "core/base/key_table.hpp"
#include "core/figures/same_ground.hpp"
#include "core/figures/same_thing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
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
          m_things(records), m_ground(gazetteer), m_choices(selected.size()),
          m_isUsed(gazetteer.units().size()) {
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
            m_rules.tryEmplace(std::uint64_t(row.kind) << 32U | row.indicator);
        if (isNew)
            rule = figures::yearsRuleOf(m_request, m_records, record);
        return rule;
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
            m_holders.tryEmplace(one.key).first.add(one.holder);
            for (const At& at : places)
                if (at.unit != noUnit)
                    m_isUsed[at.unit] = true;
        }
        m_areErasMixed = areErasMixed();
        for (Dated& one : m_dated) {
            if (one.holder == 0)
                one.holder = holdersOf(one).only();
            note(m_years, mixed(one.key, one.holder), one);
            if (!m_areErasMixed)
                continue;
            for (const At& at : placesOf(one))
                if (at.unit != noUnit) {
                    m_holdersOfUnit.tryEmplace(keyOf(one.thing, at)).first.add(one.holder);
                    note(m_yearsOfUnit, mixed(keyOf(one.thing, at), one.holder), one);
                }
        }
    }

    void note(KeyTable<Years>& years, std::uint64_t key, const Dated& one) const {
        const int year = one.years.last;
        const auto [known, isNew] = years.tryEmplace(key, Years{year, year, year});
        if (!isNew && isBetter(year, known.best))
            known.best = year;
        known.first = std::min(known.first, year);
        known.last = std::max(known.last, year);
    }

    const Years& yearsOfPlace(const Dated& one) const {
        return *m_years.find(mixed(one.key, one.holder));
    }
    const Holders& holdersOf(const Dated& one) const { return *m_holders.find(one.key); }

    /// Most tables name units of one day.
    bool areErasMixed() {
        for (UnitIndex unit = 0; unit < m_isUsed.size(); ++unit) {
            if (!m_isUsed[unit])
                continue;
            const auto others = m_ground.of(unit);
            if (std::any_of(others.begin(), others.end(),
                            [&](const OtherEra& other) { return m_isUsed[other.unit]; }))
                return true;
        }
        return false;
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
        const auto [unit, isNew] = m_units.tryEmplace(uid, noUnit);
        if (isNew)
            unit = m_gazetteer.find(m_records.text(uid));
        return unit;
    }

    void leave(const Dated& one) {
        choiceOf(one).left = one.years.last > m_wanted ? OtherYear::Later : OtherYear::Earlier;
    }

    /// The years that the thing has in a unit of another day, by the same holder as far as known;
    /// null: it has none.
    const Years* yearsIn(const Dated& one, const At& at) const {
        const std::uint64_t key = keyOf(one.thing, at);
        const Holders* const holders = m_holdersOfUnit.find(key);
        if (holders == nullptr)
            return nullptr;
        std::uint64_t holder = one.holder;
        if (holder == 0 && !holdersOf(one).areSeveral)
            holder = holders->only();
        else if (holder != 0 && holders->first == 0 && !holdersOf(one).areSeveral)
            holder = 0;
        return m_yearsOfUnit.find(mixed(key, holder));
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
                if (!m_isUsed[other.unit])
                    continue;
                const Years* const years = yearsIn(one, {other.unit, at.text});
                if (years == nullptr || !isBetter(years->best, one.years.last))
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
        KeyTable<Period> firstPeriods;
        std::unordered_map<std::uint64_t, std::vector<Period>> periods; // where they are several
        for (const Dated& one : m_dated) {
            if (choiceOf(one).left)
                continue;
            const std::uint64_t key = mixed(one.key, one.holder);
            const auto [first, isNew] = firstPeriods.tryEmplace(key, one.period);
            if (isNew || first == one.period)
                continue;
            std::vector<Period>& known = periods.try_emplace(key, 1, first).first->second;
            if (std::find(known.begin(), known.end(), one.period) == known.end())
                known.push_back(one.period);
        }
        if (periods.empty())
            return;
        for (const Dated& one : m_dated) {
            if (choiceOf(one).left || isOfYears(one.period))
                continue;
            const auto known = periods.find(mixed(one.key, one.holder));
            if (known != periods.end() &&
                std::any_of(known->second.begin(), known->second.end(), [&](const Period& other) {
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
        KeyTable<Years> named;
        for (const Dated& one : m_dated)
            if (one.holder != 0 && !choiceOf(one).left && holdersOf(one).areSeveral)
                note(named, one.key, one);
        if (named.size() == 0)
            return;
        for (const Dated& one : m_dated)
            if (one.holder == 0 && !choiceOf(one).left)
                if (const Years* const others = named.find(one.key); others != nullptr)
                    choiceOf(one).mayOverlap = choiceOf(one).mayOverlap ||
                                               others->first != one.years.last ||
                                               others->last != one.years.last;
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
    KeyTable<YearsRule> m_rules;       ///< by kind and indicator
    KeyTable<Holders> m_holders;       ///< by thing and places
    KeyTable<Years> m_years;           ///< by thing, places and holder
    KeyTable<Holders> m_holdersOfUnit; ///< by thing and each place
    KeyTable<Years> m_yearsOfUnit;     ///< by thing, each place and holder
    KeyTable<UnitIndex> m_units;       ///< by text
    std::vector<bool> m_isUsed;        ///< units that records name
    Places m_places;                   ///< of the last record
};

} // namespace

std::optional<YearSpan> yearSpanOf(const Period& period) {
    if (period.from.isOpen() && period.to.isOpen())
        return std::nullopt;
    const int last = period.to.isOpen() ? period.from.year() : period.to.previousDay().year();
    return YearSpan{period.from.isOpen() ? last : period.from.year(), last};
}

YearsRule yearsRuleOf(const Request& request, const CompactRecords& records, std::size_t record) {
    if (records::countsNames(request.measure))
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
