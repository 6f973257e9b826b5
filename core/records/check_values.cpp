#include "core/records/check_values.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/land_units.hpp"
#include "core/records/period.hpp"
#include "core/records/row_details.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace terroir::records {

namespace {

LocalText shown(double number) {
    return numberText(number, 4);
}

} // namespace

bool isShare(const Record& record) {
    return record.unit == "%" && record.indicator.find("gain") == std::string::npos &&
           record.indicator.find("increase") == std::string::npos;
}

namespace {

/// Points that a rating of 1 to 5 stars begins with; 100 are all.
constexpr double pointsOfStars[] = {0, 30, 50, 70, 90, 100};

/// A rating against its points, days that run backwards.
std::optional<LocalText> contradictingDetails(const Record& record) {
    std::string written = detail(record, "points");
    std::replace(written.begin(), written.end(), ',', '.');
    const auto points = parsePlainNumber(written);
    const bool isOcop = record.kind == "ocop" && points;
    if (isOcop && (*points < 0 || *points > 100))
        return localText("{} điểm nằm ngoài thang 100 điểm của OCOP; hãy xem lại.",
                         "{} points are outside the scale of 100 of OCOP; check them.",
                         shown(*points));
    const int stars = isOcop && record.indicator == "stars" ? int(record.value.value_or(0)) : 0;
    const bool isRated = stars >= 1 && stars <= 5;
    if (isRated && *points < pointsOfStars[stars - 1])
        return localText("{} điểm chưa đủ cho hạng {} sao (từ {} điểm); hãy xem lại.",
                         "{} points are too few for {} stars (from {} points on); check them.",
                         shown(*points), stars, shown(pointsOfStars[stars - 1]));
    // One rating lower is given where a condition of the higher one is not met yet.
    if (isRated && stars <= 3 && *points >= pointsOfStars[stars + 1])
        return localText("{} điểm cao hơn hạng {} sao nhiều bậc; hãy xem lại.",
                         "{} points are far above a rating of {} stars; check them.",
                         shown(*points), stars);
    const auto expires = parsePeriod(detail(record, "expires"));
    auto given = decisionDay(record);
    if (!given && isGranted(record.kind) && dayAfter(record.period.from) == record.period.to)
        given = record.period;
    if (expires && given && expires->to <= given->from)
        return localText("Ngày hết hạn {} trước ngày cấp {}; hãy xem lại.",
                         "It expires on {}, before it was given on {}; check the days.",
                         dayText(expires->from), dayText(given->from));
    return std::nullopt;
}

} // namespace

namespace {

std::optional<LocalText> reversedPeriod(const Record& record) {
    if (record.period.from.isOpen() || record.period.to.isOpen() ||
        record.period.from < record.period.to)
        return std::nullopt;
    return localText("Thời gian kết thúc trước khi bắt đầu ({}); hãy sửa ngày.",
                     "The period ends before it begins ({}); mend the dates.",
                     dayText(record.period.from));
}

/// Of numbers that are not negative.
std::optional<LocalText> impossibleNumber(const Record& record) {
    const double value = record.value.value_or(0), highest = record.valueMax.value_or(value);
    if (highest < value)
        return localText("Khoảng {}–{} có số sau nhỏ hơn số trước; hãy xem lại.",
                         "The range {}–{} has the smaller number last; check it.", shown(value),
                         shown(highest));
    if (isShare(record) && highest > 100)
        return localText("Tỷ lệ {} % lớn hơn 100 %; hãy xem lại.",
                         "The share of {} % is above 100 %; check it.", shown(highest));
    if (record.indicator == "stars" && (value < 1 || highest > 5 || value != std::floor(value)))
        return localText("{} sao không phải là hạng OCOP: hạng được công nhận là 3, 4 hoặc 5 sao "
                         "(1 đến 5 khi đánh giá); hãy xem lại.",
                         "{} is not an OCOP rating: recognised products have 3, 4 or 5 stars (1 to "
                         "5 when assessed); check it.",
                         shown(highest));
    return std::nullopt;
}

} // namespace

std::optional<LocalText> impossibleValue(const Record& record) {
    if (auto odd = reversedPeriod(record))
        return odd;
    if (auto odd = contradictingDetails(record))
        return odd;
    if (record.value && *record.value < 0)
        return localText("Giá trị {} {} là số âm; hãy xem lại.",
                         "The value {} {} is negative; check it.", shown(*record.value),
                         record.unit);
    return record.value ? impossibleNumber(record) : std::nullopt;
}

std::optional<LocalText> whyItCannotBe(const Record& record) {
    auto odd = reversedPeriod(record);
    return odd || !record.value ? odd : impossibleNumber(record);
}

std::optional<LocalText> unlikelyPeriod(const Record& record, Date today) {
    constexpr int firstYear = 1945;
    const Period& period = record.period;
    if (!period.from.isOpen() && period.from.year() < firstYear)
        return localText("Thời gian '{}' trước năm {}; hãy xem lại.",
                         "The period '{}' is before the year {}; check it.", record.periodAsWritten,
                         firstYear);
    const bool isDone = record.state == State::Done || record.state == State::Ongoing;
    if (isDone && !period.from.isOpen() && today < period.from)
        return localText("Thời gian '{}' còn ở phía trước; hãy xem lại, hoặc ghi trạng thái "
                         "'planned' nếu là kế hoạch.",
                         "The period '{}' is still ahead; check it, or give the status 'planned' "
                         "where it is a plan.",
                         record.periodAsWritten);
    return std::nullopt;
}

std::optional<LocalText> areaBeyondPlaces(const Record& record,
                                          const gazetteer::Gazetteer& gazetteer) {
    const auto squareMetres = squareMetresIn(record.unit, Region::Unknown);
    if (!record.value || record.indicator != "area" || !squareMetres)
        return std::nullopt;
    double room = 0;
    for (const Place& place : record.places) {
        if (place.role == PlaceRole::NameComponent)
            continue;
        const gazetteer::UnitIndex unit = gazetteer.find(place.uid);
        if (unit == gazetteer::noUnit || !gazetteer.unit(unit).areaKm2)
            return std::nullopt;
        room += *gazetteer.unit(unit).areaKm2 * 100;
    }
    const double hectares = *record.value * *squareMetres / 10000;
    if (room <= 0 || hectares <= room)
        return std::nullopt;
    return localText(
        "Diện tích {} ha lớn hơn cả địa bàn ({} ha); hãy xem lại số và địa điểm.",
        "The area of {} ha is larger than its places ({} ha); check the number and the place.",
        shown(hectares), shown(std::round(room)));
}

} // namespace terroir::records
