#include "core/geometry/overlap.hpp"

#include "core/geometry/geos.hpp"
#include "core/geometry/topology.hpp"

namespace terroir::geometry {

/// A shape and its index of edges; the index points into the shape and goes first.
struct OverlapSweep::Active {
    std::size_t key = 0;
    Box box;
    Geometry geometry;
    Prepared prepared;
};

OverlapSweep::OverlapSweep() = default;
OverlapSweep::~OverlapSweep() = default;
OverlapSweep::OverlapSweep(OverlapSweep&&) noexcept = default;

void OverlapSweep::add(std::size_t key, const MultiPolygon& shape, std::vector<Overlap>& found) {
    if (shape.empty())
        return;
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    Active next{key, boxOf(shape), toGeos(shape), {}};
    std::erase_if(m_active, [&](const Active& active) { return active.box.maxY < next.box.minY; });
    for (const Active& active : m_active) {
        if (active.box.maxX < next.box.minX || active.box.minX > next.box.maxX ||
            GEOSPreparedIntersects_r(handle, active.prepared.get(), next.geometry.get()) != 1)
            continue;
        const Geometry common =
            checked(GEOSIntersection_r(handle, active.geometry.get(), next.geometry.get()),
                    Step{"Tìm chỗ chồng nhau", "Looking for overlaps"});
        MultiPolygon area = fromGeos(common.get());
        if (!area.empty())
            found.push_back({active.key, key, std::move(area)});
    }
    next.prepared.reset(GEOSPrepare_r(handle, next.geometry.get()));
    if (!next.prepared)
        Geos::ofThread().fail(Step{"Tìm chỗ chồng nhau", "Looking for overlaps"});
    m_active.push_back(std::move(next));
}

} // namespace terroir::geometry
