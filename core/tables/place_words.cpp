#include "core/tables/place_words.hpp"

#include "core/gazetteer/gazetteer.hpp"
#include "core/gazetteer/vn2000_zones.hpp"
#include "core/geocode/listed_units.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cmath>

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

/// The word for a unit, or for what lies below it, that a part of an address begins with: its
/// length.
std::size_t typeWordLength(std::string_view folded, bool& isBelow) {
    static constexpr std::string_view units[] = {
        "xa ",      "phuong ", "thi tran ",   "tt ",         "tt. ",      "huyen ",
        "quan ",    "thi xa ", "tx ",         "tx. ",        "tinh ",     "thanh pho ",
        "tp ",      "tp. ",    "tp.",         "tt.",         "tx.",       "x. ",
        "x.",       "p. ",     "p.",          "h. ",         "h.",        "q. ",
        "dac khu ", "cac xa ", "cac phuong ", "toan huyen ", "ca huyen ", "cac huyen "};
    static constexpr std::string_view below[] = {
        "thon ", "ban ", "ap ",      "buon ", "lang ",     "xom ",  "khom ",
        "to ",   "tdp ", "khu ",     "khoi ", "tieu khu ", "so ",   "duong ",
        "pho ",  "km ",  "khu pho ", "doi ",  "bon ",      "plei ", "soc "};
    isBelow = false;
    for (const std::string_view word : units)
        if (folded.starts_with(word))
            return word.size();
    for (const std::string_view word : below)
        if (folded.starts_with(word)) {
            isBelow = true;
            return word.size();
        }
    return 0;
}

/// Whether each part of the text is one of the names, with a type or not, or lies below them.
bool isWhole(const std::string& text, const std::vector<std::string>& names) {
    std::string rest = text::fold(text);
    // "A và B", "A - B", "A (B)" are parts; "cũ" is none.
    for (const std::string_view word : {" va ", " - ", " (", "(", ")", ";", "\n", " cu"})
        for (std::size_t at = rest.find(word); at != std::string::npos;
             at = rest.find(word, at + 1))
            rest.replace(at, word.size(), ",");
    std::size_t units = 0;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string part = rest.substr(0, end);
        rest.erase(0, std::min(end + 1, rest.size()));
        part.erase(0, std::min(part.find_first_not_of(" .:"), part.size()));
        while (!part.empty() && (part.back() == ' ' || part.back() == '.' || part.back() == ':'))
            part.pop_back();
        if (part.empty())
            continue;
        bool isBelow = false;
        const std::size_t type = typeWordLength(part, isBelow);
        if (isBelow)
            continue;
        // A typed name may be misspelt; an untyped one must be the name.
        const std::string name = part.substr(type);
        const bool isName = std::find(names.begin(), names.end(), name) != names.end() ||
                            std::find(names.begin(), names.end(), part) != names.end();
        if (!isName && (type == 0 || std::count(name.begin(), name.end(), ' ') > 4))
            return false;
        ++units;
    }
    return units > 0;
}

/// "tỉnh", "huyện", "thành phố", "thị xã": what kind of unit it is and no name.
bool isTypeAlone(std::string_view text) {
    const std::string folded = text::fold(text);
    return folded.find(' ') == std::string::npos || folded == "thanh pho" || folded == "thi xa" ||
           folded == "thi tran" || folded == "dac khu";
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

std::vector<std::string> PlaceWords::vn2000Zones() const {
    std::vector<std::string> zones;
    if (m_within != gazetteer::noUnit)
        for (const gazetteer::Vn2000Zone& zone :
             gazetteer::vn2000ZonesOf(m_geocoder.gazetteer(), {&m_within, 1}, m_asOf))
            zones.push_back(zone.crs);
    return zones;
}

PlaceWords::Whereabouts PlaceWords::whereaboutsOf(const geocode::Query& row) const {
    constexpr double marginKm = 2; // points and borders are not surveyed
    const gazetteer::Gazetteer& gazetteer = m_geocoder.gazetteer();
    geocode::Query query = row;
    query.context = m_territory;
    query.asOf = m_asOf;
    Whereabouts found;
    for (const geocode::ListedUnit& listed : geocode::listedUnits(m_geocoder, query))
        for (const geocode::Candidate& candidate : listed.match.candidates) {
            const gazetteer::Unit& unit = gazetteer.unit(candidate.unit);
            if (unit.level != gazetteer::Level::Commune || !unit.point)
                continue;
            found.points.push_back({unit.point->lon, unit.point->lat});
            // A commune may be three times as long as it is broad.
            found.reachKm =
                std::max(found.reachKm, marginKm + std::sqrt(unit.areaKm2.value_or(30)));
        }
    return found;
}

bool PlaceWords::isInside(gazetteer::UnitIndex unit) const {
    if (m_within == gazetteer::noUnit)
        return true;
    const gazetteer::Gazetteer& gazetteer = m_geocoder.gazetteer();
    return unit == m_within ||
           gazetteer.ancestorAt(unit, gazetteer.unit(m_within).level, m_asOf) == m_within;
}

std::optional<gazetteer::Level> PlaceWords::levelOf(std::string_view text) {
    if (text.empty() || text.size() > 160)
        return std::nullopt;
    const auto [at, isNew] = m_levels.try_emplace(text::normalize(text));
    if (isNew)
        at->second = findLevel(std::string(text));
    return at->second;
}

std::optional<gazetteer::Level> PlaceWords::findLevel(const std::string& text) const {
    geocode::Query query;
    query.text = text;
    query.context = m_territory;
    query.asOf = m_asOf;
    std::vector<std::string> names;
    std::optional<gazetteer::Level> level;
    for (const geocode::ListedUnit& listed : geocode::listedUnits(m_geocoder, query)) {
        const geocode::Match& match = listed.match;
        // Of several that may be meant, all of one level say at least that it is a place.
        if (match.candidates.empty() || match.status == geocode::Status::Unmatched ||
            isLoose(match.candidates.front().reasons))
            return std::nullopt;
        for (gazetteer::UnitIndex unit = match.candidates.front().unit; unit != gazetteer::noUnit;
             unit = parentOf(unit))
            names.push_back(text::fold(m_geocoder.gazetteer().unit(unit).name));
        const gazetteer::UnitIndex unit = match.candidates.front().unit;
        if (!isInside(unit))
            return std::nullopt;
        const auto one = m_geocoder.gazetteer().unit(unit).level;
        level = level ? std::max(*level, one) : one;
    }
    return level && isWhole(text, names) ? level : std::nullopt;
}

gazetteer::UnitIndex PlaceWords::parentOf(gazetteer::UnitIndex unit) const {
    const gazetteer::Gazetteer& gazetteer = m_geocoder.gazetteer();
    for (const auto level : {gazetteer::Level::District, gazetteer::Level::Province})
        if (gazetteer.unit(unit).level > level)
            if (const auto parent = gazetteer.ancestorAt(unit, level, m_asOf);
                parent != gazetteer::noUnit)
                return parent;
    return gazetteer::noUnit;
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
        // "tỉnh", "huyện" alone mean what the reader knows already.
        if (place.match.status != geocode::Status::Matched || !isInside(place.match.unit()) ||
            isTypeAlone(place.text))
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
