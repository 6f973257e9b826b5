#pragma once

#include "core/export/project.hpp"

#include <string>

namespace terroir::exporting {

/// <Layout> of one A4 page with title, map, legend, scale, north arrow and sources.
std::string layoutXml(const Project& project, const ProjectTheme& theme);
/// <Layout> of a page for each unit of the theme that has a figure.
std::string atlasXml(const Project& project, const ProjectTheme& theme);

} // namespace terroir::exporting
