#include "core/tables/place_words.hpp"

#include "core/gazetteer/gazetteer.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// Whether the unit was found by more than its name: then the text may as well be no place.
bool isLoose(const std::vector<std::string>& reasons) {
    static constexpr std::string_view loose[] = {"part-of-text", "sound-alike",       "look-alike",
                                                 "letters-lost", "diacritics-differ", "initials"};
    return std::any_of(reasons.begin(), reasons.end(), [](const std::string& reason) {
        return std::find(std::begin(loose), std::end(loose), reason) != std::end(loose);
    });
}

} // namespace

PlaceWords::PlaceWords(const geocode::Geocoder& geocoder, Date asOf, std::string territory)
    : m_geocoder(geocoder), m_finder(geocoder), m_asOf(asOf), m_territory(std::move(territory)) {
    if (m_territory.empty())
        return;
    geocode::Query query;
    query.text = m_territory;
    query.asOf = m_asOf;
    const geocode::Match match = m_geocoder.resolve(query);
    if (match.status == geocode::Status::Matched)
        m_within = match.unit();
}

std::string PlaceWords::provinceCode() const {
    if (m_within == gazetteer::noUnit)
        return {};
    const gazetteer::Gazetteer& gazetteer = m_geocoder.gazetteer();
    const auto province = gazetteer.ancestorAt(m_within, gazetteer::Level::Province, m_asOf);
    return province == gazetteer::noUnit ? std::string() : gazetteer.unit(province).code;
}

bool PlaceWords::isInside(gazetteer::UnitIndex unit) const {
    if (m_within == gazetteer::noUnit)
        return true;
    const gazetteer::Gazetteer& gazetteer = m_geocoder.gazetteer();
    return unit == m_within ||
           gazetteer.ancestorAt(unit, gazetteer.unit(m_within).level, m_asOf) == m_within;
}

std::optional<gazetteer::Level> PlaceWords::levelOf(std::string_view text) {
    if (text.empty() || text.size() > 120)
        return std::nullopt;
    const auto [at, isNew] = m_levels.try_emplace(text::normalize(text));
    if (!isNew)
        return at->second;
    geocode::Query query;
    query.text = std::string(text);
    query.context = m_territory;
    query.asOf = m_asOf;
    const geocode::Match match = m_geocoder.resolve(query);
    // Of several that may be meant, all of one level say at least that it is a place.
    if (match.candidates.empty() || match.status == geocode::Status::Unmatched ||
        match.candidates.front().score < 0.8 || isLoose(match.candidates.front().reasons))
        return std::nullopt;
    const gazetteer::UnitIndex unit = match.candidates.front().unit;
    if (isInside(unit))
        at->second = m_geocoder.gazetteer().unit(unit).level;
    return at->second;
}

std::string PlaceWords::placeIn(std::string_view title) const {
    geocode::PlaceFinder::Options options;
    options.asOf = m_asOf;
    options.context = m_territory;
    options.within = m_within;
    std::string found;
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    bool isSeveral = false;
    for (const geocode::FoundPlace& place : m_finder.find(title, options)) {
        if (place.match.status != geocode::Status::Matched || !isInside(place.match.unit()))
            continue;
        const gazetteer::UnitIndex one = place.match.unit();
        if (one == unit)
            continue;
        const auto level = m_geocoder.gazetteer().unit(one).level;
        const bool isLower =
            unit == gazetteer::noUnit || level > m_geocoder.gazetteer().unit(unit).level;
        if (!isLower && level == m_geocoder.gazetteer().unit(unit).level)
            isSeveral = true;
        if (!isLower)
            continue;
        unit = one;
        found = place.text;
        isSeveral = false;
    }
    return isSeveral ? std::string() : found;
}

} // namespace terroir::tables
