#include "core/records/places.hpp"

#include "core/gazetteer/territory.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/decisions.hpp"
#include "core/records/period.hpp"
#include "core/records/place_question.hpp"
#include "core/records/title_places.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <set>

namespace terroir::records {

namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;

/// The parts with their lengths before them, so that no two lists give one key.
std::string joinedKey(std::initializer_list<std::string_view> parts, Date asOf) {
    std::string key(reinterpret_cast<const char*>(&asOf), sizeof asOf);
    std::size_t size = key.size();
    for (const std::string_view part : parts)
        size += part.size() + sizeof(std::uint32_t);
    key.reserve(size);
    for (const std::string_view part : parts) {
        const auto length = std::uint32_t(part.size());
        key.append(reinterpret_cast<const char*>(&length), sizeof length).append(part);
    }
    return key;
}

std::string keyOf(const geocode::Query& query) {
    const char choice[]{query.level ? char('0' + int(*query.level)) : '-',
                        char('0' + int(query.days))};
    return joinedKey({query.text,
                      query.province,
                      query.district,
                      query.commune,
                      query.context,
                      {choice, sizeof choice}},
                     query.asOf);
}

/// Of what readNamed() looks at.
std::string keyOf(const PlaceCells& cells, Date asOf) {
    std::string groups;
    for (const std::string& group : cells.groups)
        groups += group + '\t';
    const char columns[]{cells.isFormerCommune ? '1' : '0', cells.isFormerDistrict ? '1' : '0',
                         cells.isOwnTable ? '1' : '0'};
    return joinedKey({cells.place,
                      cells.level,
                      cells.role,
                      cells.within,
                      cells.province,
                      cells.district,
                      cells.commune,
                      cells.territory,
                      groups,
                      cells.former,
                      cells.title,
                      {columns, sizeof columns}},
                     asOf);
}

/// Rows whose answers are kept: equal rows mostly stand near one another, and those of a national
/// table of several years are about as many.
constexpr std::size_t maxRowsKept = 60'000;

/// Whether the answer has other units beside the first.
bool isOneOfSeveral(const Place& place) {
    return place.candidates.find('|') != std::string::npos;
}

bool namesNothing(const PlaceCells& cells) {
    return cells.place.empty() && cells.commune.empty() && cells.district.empty() &&
           cells.province.empty();
}

} // namespace

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

PlaceQuestion PlaceReader::complete(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    PlaceQuestion asked{cells, asOf, cells.commune, cells.district, cells.province, {}};
    asked.context = cells.within.empty() ? cells.territory : cells.within;
    for (std::size_t i = 0; i < cells.groups.size(); ++i) {
        geocode::Query query = asked.query();
        query.text = cells.groups[i];
        query.context.clear();
        for (std::size_t outer = i + 1; outer < cells.groups.size(); ++outer)
            query.context += cells.groups[outer] + ", ";
        query.context += cells.territory;
        const geocode::Match& match = resolve(query);
        const gazetteer::UnitIndex unit = widest(match, asOf);
        Place heading;
        heading.text = cells.groups[i];
        heading = answered(std::move(heading), match);
        if (unit == gazetteer::noUnit || (isMisspelt(heading) && isOneOfSeveral(heading))) {
            out.doubts.push_back(groupDoubt(cells.groups[i], asOf));
            continue;
        }
        if (isMisspelt(heading))
            out.misspeltGroups.push_back(std::move(heading));
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

ReadPlaces PlaceReader::readNamed(const PlaceCells& cells, Date asOf) {
    ReadPlaces out;
    const PlaceQuestion asked = complete(cells, asOf, out);
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
    return territory.empty()
               ? gazetteer::noUnit
               : widest(resolve({territory, {}, {}, {}, {}, asOf, std::nullopt}), asOf);
}

Date PlaceReader::dayWithin(const std::string& territory, Date asOf) {
    const auto [at, isNew] = m_lastDays.try_emplace(joinedKey({territory}, asOf), asOf);
    if (isNew)
        if (const gazetteer::UnitIndex unit = territoryUnit(territory, asOf);
            unit != gazetteer::noUnit)
            at->second = gazetteer::dayOf(m_gazetteer->unit(unit), asOf);
    if (at->second != asOf)
        m_lastDay = at->second;
    return at->second;
}

bool PlaceReader::isInTerritory(const std::string& territory, gazetteer::UnitIndex unit,
                                Date asOf) {
    if (territory.empty())
        return true;
    const auto [at, isNew] =
        m_inTerritory.try_emplace(joinedKey({territory, std::to_string(unit)}, asOf));
    if (isNew) {
        const gazetteer::UnitIndex area = territoryUnit(territory, asOf);
        at->second =
            area == gazetteer::noUnit || gazetteer::Territory(*m_gazetteer, area, asOf).holds(unit);
    }
    return at->second;
}

/// The unit of other ground that the same words named before the place's own unit began, where the
/// document may be as old as that; noUnit for none.
gazetteer::UnitIndex PlaceReader::otherBefore(const PlaceCells& cells, const Place& place,
                                              Date asOf) {
    const gazetteer::UnitIndex unit = m_gazetteer->find(place.uid);
    const Date begin = m_gazetteer->unit(unit).valid.from;
    if (begin <= cells.earliestDay || begin > asOf || begin <= gazetteer::firstDay ||
        isDecided(place) || hasReason(place, "former"))
        return gazetteer::noUnit;
    const Date eve = dayBefore(begin);
    for (const Place& before : named(cells, eve).places) {
        const gazetteer::UnitIndex other = m_gazetteer->find(before.uid);
        if (before.text != place.text || other == gazetteer::noUnit || other == unit ||
            !m_gazetteer->unit(other).valid.contains(eve))
            continue;
        const auto now = m_gazetteer->convert(other, begin), then = m_gazetteer->convert(unit, eve);
        if (now.size() != 1 || then.size() != 1 || now.front().unit != unit)
            return other;
    }
    return gazetteer::noUnit;
}

/// A name of other letters counts where nothing else there is as near to it, which is said.
void PlaceReader::judgeSpelling(Place& place, Date asOf, ReadPlaces& out) {
    if (place.status != geocode::Status::Matched || isDecided(place) ||
        (!isMisspelt(place) && !hasReason(place, "parent-misspelt")))
        return;
    const bool isOnGround = hasReason(place, "point") || hasReason(place, "polygon");
    if (isMisspelt(place) && isOneOfSeveral(place) && !isOnGround) {
        place.status = geocode::Status::Ambiguous;
        place.uid.clear();
        return;
    }
    const std::string& text = isMisspelt(place) ? place.text : placeKey(place);
    const std::string unit =
        gazetteer::describeNear(*m_gazetteer, m_gazetteer->find(place.uid), asOf);
    LocalText remark = misspeltRemark(text, unit);
    if (std::find(out.remarks.begin(), out.remarks.end(), remark) != out.remarks.end())
        return;
    ++m_misspelt[{text, unit}];
    out.remarks.push_back(std::move(remark));
}

/// The unit in which the row's words put a place that is not resolved, noUnit for none: a district
/// or province that its own text names, what holds all that it may be, else its parents.
gazetteer::UnitIndex PlaceReader::areaOf(const Place& place, const std::string& territory,
                                         Date asOf) {
    const UnitIndex parent =
        widest(resolve({place.context, {}, {}, {}, territory, asOf, std::nullopt}), asOf);
    std::vector<UnitIndex> may;
    for (std::string_view rest = place.candidates; !rest.empty();) {
        may.push_back(m_gazetteer->findCode(rest.substr(0, rest.find(':')), asOf));
        rest.remove_prefix(std::min(rest.find('|'), rest.size() - 1) + 1);
    }
    if (may.empty() || std::find(may.begin(), may.end(), gazetteer::noUnit) != may.end())
        return parent;
    const UnitIndex common = m_gazetteer->lowestCommon(may, asOf);
    if (common == gazetteer::noUnit || m_gazetteer->unit(common).level == Level::Commune)
        return parent;
    const bool isInParent = parent == gazetteer::noUnit ||
                            gazetteer::Territory(*m_gazetteer, parent, asOf).holds(common);
    return isInParent ? common : parent;
}

void PlaceReader::judge(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    bool countDiffers = false;
    std::size_t named = 0;
    if (cells.isOwnTable)
        for (Place& heading : out.misspeltGroups)
            judgeSpelling(heading, asOf, out);
    for (Place& place : out.places) {
        if (place.role == PlaceRole::NameComponent) // no location
            continue;
        ++named;
        if (cells.isOwnTable)
            judgeSpelling(place, asOf, out);
        // One slip is a slip; of two, another commune may be meant.
        if (cells.isOwnTable && !cells.ground && !isDecided(place) && !place.uid.empty() &&
            isMisspelt(place) &&
            (hasReason(place, "parent-misspelt") || !out.misspeltGroups.empty()))
            out.doubts.push_back(twiceMisspeltDoubt(place, asOf, *m_gazetteer));
        if (place.status != geocode::Status::Matched)
            if (const UnitIndex area = areaOf(place, cells.territory, asOf);
                area != gazetteer::noUnit)
                addReason(place, "in:" + m_gazetteer->unit(area).uid);
        if (isDoubtful(place))
            out.doubts.push_back(placeDoubt(place, asOf, *m_gazetteer));
        const gazetteer::UnitIndex unit = m_gazetteer->find(place.uid);
        if (!cells.isOwnTable || unit == gazetteer::noUnit || place.role == PlaceRole::Territory)
            continue;
        countDiffers = countDiffers || hasReason(place, "count-differs");
        if (!m_gazetteer->unit(unit).valid.contains(asOf) && !hasReason(place, "former"))
            out.doubts.push_back(otherDayDoubt(place, asOf, *m_gazetteer));
        else if (const gazetteer::UnitIndex other = otherBefore(cells, place, asOf);
                 other != gazetteer::noUnit)
            out.doubts.push_back(unknownDayDoubt(place, other, asOf, *m_gazetteer));
        if (!isInTerritory(cells.territory, unit, asOf)) {
            addReason(place, "outside-territory");
            out.doubts.push_back(outsideDoubt(place, cells.territory, asOf, *m_gazetteer));
        }
        if (hasReason(place, "parent-from-column") && !isDecided(place) &&
            m_gazetteer->unit(unit).level != Level::Commune && !readWhole(place.text) &&
            text::fold(place.text).find(text::fold(m_gazetteer->unit(unit).name)) ==
                std::string::npos)
            out.remarks.push_back(largerUnitRemark(place, asOf, *m_gazetteer));
        if (!cells.emptyColumn.empty() && !cells.ground &&
            (m_gazetteer->unit(unit).level == Level::Province || namesNothing(cells))) {
            const geocode::TextWords words = geocode::readWords(place.text);
            if (!cells.title.empty() && words.size() > 0 &&
                geocode::unitWordAt(words, 0).count != 0) // "… tại phường Ninh Kiều"
                out.remarks.push_back(
                    titlePlaceRemark(cells.emptyColumn, place, asOf, *m_gazetteer));
            else
                out.doubts.push_back(emptyCellDoubt(cells.emptyColumn, place, asOf, *m_gazetteer));
        }
    }
    const std::string& cell = cells.commune.empty() ? cells.place : cells.commune;
    if (countDiffers)
        out.doubts.push_back(countDoubt(cell, named));
    if (cells.isOwnTable && named > 1 && statesSeveralValues(cell))
        out.doubts.push_back(severalValuesDoubt(cell));
}

void PlaceReader::addTerritory(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    // A task whose title names no place is one of the territory.
    if (cells.isOwnTable && !cells.emptyColumn.empty() && cells.title.empty()) {
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

void PlaceReader::decide(std::map<std::string, std::string> places) {
    for (auto& [text, unit] : places)
        m_decided[text::toNfc(text)] = std::move(unit);
}

void PlaceReader::applyDecided(Date asOf, ReadPlaces& out) {
    std::set<std::string> used;
    for (Place& place : out.places) {
        if (place.role == PlaceRole::NameComponent || place.text.empty())
            continue;
        auto decided = m_decided.find(placeKey(place));
        if (decided == m_decided.end())
            decided = m_decided.find(place.text);
        if (decided == m_decided.end())
            continue;
        gazetteer::UnitIndex unit = m_gazetteer->find(decided->second);
        if (unit == gazetteer::noUnit)
            unit = m_gazetteer->findCode(decided->second, asOf);
        if (unit == gazetteer::noUnit) {
            out.doubts.push_back(noUnitOfDayDoubt(place, decided->second, asOf));
            continue;
        }
        markDecided(place, m_gazetteer->unit(unit).uid);
        used.insert(decided->first);
    }
    for (const std::string& text : used)
        ++m_decidedRows[text];
}

const ReadPlaces& PlaceReader::named(const PlaceCells& cells, Date asOf) {
    if (m_rows.size() > maxRowsKept)
        m_rows.clear();
    const auto [at, isNew] = m_rows.try_emplace(keyOf(cells, asOf));
    if (isNew)
        at->second = readNamed(cells, asOf);
    return at->second;
}

ReadPlaces PlaceReader::read(const PlaceCells& cells, Date asOf) {
    ReadPlaces out = named(cells, asOf);
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
    if (!m_decided.empty())
        applyDecided(asOf, out);
    judge(cells, asOf, out);
    return out;
}

} // namespace terroir::records
