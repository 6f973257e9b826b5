#pragma once

#include "core/base/output_file.hpp"
#include "core/base/progress.hpp"
#include "core/export/export.hpp"
#include "core/workspace/workspace.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::exporting {

/// The CRS that means the VN-2000 zone (3°) of the province that the themes lie in.
inline constexpr std::string_view provincialZone = "vn2000";

/// UsageError with the known ones when the extension of a file is that of no layer format.
void requireLayerFormat(const std::filesystem::path& file);

/// The figures with the shapes of their units, as imported: what exporting::themeTables() makes
/// layers of. The workspace must be open with store::Spatial::Yes.
exporting::ThemeLayers layersOf(figures::EvaluatedTheme evaluated, workspace::Workspace& workspace);

/// The outlines and neighbours that a project draws around the units.
void addGround(ThemeLayers& layers, workspace::Workspace& workspace);

/// Files of an export: the layers and, beside a GeoPackage, the QGIS project of the same name. Each
/// is the old one or the whole new one. InputError when one of them exists and may not be
/// overwritten.
class LayersOutput {
public:
    LayersOutput(const std::filesystem::path& file, Overwrite overwrite);
    OutputFile& layers() { return m_layers; }
    bool hasProject() const { return m_project.has_value(); }
    /// The file of the project; empty without one.
    std::string project() const { return m_project ? m_project->target().string() : ""; }
    void writeProject(std::string_view archive);

private:
    OutputFile m_layers;
    std::optional<OutputFile> m_project;
};

/// Writes the themes with the records of the workspace, or with their own alone, into `output` and
/// commits it; see exporting::exportLayers(). `crs` is as for geometry::systemNamed(), or
/// `provincialZone`: UsageError when the ground of the themes has several zones. The workspace must
/// be open with store::Spatial::Yes. Error when `progress` cancels; then there is no file. Returns
/// the EPSG code.
std::string writeLayers(std::vector<figures::EvaluatedTheme> themes, const std::string& crs,
                        Language language, workspace::Workspace& workspace, LayersOutput& output,
                        const Progress& progress = {},
                        exporting::Extent extent = exporting::Extent::All);

} // namespace terroir::exporting
