#include "core/geometry/system_trial.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/vn2000.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace terroir::geometry {

namespace {

constexpr double kmPerDegree = 111.2;
/// Eastings of 3° and 6° zones stay below it; northings in Vietnam, but for the far south, do not.
constexpr double largestEasting = 0.95e6;

/// From b to a, in km.
Point awayFrom(Point a, Point b) {
    return {kmPerDegree * (a.x - b.x) * std::cos((a.y + b.y) / 2 * 3.14159265358979 / 180),
            kmPerDegree * (a.y - b.y)};
}

double lengthOf(Point vector) {
    return std::hypot(vector.x, vector.y);
}

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Point eastingFirst(Point point) {
    return point.x > largestEasting && point.y < largestEasting ? Point{point.y, point.x} : point;
}

std::vector<SystemFit> systems() {
    std::vector<SystemFit> all;
    for (const int meridian : vn2000Meridians()) {
        const std::string crs = vn2000ZoneAt(meridian), text = meridianText(meridian);
        all.push_back({crs,
                       localText("VN-2000, kinh tuyến trục {} ({})",
                                 "VN-2000, central meridian {} ({})", text, crs),
                       "vn2000:" + text});
    }
    for (const auto& [crs, name] :
         {std::pair("EPSG:3405", "VN-2000 / UTM 48N"), std::pair("EPSG:3406", "VN-2000 / UTM 49N")})
        all.push_back({crs, localText("{} ({})", "{} ({})", name, crs), crs});
    return all;
}

void tryOne(SystemFit& fit, std::span<const TriedPlace> places) {
    const Transform toLonLat(fit.crs, "EPSG:4326");
    std::vector<double> east, north;
    for (const TriedPlace& place : places) {
        if (place.mayLieAt.empty())
            continue;
        ++fit.tried;
        try {
            const Point point = toLonLat(eastingFirst(place.inFile));
            const auto nearest = std::min_element(
                place.mayLieAt.begin(), place.mayLieAt.end(), [&](Point a, Point b) {
                    return lengthOf(awayFrom(point, a)) < lengthOf(awayFrom(point, b));
                });
            const Point away = awayFrom(point, *nearest);
            if (lengthOf(away) > place.reachKm)
                continue;
            ++fit.inPlace;
            east.push_back(away.x);
            north.push_back(away.y);
        } catch (const GeometryError&) {
            // far outside of what the system is for: nowhere near
        }
    }
    if (fit.inPlace > 0)
        fit.offsetKm = std::hypot(medianOf(std::move(east)), medianOf(std::move(north)));
}

/// Whether a fit is as good as the best, as far as the places tell.
bool isAsGood(const SystemFit& fit, const SystemFit& best) {
    const double doubt = 1 / std::sqrt(double(best.inPlace)); // km; points stand for whole units
    return fit.inPlace == best.inPlace && fit.offsetKm < best.offsetKm + doubt;
}

} // namespace

LocalText SystemFit::figure() const {
    return localText("{}: {} trên {} nơi nằm đúng chỗ, lệch chung {} km",
                     "{}: {} of {} places lie where they are known to be, {} km off together",
                     name, inPlace, tried, numberText(offsetKm, 1));
}

std::vector<SystemFit> fittingSystems(std::span<const TriedPlace> places) {
    std::vector<SystemFit> fits = systems();
    for (SystemFit& fit : fits)
        tryOne(fit, places);
    std::stable_sort(fits.begin(), fits.end(), [](const SystemFit& a, const SystemFit& b) {
        return std::pair(b.inPlace, a.offsetKm) < std::pair(a.inPlace, b.offsetKm);
    });
    const SystemFit best = fits.front();
    if (best.inPlace == 0 || 3 * best.inPlace < 2 * best.tried)
        return {};
    std::erase_if(fits, [&](const SystemFit& fit) { return !isAsGood(fit, best); });
    return fits;
}

} // namespace terroir::geometry
