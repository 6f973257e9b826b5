#pragma once

#include "core/base/language.hpp"
#include "core/boundaries/boundaries.hpp"

#include <span>
#include <vector>

namespace terroir::boundaries {

/// A part of the land border of Vietnam, which lies to its left (lon/lat).
struct BorderStretch {
    LocalText neighbour; ///< the country on the other side
    double kmDeep = 0;   ///< so far behind the line it is still that country
    std::vector<geometry::Point> line;
    bool startsAtSea = false, endsAtSea = false;
};

/// The land border from Móng Cái to Hà Tiên along the edges of provinces of `asOf`, as far as these
/// are given, one stretch for each province and country. Where the provinces' shapes come from
/// says where the line runs; the packaged outlines only say which of their edges it is. Nothing in
/// a workspace without outlines. Milliseconds.
std::vector<BorderStretch> landBorder(store::WorkspaceFile& workspace,
                                      const gazetteer::Gazetteer& gazetteer, Date asOf,
                                      std::span<const UnitShape> provinces);

} // namespace terroir::boundaries
