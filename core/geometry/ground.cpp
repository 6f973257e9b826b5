#include "core/geometry/ground.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/topology.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace terroir::geometry {

namespace {

// The bytes: 0, byte order (1: little endian), SRID, minX, minY, maxX, maxY, 0x7C, the type, its
// parts each behind 0x69, 0xFE.
constexpr char blobBegin = 0, blobLittle = 1, blobBoxEnd = 0x7C, blobPart = 0x69,
               blobEnd = char(0xFE);
constexpr std::int32_t lonLatSrid = 4326;
enum BlobType : std::uint32_t {
    blobPoint = 1,
    blobLine = 2,
    blobPolygon = 3,
    blobPoints = 4,
    blobLines = 5,
    blobPolygons = 6
};

class BlobWriter {
public:
    template <typename T>
    void add(T value) {
        char part[sizeof(T)];
        std::memcpy(part, &value, sizeof(T));
        if constexpr (std::endian::native == std::endian::big)
            std::reverse(part, part + sizeof(T));
        bytes.append(part, sizeof(T));
    }
    void add(Point point) {
        add(point.x);
        add(point.y);
    }
    void add(const std::vector<Point>& points) {
        add(std::uint32_t(points.size()));
        for (const Point& point : points)
            add(point);
    }
    void addPart(std::uint32_t type) {
        bytes += blobPart;
        add(type);
    }
    std::string bytes;
};

class BlobReader {
public:
    explicit BlobReader(std::string_view bytes) : m_bytes(bytes) {}

    Ground read() {
        require(blobBegin);
        require(blobLittle);
        if (take<std::int32_t>() != lonLatSrid)
            fail();
        for (int i = 0; i < 4; ++i)
            take<double>();
        require(blobBoxEnd);
        Ground ground;
        const auto type = take<std::uint32_t>();
        const std::uint32_t count = takeCount(5);
        for (std::uint32_t i = 0; i < count; ++i) {
            require(blobPart);
            if (take<std::uint32_t>() + 3 != type)
                fail();
            if (type == blobPoints)
                ground.points.push_back(takePoint());
            else if (type == blobLines)
                ground.lines.push_back(takePoints());
            else if (type == blobPolygons)
                ground.polygons.push_back(takePolygon());
            else
                fail();
        }
        require(blobEnd);
        if (ground.isEmpty() || m_at != m_bytes.size())
            fail();
        return ground;
    }

private:
    [[noreturn]] static void fail() {
        throw GeometryError(localText(
            "Hình lưu trong không gian làm việc đã hỏng hoặc thuộc kiểu khác; hãy ghi lại vị trí "
            "của bản ghi.",
            "The geometry in the workspace is damaged or of another type; set the ground of the "
            "record again."));
    }
    void require(char byte) {
        if (take<char>() != byte)
            fail();
    }
    template <typename T>
    T take() {
        if (m_bytes.size() - m_at < sizeof(T))
            fail();
        char part[sizeof(T)];
        std::memcpy(part, m_bytes.data() + m_at, sizeof(T));
        if constexpr (std::endian::native == std::endian::big)
            std::reverse(part, part + sizeof(T));
        m_at += sizeof(T);
        T value;
        std::memcpy(&value, part, sizeof(T));
        return value;
    }
    /// A count of parts of at least `minBytes` each: checked before anything is reserved.
    std::uint32_t takeCount(std::size_t minBytes) {
        const auto count = take<std::uint32_t>();
        if (std::size_t(count) * minBytes > m_bytes.size() - m_at)
            fail();
        return count;
    }
    Point takePoint() {
        const auto x = take<double>(), y = take<double>();
        return {x, y};
    }
    std::vector<Point> takePoints() {
        std::vector<Point> points(takeCount(2 * sizeof(double)));
        for (Point& point : points)
            point = takePoint();
        return points;
    }
    Polygon takePolygon() {
        const std::uint32_t rings = takeCount(4);
        Polygon polygon;
        for (std::uint32_t ring = 0; ring < rings; ++ring)
            (ring == 0 ? polygon.outer : polygon.holes.emplace_back()) = takePoints();
        return polygon;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

[[noreturn]] void refuseGround(const char* vi, const char* en) {
    throw InputError(LocalText{vi, en});
}

/// Of points that follow each other the same one only once.
Polyline withoutRepeats(Polyline line) {
    line.erase(std::unique(line.begin(), line.end()), line.end());
    return line;
}

} // namespace

Box boxOf(const Ground& ground) {
    Box box = boxOf(ground.polygons);
    for (const Point& point : ground.points)
        box.expand(point);
    for (const Polyline& line : ground.lines)
        for (const Point& point : line)
            box.expand(point);
    return box;
}

std::size_t countCorners(const Ground& ground) {
    std::size_t count = ground.points.size();
    for (const Polyline& line : ground.lines)
        count += line.size();
    for (const Polygon& polygon : ground.polygons) {
        count += polygon.outer.size();
        for (const Ring& hole : polygon.holes)
            count += hole.size();
    }
    return count;
}

std::vector<Point> pointsOn(const Ground& ground) {
    std::vector<Point> points = ground.points;
    for (const Polyline& line : ground.lines)
        points.insert(points.end(), line.begin(), line.end());
    return points;
}

Point pointIn(const Ground& ground) {
    if (!ground.points.empty())
        return ground.points.front();
    if (!ground.lines.empty()) {
        const Polyline& line = ground.lines.front();
        return line[line.size() / 2];
    }
    const Box box = boxOf(ground.polygons);
    return widestPoint(ground.polygons, std::max(box.width(), box.height()) / 200).point;
}

double kmBetween(Point lonLat, Point other) {
    constexpr double radiusKm = 6371, radians = std::numbers::pi / 180;
    const double across = std::sin((other.y - lonLat.y) * radians / 2),
                 along = std::sin((other.x - lonLat.x) * radians / 2);
    const double part = across * across + std::cos(lonLat.y * radians) *
                                              std::cos(other.y * radians) * along * along;
    return 2 * radiusKm * std::asin(std::sqrt(std::min(1.0, part)));
}

Ground soundGround(Ground ground, bool& repaired) {
    repaired = false;
    if (ground.isEmpty())
        refuseGround("Hình không có điểm nào; hãy vẽ hoặc chọn lại.",
                     "The shape has no point; draw or choose it again.");
    const std::size_t corners = countCorners(ground);
    if (corners > mostGroundCorners)
        throw InputError(localText(
            "Hình có {} đỉnh, nhiều hơn {} đỉnh mà một bản ghi có thể có; hãy đơn giản hóa hình.",
            "The shape has {} corners, more than the {} that a record may have; simplify it.",
            numberText(double(corners)), numberText(double(mostGroundCorners))));
    const auto isFar = [](const Point& point) { // also what is no number
        return !(point.x >= vietnamBox.minX && point.x <= vietnamBox.maxX &&
                 point.y >= vietnamBox.minY && point.y <= vietnamBox.maxY);
    };
    const auto check = [&](const std::vector<Point>& points) {
        const auto far = std::find_if(points.begin(), points.end(), isFar);
        if (far != points.end())
            throw InputError(localText(
                "Điểm có vĩ độ {:.5f}, kinh độ {:.5f} nằm ngoài Việt Nam và vùng biển; hãy kiểm "
                "tra tọa độ và hệ tọa độ.",
                "The point at latitude {:.5f}, longitude {:.5f} lies outside Vietnam and its sea; "
                "check the coordinates and their system.",
                far->y, far->x));
    };
    check(ground.points);
    for (Polyline& line : ground.lines) {
        check(line);
        line = withoutRepeats(std::move(line));
        if (line.size() < 2)
            refuseGround("Đường không có chiều dài; hãy vẽ ít nhất hai điểm khác nhau.",
                         "The line has no length; draw at least two different points.");
    }
    for (const Polygon& polygon : ground.polygons) {
        check(polygon.outer);
        for (const Ring& hole : polygon.holes)
            check(hole);
    }
    if (!ground.polygons.empty()) {
        ground.polygons = madeValid(ground.polygons, repaired);
        if (ground.polygons.empty())
            refuseGround("Vùng không có diện tích; hãy vẽ ít nhất ba điểm không thẳng hàng.",
                         "The zone has no area; draw at least three points that are not in line.");
    }
    return ground;
}

std::string toSpatialite(const Ground& ground) {
    BlobWriter out;
    out.bytes += blobBegin;
    out.bytes += blobLittle;
    out.add(lonLatSrid);
    const Box box = boxOf(ground);
    for (const double side : {box.minX, box.minY, box.maxX, box.maxY})
        out.add(side);
    out.bytes += blobBoxEnd;
    const auto begin = [&](std::uint32_t type, std::size_t count) {
        out.add(type);
        out.add(std::uint32_t(count));
    };
    if (!ground.polygons.empty()) {
        begin(blobPolygons, ground.polygons.size());
        for (const Polygon& polygon : ground.polygons) {
            out.addPart(blobPolygon);
            out.add(std::uint32_t(1 + polygon.holes.size()));
            out.add(polygon.outer);
            for (const Ring& hole : polygon.holes)
                out.add(hole);
        }
    } else if (!ground.lines.empty()) {
        begin(blobLines, ground.lines.size());
        for (const Polyline& line : ground.lines) {
            out.addPart(blobLine);
            out.add(line);
        }
    } else {
        begin(blobPoints, ground.points.size());
        for (const Point& point : ground.points) {
            out.addPart(blobPoint);
            out.add(point);
        }
    }
    out.bytes += blobEnd;
    return out.bytes;
}

Ground fromSpatialite(std::string_view bytes) {
    return BlobReader(bytes).read();
}

} // namespace terroir::geometry
