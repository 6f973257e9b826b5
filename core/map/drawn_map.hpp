#pragma once

#include "core/base_map/base_layers.hpp"
#include "core/boundaries/land_border.hpp"
#include "core/figures/page_words.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/scene.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace terroir::map {

/// A unit as it lies on the page or the screen.
struct DrawnUnit {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    geometry::MultiPolygon shape;
    geometry::Box box;
    geometry::InnerPoint widest; ///< of the largest part, for a label or a symbol
    bool isMarked = true;        ///< bears its symbol and name here, and not in another frame
};

/// Units that have figures together, and the ground of all of them; its DrawnUnit::unit is noUnit.
struct DrawnGroup {
    figures::UnitGroup units;
    DrawnUnit ground;
};

// Where records lie by themselves, in the colour of what shows them.
struct DrawnZone {
    geometry::MultiPolygon shape;
    Colour colour;
};
struct DrawnLine {
    std::vector<geometry::Point> line;
    Colour colour;
};
struct DrawnSpot {
    geometry::Point at;
    Colour colour;
};

/// What lies below the figures for readers to find their way by; see base_ground.hpp.
struct DrawnBase {
    std::vector<Picture> pictures, shades; ///< below and on the fills of units
    std::map<base_map::Role, geometry::MultiPolygon> areas;
    std::map<base_map::Role, std::vector<std::vector<geometry::Point>>> lines;
    std::vector<std::pair<std::string, geometry::Point>> towns; ///< by name, which may be empty
};

/// A map in its frame, on a page or on a screen: the same in millimetres. Areas and marks are drawn
/// from it, whatever made it.
struct DrawnMap {
    const figures::EvaluatedTheme& evaluated;
    const gazetteer::Gazetteer& gazetteer;
    const figures::PageWords& words;
    geometry::Box frame = {};
    double mmPerKm = 0;     ///< lines are thinner on small scales; 0: not known
    double minMarkedMm = 0; ///< where not even this fits, a mark is put in the middle of the ground
    std::vector<DrawnUnit> formers = {}; ///< see formerUnitsOf()
    std::vector<DrawnUnit> units = {}, parents = {},
                           context = {}; ///< parents and context clipped to the frame
    std::vector<DrawnUnit> tops = {};    ///< see PageShapes::tops; clipped to the frame
    std::vector<DrawnGroup> groups = {}; ///< see groupsOf()
    std::size_t unitsOfMap = 0;          ///< with those out of view: more units have thinner lines
    /// The archipelagos, where they lie in the frame.
    std::vector<std::pair<std::string, geometry::Point>> seaNames = {};
    std::vector<boundaries::BorderStretch> border = {}; ///< of the country, in millimetres
    std::vector<DrawnZone> zones = {}; ///< of records: setRecordGround()
    std::vector<DrawnLine> lines = {};
    std::vector<DrawnSpot> spots = {};
    std::vector<DrawnSpot> dots = {}; ///< of figures, in the order in which they are drawn
    /// Positions in EvaluatedTheme::ground of that of which nothing is drawn here: it lies wholly
    /// outside the frame, or its unit has another one.
    std::set<std::size_t> groundBeyond = {};
    std::vector<std::vector<geometry::Point>> grid = {}; ///< MapGrid::lines
    geometry::Point origin = {}; ///< a point of the ground that spots are counted from
    /// The countries on the other side, each where there is most room for its name.
    std::vector<std::pair<std::string, geometry::Point>> countryNames = {};
    DrawnBase base = {}; ///< setBase()
};

/// Asked now and then (may be empty): true ends early.
using Stop = std::function<bool()>;

/// Finds DrawnUnit::widest for what the theme puts on units, on a thinned copy of the largest part,
/// to about half a millimetre. Where not even `minMm` of width fits, the middle will do. False when
/// it was stopped.
bool findWidest(std::vector<DrawnUnit>& units, const figures::EvaluatedTheme& evaluated,
                double minMm, const Stop& stop);
bool findWidest(std::vector<DrawnGroup>& groups, const figures::EvaluatedTheme& evaluated,
                double minMm, const Stop& stop);

/// Ground that the map itself covers is no neighbour.
void dropCoveredContext(DrawnMap& map);

/// Sets DrawnMap::border, and countryNames where a country's name has room, not farther from the
/// border than the country is deep.
void setBorder(DrawnMap& map, std::vector<boundaries::BorderStretch> border,
               const std::function<double(const std::string&)>& widthOf);

/// Takes lon/lat to the millimetres of a frame.
using ToFrame = std::function<geometry::Point(geometry::Point)>;

/// Sets DrawnMap::seaNames.
void setSeaNames(DrawnMap& map, const ToFrame& toFrame);

} // namespace terroir::map
