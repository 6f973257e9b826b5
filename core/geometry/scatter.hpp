#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace terroir::geometry {

/// Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014).
class SeededNumbers {
public:
    explicit SeededNumbers(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();
    /// From 0 to below 1.
    double share();
    /// From 0 to below `count`, which is not 0.
    std::size_t below(std::size_t count);

private:
    std::uint64_t m_state;
};

/// `count` points inside a plane shape, none in a hole of it, well apart from each other and
/// without a pattern: the same ones for the same shape, count and seed. Parts must not overlap.
/// Darts are thrown, and refused nearer to an earlier point than a distance that shrinks when many
/// are refused, so that all find room (McCool and Fiume, "Hierarchical Poisson disk sampling
/// distributions", Graphics Interface 1992). A shape without area has them all in the middle of its
/// box, an empty one has none. 5 µs a point.
std::vector<Point> scatter(const MultiPolygon& shape, std::size_t count, std::uint64_t seed);

} // namespace terroir::geometry
