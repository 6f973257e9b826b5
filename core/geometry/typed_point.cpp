#include "core/geometry/typed_point.hpp"

#include "core/geometry/coordinate_reader.hpp"
#include "core/geometry/vn2000.hpp"

#include <cmath>

namespace terroir::geometry {

namespace {

constexpr double leastMetres = 1000; ///< degrees are smaller

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view between = " \t,;";
    const std::size_t from = text.find_first_not_of(between);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(between) - from + 1);
}

} // namespace

std::optional<TypedPoint> typedPoint(std::string_view text, const std::string& zone) {
    // Between which two characters the pair is parted is not known: "22,36 103,71".
    for (const char* const partings : {";", ",", " \t"})
        for (std::size_t at = text.find_first_of(partings); at != std::string_view::npos;
             at = text.find_first_of(partings, at + 1)) {
            const std::string_view first = trimmed(text.substr(0, at)),
                                   second = trimmed(text.substr(at + 1));
            const auto a = parseCoordinate(first), b = parseCoordinate(second);
            if (!a || !b)
                continue;
            const bool isPlane =
                std::abs(a->value) > leastMetres && std::abs(b->value) > leastMetres;
            if (isPlane && zone.empty())
                continue;
            // Latitude or north comes first; the reader puts what is exchanged right.
            const auto read = CoordinateReader(isPlane ? zone : "EPSG:4326").read(second, first);
            if (!read.lonLat)
                continue;
            const auto meridian = isPlane ? meridianOf(zone) : std::nullopt;
            return TypedPoint{*read.lonLat,
                              isPlane ? "VN-2000 " + (meridian ? meridianText(*meridian) : zone)
                                      : std::string()};
        }
    return std::nullopt;
}

} // namespace terroir::geometry
