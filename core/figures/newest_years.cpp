#include "core/figures/newest_years.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::CompactRecords;
using records::YearsRule;

namespace {

/// 64 bits: two things that differ have the same key by chance once in ten million tables of a
/// million rows.
std::uint64_t mixed(std::uint64_t key, std::uint64_t more) {
    key = (key ^ more) * 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
}

constexpr double sliver = 0.05; ///< share of a unit that went elsewhere and is not looked at

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

std::uint64_t keyOf(std::uint64_t thing, const Places& places) {
    for (const At& at : places)
        thing = mixed(mixed(thing, at.unit), at.text);
    return thing;
}

class Chooser {
public:
    Chooser(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
            const Request& request, std::span<const std::size_t> selected)
        : m_gazetteer(gazetteer), m_records(records), m_request(request), m_selected(selected),
          m_left(selected.size()) {
        const auto& period = request.selection.period;
        const auto years = period ? yearSpanOf(*period) : std::nullopt;
        m_wanted = years && !period->to.isOpen() ? years->last : request.asOf.year();
    }

    std::vector<std::optional<OtherYear>> run() {
        findYears();
        if (!m_areSeveral)
            return std::move(m_left);
        m_years.reserve(m_dated.size());
        for (Dated& one : m_dated) {
            one.key = keyOf(thingOf(one), placesOf(one));
            const auto [year, isNew] = m_years.try_emplace(one.key, one.years.last);
            if (!isNew && isBetter(one.years.last, year->second))
                year->second = one.years.last;
        }
        for (const Dated& one : m_dated)
            if (isBetter(m_years.at(one.key), one.years.last) || hasBetterLater(one))
                leave(one);
        leaveOldParts();
        return std::move(m_left);
    }

private:
    struct Dated {
        std::size_t at = 0; ///< in m_selected
        YearSpan years;
        std::uint64_t key = 0; ///< of the thing in its places
    };
    const CompactRecords::Row& rowOf(const Dated& one) const {
        return m_records[m_selected[one.at]];
    }

    void findYears() {
        for (std::size_t i = 0; i < m_selected.size(); ++i) {
            if (yearsRuleOf(m_selected[i]) != YearsRule::Newest)
                continue;
            const auto period = records::periodOf(m_records, m_selected[i], m_request.sources);
            const auto years = period ? yearSpanOf(*period) : std::nullopt;
            if (!years)
                continue;
            m_dated.push_back({i, *years});
            m_areSeveral = m_areSeveral || years->last != m_dated.front().years.last;
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

    std::uint64_t thingOf(const Dated& one) {
        const CompactRecords::Row& row = rowOf(one);
        std::uint64_t thing = 0;
        for (const CompactRecords::Text text :
             {row.kind, row.indicator, row.category, row.holder, row.code})
            thing = mixed(thing, wordsOf(text));
        const auto subjects = m_records.subjects(m_selected[one.at]);
        if (subjects.size() == 1)
            return mixed(thing, wordsOf(subjects.front()));
        std::vector<std::uint64_t> sorted;
        for (const CompactRecords::Text subject : subjects)
            sorted.push_back(wordsOf(subject));
        std::sort(sorted.begin(), sorted.end());
        for (const std::uint64_t subject : sorted)
            thing = mixed(thing, subject);
        return mixed(thing, sorted.size());
    }

    /// One number for a text however it is written: "Chè" and "chè".
    std::uint64_t wordsOf(CompactRecords::Text text) {
        const auto [words, isNew] = m_words.try_emplace(text, 0);
        if (isNew)
            words->second = std::hash<std::string>()(text::normalize(m_records.text(text)));
        return words->second;
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
        m_left[one.at] = one.years.last > m_wanted ? OtherYear::Later : OtherYear::Earlier;
    }

    /// In what its places have become.
    bool hasBetterLater(const Dated& one) {
        Places places = placesOf(one);
        while (becameOthers(places)) {
            const auto year = m_years.find(keyOf(thingOf(one), places));
            if (year != m_years.end() && isBetter(year->second, one.years.last))
                return true;
        }
        return false;
    }

    /// The places as they were after the first of them had ended. False when none has, or what
    /// became of one is not known.
    bool becameOthers(Places& places) const {
        Date end = Date::end();
        for (const At& at : places)
            if (at.unit != noUnit)
                end = std::min(end, m_gazetteer.unit(at.unit).valid.to);
        if (end.isOpen())
            return false;
        Places after;
        for (const At& at : places) {
            if (at.unit == noUnit || m_gazetteer.unit(at.unit).valid.to != end) {
                after.push_back(at);
                continue;
            }
            const auto shares = m_gazetteer.convert(at.unit, end, sliver);
            if (shares.empty())
                return false;
            for (const gazetteer::Share& share : shares)
                after.push_back({share.unit, at.text});
        }
        tidy(after);
        std::swap(places, after);
        return places != after;
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
            if (rowOf(one).scope == records::Scope::Aggregate && !m_left[one.at]) {
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
    std::vector<std::optional<OtherYear>> m_left; ///< beside m_selected
    int m_wanted = 0;                             ///< the year that is looked for
    bool m_areSeveral = false;
    std::vector<Dated> m_dated;
    std::unordered_map<std::uint64_t, YearsRule> m_rules; ///< by kind and indicator
    std::unordered_map<std::uint64_t, int> m_years; ///< the one that counts, by thing and place
    std::unordered_map<CompactRecords::Text, UnitIndex> m_units;
    std::unordered_map<CompactRecords::Text, std::uint64_t> m_words;
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

std::vector<std::optional<OtherYear>> ofOtherYears(const gazetteer::Gazetteer& gazetteer,
                                                   const CompactRecords& records,
                                                   const Request& request,
                                                   std::span<const std::size_t> selected) {
    return Chooser(gazetteer, records, request, selected).run();
}

} // namespace terroir::figures
