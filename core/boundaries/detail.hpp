#pragma once

#include "core/base/progress.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"
#include "core/store/database.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

// Levels of detail: the imported polygons once more, generalised for small scales, with equal edges
// where units touch. They are made by every import and stored beside the polygons.
namespace terroir::boundaries {

/// Tolerances in metres, finest first: no line of a level lies farther than that (to 1 %) from the
/// imported one. Steps of about three, so that a map at any scale draws at most twice the points
/// that it needs. Half a pixel of a country on a screen is 300 m or more, of a province 100 m; half
/// a dot of a province on A3 at 300 dpi is 40 m.
inline constexpr std::array detailLevels{10.0, 30.0, 100.0, 300.0, 1000.0};

/// The coarsest of detailLevels that is not coarser than the tolerance (metres); 0, as imported,
/// when none is that fine.
double detailLevelFor(double tolerance);

/// Makes all levels anew from all imported polygons and replaces those in the workspace, which is
/// open for writing with Spatial::Yes; in the caller's transaction. False when cancelled: roll
/// back.
///
/// All polygons of all levels and dates are thinned as one coverage (geometry::simplify()): a line
/// that is the border of a commune, its district and its province is one line in each level. They
/// share what is equal to a ten-millionth of a degree (a centimetre); polygons that only nearly
/// touch keep their gaps and overlaps. Units of one administrative level and one day are kept from
/// crossing each other; maps of different sources or times may cross, as they do in the original.
/// The largest piece of every unit stays in every level.
///
/// For the 3,321 communes of today (7.1 million points) 5 s and 250 MB.
bool makeDetail(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                const Progress& progress = {});

/// Reads imported polygons of one level, unit by unit. Not to be shared between threads; must not
/// outlive the workspace.
class DetailReader {
public:
    /// Of detailLevelFor(tolerance); as imported where the workspace has no such level. For these
    /// the workspace must be open with Spatial::Yes.
    DetailReader(store::WorkspaceFile& workspace, double tolerance);

    /// Metres: that of the level that is read; 0 when it is as imported.
    double tolerance() const { return m_level; }
    /// Lon/lat; empty for a unit without a polygon. Some microseconds and 20 ns a point.
    geometry::MultiPolygon read(std::string_view uid);
    /// Of the generalised shape, without reading it; empty when polygons are read as imported.
    geometry::Box boxOf(std::string_view uid);

private:
    store::Database& m_database;
    double m_level = 0;
    std::optional<store::Statement> m_packed, m_box, m_asImported;
};

/// What a workspace has of a level.
struct StoredDetail {
    double tolerance = 0; ///< metres
    std::size_t units = 0, bytes = 0;
};
/// Finest first; empty when nothing was imported since the workspace has levels.
std::vector<StoredDetail> storedDetail(store::WorkspaceFile& workspace);

} // namespace terroir::boundaries
