#include "core/geometry/coordinate_look.hpp"

#include "core/base/local_text.hpp"

#include <cmath>

namespace terroir::geometry {

namespace {

bool isIn(double from, double to, double low, double high) {
    return from >= low && to <= high;
}

// The country with its islands, generously; northings and eastings of UTM and of VN-2000.
bool isLongitude(double from, double to) {
    return isIn(from, to, 100, 120);
}
bool isLatitude(double from, double to) {
    return isIn(from, to, 5, 25);
}
bool isNorthing(double from, double to) {
    return isIn(from, to, 0.6e6, 2.8e6);
}
bool isEasting(double from, double to) {
    return isIn(from, to, 0.05e6, 0.95e6);
}

} // namespace

std::optional<LocalText> faultOf(const Box& numbers, SaidUnit said) {
    if (numbers.isEmpty() || !std::isfinite(numbers.width()) || !std::isfinite(numbers.height()))
        return {};
    const bool isDegrees = std::abs(numbers.minX) <= 180 && std::abs(numbers.maxX) <= 180 &&
                           std::abs(numbers.minY) <= 180 && std::abs(numbers.maxY) <= 180;
    const auto start = localText("x từ {:.6g} đến {:.6g}, y từ {:.6g} đến {:.6g}",
                                 "x from {:.6g} to {:.6g}, y from {:.6g} to {:.6g}", numbers.minX,
                                 numbers.maxX, numbers.minY, numbers.maxY);
    if (isDegrees
            ? isLatitude(numbers.minX, numbers.maxX) && isLongitude(numbers.minY, numbers.maxY)
            : isNorthing(numbers.minX, numbers.maxX) && numbers.minX > 0.95e6 &&
                  isEasting(numbers.minY, numbers.maxY))
        return localText("x và y bị đổi chỗ ({}): x phải là kinh độ hay hướng đông, y là vĩ độ hay "
                         "hướng bắc; hãy đổi lại trong QGIS (công cụ Swap X and Y) rồi nhập lại",
                         "x and y are exchanged ({}): x must be the longitude or easting, y the "
                         "latitude or northing; exchange them in QGIS (Swap X and Y coordinates) "
                         "and import again",
                         start);
    if (isDegrees && said == SaidUnit::Metres)
        return localText(
            "lớp ghi hệ tọa độ tính bằng mét nhưng các số là độ ({}); hãy đặt lại hệ "
            "tọa độ của lớp (thường là EPSG:4326) trong QGIS rồi lưu lại",
            "the layer says a coordinate system in metres but its numbers are degrees "
            "({}); set its coordinate system (mostly EPSG:4326) in QGIS and save again",
            start);
    if (isDegrees && said == SaidUnit::Nothing)
        return localText("các số là độ ({}); hệ tọa độ thường là EPSG:4326",
                         "the numbers are degrees ({}); mostly that is EPSG:4326", start);
    if (!isDegrees && said != SaidUnit::Metres)
        return localText(
            "các số là mét ({}), có lẽ là VN-2000; hãy đặt hệ tọa độ VN-2000 với kinh "
            "tuyến trục của tỉnh (như EPSG:9205 của Lai Châu, 103°00') trong QGIS rồi "
            "lưu thành GeoPackage",
            "the numbers are metres ({}), probably VN-2000; set VN-2000 with the "
            "meridian of the province (such as EPSG:9205 of Lai Châu, 103°00') in QGIS "
            "and save as a GeoPackage",
            start);
    return {};
}

} // namespace terroir::geometry
