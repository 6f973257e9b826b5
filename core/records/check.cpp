#include "core/records/check.hpp"

#include "core/base/local_text.hpp"
#include "core/records/check_values.hpp"
#include "core/records/decisions.hpp"
#include "core/records/places.hpp"

#include <algorithm>

namespace terroir::records {

namespace {

using gazetteer::noUnit;

void checkValue(const Record& record, const gazetteer::Gazetteer& gazetteer,
                std::vector<Finding>& out) {
    if (auto reason = impossibleValue(record))
        out.push_back({Severity::Error, "impossible", record.id, std::move(*reason)});
    if (auto reason = areaBeyondPlaces(record, gazetteer))
        out.push_back({Severity::Warning, "area", record.id, std::move(*reason)});
}

void checkResolution(const Record& record, const gazetteer::Gazetteer& gazetteer,
                     std::vector<Finding>& out) {
    for (const Place& place : record.places)
        if (isOpen(place))
            out.push_back(
                {place.role == PlaceRole::NameComponent ? Severity::Info : Severity::Warning,
                 "unresolved", record.id, placeDoubt(place, record.lookupDate, gazetteer)});
}

class OutsideChecker {
public:
    OutsideChecker(const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                   const gazetteer::Gazetteer& gazetteer)
        : m_sources(sources), m_gazetteer(gazetteer), m_places(geocoder, gazetteer) {}

    void check(const Record& record, std::vector<Finding>& out) {
        const auto source =
            std::find_if(m_sources.begin(), m_sources.end(),
                         [&](const Source& one) { return one.id == record.source; });
        for (const Place& place : record.places) {
            const gazetteer::UnitIndex unit = m_gazetteer.find(place.uid);
            if (unit == noUnit || place.role == PlaceRole::NameComponent ||
                place.role == PlaceRole::Territory)
                continue;
            if (isOutside(unit, place.context, record.lookupDate))
                add(record, place, unit, place.context, out);
            else if (source != m_sources.end() && source->territory != place.context &&
                     isOutside(unit, source->territory, record.lookupDate))
                add(record, place, unit, source->territory, out);
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
             const std::string& parent, std::vector<Finding>& out) const {
        out.push_back(
            {Severity::Warning, "outside", record.id,
             localText("'{}' được hiểu là {}, nằm ngoài '{}'; hãy xem lại địa điểm.",
                       "'{}' was taken as {}, which lies outside '{}'; check the place.",
                       place.text, m_gazetteer.describe(unit, record.lookupDate), parent)});
    }

    const std::vector<Source>& m_sources;
    const gazetteer::Gazetteer& m_gazetteer;
    PlaceReader m_places;
};

} // namespace

std::string_view toString(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return {};
}

std::vector<Finding> check(std::span<const Record> records, const std::vector<Source>& sources,
                           const geocode::Geocoder& geocoder,
                           const gazetteer::Gazetteer& gazetteer) {
    std::vector<Finding> findings;
    checkTotals(records, findings);
    checkDuplicates(records, findings);
    OutsideChecker outside(sources, geocoder, gazetteer);
    for (const Record& record : records) {
        checkValue(record, gazetteer, findings);
        outside.check(record, findings);
        checkResolution(record, gazetteer, findings);
    }
    return findings;
}

} // namespace terroir::records
