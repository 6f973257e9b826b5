#pragma once

#include "core/export/project.hpp"

#include <string>

namespace terroir::exporting {

/// Where QGIS finds a layer: "./khcn.gpkg|layername=models", from the folder of the project.
std::string dataSource(const Project& project, const ProjectLayer& layer);

/// <layer-tree-layer> as trees of projects and of legends have it.
std::string treeLayer(const Project& project, const ProjectLayer& layer, bool isShown);

} // namespace terroir::exporting
