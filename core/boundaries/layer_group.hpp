#pragma once

#include "core/boundaries/survey.hpp"
#include "core/boundaries/system_proposal.hpp"
#include "core/geometry/layer_places.hpp"

#include <vector>

namespace terroir::boundaries {

/// A layer, or the features of one level in it, found and not yet taken.
struct FoundLayer {
    geometry::LayerPlace place;
    LayerFields fields;
    std::string crs;
    std::string saidCrs;   ///< of the coordinates; empty: what the file says
    std::size_t count = 0; ///< of features

    geometry::PolygonReader open() const {
        return geometry::PolygonReader(place.file, place.layer, saidCrs);
    }
};

/// Layers that belong together: one, or files of the same fields and level in a folder. Their day
/// is found from all of them.
struct LayerGroup {
    std::vector<FoundLayer> layers;
    Survey survey;
    LayerReport report; ///< level and day are set
};

struct LayerSet {
    std::vector<LayerGroup> groups;
    std::vector<LayerReport> refused;
};

/// What an import that is stopped says.
LocalText cancelled();

/// What a file, a folder or a ZIP holds, surveyed. One layer that cannot be taken is an InputError;
/// of several it is among the refused, an InputError when all are. A refusal ends with the
/// coordinate system that fits, where the layer's own does not.
LayerSet findLayers(const gazetteer::Gazetteer& gazetteer, const std::filesystem::path& file,
                    const ImportOptions& options, const OfficialShape& official,
                    const Progress& progress);

} // namespace terroir::boundaries
