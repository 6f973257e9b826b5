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
            "Không chuyển được {}; hãy ghi cả hai hệ tọa độ theo dạng \"EPSG:4326\", "
            "\"EPSG:9205\" hoặc chuỗi PROJ.",
            "There is no way from {}; name both systems as \"EPSG:4326\" or \"EPSG:9205\", or "
            "as a PROJ string.",
            handle.names));
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

geod_geodesic wgs84Ellipsoid() {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
    return ellipsoid;
}

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

namespace {

using Context = std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)>;
using System = std::unique_ptr<PJ, decltype(&proj_destroy)>;

[[noreturn]] void failUnknown(const std::string& crs) {
    throw GeometryError(localText("Không có hệ tọa độ '{}'; hãy ghi mã EPSG, ví dụ EPSG:9205.",
                                  "There is no coordinate reference system '{}'; give an EPSG "
                                  "code, such as EPSG:9205.",
                                  crs));
}

Context newContext() {
    Context context(proj_context_create(), &proj_context_destroy);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

} // namespace

std::string wktOf(const std::string& crs) {
    const Context context = newContext();
    const System system(proj_create(context.get(), crs.c_str()), &proj_destroy);
    const char* const options[] = {"MULTILINE=NO", nullptr};
    const char* text =
        system ? proj_as_wkt(context.get(), system.get(), PJ_WKT2_2019, options) : nullptr;
    if (text == nullptr)
        failUnknown(crs);
    return text;
}

bool isInMetres(const std::string& crs) {
    const Context context = newContext();
    const System system(proj_create(context.get(), crs.c_str()), &proj_destroy);
    if (!system)
        failUnknown(crs);
    const System axes(proj_crs_get_coordinate_system(context.get(), system.get()), &proj_destroy);
    const char* unit = nullptr;
    return axes && proj_cs_get_type(context.get(), axes.get()) == PJ_CS_TYPE_CARTESIAN &&
           proj_cs_get_axis_count(context.get(), axes.get()) == 2 &&
           proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr, nullptr,
                                 &unit, nullptr, nullptr) != 0 &&
           unit != nullptr && std::string_view(unit) == "metre";
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

double ellipsoidalLengthKm(const std::vector<Point>& lonLat) {
    const geod_geodesic wgs84 = wgs84Ellipsoid();
    double metres = 0;
    for (std::size_t i = 1; i < lonLat.size(); ++i) {
        double part = 0;
        geod_inverse(&wgs84, lonLat[i - 1].y, lonLat[i - 1].x, lonLat[i].y, lonLat[i].x, &part,
                     nullptr, nullptr);
        metres += part;
    }
    return metres / 1000;
}

double ellipsoidalAreaKm2(const MultiPolygon& lonLat) {
    const geod_geodesic wgs84 = wgs84Ellipsoid();
    double area = 0;
    for (const Polygon& polygon : lonLat) {
        area += ringArea(wgs84, polygon.outer);
        for (const Ring& hole : polygon.holes)
            area -= ringArea(wgs84, hole);
    }
    return area / 1e6;
}

} // namespace terroir::geometry
