#include "core/geocode/listed_units.hpp"

#include "core/geocode/unit_words.hpp"

#include <algorithm>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

bool hasReason(const Match& match, std::string_view reason) {
    return std::find(match.reasons.begin(), match.reasons.end(), reason) != match.reasons.end();
}

/// The places of a text that are not merely around others, each unit once.
std::vector<FoundPlace> innermost(const Geocoder& geocoder, std::vector<FoundPlace> places) {
    std::erase_if(places, [](const FoundPlace& place) {
        return place.match.candidates.empty() ? place.group == 0
                                              : hasReason(place.match, "name-place") ||
                                                    hasReason(place.match, "exception-named");
    });
    return withoutOuter(geocoder, std::move(places));
}

bool mayBeList(std::string_view text) {
    static constexpr std::string_view separators = ",;/+&\n";
    return text.find_first_of(separators) != std::string_view::npos ||
           text.find(" và ") != std::string_view::npos ||
           text.find(" - ") != std::string_view::npos ||
           text.find(" va ") != std::string_view::npos;
}

std::vector<ListedUnit> toUnits(const std::vector<FoundPlace>& places) {
    std::vector<ListedUnit> units;
    for (const FoundPlace& place : places)
        units.push_back({place.text, place.match});
    return units;
}

/// Parts of a cell that look like names and that no place covers: named, but not found.
void addUnknown(const std::string& cell, const std::vector<FoundPlace>& places,
                std::vector<ListedUnit>& units) {
    static constexpr std::string_view separators = ",;/+&\n:()";
    constexpr std::size_t maxWords = 4;
    for (std::size_t from = 0; from < cell.size();) {
        const std::size_t to =
            std::min({cell.find_first_of(separators, from), cell.size(), cell.find(" và ", from)});
        const std::string part = cell.substr(from, to - from);
        const SpelledText words = spell(part);
        const bool isNamed = !words.words.empty() && words.words.size() <= maxWords &&
                             std::all_of(words.words.begin(), words.words.end(),
                                         [](const Word& word) { return word.isCapital; });
        const bool isFound =
            std::any_of(places.begin(), places.end(), [&](const FoundPlace& place) {
                return place.firstByte < to && from < place.endByte;
            });
        if (isNamed && !isFound) {
            // As it stands in the cell, with what is in brackets after it.
            const std::size_t first = from + words.words.front().firstByte;
            const std::size_t close =
                to < cell.size() && cell[to] == '(' ? cell.find(')', to) : std::string::npos;
            const std::size_t end =
                close == std::string::npos ? from + words.words.back().endByte : close + 1;
            units.push_back(
                {cell.substr(first, end - first), {Status::Unmatched, {}, {"name-not-found"}}});
        }
        from = cell.compare(to, 4, " và ") == 0 ? to + 4 : to + 1;
    }
}

/// A unit that never lay in the parent of its column is doubted.
void doubtOutside(const Geocoder& geocoder, UnitIndex parent, std::vector<FoundPlace>& places) {
    const auto& lineage = geocoder.lineage();
    for (FoundPlace& place : places) {
        if (place.match.status != Status::Matched)
            continue;
        const auto areas = lineage.ever(place.match.unit());
        if (std::binary_search(areas.begin(), areas.end(), lineage.of(parent)))
            continue;
        place.match.status = Status::Ambiguous;
        place.match.reasons.emplace_back("parent-contradicts");
    }
}

/// "Nghĩa Tá và Bình Trung, Chợ Đồn": the last name is that of the district of the day around the
/// others, though a commune of another time has it as well.
void takeDistrictBehind(const Geocoder& geocoder, const Query& query,
                        std::vector<FoundPlace>& places) {
    const auto isOfDay = [&](const Match& match) {
        return match.unit() != noUnit &&
               geocoder.gazetteer().unit(match.unit()).valid.contains(query.asOf);
    };
    if (places.size() < 2 || isOfDay(places.back().match))
        return;
    Query district;
    district.text = places.back().text;
    district.asOf = query.asOf;
    district.context = query.context;
    district.level = Level::District;
    Match match = geocoder.resolve(district);
    if (match.status != Status::Matched || !isOfDay(match))
        return;
    std::vector<FoundPlace> outer = places;
    outer.back().match = std::move(match);
    if (withoutOuter(geocoder, outer).size() < outer.size())
        places = std::move(outer);
}

/// Whether the unit ever lay in a district or province of that name.
bool liesInNamed(const Geocoder& geocoder, UnitIndex unit, const std::string& name,
                 const Query& query) {
    const auto areas = geocoder.lineage().ever(unit);
    for (const Level level : {Level::District, Level::Province}) {
        Query parent;
        parent.text = name;
        parent.level = level;
        parent.asOf = query.asOf;
        parent.contextUnit = query.contextUnit;
        const UnitIndex found = geocoder.resolve(parent).unit();
        if (found != noUnit &&
            std::binary_search(areas.begin(), areas.end(), geocoder.lineage().of(found)))
            return true;
    }
    return false;
}

/// "Xã Lâm Giang, Châu Quế" as "các xã: Lâm Giang, Châu Quế": one type word before names alone.
/// Empty for other cells.
std::string asPlural(const std::string& cell) {
    const TextWords words = readWords(cell);
    const UnitWord type = unitWordAt(words, 0);
    if (type.count == 0 || type.levels != communeBit || type.count >= words.size())
        return {};
    for (std::size_t i = type.count; i < words.size(); ++i)
        if (unitWordAt(words, i).count != 0)
            return {};
    return "các xã: " + cell.substr(words[type.count].firstByte);
}

/// Whether each is a commune of the day, and none stands for what the first lies in.
bool areCommunesOfDay(const Geocoder& geocoder, const Query& query,
                      const std::vector<FoundPlace>& places) {
    if (places.size() < 2)
        return false;
    return std::all_of(places.begin(), places.end(), [&](const FoundPlace& place) {
        const UnitIndex unit = place.match.unit();
        return place.match.status == Status::Matched && unit != noUnit &&
               geocoder.gazetteer().unit(unit).level == Level::Commune &&
               geocoder.gazetteer().unit(unit).valid.contains(query.asOf) &&
               (&place == &places.front() ||
                !liesInNamed(geocoder, places.front().match.unit(), place.text, query));
    });
}

/// A cell whose type words are left out, as a list of its level.
std::string withPlural(const std::string& cell, Level level) {
    return unitWordAt(readWords(cell), 0).count != 0 ? cell
           : level == Level::Commune                 ? "các xã: " + cell
                                                     : "các huyện: " + cell;
}

} // namespace

std::vector<FoundPlace> withoutOuter(const Geocoder& geocoder, std::vector<FoundPlace> places) {
    const auto& lineage = geocoder.lineage();
    std::vector<FoundPlace> inner;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const UnitIndex unit = places[i].match.unit();
        bool isOuter = false;
        for (std::size_t other = 0; unit != noUnit && other < places.size(); ++other) {
            const UnitIndex there = places[other].match.unit();
            if (other == i || there == noUnit)
                continue;
            const auto areas = lineage.ever(there);
            isOuter = isOuter || (there == unit && other < i) ||
                      (lineage.of(there) != lineage.of(unit) &&
                       std::binary_search(areas.begin(), areas.end(), lineage.of(unit)));
        }
        if (!isOuter)
            inner.push_back(places[i]);
    }
    return inner;
}

std::vector<ListedUnit> listedUnits(const Geocoder& geocoder, const Query& query) {
    const bool hasText = !query.text.empty(), hasCommune = !query.commune.empty();
    const std::string& cell = hasText ? query.text : hasCommune ? query.commune : query.district;
    const auto whole = [&] { return std::vector<ListedUnit>{{cell, geocoder.resolve(query)}}; };
    if (!mayBeList(cell))
        return whole();
    PlaceFinder::Options options;
    options.asOf = query.asOf;
    options.context = query.context;
    options.within = query.contextUnit;
    options.days = query.days;
    Query parents;
    parents.asOf = query.asOf;
    parents.context = query.context;
    parents.province = query.province;
    if (&cell != &query.district)
        parents.district = query.district;
    UnitIndex parent = noUnit;
    if (!parents.province.empty() || !parents.district.empty())
        parent = geocoder.resolve(parents).unit();
    if (parent != noUnit)
        options.within = parent;
    const PlaceFinder finder(geocoder);
    const auto find = [&](const std::string& text) {
        std::vector<FoundPlace> found = finder.find(text, options);
        if (parent != noUnit)
            doubtOutside(geocoder, parent, found);
        return found;
    };
    if (hasText) {
        const auto found = find(cell);
        const auto places = innermost(geocoder, found);
        std::vector<ListedUnit> units = toUnits(places);
        if (!units.empty())
            addUnknown(cell, found, units);
        if (units.size() > 1 && (places.size() > 1 || places.front().group != 0))
            return units;
        const std::string plural = asPlural(cell);
        if (const auto communes =
                plural.empty() ? std::vector<FoundPlace>() : innermost(geocoder, find(plural));
            areCommunesOfDay(geocoder, query, communes))
            return toUnits(communes);
        std::vector<ListedUnit> one = whole();
        // What stands behind a commune is a name of its own unless it was read as its parent.
        if (!plural.empty() && one.front().match.status == Status::Matched && places.size() == 1 &&
            units.size() > 1 && !hasReason(one.front().match, "parent")) {
            units.front().match = one.front().match;
            return units;
        }
        if (one.front().match.status == Status::Matched ||
            (!places.empty() && units.size() == places.size()))
            return one;
    }
    // "Bản Bo, Nà Tăm": names alone, all of them known.
    const Level level = hasText      ? query.level.value_or(Level::Commune)
                        : hasCommune ? Level::Commune
                                     : Level::District;
    const std::string list = level == Level::Province ? cell : withPlural(cell, level);
    auto found = find(list);
    takeDistrictBehind(geocoder, query, found);
    const auto listed = innermost(geocoder, found);
    std::vector<ListedUnit> units = toUnits(listed);
    if (!units.empty())
        addUnknown(list, found, units);
    const bool isClear = std::all_of(listed.begin(), listed.end(), [](const FoundPlace& place) {
        return place.match.status == Status::Matched;
    });
    return units.size() > 1 && (hasText ? isClear && listed.size() > 1 : true) ? units : whole();
}

} // namespace terroir::geocode
