#include "core/figures/join.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/key_table.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/counted_records.hpp"
#include "core/figures/record_location.hpp"
#include "core/figures/same_thing.hpp"
#include "core/records/selection.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>

namespace terroir::figures {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::CompactRecords;
using records::Qualifier;
using records::Scope;

namespace {

using Location = RecordLocation;

class Joiner {
public:
    Joiner(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
           const Request& request, const CountedRecords& counted)
        : m_gazetteer(gazetteer), m_records(records), m_request(request), m_counted(counted),
          m_locator(gazetteer, records, request), m_cells(gazetteer.units().size()) {}

    Figures run() {
        m_figures.units = m_locator.units();
        for (const CountedRecords::Left& left : m_counted.leftOut)
            if (const Location& location = m_locator.of(left.record); !location.outside)
                m_figures.leftOut.push_back({left.record, location.unit, reasonOf(left)});
        for (const std::size_t record : m_counted.mayOverlap)
            if (!m_locator.of(record).outside)
                m_figures.mayOverlap.push_back(record);
        for (const std::size_t record : m_counted.mayBeOut)
            if (!m_locator.of(record).outside)
                m_figures.mayBeOut.push_back(record);
        if (records::countsNames(m_request.measure))
            countNames();
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

    static LeftOut::Reason reasonOf(const CountedRecords::Left& left) {
        if (!left.isInForce)
            return LeftOut::Reason::NotInForce;
        if (!left.year)
            return LeftOut::Reason::BelowZero;
        switch (*left.year) {
        case OtherYear::Earlier:
            return LeftOut::Reason::EarlierYear;
        case OtherYear::Later:
            return LeftOut::Reason::LaterYear;
        default:
            return LeftOut::Reason::WithinYear;
        }
    }

    bool isSum() const { return m_request.measure == records::Measure::Sum; }

    /// Adds a value once, to its unit or to the ones that cannot be attributed.
    void place(const Location& location, double value, std::size_t index) {
        const CompactRecords::Row& record = m_records[index];
        // Of values alone: a record that says "over 300" is one record, not at least one.
        const bool atLeast = isSum() && record.qualifier == Qualifier::AtLeast;
        const bool isAbout = isSum() && (record.qualifier == Qualifier::About ||
                                         record.qualifier == Qualifier::Range);
        if (location.unit != noUnit) {
            Cell& cell = cellOf(location.unit);
            cell.value += value;
            cell.lowerBound = cell.lowerBound || atLeast;
            cell.approximate = cell.approximate || isAbout;
            cell.records.push_back(index);
            for (const CompactRecords::Text subject : m_records.subjects(index))
                if (m_subjects.tryEmplace(std::uint64_t(location.unit) << 32 | subject).second)
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

    /// The sum of the parts of a total, also of those that do not count beside figures of other
    /// years: parts of its own years, else of later ones.
    std::optional<double> partsOf(std::size_t total) const {
        const auto parts = m_counted.parts.find(wholeOf(m_records[total]));
        if (parts == m_counted.parts.end())
            return std::nullopt;
        const YearSpan years = yearsThatMatter(m_records, total, m_request);
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
        for (const std::size_t i : m_counted.counted) {
            const CompactRecords::Row& record = m_records[i];
            if (sums && !record.value)
                continue;
            const Location& location = m_locator.of(i);
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

    void countNames() {
        /// That a record names a subject, or a holder: in a unit, or in noUnit where it has none of
        /// the level.
        struct Mention {
            std::uint32_t subject; ///< its number, in order of appearance
            UnitIndex unit;
            std::size_t record;
            bool operator<(const Mention& other) const {
                return std::tie(subject, unit, record) <
                       std::tie(other.subject, other.unit, other.record);
            }
        };
        std::vector<Mention> mentions;
        SameThing things(m_records);
        std::vector<CompactRecords::Text> subjects; ///< as first written
        KeyTable<std::uint32_t> numbers;
        for (const std::size_t i : m_counted.counted) {
            const CompactRecords::Row& record = m_records[i];
            const Location& location = m_locator.of(i);
            if (location.outside)
                continue;
            if (record.scope == Scope::Aggregate) {
                m_figures.reportedTotals.push_back({i, record.value.value_or(0), std::nullopt});
                continue;
            }
            for (const CompactRecords::Text subject : things.namesOf(i, m_request.measure)) {
                const auto [number, isNew] = numbers.tryEmplace(
                    things.keyOf(subject, m_request.measure), std::uint32_t(subjects.size()));
                if (isNew)
                    subjects.push_back(subject);
                mentions.push_back({number, location.unit, i});
            }
        }
        std::sort(mentions.begin(), mentions.end());
        std::vector<std::size_t> rest;
        for (auto at = mentions.begin(); at != mentions.end();) {
            const std::uint32_t number = at->subject;
            const std::string subject(m_records.text(subjects[number]));
            bool isInUnits = false;
            rest.clear();
            while (at != mentions.end() && at->subject == number) {
                if (at->unit == noUnit) {
                    rest.push_back(at++->record);
                    continue;
                }
                isInUnits = true;
                const UnitIndex unit = at->unit;
                Cell& cell = cellOf(unit);
                cell.value += 1;
                cell.subjects.push_back(subject);
                for (; at != mentions.end() && at->subject == number && at->unit == unit; ++at)
                    cell.records.push_back(at->record);
            }
            if (isInUnits || !placeOnce(subject, rest))
                m_figures.total += 1;
        }
    }

    /// The most precise of several coarse places counts; the other sources stand beside it. Whether
    /// that place lies partly outside the area, so that it is in no total.
    bool placeOnce(const std::string& subject, const std::vector<std::size_t>& records) {
        // Several units (a district that became communes) say more than their holder alone.
        const auto depth = [&](const Location& location) {
            const int level =
                location.holder == noUnit ? -1 : int(m_gazetteer.unit(location.holder).level);
            return 2 * level + (location.reason == Reason::SeveralUnits ? 1 : 0) -
                   (location.partlyOutside ? 100 : 0);
        };
        std::optional<Location> best;
        for (const std::size_t record : records)
            if (const Location& location = m_locator.of(record);
                !best || depth(*best) < depth(location))
                best = location;
        NotAttributed left{best->holder, best->places, 1,     false,      records,
                           {subject},    best->reason, false, best->named};
        // Subjects of one holder and reason stand together.
        const auto [at, isNew] = m_notAttributed.try_emplace(
            {left.holder, left.places, left.reason}, m_figures.notAttributed.size());
        if (isNew) {
            m_figures.notAttributed.push_back(std::move(left));
            return best->partlyOutside;
        }
        NotAttributed& other = m_figures.notAttributed[at->second];
        other.value += 1;
        if (other.named != left.named)
            other.named = noUnit;
        other.subjects.push_back(subject);
        other.records.insert(other.records.end(), left.records.begin(), left.records.end());
        return best->partlyOutside;
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const CompactRecords& m_records;
    const Request& m_request;
    const CountedRecords& m_counted;
    RecordLocator m_locator;
    std::vector<Cell*> m_cells; ///< of Figures::cells, by unit
    const CompactRecords::Row* m_unitOf = nullptr;
    KeyTable<bool> m_subjects; ///< those that a cell has: unit and subject
    /// Into Figures::notAttributed, by holder, places and reason.
    std::map<std::tuple<UnitIndex, std::vector<UnitIndex>, NotAttributed::Reason>, std::size_t>
        m_notAttributed;
    Figures m_figures;
};

} // namespace

Figures join(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
             const Request& request, CountedMemory* memory) {
    if (memory != nullptr)
        return Joiner(gazetteer, records, request, *memory->of(gazetteer, records, request)).run();
    return Joiner(gazetteer, records, request, countedRecords(gazetteer, records, request)).run();
}

} // namespace terroir::figures
