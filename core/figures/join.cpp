#include "core/figures/join.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/newest_years.hpp"
#include "core/figures/same_thing.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/records/selection.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace terroir::figures {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::CompactRecords;
using records::PlaceRole;
using records::Qualifier;
using records::Scope;
using records::State;

namespace {

/// Where a record lies on the units of the map.
struct Location {
    UnitIndex unit = noUnit; ///< of the level, when the whole set lies in one
    UnitIndex holder = noUnit;
    std::vector<UnitIndex> places;
    UnitIndex named = noUnit; ///< the unit of the record, of its own day, if it is one
    NotAttributed::Reason reason = NotAttributed::Reason::SeveralUnits; ///< why not in one unit
    bool outside = false, partlyOutside = false;
};

class Joiner {
public:
    Joiner(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
           const Request& request)
        : m_gazetteer(gazetteer), m_records(records), m_request(request),
          m_area(gazetteer, request.within, request.asOf), m_cells(gazetteer.units().size()) {}

    Figures run() {
        m_figures.units = m_area.unitsAt(m_request.level);
        for (std::size_t i = 0; i < m_records.size(); ++i)
            if (m_records[i].scope != Scope::Repeat &&
                m_request.selection.accepts(m_records, i, m_request.sources))
                m_selected.push_back(i);
        leaveOut();
        if (m_request.measure == records::Measure::Subjects)
            countSubjects();
        else
            addUp();
        for (const NotAttributed& left : m_figures.notAttributed)
            m_figures.lowerBound = m_figures.lowerBound || left.lowerBound;
        for (const auto& [unit, cell] : m_figures.cells)
            m_figures.lowerBound = m_figures.lowerBound || cell.lowerBound;
        return std::move(m_figures);
    }

private:
    using Reason = NotAttributed::Reason;

    /// Where a unit of any day lies on those of the map. Many records name the same ones.
    struct Ground {
        bool isInside = false;
        std::vector<UnitIndex> units;
    };
    const Ground& groundOf(UnitIndex unit) {
        const auto [at, isNew] = m_grounds.try_emplace(unit);
        if (isNew) {
            at->second.isInside = m_area.holds(unit);
            // What became of some communes is not recorded: then it is somewhere in the district.
            for (UnitIndex known = unit; known != noUnit && at->second.units.empty();
                 known = m_gazetteer.unit(known).parent)
                for (const gazetteer::Share& share : m_gazetteer.convert(known, m_request.asOf))
                    at->second.units.push_back(share.unit);
        }
        return at->second;
    }

    /// Most records name one place, and many name the same one.
    const Location& locate(std::size_t record) {
        const auto places = m_records.places(record);
        if (places.size() != 1)
            return m_several = locate(places);
        const CompactRecords::PlaceOf& place = places.front();
        const bool isName = place.role == PlaceRole::NameComponent;
        const auto [at, isNew] = m_locations.try_emplace(
            std::uint64_t(place.unit) << 2 | (place.isMatched ? 2U : 0U) | (isName ? 1U : 0U));
        if (isNew)
            at->second = locate(places);
        return at->second;
    }

    Location locate(std::span<const CompactRecords::PlaceOf> mentioned) {
        Location location;
        bool unresolved = false;
        std::size_t inside = 0, known = 0, mentions = 0;
        for (const CompactRecords::PlaceOf& place : mentioned) {
            if ((place.role == PlaceRole::NameComponent) !=
                (m_request.places == records::PlaceUse::Names))
                continue;
            ++mentions;
            const UnitIndex unit = m_gazetteer.find(m_records.text(place.unit));
            unresolved = unresolved || unit == noUnit || !place.isMatched;
            if (unit == noUnit)
                continue;
            location.named = known == 0 && place.isMatched ? unit : noUnit;
            ++known;
            const Ground& ground = groundOf(unit);
            inside += ground.isInside ? 1 : 0;
            unresolved = unresolved || ground.units.empty();
            location.places.insert(location.places.end(), ground.units.begin(), ground.units.end());
        }
        std::sort(location.places.begin(), location.places.end());
        location.places.erase(std::unique(location.places.begin(), location.places.end()),
                              location.places.end());
        // A place of which not even the district or province is known may lie anywhere: only the
        // whole country surely holds it.
        location.outside = mentions == 0 || (known != 0 ? inside == 0 : m_request.within != noUnit);
        location.partlyOutside = inside != 0 && inside != known;
        location.holder = m_gazetteer.lowestCommon(location.places, m_request.asOf);
        if (unresolved) {
            location.reason = Reason::Unresolved;
            return location;
        }
        if (location.partlyOutside) {
            location.reason = Reason::PartlyOutside;
            return location;
        }
        std::set<UnitIndex> atLevel;
        for (const UnitIndex place : location.places)
            atLevel.insert(m_gazetteer.ancestorAt(place, m_request.level, m_request.asOf));
        if (atLevel.size() == 1 && *atLevel.begin() != noUnit)
            location.unit = *atLevel.begin();
        else
            location.reason =
                location.places.size() == 1 ? Reason::CoarserLevel : Reason::SeveralUnits;
        return location;
    }

    bool isSum() const { return m_request.measure == records::Measure::Sum; }

    /// Keeps those that count in m_selected.
    void leaveOut() {
        std::vector<std::size_t> kept;
        for (const std::size_t i : m_selected)
            if (const CompactRecords::Row& record = m_records[i];
                isSum() && record.value && *record.value < 0 &&
                !records::mayBeBelowZero(m_records.text(record.indicator)))
                leaveOut(i, LeftOut::Reason::BelowZero);
            else
                kept.push_back(i);
        addPartsOf(kept);
        const auto choices = chooseYears(m_gazetteer, m_records, m_request, kept);
        m_selected.clear();
        for (std::size_t at = 0; at < kept.size(); ++at)
            if (const auto& left = choices[at].left) {
                leaveOut(kept[at], reasonOf(*left));
            } else {
                m_selected.push_back(kept[at]);
                if (choices[at].mayOverlap && !locate(kept[at]).outside)
                    m_figures.mayOverlap.push_back(kept[at]);
            }
    }

    static LeftOut::Reason reasonOf(OtherYear year) {
        switch (year) {
        case OtherYear::Earlier:
            return LeftOut::Reason::EarlierYear;
        case OtherYear::Later:
            return LeftOut::Reason::LaterYear;
        default:
            return LeftOut::Reason::WithinYear;
        }
    }

    void leaveOut(std::size_t record, LeftOut::Reason reason) {
        if (const Location& location = locate(record); !location.outside)
            m_figures.leftOut.push_back({record, location.unit, reason});
    }

    /// Adds a value once, to its unit or to the ones that cannot be attributed.
    void place(const Location& location, double value, std::size_t index) {
        const CompactRecords::Row& record = m_records[index];
        const bool atLeast = record.qualifier == Qualifier::AtLeast;
        const bool isAbout =
            record.qualifier == Qualifier::About || record.qualifier == Qualifier::Range;
        if (location.unit != noUnit) {
            Cell& cell = cellOf(location.unit);
            cell.value += value;
            cell.lowerBound = cell.lowerBound || atLeast;
            cell.approximate = cell.approximate || isAbout;
            cell.records.push_back(index);
            for (const CompactRecords::Text subject : m_records.subjects(index))
                if (m_subjects.insert(std::uint64_t(location.unit) << 32 | subject).second)
                    cell.subjects.emplace_back(m_records.text(subject));
        } else {
            m_figures.notAttributed.push_back({location.holder,
                                               location.places,
                                               value,
                                               atLeast,
                                               {index},
                                               subjectsOf(index),
                                               location.reason,
                                               isAbout,
                                               location.named});
        }
        if (!location.partlyOutside)
            m_figures.total += value;
    }

    Cell& cellOf(UnitIndex unit) {
        Cell*& cell = m_cells[unit];
        if (cell == nullptr)
            cell = &m_figures.cells[unit];
        return *cell;
    }

    std::vector<std::string> subjectsOf(std::size_t record) const {
        std::vector<std::string> texts;
        for (const CompactRecords::Text subject : m_records.subjects(record))
            texts.emplace_back(m_records.text(subject));
        return texts;
    }

    void checkUnit(const CompactRecords::Row& record) {
        if (m_unitOf == nullptr) {
            m_unitOf = &record;
            m_figures.unit = m_records.text(record.unit);
        } else if (m_unitOf->unit != record.unit) {
            throw InputError(
                localText("Bản ghi {} và {} có đơn vị tính '{}' và '{}', không cộng được với nhau; "
                          "hãy chọn một chỉ tiêu hoặc đổi về cùng đơn vị tính.",
                          "Records {} and {} are in '{}' and '{}', which cannot be added; select "
                          "one indicator or bring them to one unit.",
                          m_records.text(m_unitOf->id), m_records.text(record.id),
                          m_records.text(m_unitOf->unit), m_records.text(record.unit)));
        }
    }

    /// What the parts of a total have in common with it.
    using Whole = std::array<CompactRecords::Text, 4>;
    static Whole wholeOf(const CompactRecords::Row& record) {
        return {record.source, record.group, record.category, record.indicator};
    }

    /// Zero where the year does not matter or is not known.
    YearSpan yearsOf(std::size_t record) const {
        if (yearsRuleOf(m_request, m_records, record) == records::YearsRule::All)
            return {};
        const auto period = records::periodOf(m_records, record, m_request.sources);
        return period ? yearSpanOf(*period).value_or(YearSpan()) : YearSpan();
    }

    void addPartsOf(std::span<const std::size_t> selected) {
        for (const std::size_t i : selected)
            if (m_records[i].scope == Scope::Part && m_records[i].value)
                m_parts[wholeOf(m_records[i])][yearsOf(i).last] += *m_records[i].value;
    }

    /// The sum of the parts of a total, also of those that do not count beside figures of other
    /// years: parts of its own years, else of later ones.
    std::optional<double> partsOf(std::size_t total) const {
        const auto parts = m_parts.find(wholeOf(m_records[total]));
        if (parts == m_parts.end())
            return std::nullopt;
        const YearSpan years = yearsOf(total);
        std::optional<double> own, later;
        for (const auto& [year, sum] : parts->second)
            if (year == 0 || years.last == 0 || (years.first <= year && year <= years.last))
                own = own.value_or(0) + sum;
            else if (year > years.last)
                later = later.value_or(0) + sum;
        return own ? own : later;
    }

    void addUp() {
        const bool sums = isSum();
        for (const std::size_t i : m_selected) {
            const CompactRecords::Row& record = m_records[i];
            if (sums && !record.value)
                continue;
            const Location& location = locate(i);
            if (location.outside)
                continue;
            if (sums)
                checkUnit(record);
            if (record.scope != Scope::Aggregate) {
                place(location, sums ? *record.value : 1, i);
                continue;
            }
            const std::optional<double> parts = partsOf(i);
            if (!sums || parts) {
                const double stated = record.value.value_or(0);
                m_figures.reportedTotals.push_back({i, stated, parts});
                if (sums && stated > *parts + 1e-9) {
                    Location remainder = location;
                    remainder.unit = noUnit;
                    remainder.reason = Reason::Remainder;
                    place(remainder, stated - *parts, i);
                }
            } else {
                place(location, *record.value, i);
            }
        }
    }

    void countSubjects() {
        struct Mentions {
            std::map<UnitIndex, std::vector<std::size_t>> units;
            std::vector<std::pair<Location, std::size_t>> rest;
        };
        SameThing things(m_records);
        std::vector<CompactRecords::Text> order; ///< as first written
        std::unordered_map<std::uint64_t, Mentions> subjects;
        for (const std::size_t i : m_selected) {
            const CompactRecords::Row& record = m_records[i];
            const Location& location = locate(i);
            if (location.outside)
                continue;
            if (record.scope == Scope::Aggregate) {
                m_figures.reportedTotals.push_back({i, record.value.value_or(0), std::nullopt});
                continue;
            }
            for (const CompactRecords::Text subject : m_records.subjects(i)) {
                const auto [at, isNew] = subjects.try_emplace(things.nameOf(subject));
                if (isNew)
                    order.push_back(subject);
                if (location.unit != noUnit)
                    at->second.units[location.unit].push_back(i);
                else
                    at->second.rest.emplace_back(location, i);
            }
        }
        for (const CompactRecords::Text named : order) {
            const std::string subject(m_records.text(named));
            Mentions& mentions = subjects[things.nameOf(named)];
            m_figures.total += 1;
            for (const auto& [unit, indices] : mentions.units) {
                Cell& cell = cellOf(unit);
                cell.value += 1;
                cell.subjects.push_back(subject);
                cell.records.insert(cell.records.end(), indices.begin(), indices.end());
            }
            if (mentions.units.empty())
                placeOnce(subject, mentions.rest);
        }
    }

    /// The most precise of several coarse places counts; the other sources stand beside it.
    void placeOnce(const std::string& subject,
                   const std::vector<std::pair<Location, std::size_t>>& rest) {
        // Several units (a district that became communes) say more than their holder alone.
        const auto depth = [&](const Location& location) {
            const int level =
                location.holder == noUnit ? -1 : int(m_gazetteer.unit(location.holder).level);
            return 2 * level + (location.reason == Reason::SeveralUnits ? 1 : 0);
        };
        const auto best =
            std::max_element(rest.begin(), rest.end(), [&](const auto& a, const auto& b) {
                return depth(a.first) < depth(b.first);
            });
        NotAttributed left{best->first.holder,
                           best->first.places,
                           1,
                           false,
                           {},
                           {subject},
                           best->first.reason,
                           false,
                           best->first.named};
        for (const auto& [location, index] : rest)
            left.records.push_back(index);
        // Subjects of one holder and reason stand together.
        const auto [at, isNew] = m_notAttributed.try_emplace(
            {left.holder, left.places, left.reason}, m_figures.notAttributed.size());
        if (isNew) {
            m_figures.notAttributed.push_back(std::move(left));
            return;
        }
        NotAttributed& other = m_figures.notAttributed[at->second];
        other.value += 1;
        if (other.named != left.named)
            other.named = noUnit;
        other.subjects.push_back(subject);
        other.records.insert(other.records.end(), left.records.begin(), left.records.end());
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const CompactRecords& m_records;
    const Request& m_request;
    gazetteer::Territory m_area;
    std::vector<std::size_t> m_selected;
    std::unordered_map<UnitIndex, Ground> m_grounds;
    std::unordered_map<std::uint64_t, Location> m_locations; ///< of records with one place
    Location m_several;                                      ///< of the last one with several
    std::vector<Cell*> m_cells;                              ///< of Figures::cells, by unit
    std::map<Whole, std::map<int, double>> m_parts;          ///< sums, by whole and year
    const CompactRecords::Row* m_unitOf = nullptr;
    std::unordered_set<std::uint64_t> m_subjects; ///< those that a cell has: unit and subject
    /// Into Figures::notAttributed, by holder, places and reason.
    std::map<std::tuple<UnitIndex, std::vector<UnitIndex>, NotAttributed::Reason>, std::size_t>
        m_notAttributed;
    Figures m_figures;
};

} // namespace

Figures join(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
             const Request& request) {
    return Joiner(gazetteer, records, request).run();
}

} // namespace terroir::figures
