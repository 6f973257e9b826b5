#pragma once

#include "core/export/project.hpp"

#include <string>

namespace terroir::exporting {

/// <Layout> of one page with title, map, legend, scale, north arrow and sources, on A4 or as
/// Project::layout says: paper, place of the legend, grid, 1:N, projection, department, author,
/// day, note, logo and number of the file. Locator and table are on our own pages only.
std::string layoutXml(const Project& project, const ProjectTheme& theme);
/// <Layout> of a page for each unit of the theme that has a figure.
std::string atlasXml(const Project& project, const ProjectTheme& theme);

} // namespace terroir::exporting
