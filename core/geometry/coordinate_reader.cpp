#include "core/geometry/coordinate_reader.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/geometry/ground.hpp"

#include <array>
#include <utility>

namespace terroir::geometry {

namespace {

void dropSuffix(std::string_view& text, std::string_view suffix) {
    if (text.size() > suffix.size() && text.ends_with(suffix))
        text.remove_suffix(suffix.size());
}

void trim(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
}

std::optional<double> parsePart(std::string_view text) {
    trim(text);
    if (const auto plain = parsePlainNumber(text))
        return plain;
    return parseVietnameseNumber(text);
}

/// Where one of the signs begins and how long it is; npos when there is no sign.
std::pair<std::size_t, std::size_t> findSign(std::string_view text,
                                             std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs)
        if (const std::size_t at = text.find(sign); at != std::string_view::npos)
            return {at, sign.size()};
    return {std::string_view::npos, 0};
}

/// 21°, 21°01', 21°01'48.5": each part whole but the last.
std::optional<WrittenCoordinate> parseDegrees(std::string_view text) {
    static const std::array<std::initializer_list<std::string_view>, 3> signs{
        {{"°", "º", "˚", "o"}, {"'", "′", "’"}, {"\"", "″", "”", "''", "′′", "’’"}}};
    constexpr std::array<double, 3> sizes{1, 60, 3600}, limits{180, 60, 60};
    WrittenCoordinate read;
    read.hasComma = text.find(',') != std::string_view::npos;
    for (std::size_t i = 0; i < signs.size() && !text.empty(); ++i) {
        const auto [at, length] = findSign(text, signs[i]);
        // A last part may stand without its sign.
        const auto part = parsePart(text.substr(0, at));
        if (!part || *part < 0 || *part >= limits[i] || (i == 0 && length == 0))
            return std::nullopt;
        read.value += *part / sizes[i];
        read.hasMinutes = read.hasMinutes || i > 0;
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + length);
        trim(text);
    }
    return text.empty() ? std::optional(read) : std::nullopt;
}

/// "14 27.661", "14 27 39.5": degrees, minutes and seconds with spaces alone, as GPS receivers show
/// them.
std::optional<WrittenCoordinate> parseSpaced(std::string_view text) {
    WrittenCoordinate read;
    double size = 1;
    std::size_t parts = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const auto part = parsePlainNumber(text.substr(0, end));
        const bool isLast = end == text.size();
        if (!part || *part < 0 || *part >= (parts == 0 ? 180 : 60) || parts == 3 ||
            (!isLast && text.substr(0, end).find('.') != std::string_view::npos))
            return std::nullopt;
        read.value += *part / size;
        size *= 60;
        ++parts;
        text.remove_prefix(end);
        trim(text);
    }
    read.hasMinutes = true;
    return parts >= 2 ? std::optional(read) : std::nullopt;
}

void dropPrefix(std::string_view& text, std::string_view prefix) {
    if (text.size() > prefix.size() && text.starts_with(prefix))
        text.remove_prefix(prefix.size());
}

} // namespace

std::optional<WrittenCoordinate> parseCoordinate(std::string_view text) {
    trim(text);
    if (const auto plain = parsePlainNumber(text))
        return WrittenCoordinate{*plain, false, false};
    for (const char* side : {"N", "E", "B", "Đ"}) {
        dropSuffix(text, side);
        dropPrefix(text, side);
    }
    trim(text);
    if (const auto spaced = parseSpaced(text))
        return spaced;
    if (findSign(text, {"°", "º", "˚", "o"}).second > 0) // "21o01'48''": no such key
        return parseDegrees(text);
    if (const auto number = parsePart(text))
        return WrittenCoordinate{*number, text.find(',') != std::string_view::npos, false};
    return std::nullopt;
}

CoordinateReader::CoordinateReader(const std::string& crs) {
    if (crs != "EPSG:4326")
        m_transform.emplace(crs, "EPSG:4326");
}

std::pair<std::string, std::string> splitCoordinates(std::string_view text) {
    for (const std::string_view separator : {";", ", ", "\n", " - ", "/", ",", " "}) {
        const std::size_t at = text.find(separator);
        if (at == std::string_view::npos || at == 0 || at + separator.size() >= text.size() ||
            text.find(separator, at + separator.size()) != std::string_view::npos)
            continue;
        return {std::string(text.substr(0, at)), std::string(text.substr(at + separator.size()))};
    }
    return {};
}

std::optional<Point> CoordinateReader::inVietnam(Point point) const {
    if (m_transform) {
        try {
            point = (*m_transform)(point);
        } catch (const GeometryError&) {
            return std::nullopt; // far outside of what the system is for
        }
    }
    const bool isThere = point.x >= vietnamBox.minX && point.x <= vietnamBox.maxX &&
                         point.y >= vietnamBox.minY && point.y <= vietnamBox.maxY;
    return isThere ? std::optional(point) : std::nullopt;
}

ReadPoint CoordinateReader::read(std::string_view x, std::string_view y) const {
    trim(x);
    trim(y);
    if (x.empty() || y.empty())
        return {std::nullopt, {"no-coordinates"}};
    const auto first = parseCoordinate(x), second = parseCoordinate(y);
    if (!first || !second)
        return {std::nullopt, {"not-a-number"}};
    ReadPoint read;
    if (first->hasComma || second->hasComma)
        read.reasons.emplace_back("decimal-comma");
    if (first->hasMinutes || second->hasMinutes)
        read.reasons.emplace_back("degrees-minutes");
    read.lonLat = inVietnam({first->value, second->value});
    if (!read.lonLat) {
        read.lonLat = inVietnam({second->value, first->value});
        read.reasons.emplace_back(read.lonLat ? "coordinates-swapped" : "outside-vietnam");
    }
    return read;
}

} // namespace terroir::geometry
