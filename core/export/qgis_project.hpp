#pragma once

#include "core/export/project.hpp"

#include <string>

namespace terroir::exporting {

/// A QGIS project (.qgs, as QGIS 3.22 and later read it): a group for each theme, of which one is
/// shown; the maps' coordinate system and extent; relations with forms that follow them; for each
/// theme a map theme, a bookmark, and two layouts on A4: one page, and an atlas with a page for
/// each unit that has a figure. Paths are relative: the GeoPackage lies beside the project, or
/// holds it. Nothing personal and no time is written: equal projects are equal bytes.
std::string projectXml(const Project& project);

/// How QGIS stores it: a ZIP archive, for a .qgz file or the table qgis_projects.
std::string projectArchive(const Project& project);

} // namespace terroir::exporting
