#include "core/geometry/packed_shape.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/coverage.hpp"

#include <cstdint>

namespace terroir::geometry {

namespace {

void append(std::string& out, std::uint64_t value) {
    for (; value >= 128; value >>= 7)
        out += char(value | 128);
    out += char(value);
}

void appendSigned(std::string& out, std::int64_t value) {
    append(out, std::uint64_t(value) << 1 ^ std::uint64_t(value >> 63));
}

class Packer {
public:
    void add(const Ring& ring) {
        const std::size_t count = ring.empty() ? 0 : ring.size() - 1;
        append(bytes, count);
        for (std::size_t i = 0; i < count; ++i) {
            const GridPoint point = toGrid(ring[i]);
            appendSigned(bytes, std::int64_t(point.x) - m_last.x);
            appendSigned(bytes, std::int64_t(point.y) - m_last.y);
            m_last = point;
        }
    }
    std::string bytes;

private:
    GridPoint m_last;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : m_bytes(bytes) {}

    /// A count of things of a byte each at least: checked before anything is reserved.
    std::size_t count() {
        const std::uint64_t value = take();
        if (value > m_bytes.size() - m_at)
            fail();
        return std::size_t(value);
    }
    Ring ring() {
        const std::size_t points = count();
        Ring out;
        out.reserve(points + 1);
        for (std::size_t i = 0; i < points; ++i) {
            m_last.x = step(m_last.x);
            m_last.y = step(m_last.y);
            out.push_back(fromGrid(m_last));
        }
        if (!out.empty())
            out.push_back(out.front());
        return out;
    }

private:
    [[noreturn]] static void fail() {
        throw GeometryError(localText("Một hình đã nén bị cắt cụt; hãy nhập lại ranh giới.",
                                      "A packed shape is cut short; import the boundaries again."));
    }
    std::uint64_t take() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_at == m_bytes.size())
                fail();
            const auto byte = std::uint8_t(m_bytes[m_at++]);
            value |= std::uint64_t(byte & 127) << shift;
            if (byte < 128)
                return value;
        }
        fail();
    }
    std::int32_t step(std::int32_t from) {
        const std::uint64_t zigzag = take();
        const std::uint64_t change = zigzag >> 1 ^ (0 - (zigzag & 1));
        return std::int32_t(std::uint32_t(from) + std::uint32_t(change));
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    GridPoint m_last;
};

} // namespace

std::string pack(const MultiPolygon& shape) {
    Packer packer;
    append(packer.bytes, shape.size());
    for (const Polygon& polygon : shape) {
        append(packer.bytes, 1 + polygon.holes.size());
        packer.add(polygon.outer);
        for (const Ring& hole : polygon.holes)
            packer.add(hole);
    }
    return std::move(packer.bytes);
}

MultiPolygon unpack(std::string_view bytes) {
    Unpacker unpacker(bytes);
    MultiPolygon shape(unpacker.count());
    for (Polygon& polygon : shape)
        for (std::size_t rings = unpacker.count(), i = 0; i < rings; ++i) {
            if (i == 0)
                polygon.outer = unpacker.ring();
            else
                polygon.holes.push_back(unpacker.ring());
        }
    return shape;
}

} // namespace terroir::geometry
