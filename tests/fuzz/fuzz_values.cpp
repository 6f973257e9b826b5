// What single cells and options hold: numbers, quantities, days, periods, coordinates, colours.

#include "core/base/day_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "core/geometry/vn2000.hpp"
#include "core/records/period.hpp"
#include "core/records/quantity.hpp"
#include "core/theme/theme.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <array>
#include <cmath>

namespace {

using namespace terroir;
using fuzz::require;

void checkNumbers(const std::string& text) {
    for (const auto& number : {parseVietnameseNumber(text), parsePlainNumber(text)}) {
        if (!number)
            continue;
        require(std::isfinite(*number), "A number is not finite.");
        const std::string shown = formatNumber(*number, Language::Vietnamese, 6);
        require(!shown.empty() && shown.find('e') == std::string::npos, "A number is not shown.");
    }
    for (const auto style : {records::NumberStyle::Vietnamese, records::NumberStyle::Plain})
        if (const auto quantity = records::parseQuantity(text, style)) {
            require(records::hasNumeral(text), "A quantity comes of no numeral.");
            require(std::isfinite(quantity->value), "A quantity is not finite.");
            require(!quantity->max || std::isfinite(*quantity->max), "A range is not finite.");
        }
    records::whyNoQuantity(text);
    require(!(records::isBlankCell(text) && parsePlainNumber(text)), "A number counts as blank.");
    records::isDitto(text);
}

void checkDays(const std::string& text) {
    if (const auto day = parseDate(text))
        require(day->toString() == text, "A day is not written as it was read.");
    if (const auto day = parseDayText(text))
        require(parseDate(day->toString()) == day, "A day is none of the calendar.");
    if (const auto period = records::parsePeriod(text))
        require(period->from < period->to, "A period has no day.");
    records::hasShortYear(text);
    records::parseDecision(text);
    require(records::lookupDate({}, text) <= Date::today(), "Places are looked up in the future.");
}

void checkCoordinates(const std::string& x, const std::string& y) {
    static const std::array<geometry::CoordinateReader, 2> readers{
        geometry::CoordinateReader("EPSG:4326"), geometry::CoordinateReader("EPSG:9210")};
    for (const geometry::CoordinateReader& reader : readers) {
        const geometry::ReadPoint point = reader.read(x, y);
        if (point.lonLat)
            require(point.lonLat->x > 95 && point.lonLat->x < 120 && point.lonLat->y > 0 &&
                        point.lonLat->y < 30,
                    "A point is far from Vietnam.");
        else
            require(!point.reasons.empty(), "A point is missing without a reason.");
    }
    if (const auto coordinate = geometry::parseCoordinate(x))
        require(std::isfinite(coordinate->value), "A coordinate is not finite.");
    if (const auto meridian = geometry::meridianIn(x))
        geometry::meridianText(*meridian);
    fuzz::isTaken([&] { geometry::systemNamed(x); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string text = input.field(), other = input.field();
    checkNumbers(text);
    checkDays(text);
    checkCoordinates(text, other);
    fuzz::isTaken([&] { theme::parseColour(text); });
    return 0;
}
