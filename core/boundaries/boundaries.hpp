#pragma once

#include "core/base/issue.hpp"
#include "core/base/progress.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

/// Official: a polygon that was imported, or put together from imported ones (a district from its
/// communes, a commune of today from the old ones that went whole into it).
/// Approximate: a cell around the unit's representative points, or put together from such; must be
/// labelled on every map.
enum class Origin { Official, Approximate };

struct UnitShape {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    geometry::MultiPolygon shape; ///< lon/lat, EPSG:4326
    Origin origin = Origin::Approximate;
    bool followsOfficial = false; ///< with official lines: a finer tolerance gives a finer shape
};

struct UnitShapes {
    std::vector<UnitShape> units;              ///< in the order asked for
    std::vector<gazetteer::UnitIndex> missing; ///< no polygon, no point, or no outline
    bool anyApproximate() const;
    std::size_t approximate() const; ///< how many
};

/// Shapes of units that are all valid on `asOf`. Units with official polygons are drawn from these;
/// only what they leave open has approximate cells (see cells.hpp): of their district or province
/// where that is official, else of the generalised outline, which is fitted to official neighbours
/// (see fitted_outlines.hpp). So two kinds never overlap on a map nor gape, and a unit with
/// approximate parts is approximate.
///
/// Official polygons are taken from the coarsest level of detail (see detail.hpp) whose lines lie
/// within `tolerance` metres of the imported ones; 0, and a workspace without levels, give them as
/// imported. Shapes of one level have equal edges where they touch, whatever they are put together
/// from. Cells are what they are, but for their edges along official shapes.
UnitShapes shapesOf(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                    std::span<const gazetteer::UnitIndex> units, Date asOf, double tolerance = 0);

/// The lon/lat box, to a kilometre, of those of the units that have official polygons, without
/// reading these. Empty when none has, or the workspace has no levels of detail. Cheap: for finding
/// the scale of a map and so the tolerance that suits it.
geometry::Box officialBox(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                          std::span<const gazetteer::UnitIndex> units, Date asOf);

struct ImportOptions {
    std::string layer;                ///< empty: every layer of the file, folder or ZIP
    std::string codeField, nameField; ///< empty: found by usual names (code, ma_xa, name, ten, …)
    std::optional<gazetteer::Level> level; ///< empty: found from the codes
    std::string crs; ///< of the coordinates, as for Transform; empty: what the file says
    std::optional<Date> validFrom; ///< the units of this day are meant; empty: found from the layer
};

/// What became of one layer.
struct LayerReport {
    std::string layer;  ///< with its file when there are several
    std::string layout; ///< whose fields they are: "GADM"; empty for usual names
    gazetteer::Level level = gazetteer::Level::Commune;
    Date day;                ///< whose units were matched
    bool isDayFound = false; ///< from the layer, because nobody said it
    LocalText doubt;         ///< another day explains the layer better; empty: none does
    std::size_t matched = 0;
    std::size_t replaced = 0; ///< of these, units that had a polygon of an earlier layer
    LocalText refusal;        ///< why nothing was taken from it; empty when something was
};

struct ImportResult {
    std::size_t read = 0, matched = 0, repaired = 0;
    std::vector<LayerReport> layers;
    /// Kinds: "unmatched", "name-differs", "elsewhere", "repaired", "overlap", "duplicate",
    /// "no-polygon", "tangled", "code-padded" and "unconfirmed" (once for the layer).
    std::vector<Issue> issues;
    std::vector<gazetteer::UnitIndex>
        unitsWithout; ///< units of that level and day, in the provinces touched, that got none
};

/// Needs a workspace opened for writing with store::Spatial::Yes (shapesOf(): with Spatial::Yes).
/// Throws InputError when the file, layer or a field cannot be found, the level or the day cannot
/// be told, the polygons contradict the day or lie elsewhere (see Survey), or none matches; Error
/// when `progress` cancels; then nothing has changed. Holds a few neighbouring polygons at a time,
/// then 60 bytes for each different point of all imported ones (makeDetail()). Takes official
/// polygons: matched by code, confirmed by name (or by name within the province when the code is
/// not there), made valid, kept in the workspace in one transaction. Polygons of the same units are
/// replaced, the levels of detail of all made again. Overlaps between neighbours above 0.01 km² are
/// reported, not mended.
ImportResult importBoundaries(store::WorkspaceFile& workspace,
                              const gazetteer::Gazetteer& gazetteer,
                              const std::filesystem::path& file, const ImportOptions& options,
                              const Progress& progress = {});

/// How many units have official polygons, per level.
struct Inventory {
    std::size_t provinces = 0, districts = 0, communes = 0;
    bool empty() const { return provinces + districts + communes == 0; }
};
Inventory inventory(store::WorkspaceFile& workspace);

} // namespace terroir::boundaries
