#include "core/geometry/shape.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace terroir::geometry {

namespace {

constexpr std::uint32_t wkbPolygonCode = 3, wkbMultiPolygonCode = 6;

template <typename T>
void append(std::string& out, T value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    if constexpr (std::endian::native == std::endian::big)
        std::reverse(bytes, bytes + sizeof(T));
    out.append(bytes, sizeof(T));
}

void appendHeader(std::string& out, std::uint32_t type) {
    out += char(1); // little endian
    append(out, type);
}

void appendRing(std::string& out, const Ring& ring) {
    append(out, std::uint32_t(ring.size()));
    for (const Point point : ring) {
        append(out, point.x);
        append(out, point.y);
    }
}

/// Reads ISO and EWKB headers, in the byte order that each part names for itself.
class WkbReader {
public:
    explicit WkbReader(std::string_view bytes) : m_bytes(bytes) {}

    MultiPolygon read() {
        MultiPolygon shape;
        const std::uint32_t type = readHeader();
        if (type == wkbPolygonCode) {
            shape.push_back(readPolygon());
        } else if (type == wkbMultiPolygonCode) {
            const std::uint32_t count = readCount(9);
            shape.reserve(count);
            for (std::uint32_t i = 0; i < count; ++i) {
                if (readHeader() != wkbPolygonCode)
                    throw GeometryError(localText(
                        "Một phần của đa giác ghép trong WKB không phải là đa giác; hãy xuất lại "
                        "lớp.",
                        "A part of a multipolygon in WKB is no polygon; export the layer again."));
                shape.push_back(readPolygon());
            }
        } else {
            throw GeometryError(localText("Hình WKB thuộc kiểu {}, không phải đa giác hay đa giác "
                                          "ghép; hãy dùng lớp đa giác.",
                                          "The WKB geometry is of type {}, not a polygon or "
                                          "multipolygon; give a polygon layer.",
                                          type));
        }
        return shape;
    }

private:
    [[noreturn]] static void failTruncated() {
        throw GeometryError(localText("Hình WKB bị cắt cụt; hãy đọc hoặc xuất lại.",
                                      "The WKB geometry is cut short; read or export it again."));
    }

    template <typename T>
    T take() {
        if (m_bytes.size() - m_at < sizeof(T))
            failTruncated();
        char bytes[sizeof(T)];
        std::memcpy(bytes, m_bytes.data() + m_at, sizeof(T));
        if (m_swap)
            std::reverse(bytes, bytes + sizeof(T));
        m_at += sizeof(T);
        T value;
        std::memcpy(&value, bytes, sizeof(T));
        return value;
    }

    /// A count of parts of at least `minBytes` each: checked before anything is reserved.
    std::uint32_t readCount(std::size_t minBytes) {
        const auto count = take<std::uint32_t>();
        if (std::size_t(count) * minBytes > m_bytes.size() - m_at)
            failTruncated();
        return count;
    }

    std::uint32_t readHeader() {
        m_swap = false;
        const auto order = take<std::uint8_t>();
        if (order > 1)
            throw GeometryError(
                localText("Hình này không phải WKB (không rõ thứ tự byte); hãy đọc hoặc xuất lại.",
                          "The geometry is no WKB (unknown byte order); read or export it again."));
        m_swap = (order == 1) != (std::endian::native == std::endian::little);
        auto type = take<std::uint32_t>();
        bool hasZ = (type & 0x80000000U) != 0, hasM = (type & 0x40000000U) != 0; // EWKB
        const bool hasSrid = (type & 0x20000000U) != 0;
        type &= 0x0fffffffU;
        const std::uint32_t dimension = type / 1000; // ISO: 1 is Z, 2 is M, 3 is ZM
        hasZ = hasZ || dimension == 1 || dimension == 3;
        hasM = hasM || dimension == 2 || dimension == 3;
        m_ordinates = 2 + std::size_t(hasZ) + std::size_t(hasM);
        if (hasSrid)
            take<std::uint32_t>();
        return type % 1000;
    }

    Ring readRing() {
        const std::uint32_t count = readCount(m_ordinates * sizeof(double));
        Ring ring;
        ring.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const double x = take<double>(), y = take<double>();
            m_at += (m_ordinates - 2) * sizeof(double); // readCount() made sure that they are there
            ring.push_back({x, y});
        }
        return ring;
    }

    Polygon readPolygon() {
        const std::uint32_t count = readCount(4);
        Polygon polygon;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (i == 0)
                polygon.outer = readRing();
            else
                polygon.holes.push_back(readRing());
        }
        return polygon;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::size_t m_ordinates = 2;
    bool m_swap = false;
};

} // namespace

Box boxOf(const MultiPolygon& shape) {
    Box box;
    for (const Polygon& polygon : shape)
        for (const Point point : polygon.outer)
            box.expand(point);
    return box;
}

std::string toWkb(const MultiPolygon& shape) {
    std::size_t points = 0, rings = 0;
    for (const Polygon& polygon : shape) {
        points += polygon.outer.size();
        rings += 1 + polygon.holes.size();
        for (const Ring& hole : polygon.holes)
            points += hole.size();
    }
    std::string out;
    out.reserve(9 + shape.size() * 9 + rings * 4 + points * 16);
    appendHeader(out, wkbMultiPolygonCode);
    append(out, std::uint32_t(shape.size()));
    for (const Polygon& polygon : shape) {
        appendHeader(out, wkbPolygonCode);
        append(out, std::uint32_t(1 + polygon.holes.size()));
        appendRing(out, polygon.outer);
        for (const Ring& hole : polygon.holes)
            appendRing(out, hole);
    }
    return out;
}

MultiPolygon fromWkb(std::string_view wkb) {
    return WkbReader(wkb).read();
}

} // namespace terroir::geometry
