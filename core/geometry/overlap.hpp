#pragma once

#include "core/geometry/shape.hpp"

#include <memory>
#include <vector>

namespace terroir::geometry {

/// Ground that two shapes of a coverage both claim.
struct Overlap {
    std::size_t first = 0, second = 0; ///< the keys given to add()
    MultiPolygon shape;
};

/// Finds overlaps among the valid shapes of a layer in one pass from south to north, holding only
/// those that later ones can still touch: a layer of any size in little memory. Neighbours that
/// merely share an edge do not overlap. Move-only; not to be shared between threads.
class OverlapSweep {
public:
    OverlapSweep();
    ~OverlapSweep();
    OverlapSweep(OverlapSweep&&) noexcept;
    /// Shapes must come by rising minimum y. Appends to `found` the overlaps with earlier ones.
    void add(std::size_t key, const MultiPolygon& shape, std::vector<Overlap>& found);

private:
    struct Active;
    std::vector<Active> m_active;
};

} // namespace terroir::geometry
