#include "core/records/check.hpp"

#include "core/base/local_text.hpp"
#include "core/records/check_rules.hpp"
#include "core/records/check_values.hpp"
#include "core/records/check_written.hpp"
#include "core/records/decisions.hpp"
#include "core/records/places.hpp"

#include <fmt/format.h>

#include <map>

namespace terroir::records {

namespace {

using gazetteer::noUnit;

/// What single-record findings speak of.
std::string statementOf(const Record& record) {
    const auto text = [](const std::optional<double>& number) {
        return number ? fmt::format("{}", *number) : std::string();
    };
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", text(record.value), text(record.valueMax),
                       record.unit, record.valueAsWritten, record.subjectAsWritten,
                       placesKey(record), record.period.from.toString(),
                       record.period.to.toString());
}

void add(std::vector<Issue>& out, Severity severity, const char* rule, const Record& record,
         std::optional<LocalText> sentence) {
    if (sentence)
        out.push_back({severity, rule, record.id, std::move(*sentence), statementOf(record)});
}

void checkValue(const Record& record, const gazetteer::Gazetteer& gazetteer,
                std::vector<Issue>& out) {
    add(out, Severity::Error, "impossible", record, impossibleValue(record));
    add(out, Severity::Warning, "area", record, areaBeyondPlaces(record, gazetteer));
    add(out, Severity::Warning, "written", record, writtenOtherwise(record));
    add(out, Severity::Warning, "range", record, implausibleValue(record));
    add(out, Severity::Warning, "edition", record, unknownEdition(record));
}

void checkResolution(const Record& record, const gazetteer::Gazetteer& gazetteer,
                     std::vector<Issue>& out) {
    for (const Place& place : record.places)
        if (isOpen(place))
            out.push_back(
                {place.role == PlaceRole::NameComponent ? Severity::Info : Severity::Warning,
                 "unresolved", record.id, placeDoubt(place, record.lookupDate, gazetteer),
                 fmt::format("{}\n{}", place.text, place.context)});
}

class OutsideChecker {
public:
    OutsideChecker(const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                   const gazetteer::Gazetteer& gazetteer)
        : m_gazetteer(gazetteer), m_places(geocoder, gazetteer) {
        for (const Source& source : sources)
            m_territories.emplace(source.id, source.territory);
    }

    void check(const Record& record, std::vector<Issue>& out) {
        const auto territory = m_territories.find(record.source);
        for (const Place& place : record.places) {
            const gazetteer::UnitIndex unit = m_gazetteer.find(place.uid);
            if (unit == noUnit || place.role == PlaceRole::NameComponent ||
                place.role == PlaceRole::Territory)
                continue;
            if (isOutside(unit, place.context, record.lookupDate))
                add(record, place, unit, place.context, out);
            else if (territory != m_territories.end() && territory->second != place.context &&
                     isOutside(unit, territory->second, record.lookupDate))
                add(record, place, unit, territory->second, out);
        }
    }

private:
    bool isOutside(gazetteer::UnitIndex unit, const std::string& parent, Date date) {
        if (parent.empty())
            return false;
        const gazetteer::UnitIndex holder =
            m_places.resolve({parent, {}, {}, {}, {}, date, std::nullopt}).unit();
        if (holder == noUnit)
            return false;
        const gazetteer::Level level = m_gazetteer.unit(holder).level;
        // A place above its context ("toàn tỉnh" in a district's report) holds it, if anything
        // does.
        const bool isAbove = m_gazetteer.unit(unit).level < level;
        return (isAbove ? m_gazetteer.ancestorAt(holder, m_gazetteer.unit(unit).level, date) != unit
                        : m_gazetteer.ancestorAt(unit, level, date) != holder);
    }

    void add(const Record& record, const Place& place, gazetteer::UnitIndex unit,
             const std::string& parent, std::vector<Issue>& out) const {
        out.push_back({Severity::Warning, "outside", record.id,
                       localText("'{}' được hiểu là {}, nằm ngoài '{}'; hãy xem lại địa điểm.",
                                 "'{}' was taken as {}, which lies outside '{}'; check the place.",
                                 place.text, m_gazetteer.describe(unit, record.lookupDate), parent),
                       fmt::format("{}\n{}\n{}", place.text, place.uid, parent)});
    }

    std::map<std::string, std::string> m_territories; ///< by source
    const gazetteer::Gazetteer& m_gazetteer;
    PlaceReader m_places;
};

} // namespace

std::vector<Issue> check(std::span<const Record> records, const std::vector<Source>& sources,
                         const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer) {
    std::vector<Issue> findings;
    const RecordGroups groups(records);
    const std::vector<CountedList> lists = countedLists(groups);
    checkTotals(records, findings);
    checkNamedRows(groups, lists, findings);
    checkShares(groups, findings);
    checkRelations(groups, findings);
    checkMembership(groups, lists, gazetteer, findings);
    checkRatios(groups, findings);
    checkUnits(groups, findings);
    checkConflicts(records, findings);
    checkDuplicates(records, findings);
    checkOverlaps(groups, findings);
    OutsideChecker outside(sources, geocoder, gazetteer);
    for (const Record& record : records) {
        checkValue(record, gazetteer, findings);
        outside.check(record, findings);
        checkResolution(record, gazetteer, findings);
    }
    return findings;
}

} // namespace terroir::records
