#include "core/records/places.hpp"

#include "core/gazetteer/territory.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/period.hpp"
#include "core/records/place_text.hpp"
#include "core/records/title_places.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace terroir::records {

namespace {

using gazetteer::Level;

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

std::string keyOf(const geocode::Query& query) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}{}", query.text, query.province, query.district,
                       query.commune, query.context, query.asOf.toString(),
                       query.level ? gazetteer::toString(*query.level) : "", int(query.days));
}

/// Of what readNamed() looks at.
std::string keyOf(const PlaceCells& cells, Date asOf) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}{}{}{}", cells.place,
                       cells.level, cells.role, cells.within, cells.province, cells.district,
                       cells.commune, cells.territory, fmt::join(cells.groups, "\t"), cells.former,
                       cells.title, asOf.toString(), cells.isFormerCommune, cells.isFormerDistrict,
                       cells.isOwnTable);
}

/// The first day without districts.
constexpr Date districtsEnd = Date::of(2025, 7, 1);
/// Rows whose answers are kept: equal rows mostly stand near one another.
constexpr std::size_t mostRowsKept = 20'000;

bool namesNothing(const PlaceCells& cells) {
    return cells.place.empty() && cells.commune.empty() && cells.district.empty() &&
           cells.province.empty();
}

void addReason(Place& place, std::string_view reason) {
    if (!hasReason(place, reason))
        place.reasons += fmt::format("{}{}", place.reasons.empty() ? "" : ";", reason);
}

} // namespace

std::optional<LevelWord> parseLevelWord(std::string_view text) {
    struct Word {
        std::string_view word;
        LevelWord level;
    };
    static constexpr std::array<Word, 12> words{{{"province", {Level::Province, false}},
                                                 {"tinh", {Level::Province, false}},
                                                 {"district", {Level::District, false}},
                                                 {"huyen", {Level::District, false}},
                                                 {"commune", {Level::Commune, false}},
                                                 {"xa", {Level::Commune, false}},
                                                 {"phuong", {Level::Commune, false}},
                                                 {"thi tran", {Level::Commune, false}},
                                                 {"village", {Level::Commune, true}},
                                                 {"ban", {Level::Commune, true}},
                                                 {"thon", {Level::Commune, true}},
                                                 {"ap", {Level::Commune, true}}}};
    const std::string folded = text::fold(text);
    for (const Word& known : words)
        if (folded == known.word)
            return known.level;
    return std::nullopt;
}

std::vector<std::string> splitList(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
        std::string_view part = text.substr(0, end);
        while (!part.empty() && (part.front() == ' ' || part.front() == '\r'))
            part.remove_prefix(1);
        while (!part.empty() && (part.back() == ' ' || part.back() == '\r'))
            part.remove_suffix(1);
        if (!part.empty())
            parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

const geocode::Match& PlaceReader::resolve(const geocode::Query& query) {
    const auto [at, isNew] = m_answers.try_emplace(keyOf(query));
    if (isNew)
        at->second = m_geocoder->resolve(query);
    return at->second;
}

const std::vector<geocode::ListedUnit>& PlaceReader::list(const geocode::Query& query) {
    const auto [at, isNew] = m_lists.try_emplace(keyOf(query));
    if (isNew)
        at->second = geocode::listedUnits(*m_geocoder, query);
    return at->second;
}

/// The place as it is, or one for each unit that its cell lists.
void PlaceReader::addListed(std::vector<Place>& places, const Place& place,
                            const geocode::Query& query) {
    const std::vector<geocode::ListedUnit>& units = list(query);
    for (const geocode::ListedUnit& unit : units) {
        Place one = place;
        if (units.size() > 1)
            one.text = unit.text;
        places.push_back(answered(std::move(one), unit.match));
    }
}

Place PlaceReader::resolved(Place place, const geocode::Query& query) {
    return answered(std::move(place), resolve(query));
}

Place PlaceReader::answered(Place place, const geocode::Match& match) const {
    place.status = match.status;
    place.uid = match.status == geocode::Status::Matched ? m_gazetteer->unit(match.unit()).uid : "";
    place.score = match.candidates.empty() ? 0 : match.candidates.front().score;
    std::vector<std::string> reasons = match.reasons;
    if (match.status == geocode::Status::Matched)
        for (const std::string& reason : match.candidates.front().reasons)
            if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
                reasons.push_back(reason);
    place.reasons = fmt::format("{}", fmt::join(reasons, ";"));
    for (const geocode::Candidate& candidate : match.candidates)
        place.candidates += fmt::format("{}{}:{:.2f}", place.candidates.empty() ? "" : "|",
                                        m_gazetteer->unit(candidate.unit).code, candidate.score);
    return place;
}

Place PlaceReader::resolvedVillage(Place place, const geocode::Query& query,
                                   const PlaceCells& cells) {
    // The gazetteer ends at the commune: the commune that the parents name holds the village.
    if (!cells.within.empty()) {
        geocode::Query parent = query;
        parent.text = cells.within;
        parent.context = cells.territory;
        Place inParent = resolved(place, parent);
        if (inParent.status == geocode::Status::Matched &&
            m_gazetteer->unit(m_gazetteer->find(inParent.uid)).level == Level::Commune) {
            inParent.reasons += inParent.reasons.empty() ? "village" : ";village";
            return inParent;
        }
    }
    return resolved(std::move(place), query);
}

struct PlaceReader::Asked {
    const PlaceCells& cells;
    Date asOf;
    /// Of the cells, else of the groups above the row.
    std::string commune, district, province;
    std::string context;                                ///< of questions
    gazetteer::UnitIndex innermost = gazetteer::noUnit; ///< of the groups

    geocode::Query query() const {
        geocode::Query query;
        query.asOf = asOf;
        query.context = context;
        query.days = cells.isOwnTable ? geocode::Days::DayFirst : geocode::Days::Any;
        return query;
    }
};

/// The unit of an answer; of several the one that holds all of them: a heading "Mộc Châu" is the
/// district, in which its town lies.
gazetteer::UnitIndex PlaceReader::widest(const geocode::Match& match, Date asOf) const {
    if (match.status == geocode::Status::Matched)
        return match.unit();
    for (const geocode::Candidate& outer : match.candidates) {
        const gazetteer::Territory area(*m_gazetteer, outer.unit, asOf);
        if (match.candidates.size() > 1 &&
            std::all_of(match.candidates.begin(), match.candidates.end(),
                        [&](const auto& inner) { return area.holds(inner.unit); }))
            return outer.unit;
    }
    return gazetteer::noUnit;
}

PlaceReader::Asked PlaceReader::complete(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    Asked asked{cells, asOf, cells.commune, cells.district, cells.province, {}};
    asked.context = cells.within.empty() ? cells.territory : cells.within;
    for (std::size_t i = 0; i < cells.groups.size(); ++i) {
        geocode::Query query = asked.query();
        query.text = cells.groups[i];
        query.context.clear();
        for (std::size_t outer = i + 1; outer < cells.groups.size(); ++outer)
            query.context += cells.groups[outer] + ", ";
        query.context += cells.territory;
        const gazetteer::UnitIndex unit = widest(resolve(query), asOf);
        if (unit == gazetteer::noUnit) {
            out.doubts.push_back(groupDoubt(cells.groups[i], asOf));
            continue;
        }
        if (asked.innermost == gazetteer::noUnit)
            asked.innermost = unit;
        const Date day = dayOf(m_gazetteer->unit(unit), asOf);
        for (gazetteer::UnitIndex up = unit; up != gazetteer::noUnit;
             up = m_gazetteer->parentAt(up, day)) {
            const Level level = m_gazetteer->unit(up).level;
            std::string& cell = level == Level::Commune    ? asked.commune
                                : level == Level::District ? asked.district
                                                           : asked.province;
            if (cell.empty())
                cell = m_gazetteer->unit(up).fullName();
        }
    }
    return asked;
}

/// "toàn huyện": the district of the row, else that of the territory.
bool PlaceReader::readWholeUnit(const Asked& asked, Place place, std::string_view text,
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
    const gazetteer::UnitIndex unit =
        territory == gazetteer::noUnit
            ? gazetteer::noUnit
            : m_gazetteer->ancestorAt(territory, whole->level,
                                      dayOf(m_gazetteer->unit(territory), asked.asOf));
    geocode::Match match;
    if (unit != gazetteer::noUnit)
        match = {geocode::Status::Matched, {{unit, 1, {"context"}}}, {}};
    else
        match.reasons = {"no-name-in-text"};
    out.places.push_back(answered(std::move(place), match));
    return true;
}

/// Units of the day before the last reform that changed them.
void PlaceReader::readFormer(const Asked& asked, Place place, geocode::Query query,
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
void PlaceReader::settleByFormer(const Asked& asked, const std::string& former, ReadPlaces& out) {
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

/// One cell: a list or a unit, in a column of a level or in free text.
void PlaceReader::readText(const Asked& asked, std::string_view written,
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
    const std::string& former = dated.former.empty() ? cells.former : dated.former;
    if (cells.isOwnTable && !former.empty())
        settleByFormer(asked, former, out);
}

ReadPlaces PlaceReader::readNamed(const PlaceCells& cells, Date asOf) {
    ReadPlaces out;
    const Asked asked = complete(cells, asOf, out);
    const auto readCell = [&](const std::string& cell, std::optional<Level> column) {
        // An address may run over several lines, a list as well: the geocoder tells them apart.
        if (cells.isOwnTable)
            return readText(asked, cell, column, out);
        for (const std::string& text : splitList(cell))
            readText(asked, text, column, out);
    };
    if (!cells.commune.empty())
        readCell(cells.commune, Level::Commune);
    else if (!cells.place.empty())
        readCell(cells.place, std::nullopt);
    else if (!cells.district.empty())
        readCell(cells.district, Level::District);
    else if (!cells.province.empty())
        readCell(cells.province, Level::Province);
    else if (!cells.title.empty())
        for (const geocode::FoundPlace& found :
             titlePlaces(*m_geocoder, cells.title,
                         asked.innermost == gazetteer::noUnit ? territoryUnit(cells.territory, asOf)
                                                              : asked.innermost,
                         asOf)) {
            Place place;
            place.role = roleOf(cells);
            place.text = found.text;
            place.context = cells.territory;
            out.places.push_back(answered(std::move(place), found.match));
            addReason(out.places.back(), "title");
        }
    if (out.places.empty() && asked.innermost != gazetteer::noUnit) {
        Place place;
        place.role = roleOf(cells);
        place.text = cells.groups.front();
        place.context = cells.territory;
        out.places.push_back(answered(
            std::move(place), {geocode::Status::Matched, {{asked.innermost, 1, {"group"}}}, {}}));
    }
    return out;
}

gazetteer::UnitIndex PlaceReader::territoryUnit(const std::string& territory, Date asOf) {
    return territory.empty() ? gazetteer::noUnit
                             : resolve({territory, {}, {}, {}, {}, asOf, std::nullopt}).unit();
}

bool PlaceReader::isInTerritory(const std::string& territory, gazetteer::UnitIndex unit,
                                Date asOf) {
    const auto [at, isNew] =
        m_inTerritory.try_emplace(fmt::format("{}\n{}\n{}", unit, asOf.toString(), territory));
    if (isNew) {
        const gazetteer::UnitIndex area = territoryUnit(territory, asOf);
        at->second =
            area == gazetteer::noUnit || gazetteer::Territory(*m_gazetteer, area, asOf).holds(unit);
    }
    return at->second;
}

void PlaceReader::judge(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    bool countDiffers = false;
    std::size_t named = 0;
    for (Place& place : out.places) {
        if (place.role == PlaceRole::NameComponent) // no location
            continue;
        ++named;
        if (isDoubtful(place))
            out.doubts.push_back(placeDoubt(place, asOf, *m_gazetteer));
        const gazetteer::UnitIndex unit = m_gazetteer->find(place.uid);
        if (!cells.isOwnTable || unit == gazetteer::noUnit || place.role == PlaceRole::Territory)
            continue;
        countDiffers = countDiffers || hasReason(place, "count-differs");
        if (!m_gazetteer->unit(unit).valid.contains(asOf) && !hasReason(place, "former"))
            out.doubts.push_back(otherDayDoubt(place, asOf, *m_gazetteer));
        if (!isInTerritory(cells.territory, unit, asOf)) {
            addReason(place, "outside-territory");
            out.doubts.push_back(outsideDoubt(place, cells.territory, asOf, *m_gazetteer));
        }
        if (!cells.emptyColumn.empty() && !cells.ground &&
            (m_gazetteer->unit(unit).level == Level::Province || namesNothing(cells)))
            out.doubts.push_back(emptyCellDoubt(cells.emptyColumn, place, asOf, *m_gazetteer));
    }
    const std::string& cell = cells.commune.empty() ? cells.place : cells.commune;
    if (countDiffers)
        out.doubts.push_back(countDoubt(cell, named));
    if (cells.isOwnTable && named > 1 && statesSeveralValues(cell))
        out.doubts.push_back(severalValuesDoubt(cell));
}

void PlaceReader::addTerritory(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    if (cells.isOwnTable && !cells.emptyColumn.empty()) {
        out.refusal = emptyCellRefusal(cells.emptyColumn);
    } else if (cells.isOwnTable && cells.hasGroups) {
        out.refusal = noGroupRefusal();
    } else if (!cells.territory.empty()) {
        Place place;
        place.role = PlaceRole::Territory;
        place.context = cells.territory;
        out.places.push_back(
            resolved(place, {cells.territory, {}, {}, {}, {}, asOf, std::nullopt}));
    }
}

ReadPlaces PlaceReader::read(const PlaceCells& cells, Date asOf) {
    if (m_rows.size() > mostRowsKept)
        m_rows.clear();
    const auto [at, isNew] = m_rows.try_emplace(keyOf(cells, asOf));
    if (isNew)
        at->second = readNamed(cells, asOf);
    ReadPlaces out = at->second;
    if (cells.ground)
        readGround(cells, asOf, out);
    const bool somewhere = !out.places.empty() || out.refusal;
    for (const std::string& text : splitList(cells.namePlace)) {
        Place place;
        place.role = PlaceRole::NameComponent;
        place.text = text;
        place.context = cells.territory;
        place.level = levelOf(cells.nameLevel);
        out.places.push_back(
            resolved(place, {text, {}, {}, {}, cells.territory, asOf, place.level}));
    }
    if (!somewhere)
        addTerritory(cells, asOf, out);
    judge(cells, asOf, out);
    return out;
}

} // namespace terroir::records
