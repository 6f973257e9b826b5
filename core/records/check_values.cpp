#include "core/records/check_values.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/land_units.hpp"

#include <cmath>

namespace terroir::records {

namespace {

/// Gains may pass 100 %, shares may not.
bool isShare(const Record& record) {
    return record.unit == "%" && record.indicator.find("gain") == std::string::npos &&
           record.indicator.find("increase") == std::string::npos;
}

std::string vi(double number) {
    return formatNumber(number, Language::Vietnamese, 4);
}
std::string en(double number) {
    return formatNumber(number, Language::English, 4);
}

} // namespace

std::optional<LocalText> impossibleValue(const Record& record) {
    if (!record.period.from.isOpen() && !record.period.to.isOpen() &&
        record.period.to <= record.period.from)
        return localText("Thời gian kết thúc trước khi bắt đầu ({}); hãy sửa ngày.",
                         "The period ends before it begins ({}); mend the dates.",
                         record.period.from.toString());
    if (!record.value)
        return std::nullopt;
    const double value = *record.value, most = record.valueMax.value_or(value);
    if (value < 0)
        return LocalText{
            fmt::format("Giá trị {} {} là số âm; hãy xem lại.", vi(value), record.unit),
            fmt::format("The value {} {} is negative; check it.", en(value), record.unit)};
    if (most < value)
        return LocalText{fmt::format("Khoảng {}–{} có số sau nhỏ hơn số trước; hãy xem lại.",
                                     vi(value), vi(most)),
                         fmt::format("The range {}–{} has the smaller number last; check it.",
                                     en(value), en(most))};
    if (isShare(record) && most > 100)
        return LocalText{fmt::format("Tỷ lệ {} % lớn hơn 100 %; hãy xem lại.", vi(most)),
                         fmt::format("The share of {} % is above 100 %; check it.", en(most))};
    if (record.indicator == "stars" && (value < 1 || most > 5 || value != std::floor(value)))
        return LocalText{
            fmt::format("{} sao không phải là hạng OCOP (1 đến 5); hãy xem lại.", vi(most)),
            fmt::format("{} is not an OCOP rating (1 to 5 stars); check it.", en(most))};
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
    return LocalText{
        fmt::format("Diện tích {} ha lớn hơn cả địa bàn ({} ha); hãy xem lại số và địa điểm.",
                    vi(hectares), vi(std::round(room))),
        fmt::format(
            "The area of {} ha is larger than its places ({} ha); check the number and the place.",
            en(hectares), en(std::round(room)))};
}

} // namespace terroir::records
