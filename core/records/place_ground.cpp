#include "core/gazetteer/territory.hpp"
#include "core/geocode/unit_words.hpp"
#include "core/records/places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::records {

namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;

/// "108.003211 13.975120", and how many more points there are.
std::string textOf(const sheets::Ground& ground) {
    const bool isShape = !ground.polygons.empty();
    if (isShape) {
        const geometry::Box box = geometry::boxOf(ground.polygons);
        return fmt::format("{:.5f} {:.5f}", (box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2);
    }
    const geometry::Point point = geometry::pointIn(ground);
    return fmt::format("{:.6f} {:.6f}", point.x, point.y);
}

bool isAnyOf(const std::vector<UnitIndex>& units, UnitIndex unit) {
    return std::find(units.begin(), units.end(), unit) != units.end();
}

/// Whether a place that is no unit claims to be one: "xã Không Có", not "bản Páng".
bool claimsUnit(const Place& place) {
    if (place.level)
        return true;
    const geocode::TextWords words = geocode::readWords(place.text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (geocode::unitWordAt(words, i).count != 0)
            return true;
    return !place.candidates.empty();
}

} // namespace

/// From the ground to the point of the unit, or of the one that took it over.
std::optional<double> PlaceReader::kmFromMiddle(const sheets::Ground& ground, const Place& place,
                                                Date asOf) const {
    UnitIndex unit = m_gazetteer->find(place.uid);
    if (!m_gazetteer->unit(unit).point)
        if (const auto shares = m_gazetteer->convert(unit, asOf); !shares.empty())
            unit = shares.front().unit;
    const auto& middle = m_gazetteer->unit(unit).point;
    return middle ? std::optional(geometry::kmBetween(geometry::pointIn(ground),
                                                      {middle->lon, middle->lat}))
                  : std::nullopt;
}

void PlaceReader::readGround(const PlaceCells& cells, Date asOf, ReadPlaces& out) {
    if (!m_ground)
        return;
    const GroundUnits found = m_ground(*cells.ground, asOf);
    const std::string text = textOf(*cells.ground);
    std::vector<Place> named;
    std::string written;
    bool isUnread = false;
    for (const Place& place : out.places) {
        if (place.status == geocode::Status::Matched)
            named.push_back(place);
        else
            isUnread = isUnread || claimsUnit(place);
        written = place.text;
    }
    if (found.units.empty()) {
        if (named.empty())
            out.refusal = groundNowhereRefusal(text);
        else
            out.doubts.push_back(groundNowhereRefusal(text));
        return;
    }
    // A name of another day stands for the units that its ground belongs to on this one.
    const auto fits = [&](const Place& place, UnitIndex unit) {
        const UnitIndex there = m_gazetteer->find(place.uid);
        if (m_gazetteer->unit(there).level != Level::Commune)
            return gazetteer::Territory(*m_gazetteer, there, asOf).holds(unit);
        if (there == unit)
            return true;
        const auto shares = m_gazetteer->convert(there, asOf);
        return std::any_of(shares.begin(), shares.end(),
                           [&](const auto& share) { return share.unit == unit; });
    };
    const std::string_view reason = cells.ground->polygons.empty() ? "point" : "polygon";
    bool isFine = false, isAtFinest = false;
    for (Place& place : out.places) {
        if (place.status != geocode::Status::Matched)
            continue;
        isAtFinest =
            isAtFinest || m_gazetteer->unit(m_gazetteer->find(place.uid)).level == Level::Commune;
        const auto here = [&](UnitIndex unit) { return fits(place, unit); };
        isFine = isFine || std::any_of(found.units.begin(), found.units.end(), here) ||
                 std::any_of(found.near.begin(), found.near.end(), here);
    }
    if (!named.empty() && !isFine)
        out.doubts.push_back(groundElsewhereDoubt(named.front(), found.units,
                                                  kmFromMiddle(*cells.ground, named.front(), asOf),
                                                  found.isApproximate, asOf, *m_gazetteer));
    if (isAtFinest || isUnread) { // the row says it itself; what it says is doubted where unclear
        for (Place& place : out.places)
            if (place.status == geocode::Status::Matched)
                place.reasons += fmt::format("{}{}", place.reasons.empty() ? "" : ";", reason);
        if (isAtFinest)
            return;
    }
    m_approximateRows += found.isApproximate ? 1 : 0;
    out.places.clear();
    std::vector<UnitIndex> either = found.units;
    if (!named.empty()) // of those in doubt, what the row names decides
        std::erase_if(either, [&](UnitIndex unit) {
            return isFine && std::none_of(named.begin(), named.end(),
                                          [&](const Place& place) { return fits(place, unit); });
        });
    for (const UnitIndex unit : either.empty() ? found.units : either) {
        Place place;
        place.text = written.empty() ? text : written;
        place.context = cells.territory;
        place.level = Level::Commune;
        place =
            answered(std::move(place),
                     {geocode::Status::Matched, {{unit, found.isApproximate ? 0.8 : 1.0, {}}}, {}});
        place.reasons = reason;
        if (found.isApproximate)
            place.reasons += ";approximate";
        out.places.push_back(std::move(place));
    }
    if (isUnread)
        out.doubts.push_back(
            unreadBesideGroundDoubt(written, out.places.front(), asOf, *m_gazetteer));
    if (!found.near.empty()) {
        std::vector<UnitIndex> may = found.units;
        for (const UnitIndex unit : found.near)
            if (!isAnyOf(may, unit))
                may.push_back(unit);
        out.doubts.push_back(groundNearDoubt(text, may, asOf, *m_gazetteer));
    }
}

} // namespace terroir::records
