#include "core/geometry/projection.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <fmt/format.h>
#include <geodesic.h>
#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace terroir::geometry {

struct Transform::Handle {
    PJ_CONTEXT* context = proj_context_create();
    PJ* operation = nullptr;
    LocalText names;

    Handle() = default;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        proj_destroy(operation);
        proj_context_destroy(context);
    }
};

Transform::Transform(const std::string& from, const std::string& to)
    : m_handle(std::make_unique<Handle>()) {
    Handle& handle = *m_handle;
    handle.names = localText("từ '{}' sang '{}'", "'{}' to '{}'", from, to);
    proj_log_level(handle.context, PJ_LOG_NONE);
    PJ* found = proj_create_crs_to_crs(handle.context, from.c_str(), to.c_str(), nullptr);
    if (found == nullptr)
        throw GeometryError(localText(
            "Không chuyển được {} ({}); hãy ghi cả hai hệ tọa độ theo dạng \"EPSG:4326\", "
            "\"EPSG:9205\" hoặc chuỗi PROJ.",
            "There is no way from {} ({}); name both systems as \"EPSG:4326\" or \"EPSG:9205\", or "
            "as a PROJ string.",
            handle.names,
            proj_context_errno_string(handle.context, proj_context_errno(handle.context))));
    handle.operation = proj_normalize_for_visualization(handle.context, found);
    proj_destroy(found);
    if (handle.operation == nullptr)
        throw GeometryError(localText(
            "PROJ không biết thứ tự trục của phép chuyển {}; hãy ghi cả hai hệ tọa độ bằng mã "
            "EPSG.",
            "The axes of {} are not known to PROJ; name both systems by their EPSG codes.",
            handle.names));
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;

namespace {

[[noreturn]] void failAt(Point point, const LocalText& names) {
    throw GeometryError(localText("Không chuyển được điểm {:.6f} {:.6f} ({}); hãy kiểm tra xem tọa "
                                  "độ có đúng với hệ mà lớp đã ghi không.",
                                  "The point {:.6f} {:.6f} cannot be transformed from {}; check "
                                  "that the coordinates are in the system that the layer names.",
                                  point.x, point.y, names));
}

} // namespace

Point Transform::operator()(Point point) const {
    const PJ_COORD result =
        proj_trans(m_handle->operation, PJ_FWD, proj_coord(point.x, point.y, 0, 0));
    if (!std::isfinite(result.xy.x) || !std::isfinite(result.xy.y))
        failAt(point, m_handle->names);
    return {result.xy.x, result.xy.y};
}

void Transform::apply(MultiPolygon& shape) const {
    for (Polygon& polygon : shape) {
        for (Point& point : polygon.outer)
            point = (*this)(point);
        for (Ring& hole : polygon.holes)
            for (Point& point : hole)
                point = (*this)(point);
    }
}

std::string localProjection(const Box& lonLat) {
    if (lonLat.isEmpty())
        throw GeometryError(
            localText("Không có vùng nào để chọn phép chiếu bản đồ; các hình đều trống.",
                      "There is no ground to choose a map projection for; the shapes are empty."));
    return fmt::format(
        "+proj=tmerc +lat_0={:.6f} +lon_0={:.6f} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m "
        "+no_defs +type=crs",
        (lonLat.minY + lonLat.maxY) / 2, (lonLat.minX + lonLat.maxX) / 2);
}

namespace {

struct Zone {
    int minutes; ///< central meridian east of Greenwich
    int epsg;
};

/// VN-2000 / TM-3 in the EPSG registry (k = 0.9999, false easting 500 km).
constexpr std::array<Zone, 18> zones{{
    {102 * 60, 5896},
    {105 * 60, 5897},
    {108 * 60, 5898},
    {107 * 60 + 45, 5899},
    {103 * 60, 9205},
    {104 * 60, 9206},
    {104 * 60 + 30, 9207},
    {104 * 60 + 45, 9208},
    {105 * 60 + 30, 9209},
    {105 * 60 + 45, 9210},
    {106 * 60, 9211},
    {106 * 60 + 15, 9212},
    {106 * 60 + 30, 9213},
    {107 * 60, 9214},
    {107 * 60 + 15, 9215},
    {107 * 60 + 30, 9216},
    {108 * 60 + 15, 9217},
    {108 * 60 + 30, 9218},
}};

struct ProvinceMeridian {
    std::string_view province;
    int degrees, minutes;
};

// Central meridians of the provinces by Circular 973/2001/TT-TCĐC, with the provinces formed after
// it as in the annex of Circular 25/2014/TT-BTNMT. Sorted by code. A province that was merged in
// 2025 keeps the meridian of the one whose code it carries on.
constexpr std::array<ProvinceMeridian, 64> meridians{{
    {"01", 105, 0},  // Hà Nội
    {"02", 105, 30}, // Hà Giang
    {"04", 105, 45}, // Cao Bằng
    {"06", 106, 30}, // Bắc Kạn
    {"08", 106, 0},  // Tuyên Quang
    {"10", 104, 45}, // Lào Cai
    {"11", 103, 0},  // Điện Biên
    {"12", 103, 0},  // Lai Châu
    {"14", 104, 0},  // Sơn La
    {"15", 104, 45}, // Yên Bái; Lào Cai of 2025
    {"17", 106, 0},  // Hòa Bình
    {"19", 106, 30}, // Thái Nguyên
    {"20", 107, 15}, // Lạng Sơn
    {"22", 107, 45}, // Quảng Ninh
    {"24", 107, 0},  // Bắc Giang; Bắc Ninh of 2025
    {"25", 104, 45}, // Phú Thọ
    {"26", 105, 0},  // Vĩnh Phúc
    {"27", 105, 30}, // Bắc Ninh
    {"28", 105, 0},  // Hà Tây
    {"30", 105, 30}, // Hải Dương
    {"31", 105, 45}, // Hải Phòng
    {"33", 105, 30}, // Hưng Yên
    {"34", 105, 30}, // Thái Bình
    {"35", 105, 0},  // Hà Nam
    {"36", 105, 30}, // Nam Định
    {"37", 105, 0},  // Ninh Bình
    {"38", 105, 0},  // Thanh Hóa
    {"40", 104, 45}, // Nghệ An
    {"42", 105, 30}, // Hà Tĩnh
    {"44", 106, 0},  // Quảng Bình; Quảng Trị of 2025
    {"45", 106, 15}, // Quảng Trị
    {"46", 107, 0},  // Thừa Thiên Huế, Huế
    {"48", 107, 45}, // Đà Nẵng
    {"49", 107, 45}, // Quảng Nam
    {"51", 108, 0},  // Quảng Ngãi
    {"52", 108, 15}, // Bình Định; Gia Lai of 2025
    {"54", 108, 30}, // Phú Yên
    {"56", 108, 15}, // Khánh Hòa
    {"58", 108, 15}, // Ninh Thuận
    {"60", 108, 30}, // Bình Thuận
    {"62", 107, 30}, // Kon Tum
    {"64", 108, 30}, // Gia Lai
    {"66", 108, 30}, // Đắk Lắk
    {"67", 108, 30}, // Đắk Nông
    {"68", 107, 45}, // Lâm Đồng
    {"70", 106, 15}, // Bình Phước
    {"72", 105, 30}, // Tây Ninh
    {"74", 105, 45}, // Bình Dương
    {"75", 107, 45}, // Đồng Nai
    {"77", 107, 45}, // Bà Rịa - Vũng Tàu
    {"79", 105, 45}, // Thành phố Hồ Chí Minh
    {"80", 105, 45}, // Long An; Tây Ninh of 2025
    {"82", 105, 45}, // Tiền Giang; Đồng Tháp of 2025
    {"83", 105, 45}, // Bến Tre
    {"84", 105, 30}, // Trà Vinh
    {"86", 105, 30}, // Vĩnh Long
    {"87", 105, 0},  // Đồng Tháp
    {"89", 104, 45}, // An Giang
    {"91", 104, 30}, // Kiên Giang; An Giang of 2025
    {"92", 105, 0},  // Cần Thơ
    {"93", 105, 0},  // Hậu Giang
    {"94", 105, 30}, // Sóc Trăng
    {"95", 105, 0},  // Bạc Liêu
    {"96", 104, 30}, // Cà Mau
}};

} // namespace

std::string vn2000ZoneAt(int meridianMinutes) {
    const auto zone = std::find_if(zones.begin(), zones.end(), [&](const Zone& z) {
        return z.minutes == meridianMinutes;
    });
    return zone == zones.end() ? std::string() : fmt::format("EPSG:{}", zone->epsg);
}

std::string vn2000Zone(std::string_view provinceCode) {
    const auto province =
        std::find_if(meridians.begin(), meridians.end(),
                     [&](const ProvinceMeridian& m) { return m.province == provinceCode; });
    if (province == meridians.end())
        return {};
    return vn2000ZoneAt(province->degrees * 60 + province->minutes);
}

namespace {

double ringArea(const geod_geodesic& ellipsoid, const Ring& ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        geod_polygon_addpoint(&ellipsoid, &polygon, ring[i].y, ring[i].x);
    double area = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

} // namespace

std::string wktOf(const std::string& crs) {
    const std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> context(
        proj_context_create(), &proj_context_destroy);
    proj_log_level(context.get(), PJ_LOG_NONE);
    const std::unique_ptr<PJ, decltype(&proj_destroy)> system(
        proj_create(context.get(), crs.c_str()), &proj_destroy);
    const char* const options[] = {"MULTILINE=NO", nullptr};
    const char* text =
        system ? proj_as_wkt(context.get(), system.get(), PJ_WKT2_2019, options) : nullptr;
    if (text == nullptr)
        throw GeometryError(localText("Không có hệ tọa độ '{}'; hãy ghi mã EPSG, ví dụ EPSG:9205.",
                                      "There is no coordinate reference system '{}'; give an EPSG "
                                      "code, such as EPSG:9205.",
                                      crs));
    return text;
}

Box boxIn(const Box& lonLat, const std::string& crs) {
    constexpr int steps = 8;
    const Transform transform("EPSG:4326", crs);
    Box box;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j)
            if (i % steps == 0 || j % steps == 0)
                box.expand(transform({lonLat.minX + lonLat.width() * i / steps,
                                      lonLat.minY + lonLat.height() * j / steps}));
    return box;
}

double ellipsoidalAreaKm2(const MultiPolygon& lonLat) {
    geod_geodesic wgs84;
    geod_init(&wgs84, 6378137, 1 / 298.257223563);
    double area = 0;
    for (const Polygon& polygon : lonLat) {
        area += ringArea(wgs84, polygon.outer);
        for (const Ring& hole : polygon.holes)
            area -= ringArea(wgs84, hole);
    }
    return area / 1e6;
}

} // namespace terroir::geometry
