#include "core/records/places.hpp"

#include "core/base/local_text.hpp"
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
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", query.text, query.province, query.district,
                       query.commune, query.context, query.asOf.toString(),
                       query.level ? gazetteer::toString(*query.level) : "");
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

bool isDoubtful(const Place& place) {
    return place.status != geocode::Status::Matched ||
           place.reasons.find("unknown-parent") != std::string::npos;
}

LocalText placeDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer) {
    const std::string& text = place.text.empty() ? place.context : place.text;
    const std::string day = asOf.toString();
    if (place.status == geocode::Status::Unmatched)
        return localText(
            "Không tìm thấy '{}' trong danh mục đơn vị hành chính ngày {}; hãy xem lại tên, "
            "hoặc ghi thêm huyện và tỉnh.",
            "'{}' is not found among the units of {}; check the name, or add the district "
            "and province.",
            text, day);
    if (place.status == geocode::Status::Matched)
        return localText(
            "'{}' được hiểu là {}, nhưng có tên huyện hoặc tỉnh không tìm thấy ngày {}; hãy xem "
            "lại tên ấy.",
            "'{}' was taken for {}, but a district or province that is given is not found on "
            "{}; check that name.",
            text, gazetteer.describe(gazetteer.find(place.uid), asOf), day);
    std::string candidates;
    std::string_view rest = place.candidates;
    for (int shown = 0; shown < 3 && !rest.empty(); ++shown) {
        const gazetteer::UnitIndex unit = gazetteer.findCode(rest.substr(0, rest.find(':')), asOf);
        if (unit != gazetteer::noUnit)
            candidates += (candidates.empty() ? "" : "; ") + gazetteer.describe(unit, asOf);
        rest.remove_prefix(std::min(rest.find('|'), rest.size() - 1) + 1);
    }
    if (place.candidates.find('|') == std::string::npos)
        return localText(
            "'{}' không khớp hẳn với nơi nào ngày {}; gần nhất là {}; hãy xem lại tên xã, huyện "
            "và tỉnh.",
            "'{}' does not fit any place of {} well; the nearest is {}; check the names of the "
            "commune, district and province.",
            text, day, candidates);
    return localText(
        "'{}' có thể là nhiều nơi ngày {}: {}; hãy ghi thêm loại đơn vị (xã, thị trấn), "
        "huyện và tỉnh.",
        "'{}' may be several places on {}: {}; add the type (xã, thị trấn), the district "
        "and the province.",
        text, day, candidates);
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

std::vector<Place> PlaceReader::readWritten(const PlaceCells& cells, Date asOf) {
    const auto word = parseLevelWord(cells.level);
    std::vector<Place> places;
    for (const std::string& text : splitList(cells.place)) {
        Place place;
        place.role = roleOf(cells);
        place.text = text;
        place.level = levelOf(cells.level);
        const std::string parents = joined({cells.within, cells.district, cells.province});
        place.context = parents.empty() ? cells.territory : parents;
        geocode::Query query{text, cells.province, cells.district, {}, {}, asOf, place.level};
        query.context = cells.within.empty() ? cells.territory : cells.within;
        if (word && word->isVillage)
            places.push_back(resolvedVillage(std::move(place), query, cells));
        else
            addListed(places, place, query);
    }
    return places;
}

std::vector<Place> PlaceReader::readColumns(const PlaceCells& cells, Date asOf) {
    const bool hasCommune = !cells.commune.empty();
    const bool hasDistrict = !cells.district.empty();
    const std::string& finest = hasCommune    ? cells.commune
                                : hasDistrict ? cells.district
                                              : cells.province;
    std::vector<Place> places;
    for (const std::string& text : splitList(finest)) {
        Place place;
        place.role = roleOf(cells);
        place.text = joined({cells.place, text});
        place.level = hasCommune ? Level::Commune : hasDistrict ? Level::District : Level::Province;
        place.context = joined(
            {hasCommune ? cells.district : "", hasCommune || hasDistrict ? cells.province : ""});
        if (place.context.empty())
            place.context = cells.territory;
        geocode::Query query{{},   cells.province, cells.district, {}, cells.territory,
                             asOf, place.level};
        (hasCommune ? query.commune : hasDistrict ? query.district : query.province) = text;
        addListed(places, place, query);
    }
    return places;
}

std::vector<Place> PlaceReader::read(const PlaceCells& cells, Date asOf) {
    const bool fromColumns =
        !cells.commune.empty() ||
        (cells.place.empty() && (!cells.district.empty() || !cells.province.empty()));
    std::vector<Place> places = fromColumns ? readColumns(cells, asOf) : readWritten(cells, asOf);
    const bool somewhere = !places.empty();
    for (const std::string& text : splitList(cells.namePlace)) {
        Place place;
        place.role = PlaceRole::NameComponent;
        place.text = text;
        place.context = cells.territory;
        place.level = levelOf(cells.nameLevel);
        places.push_back(resolved(place, {text, {}, {}, {}, cells.territory, asOf, place.level}));
    }
    if (!somewhere && !cells.territory.empty()) {
        Place place;
        place.role = PlaceRole::Territory;
        place.context = cells.territory;
        places.push_back(resolved(place, {cells.territory, {}, {}, {}, {}, asOf, std::nullopt}));
    }
    return places;
}

} // namespace terroir::records
