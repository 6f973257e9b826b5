#pragma once

#include "core/base/output_file.hpp"
#include "core/base/progress.hpp"
#include "core/export/export.hpp"
#include "core/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

/// The CRS that means the VN-2000 zone (3°) of the province that the themes lie in.
inline constexpr std::string_view provincialZone = "vn2000";

/// UsageError with the known ones when the extension of a file is that of no layer format.
void requireLayerFormat(const std::filesystem::path& file);

/// The figures with the shapes of their units, as imported: what exporting::themeTables() makes
/// layers of. The workspace must be open with store::Spatial::Yes.
exporting::ThemeLayers layersOf(figures::EvaluatedTheme evaluated, workspace::Workspace& workspace);

/// Writes the themes with the records of the workspace, or with their own alone, into `output` and
/// commits it; see exporting::exportLayers(). `crs` is an EPSG code or `provincialZone`: UsageError
/// when the themes lie in several zones. The workspace must be open with store::Spatial::Yes. Error
/// when `progress` cancels; then there is no file. Returns the EPSG code.
std::string writeLayers(std::vector<figures::EvaluatedTheme> themes, const std::string& crs,
                        Language language, workspace::Workspace& workspace, OutputFile& output,
                        const Progress& progress = {},
                        exporting::Extent extent = exporting::Extent::All);

} // namespace terroir::exporting
