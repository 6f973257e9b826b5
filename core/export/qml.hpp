#pragma once

#include "core/export/table.hpp"
#include "core/figures/evaluated_theme.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::exporting {

// QGIS styles (QML) as QGIS 3.22 reads them; later versions read them too. Only what differs from
// QGIS's own defaults is written.

/// Styles (QML, and SLD where it can say the same) of the polygon layer of a theme: one per layer that fills (Choropleth as graduated
/// symbols, Categories as categorised symbols); for a theme of symbols only, units with and without
/// data. The first is the default.
std::vector<LayerStyle> polygonStyles(const figures::EvaluatedTheme& evaluated,
                                      const std::vector<Column>& columns);

/// Style of the point layer of a layer of symbols (circles side by side, area proportional to the
/// figure, sizes as on an A4 map) or pies (a diagram).
LayerStyle symbolStyle(const figures::EvaluatedTheme& evaluated, std::size_t layer,
                       const std::vector<Column>& columns);

/// Style of the layer of ground that has figures together: as the units are filled, else a dashed
/// outline.
LayerStyle groupStyle(const figures::EvaluatedTheme& evaluated, const std::vector<Column>& columns,
                      const std::string& name);

/// A style of the same points that serves a legend only: what the sizes of the circles of several
/// series, or of pies, stand for. Empty where the layer's own style says it, or nothing is drawn.
std::string sizesStyle(const figures::EvaluatedTheme& evaluated, std::size_t layer);

/// Style of the layer of an atlas's units: an outline around the one whose page it is; elsewhere
/// nothing is drawn.
std::string pageUnitStyle();

/// The form of a table that is not drawn.
std::string tableStyle(const std::vector<Column>& columns);

/// Whether the units that outlines are of bear their names.
enum class OutlineNames { No, Yes };

/// Styles of the ground of a theme: outlines without a fill, the border of the country as on maps
/// with the names of the countries beyond, points that are only names, and neighbours in grey with
/// theirs.
std::string outlineStyle(OutlineNames names = OutlineNames::No);
std::string borderStyle();
std::string seaNameStyle();
std::string surroundingsStyle();

/// Style of records that lie by themselves, each in the colour of its column "colour".
LayerStyle recordGroundStyle(GeometryType geometry, const std::string& name,
                             const std::vector<Column>& columns);

/// A QML document; `geometry` as QGIS counts: 0 points, 1 lines, 2 polygons, 4 none.
std::string styleDocument(std::string_view content, const std::vector<Column>& columns,
                          int geometry);

/// "2 – 5 (3)", "2 – 5 (3, chung 6)": units with a figure of their own, and together with others.
std::string countedLabel(const figures::EvaluatedClass& entry, Language language);

/// The number that stands for "no data" in a graduated renderer, which cannot hold NULL: -1, or
/// less where figures are negative.
double noDataValue(const figures::EvaluatedLayer& layer);

/// What a style says of its layer, without the document around it: what a layer of a project holds.
/// Empty for an empty style.
std::string_view styleContent(std::string_view qml);

/// QGIS style (QML) of the polygon layer of a theme.
std::string qml(const figures::EvaluatedTheme& evaluated);

} // namespace terroir::exporting
