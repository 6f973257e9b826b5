#include "core/map/page_extent.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/vn2000.hpp"

#include <cmath>
#include <optional>
#include <vector>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::Point;

constexpr double largestScale = 500, smallestScale = 50e6;

[[noreturn]] void refuseExtent(const std::string& text) {
    throw UsageError(localText(
        "--extent '{}' không phải là khung bản đồ; hãy ghi kinh độ tây, vĩ độ nam, kinh độ đông, "
        "vĩ độ bắc theo độ, ví dụ 103.2,22.1,103.9,22.6, hoặc mét kèm hệ tọa độ, ví dụ "
        "540000,2450000,580000,2490000,EPSG:9205.",
        "--extent '{}' is no frame of a map; write west, south, east and north in degrees, such as "
        "103.2,22.1,103.9,22.6, or metres with their system, such as "
        "540000,2450000,580000,2490000,EPSG:9205.",
        text));
}

/// Points along the edges: they bend in another system.
Box lonLatOf(const Box& box, const std::string& crs) {
    const geometry::Transform toDegrees(crs, "EPSG:4326");
    Box out;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const double x = box.minX + box.width() * i / steps;
        const double y = box.minY + box.height() * i / steps;
        for (const Point& point :
             {Point{x, box.minY}, Point{x, box.maxY}, Point{box.minX, y}, Point{box.maxX, y}})
            out.expand(toDegrees(point));
    }
    return out;
}

} // namespace

double parseScale(const std::string& text) {
    std::string number = text.starts_with("1:") ? text.substr(2) : text;
    std::optional<double> scale = parsePlainNumber(number);
    // "1:50.000" and "1:50,000" have groups of three.
    if (number.find_first_of(".,") != std::string::npos) {
        for (char& c : number)
            if (c == ',')
                c = '.';
        scale = parseVietnameseNumber(number);
    }
    if (!scale || !(*scale >= largestScale && *scale <= smallestScale))
        throw UsageError(localText("--scale '{}' không phải là tỷ lệ bản đồ; hãy ghi một tỷ lệ từ "
                                   "1:{} đến 1:{}, ví dụ 1:50000.",
                                   "--scale '{}' is no scale of a map; write one from 1:{} to "
                                   "1:{}, such as 1:50000.",
                                   text, numberText(largestScale), numberText(smallestScale)));
    return *scale;
}

Box parseExtent(const std::string& text) {
    std::vector<double> numbers;
    std::size_t from = 0;
    while (numbers.size() < 4 && from <= text.size()) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        const auto number = parsePlainNumber(text.substr(from, end - from));
        if (!number || !std::isfinite(*number))
            refuseExtent(text);
        numbers.push_back(*number);
        from = end + 1;
    }
    if (numbers.size() < 4)
        refuseExtent(text);
    const std::string crs =
        from < text.size() ? geometry::systemNamed(text.substr(from)) : std::string();
    Box box{numbers[0], numbers[1], numbers[2], numbers[3]};
    if (!(box.minX < box.maxX && box.minY < box.maxY))
        refuseExtent(text);
    if (!crs.empty())
        box = lonLatOf(box, crs);
    const bool isOnEarth = box.minX >= -180 && box.maxX <= 180 && box.minY >= -80 && box.maxY <= 84;
    if (!isOnEarth) // metres without a system, or west and south changed
        refuseExtent(text);
    return box;
}

} // namespace terroir::map
