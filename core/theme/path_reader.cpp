#include "core/theme/path_reader.hpp"

#include "core/base/local_text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace terroir::theme {

namespace {

using geometry::Point;
using geometry::Ring;

constexpr int chords = 12; ///< of a curve
constexpr double largest = 1e6;

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}

/// Commands one after another; stops at the first problem.
class PathReader {
public:
    PathReader(std::string_view data, std::size_t mostCorners)
        : m_data(data), m_most(mostCorners) {}

    PathResult run() {
        skipSpace();
        while (!m_data.empty() && m_result.problem.vi.empty()) {
            const char first = m_data.front();
            if (std::isalpha(static_cast<unsigned char>(first)) != 0) {
                m_command = first;
                m_data.remove_prefix(1);
            } else if (m_command == 0 || m_command == 'z' || m_command == 'Z') {
                fail({"có số ở chỗ của một lệnh", "a number stands where a command should"});
                break;
            }
            step();
            skipSpace();
        }
        closeRing();
        return std::move(m_result);
    }

private:
    void fail(LocalText problem) {
        if (m_result.problem.vi.empty())
            m_result.problem = std::move(problem);
    }
    void skipSpace() {
        const std::size_t end = m_data.find_first_not_of(" \t\r\n,");
        m_data.remove_prefix(std::min(end, m_data.size()));
    }
    double number() {
        skipSpace();
        if (!m_data.empty() && m_data.front() == '+')
            m_data.remove_prefix(1);
        double value = 0;
        const auto read = std::from_chars(m_data.data(), m_data.data() + m_data.size(), value);
        if (read.ec != std::errc() || !(std::abs(value) <= largest)) {
            fail({"tọa độ của đường không đọc được", "the coordinates of a path cannot be read"});
            return 0;
        }
        m_data.remove_prefix(std::size_t(read.ptr - m_data.data()));
        return value;
    }
    bool isRelative() const { return std::islower(static_cast<unsigned char>(m_command)) != 0; }
    Point point() {
        const double x = number(), y = number();
        return isRelative() ? m_at + Point{x, y} : Point{x, y};
    }

    void step() {
        const Point from = m_at;
        const char command = char(std::toupper(static_cast<unsigned char>(m_command)));
        std::optional<Point> control; // of the next smooth curve of the same kind
        switch (command) {
        case 'M':
            closeRing();
            m_start = m_at = point();
            m_ring.push_back(m_at);
            m_command = isRelative() ? 'l' : 'L'; // more pairs are lines
            break;
        case 'L':
            lineTo(point());
            break;
        case 'H':
            lineTo({number() + (isRelative() ? from.x : 0), from.y});
            break;
        case 'V':
            lineTo({from.x, number() + (isRelative() ? from.y : 0)});
            break;
        case 'C':
        case 'S': {
            const Point first = command == 'C' ? point() : mirrored(m_cubic);
            const Point second = point(), end = point();
            cubicTo(first, second, end);
            control = second;
            break;
        }
        case 'Q':
        case 'T': {
            const Point middle = command == 'Q' ? point() : mirrored(m_quadratic);
            const Point end = point();
            const auto toward = [&](Point a) {
                return Point{a.x + 2 * (middle.x - a.x) / 3, a.y + 2 * (middle.y - a.y) / 3};
            };
            cubicTo(toward(from), toward(end), end);
            control = middle;
            break;
        }
        case 'Z':
            closeRing();
            m_at = m_start;
            break;
        default:
            fail(localText("đường có lệnh '{}'", "a path has the command '{}'",
                           std::string(1, m_command)));
        }
        m_cubic = command == 'C' || command == 'S' ? control : std::nullopt;
        m_quadratic = command == 'Q' || command == 'T' ? control : std::nullopt;
        if (m_corners > m_most)
            fail({"có quá nhiều góc", "it has too many corners"});
    }

    Point mirrored(const std::optional<Point>& control) const {
        return control ? Point{2 * m_at.x - control->x, 2 * m_at.y - control->y} : m_at;
    }
    void lineTo(Point end) {
        if (m_ring.empty())
            m_ring.push_back(m_at);
        m_ring.push_back(end);
        m_at = end;
        ++m_corners;
    }
    void cubicTo(Point first, Point second, Point end) {
        const Point from = m_at;
        for (int i = 1; i <= chords; ++i) {
            const double t = double(i) / chords, u = 1 - t;
            const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            lineTo({a * from.x + b * first.x + c * second.x + d * end.x,
                    a * from.y + b * first.y + c * second.y + d * end.y});
        }
    }
    void closeRing() {
        if (m_ring.size() > 2) {
            if (m_ring.front() != m_ring.back())
                m_ring.push_back(m_ring.front());
            m_result.rings.push_back(std::move(m_ring));
        }
        m_ring.clear();
    }

    std::string_view m_data;
    std::size_t m_most, m_corners = 0;
    char m_command = 0;
    Point m_at, m_start;
    std::optional<Point> m_cubic, m_quadratic;
    Ring m_ring;
    PathResult m_result;
};

} // namespace

PathResult readPath(std::string_view data, std::size_t mostCorners) {
    return PathReader(data, mostCorners).run();
}

} // namespace terroir::theme
