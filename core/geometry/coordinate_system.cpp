#include "core/geometry/coordinate_system.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "core/geometry/vn2000.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace terroir::geometry {

namespace {

/// ASCII letters in small, without blanks, dashes and stops: "VN-2000" and "vn 2000" are one.
std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (std::string_view(" -._\t\r\n").find(c) == std::string_view::npos)
            out += char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// Where one of these stands, a number may be a meridian.
constexpr std::array<std::string_view, 6> systemWords{"vn2000", "kinhtuy", "ktt",
                                                      "múi3",   "mui3",    "meridian"};

/// The digits behind a word of the squeezed text.
std::string digitsBehind(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos)
        return {};
    std::size_t from = at + word.size();
    while (from < text.size() && text[from] == ':')
        ++from;
    std::size_t to = from;
    while (to < text.size() && isDigit(text[to]))
        ++to;
    return std::string(text.substr(from, to - from));
}

enum class Kind { None, Degrees, Metres };

Kind kindOf(const std::vector<std::pair<std::string, std::string>>& values) {
    std::size_t degrees = 0, metres = 0;
    for (const auto& [first, second] : values) {
        const auto x = parseCoordinate(first), y = parseCoordinate(second);
        if (!x || !y)
            continue;
        const double larger = std::max(std::abs(x->value), std::abs(y->value));
        const double smaller = std::min(std::abs(x->value), std::abs(y->value));
        if (larger <= 180)
            ++degrees;
        else if (smaller > 10'000)
            ++metres;
    }
    return degrees == 0 && metres == 0 ? Kind::None
           : degrees >= metres         ? Kind::Degrees
                                       : Kind::Metres;
}

CoordinateSystem written(std::string crs) {
    return {crs,
            localText("Tọa độ được đọc theo {} như bảng đã ghi.",
                      "Coordinates were read as {}, as the table says.", crs),
            true};
}

} // namespace

bool areMetres(const std::vector<std::pair<std::string, std::string>>& values) {
    return kindOf(values) == Kind::Metres;
}

std::optional<CoordinateSystem>
chooseCoordinateSystem(const std::vector<std::pair<std::string, std::string>>& values,
                       std::string_view text, std::span<const std::string> zones) {
    const Kind kind = kindOf(values);
    if (kind == Kind::None)
        return std::nullopt;
    const std::string plain = squeezed(text);
    if (const std::string code = digitsBehind(plain, "epsg"); code.size() >= 4)
        return written("EPSG:" + code);
    if (kind == Kind::Degrees)
        return CoordinateSystem{"EPSG:4326",
                                localText("Tọa độ là độ, được đọc theo WGS 84 (EPSG:4326).",
                                          "Coordinates are degrees, read as WGS 84 (EPSG:4326)."),
                                true};
    const bool isVn2000 = plain.find("vn2000") != std::string::npos;
    if (const std::string zone = digitsBehind(plain, "utm").empty() ? digitsBehind(plain, "utmzone")
                                                                    : digitsBehind(plain, "utm");
        zone == "48" || zone == "49")
        return written(isVn2000 ? (zone == "48" ? "EPSG:3405" : "EPSG:3406") : "EPSG:326" + zone);
    const bool isAboutSystem =
        std::any_of(systemWords.begin(), systemWords.end(),
                    [&](std::string_view word) { return plain.find(word) != std::string::npos; });
    if (const auto meridian = isAboutSystem ? meridianIn(text) : std::nullopt) {
        const bool isSix =
            plain.find("múi6") != std::string::npos || plain.find("mui6") != std::string::npos ||
            plain.find("6°") != std::string::npos || plain.find("tm6") != std::string::npos;
        if (isSix && (*meridian == 105 * 60 || *meridian == 111 * 60))
            return written(*meridian == 105 * 60 ? "EPSG:3405" : "EPSG:3406");
        if (const std::string zone = vn2000ZoneAt(*meridian); !zone.empty())
            return written(zone);
    }
    if (zones.size() != 1)
        return std::nullopt;
    return CoordinateSystem{
        zones[0],
        localText("Tọa độ là mét và bảng không ghi hệ tọa độ: được đọc theo VN-2000, múi 3° "
                  "của tỉnh ({}); nếu không đúng, hãy ghi hệ tọa độ.",
                  "Coordinates are metres and the table names no system: read as VN-2000, "
                  "the TM-3 zone of the province ({}); if that is wrong, name the system.",
                  zones[0]),
        false};
}

} // namespace terroir::geometry
