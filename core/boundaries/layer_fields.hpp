#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/match.hpp"
#include "core/geometry/vector_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::boundaries {

/// The fields of a layer that say which unit a feature is.
struct LayerFields {
    std::string code, name, province; ///< empty: the layer has none
    std::string layout;               ///< whose fields they are: "GADM", "OSM"; empty: usual names
    /// Levels that the units may have, as the fields tell.
    std::vector<gazetteer::Level> levels{gazetteer::Level::Province, gazetteer::Level::District,
                                         gazetteer::Level::Commune};
    /// Only the features with this value are meant; empty: all are.
    std::string levelField, levelValue;

    bool isMeant(const geometry::PolygonFeature& feature) const;
};

/// Those that the options name, else those of a layout that is known (GADM, geoBoundaries, HDX
/// COD-AB, OSM), else by usual names; several when a layer holds units of several levels.
/// InputError when one that is named is not there, or none is found.
std::vector<LayerFields> findFields(geometry::PolygonReader& reader, const std::string& file,
                                    const ImportOptions& options);

/// By the longest code of the layer: short ones may have lost their zeros. Empty when the codes do
/// not tell.
std::optional<gazetteer::Level> levelByCodes(geometry::PolygonReader& reader,
                                             const LayerFields& fields);

/// Trimmed; empty when the feature does not have it.
std::string attribute(const geometry::PolygonFeature& feature, const std::string& field);

/// What the feature says about its unit: a code of digits filled up to the width of the level, one
/// like "VN01234" without its letters.
Mention mentionOf(const geometry::PolygonFeature& feature, const LayerFields& fields,
                  gazetteer::Level level);

/// "03390 Bình Lư", what there is of it.
std::string label(const Mention& mention);

} // namespace terroir::boundaries
