#pragma once

#include "core/base/progress.hpp"
#include "core/base/table.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

// The official polygons that a workspace holds: where they come from, and taking them out again.
namespace terroir::boundaries {

/// Polygons of one level that one import took from one layer.
struct HeldBoundaries {
    gazetteer::Level level = gazetteer::Level::Commune;
    Period valid;    ///< in which all of the units are in force; empty when there is no such day
    std::string day; ///< that was meant at the import; empty: imported before this was noted
    std::size_t count = 0;
    std::string file, layer;
    std::string imported; ///< day
    std::string crs;      ///< of the file
};

/// By level, then day, file and layer.
std::vector<HeldBoundaries> heldBoundaries(store::WorkspaceFile& workspace,
                                           const gazetteer::Gazetteer& gazetteer);

/// level, valid_from, valid_to (exclusive), day, polygons, file, layer, imported, crs.
Table heldRows(const std::vector<HeldBoundaries>& held);

/// Which polygons are meant; what is empty does not matter.
struct BoundaryChoice {
    std::optional<gazetteer::Level> level;
    std::optional<Date> day; ///< as of which they were imported
    std::string file, layer; ///< as they are listed

    bool isEmpty() const { return !level && !day && file.empty() && layer.empty(); }
};

/// Takes the polygons that any of the choices means out in one transaction, makes the levels of
/// detail of the others again, and says how many there were. InputError, with what there is, when
/// none is meant; Error when `progress` cancels; then nothing has changed. Needs a workspace opened
/// for writing with store::Spatial::Yes.
std::size_t removeBoundaries(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                             std::span<const BoundaryChoice> choices,
                             const Progress& progress = {});

} // namespace terroir::boundaries
