#include "core/gazetteer/versions.hpp"
#include "core/records/period.hpp"
#include "core/records/place_question.hpp"
#include "core/records/places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::records {

namespace {

using gazetteer::Level;

/// The first day without districts.
constexpr Date districtsEnd = Date::of(2025, 7, 1);
} // namespace

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) {
        if (part.empty())
            continue;
        if (!out.empty())
            out += ", ";
        out += part;
    }
    return out;
}

PlaceRole roleOf(const PlaceCells& cells) {
    return parsePlaceRole(cells.role).value_or(PlaceRole::Location);
}

std::optional<Level> levelOf(std::string_view text) {
    const auto word = parseLevelWord(text);
    return word ? std::optional(word->level) : std::nullopt;
}

void addReason(Place& place, std::string_view reason) {
    if (!hasReason(place, reason))
        place.reasons += fmt::format("{}{}", place.reasons.empty() ? "" : ";", reason);
}

/// "toàn huyện": the district of the row, else that of the territory.
bool PlaceReader::readWholeUnit(const PlaceQuestion& asked, Place place, std::string_view text,
                                ReadPlaces& out) {
    const auto whole = readWhole(text);
    if (!whole)
        return false;
    place.level.reset();
    geocode::Query query = asked.query();
    if (!whole->text.empty()) {
        query.text = whole->text;
        query.province = whole->level == Level::Province ? "" : asked.province;
        if (whole->level == Level::Commune)
            query.district = asked.district;
        out.places.push_back(resolved(std::move(place), query));
        return true;
    }
    query.province = asked.province;
    if (whole->level != Level::Province)
        query.district = asked.district;
    if (whole->level == Level::Commune)
        query.commune = asked.cells.commune.empty() ? asked.commune : "";
    const std::string& cell = whole->level == Level::Commune    ? query.commune
                              : whole->level == Level::District ? query.district
                                                                : query.province;
    if (!cell.empty()) {
        query.level = whole->level;
        out.places.push_back(resolved(std::move(place), query));
        return true;
    }
    const gazetteer::UnitIndex territory = territoryUnit(asked.cells.territory, asked.asOf);
    const auto aboveTerritory = [&](Level level) {
        return territory == gazetteer::noUnit
                   ? gazetteer::noUnit
                   : m_gazetteer->ancestorAt(territory, level,
                                             dayOf(m_gazetteer->unit(territory), asked.asOf));
    };
    gazetteer::UnitIndex unit = aboveTerritory(whole->level);
    // "toàn thành phố" of a city that is no province's
    if (const gazetteer::UnitIndex city = aboveTerritory(Level::Province);
        unit == gazetteer::noUnit && whole->level == Level::District && city != gazetteer::noUnit &&
        m_gazetteer->unit(city).type == "thành phố")
        unit = city;
    geocode::Match match;
    if (unit != gazetteer::noUnit)
        match = {geocode::Status::Matched, {{unit, 1, {"context"}}}, {}};
    else
        match.reasons = {"no-name-in-text"};
    out.places.push_back(answered(std::move(place), match));
    return true;
}

/// Units of the day before the last reform that changed them.
void PlaceReader::readFormer(const PlaceQuestion& asked, Place place, geocode::Query query,
                             ReadPlaces& out) {
    if (asked.asOf >= districtsEnd) {
        query.asOf = dayBefore(districtsEnd);
    } else if (const geocode::Match& now = resolve(query);
               now.unit() != gazetteer::noUnit &&
               m_gazetteer->unit(now.unit()).valid.contains(asked.asOf)) {
        const Date from = m_gazetteer->unit(now.unit()).valid.from;
        geocode::Query earlier = query;
        earlier.asOf = dayBefore(from);
        if (from > gazetteer::firstDay && resolve(earlier).unit() != gazetteer::noUnit)
            query.asOf = earlier.asOf;
    }
    const std::size_t first = out.places.size();
    addListed(out.places, place, query);
    for (std::size_t i = first; i < out.places.size(); ++i)
        addReason(out.places[i], "former");
}

/// The place before the reform, where it is named as well, supports the one of today.
void PlaceReader::settleByFormer(const PlaceQuestion& asked, const std::string& former,
                                 ReadPlaces& out) {
    if (out.places.size() != 1)
        return;
    Place& place = out.places.front();
    geocode::Query query = asked.query();
    query.text = former;
    query.province = asked.province;
    query.asOf = asked.asOf >= districtsEnd ? dayBefore(districtsEnd) : asked.asOf;
    std::vector<gazetteer::UnitIndex> now;
    for (const geocode::ListedUnit& unit : list(query))
        if (unit.match.unit() != gazetteer::noUnit)
            for (const auto& share : m_gazetteer->convert(unit.match.unit(), asked.asOf))
                now.push_back(share.unit);
    if (now.empty())
        return;
    const auto isThere = [&](gazetteer::UnitIndex unit) {
        return std::find(now.begin(), now.end(), unit) != now.end();
    };
    if (place.status == geocode::Status::Matched) {
        if (!isThere(m_gazetteer->find(place.uid)))
            out.doubts.push_back(formerDoubt(former, place, asked.asOf, *m_gazetteer));
        return;
    }
    std::vector<gazetteer::UnitIndex> held;
    for (std::string_view rest = place.candidates; !rest.empty();) {
        const auto unit = m_gazetteer->findCode(rest.substr(0, rest.find(':')), asked.asOf);
        if (unit != gazetteer::noUnit && isThere(unit))
            held.push_back(unit);
        rest.remove_prefix(std::min(rest.find('|'), rest.size() - 1) + 1);
    }
    if (held.size() != 1)
        return;
    place.status = geocode::Status::Matched;
    place.uid = m_gazetteer->unit(held.front()).uid;
    addReason(place, "former-named");
}

/// "xã Hưng Khánh Trung (xã Vĩnh Hòa)": a unit that ended and became one that is named as well is
/// the same ground as before, which only supports it.
void PlaceReader::dropPredecessors(Date asOf, ReadPlaces& out) const {
    const auto unitOf = [&](const Place& place) {
        return place.status == geocode::Status::Matched ? m_gazetteer->find(place.uid)
                                                        : gazetteer::noUnit;
    };
    std::vector<gazetteer::UnitIndex> today;
    for (const Place& place : out.places)
        if (const auto unit = unitOf(place);
            unit != gazetteer::noUnit && m_gazetteer->unit(unit).valid.contains(asOf))
            today.push_back(unit);
    std::erase_if(out.places, [&](const Place& place) {
        const auto unit = unitOf(place);
        if (unit == gazetteer::noUnit || m_gazetteer->unit(unit).valid.to > asOf)
            return false;
        const auto now = m_gazetteer->convert(unit, asOf);
        return std::any_of(now.begin(), now.end(), [&](const auto& share) {
            return std::find(today.begin(), today.end(), share.unit) != today.end();
        });
    });
}

/// One cell: a list or a unit, in a column of a level or in free text.
void PlaceReader::readText(const PlaceQuestion& asked, std::string_view written,
                           std::optional<Level> column, ReadPlaces& out) {
    const PlaceCells& cells = asked.cells;
    Place place;
    place.role = roleOf(cells);
    place.text = column ? joined({cells.place, written}) : std::string(written);
    place.level = column ? column : levelOf(cells.level);
    place.context = column ? joined({column == Level::Commune ? asked.district : "",
                                     column != Level::Province ? asked.province : ""})
                           : joined({cells.within, asked.commune, asked.district, asked.province});
    if (place.context.empty())
        place.context = cells.territory;
    DatedText dated{std::string(written), {}, false};
    if (cells.isOwnTable) {
        dated = readDated(written);
        std::replace(dated.text.begin(), dated.text.end(), '\n', ',');
        if (readWholeUnit(asked, place, dated.text, out))
            return;
    }
    geocode::Query query = asked.query();
    query.level = place.level;
    query.province = asked.province;
    const bool isOther = column && cells.isOwnTable && beginsWithOtherLevel(dated.text, *column);
    const bool isText = !column || (cells.isOwnTable && namesLevelWithin(dated.text, *column));
    if (isText || isOther) {
        query.text = dated.text;
        if (isOther) {
            query.level.reset();
            place.level.reset();
            if (column == Level::Province)
                query.province.clear();
        } else {
            query.commune = column ? "" : asked.commune;
            query.district = !column || column == Level::Commune ? asked.district : "";
        }
    } else {
        query.district = column == Level::Province ? "" : asked.district;
        (column == Level::Commune    ? query.commune
         : column == Level::District ? query.district
                                     : query.province) = dated.text;
    }
    const auto word = parseLevelWord(cells.level);
    if (!column && word && word->isVillage) {
        out.places.push_back(resolvedVillage(std::move(place), query, cells));
        return;
    }
    const bool isFormerColumn = (column == Level::Commune && cells.isFormerCommune) ||
                                (column == Level::District && cells.isFormerDistrict);
    if (cells.isOwnTable && (dated.isFormer || isFormerColumn))
        return readFormer(asked, std::move(place), std::move(query), out);
    addListed(out.places, place, query);
    if (cells.isOwnTable)
        dropPredecessors(asked.asOf, out);
    const std::string& former = dated.former.empty() ? cells.former : dated.former;
    if (cells.isOwnTable && !former.empty())
        settleByFormer(asked, former, out);
}

} // namespace terroir::records
