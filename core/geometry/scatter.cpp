#include "core/geometry/scatter.hpp"

#include "core/geometry/polygon_index.hpp"
#include "core/geometry/topology.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <utility>

namespace terroir::geometry {

namespace {

/// At first, in sides of the square that each point would have for itself. Thrown darts jam at
/// about 0.83.
constexpr double firstDistance = 0.75;
constexpr std::size_t mostRefused = 24; ///< in a row, before they may stand closer
constexpr double closer = 0.93;
/// Of darts beside the shape: a sliver in its box is hit seldom.
constexpr std::size_t mostBeside = 4000;

/// Throws darts at the parts of a shape, as often as each is large.
class Board {
public:
    explicit Board(const MultiPolygon& shape)
        : m_index(
              shape.size(), [&](std::size_t i) { return MultiPolygon{shape[i]}; }, 0) {
        m_boxes.reserve(shape.size());
        m_ends.reserve(shape.size());
        for (const Polygon& part : shape) {
            m_area += areaOf({part});
            m_ends.push_back(m_area);
            m_boxes.push_back(boxOf({part}));
        }
    }

    double area() const { return m_area; }

    Point dart(SeededNumbers& numbers) {
        const double at = numbers.share() * m_area;
        m_part = std::size_t(std::upper_bound(m_ends.begin(), m_ends.end(), at) - m_ends.begin());
        m_part = std::min(m_part, m_boxes.size() - 1);
        const Box& box = m_boxes[m_part];
        const double x = numbers.share(), y = numbers.share();
        return {box.minX + x * box.width(), box.minY + y * box.height()};
    }
    /// Of the dart thrown last.
    bool isHit(Point point) {
        m_index.find(point, m_hits);
        return std::any_of(m_hits.begin(), m_hits.end(), [this](const PolygonIndex::Hit& hit) {
            return hit.shape == m_part && !hit.onEdge;
        });
    }

private:
    PolygonIndex m_index;
    std::vector<Box> m_boxes;
    std::vector<double> m_ends; ///< area of the parts up to each
    double m_area = 0;
    std::size_t m_part = 0;
    std::vector<PolygonIndex::Hit> m_hits;
};

/// Points by squares as wide as the largest distance that is asked for; squares share a slot where
/// their hashes do.
class Neighbours {
public:
    Neighbours(const Box& box, double side, std::size_t count)
        : m_box(box), m_side(side), m_first(std::bit_ceil(2 * count), none) {
        m_points.reserve(count);
        m_next.reserve(count);
    }

    bool isNear(Point point, double distance) const {
        const std::int64_t column = columnOf(point), row = rowOf(point);
        for (std::int64_t y = row - 1; y <= row + 1; ++y)
            for (std::int64_t x = column - 1; x <= column + 1; ++x)
                for (std::size_t i = m_first[slotOf(x, y)]; i != none; i = m_next[i]) {
                    const double dx = m_points[i].x - point.x, dy = m_points[i].y - point.y;
                    if (dx * dx + dy * dy < distance * distance)
                        return true;
                }
        return false;
    }
    void add(Point point) {
        std::size_t& first = m_first[slotOf(columnOf(point), rowOf(point))];
        m_next.push_back(first);
        first = m_points.size();
        m_points.push_back(point);
    }
    std::vector<Point> take() { return std::move(m_points); }
    std::size_t size() const { return m_points.size(); }

private:
    static constexpr std::size_t none = ~std::size_t(0);
    std::int64_t columnOf(Point point) const {
        return std::int64_t(std::floor((point.x - m_box.minX) / m_side));
    }
    std::int64_t rowOf(Point point) const {
        return std::int64_t(std::floor((point.y - m_box.minY) / m_side));
    }
    std::size_t slotOf(std::int64_t column, std::int64_t row) const {
        const std::uint64_t key = std::uint64_t(column) * 0x9e3779b97f4a7c15ULL ^
                                  std::uint64_t(row) * 0xbf58476d1ce4e5b9ULL;
        return std::size_t((key ^ (key >> 32U)) & (m_first.size() - 1));
    }

    Box m_box;
    double m_side;
    std::vector<std::size_t> m_first; ///< by slot: the point added last; none
    std::vector<std::size_t> m_next;  ///< by point: the one added before it in its slot
    std::vector<Point> m_points;
};

} // namespace

std::uint64_t SeededNumbers::next() {
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
}

double SeededNumbers::share() {
    return double(next() >> 11U) * 0x1p-53;
}

std::size_t SeededNumbers::below(std::size_t count) {
    return std::min(std::size_t(share() * double(count)), count - 1);
}

std::vector<Point> scatter(const MultiPolygon& shape, std::size_t count, std::uint64_t seed) {
    const Box box = boxOf(shape);
    if (count == 0 || box.isEmpty())
        return {};
    Board board(shape);
    const Point middle{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    if (!(board.area() > 0))
        return std::vector<Point>(count, middle);
    double distance = firstDistance * std::sqrt(board.area() / double(count));
    SeededNumbers numbers(seed);
    Neighbours points(box, distance, count);
    std::optional<Point> last; // inside
    std::size_t refused = 0, beside = 0;
    while (points.size() < count) {
        const Point dart = board.dart(numbers);
        if (points.isNear(dart, distance)) {
            if (++refused % mostRefused == 0)
                distance *= closer;
        } else if (board.isHit(dart)) {
            points.add(dart);
            last = dart;
            refused = beside = 0;
        } else if (++beside > mostBeside) {
            points.add(last.value_or(middle));
            beside = 0;
        }
    }
    return points.take();
}

} // namespace terroir::geometry
