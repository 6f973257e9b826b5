#pragma once

#include "core/base/language.hpp"
#include "core/geometry/layer_table.hpp"
#include "core/geometry/shape.hpp"
#include "core/map/layout.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

/// A layer of a QGIS project: a table of the file with a look.
struct ProjectLayer {
    std::string id;    ///< unique in the project; QGIS takes no id of ten letters or fewer
    std::string table; ///< of the file
    std::string title;
    geometry::GeometryType geometry = geometry::GeometryType::None;
    std::string qml;         ///< its style; empty: QGIS's own
    std::string filter;      ///< SQL; empty: all rows
    bool isShown = true;     ///< when its group is
    bool isListed = true;    ///< in the tree of layers
    bool isExplained = true; ///< in legends, if it is shown or is in no tree
    bool isHeaded = true;    ///< by its title in legends
    /// Of another file than the project's: what QGIS opens, and the system of its coordinates.
    std::string source = {}, crs = {};
    bool isRaster = false;
    /// What stands within <pipe>: how a raster is drawn; with it, it shades what lies below.
    std::string pipe = {};
    bool hasPeriod = false;  ///< rows have valid_from and valid_to, for QGIS's temporal controller
};

/// Rows of one layer that belong to a row of another: the values of the two columns are equal.
struct ProjectRelation {
    std::string id, name;
    std::string child, childColumn;   ///< layer id
    std::string parent, parentColumn; ///< layer id
    /// Of rows that only link two others: the relation to the other; shown instead of the link.
    std::string over;
};

/// What a theme is in a project: a group of layers, a map theme and two layouts.
struct ProjectTheme {
    std::string title;
    std::string heading, subtitle;    ///< of its pages
    std::string footer;               ///< sources, notes
    std::string north;                ///< the letter over the arrow
    std::string units;                ///< id of the layer with its units
    bool hasFigures = false;          ///< of any unit: an atlas has a page for each of these
    std::vector<ProjectLayer> layers; ///< the first lies on top
    geometry::Box extent;             ///< in Project::crs; of the land: far islands do not enlarge it
};

struct Project {
    std::string title;
    Language language = Language::Vietnamese;
    std::string file;                 ///< the GeoPackage's name, without its folder
    std::string layerCrs;             ///< of the layers: "EPSG:4326"
    std::string crs;                  ///< of the maps: "EPSG:9205"
    map::Layout layout = {};          ///< of the pages
    std::vector<ProjectTheme> themes; ///< the first is shown, the others wait
    std::vector<ProjectLayer> tables;
    std::vector<ProjectRelation> relations;
};

} // namespace terroir::exporting
