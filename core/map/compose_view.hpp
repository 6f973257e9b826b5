#pragma once

#include "core/map/legend_flow.hpp"
#include "core/map/page_shapes.hpp"
#include "core/map/scene.hpp"
#include "core/records/record.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace terroir::map {

/// What a screen shows of the ground: without title and legend, which have panels of their own.
struct ViewPort {
    geometry::Point centre; ///< EPSG:3857, metres
    double metresPerMm = 1; ///< of the projection, for a millimetre of the screen
    double widthMm = 0, heightMm = 0;
    /// In millimetres, by what stands above the map: no symbol and no name lies there.
    std::vector<geometry::Box> covered = {};
    std::vector<std::vector<geometry::Point>> grid = {}; ///< millimetres: MapGrid::lines

    geometry::Box mercator() const;
    geometry::Point toScreen(geometry::Point mercator) const; ///< millimetres, y down
    geometry::Point toMercator(geometry::Point screenMm) const;
    double mmPerKm() const; ///< of the ground in the middle of the view
};

/// A unit in EPSG:3857; shared, so that views of one map need no copies.
struct PlacedUnit {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    std::shared_ptr<const geometry::MultiPolygon> shape;
    geometry::Box box;
};

/// The shapes that reach into a view.
struct ViewShapes {
    std::vector<PlacedUnit> units, parents, context;
    std::size_t unitsOfMap = 0;        ///< with those out of view: more units have thinner lines
    std::vector<PlacedUnit> tops = {}; ///< see ShownUnits
    std::vector<PlacedUnit> formers = {}; ///< see formerUnitsOf()
    base_map::BaseMap* base = nullptr;    ///< may be null
};

struct ViewScene {
    Scene scene;
    double symbolFactor = 1; ///< for the legend
};

/// The map itself: fills, outlines, symbols, labels. `stop` (may be empty) is asked now and then;
/// true ends early with an empty scene. Linear in the points in view, plus the labels.
ViewScene composeView(const figures::EvaluatedTheme& evaluated,
                      const gazetteer::Gazetteer& gazetteer, const ViewShapes& ground,
                      const ViewPort& port, const MeasureText& measure,
                      const std::function<bool()>& stop = {});

/// What stays in its corner while the map moves: scale bar for the middle of the view, north arrow,
/// and the words "approximate boundaries". `ratio`: ratioWords(), over the scale bar. Less than a
/// millisecond.
Scene composeViewFurniture(const figures::EvaluatedTheme& evaluated,
                           const gazetteer::Gazetteer& gazetteer,
                           const figures::PageWords::Approximate& approximate, const ViewPort& port,
                           const MeasureText& measure, const std::string& ratio = {});

/// The legend in one column as wide as asked, as high as it needs; `symbolFactor` is that of the
/// view. `data` is needed for its gazetteer and missing shapes.
Scene composeLegend(const figures::EvaluatedTheme& evaluated, const PageShapes& data,
                    double symbolFactor, double widthMm, const MeasureText& measure);

/// A line of composeLegend() that stands for something of the map.
struct PlacedEntry {
    LegendEntry entry;
    geometry::Box mm;
    double swatchMm = 0; ///< how wide its sample is, at the left
};
/// Those of composeLegend() of the same arguments, from top to bottom.
std::vector<PlacedEntry> legendEntries(const figures::EvaluatedTheme& evaluated,
                                       const PageShapes& data, double symbolFactor, double widthMm,
                                       const MeasureText& measure);

} // namespace terroir::map
