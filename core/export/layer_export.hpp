#pragma once

#include "core/base/output_files.hpp"
#include "core/base/progress.hpp"
#include "core/export/export.hpp"
#include "core/workspace/workspace.hpp"

#include <filesystem>
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

/// Files of an export: the layers, what belongs to their format, and beside a GeoPackage the QGIS
/// project of the same name. They are the old ones or the whole new ones. InputError when one of
/// them exists and may not be overwritten.
class LayersOutput {
public:
    LayersOutput(const std::filesystem::path& file, Overwrite overwrite);
    OutputFiles& files() { return m_files; }
    bool hasProject() const { return m_hasProject; }
    /// The file of the project; empty without one.
    std::string project() const;

private:
    OutputFiles m_files;
    bool m_hasProject;
};

/// What writeLayers() has to tell.
struct WrittenLayers {
    std::string crs;                ///< EPSG code
    std::vector<LocalText> remarks; ///< what the format could not hold, and defaults that were used
};

/// Writes the themes with the records of the workspace, or with their own alone, into `output` and
/// commits it; see exporting::exportLayers(). `crs` is as for geometry::systemNamed(), or
/// `provincialZone`: UsageError when the ground of the themes has several zones; empty: EPSG:4326,
/// or the zone for a format of metres. `layout`: of the pages of a QGIS project. The workspace must
/// be open with store::Spatial::Yes. Error when `progress` cancels; then there is no file.
WrittenLayers writeLayers(std::vector<figures::EvaluatedTheme> themes, const std::string& crs,
                          Language language, workspace::Workspace& workspace, LayersOutput& output,
                          const Progress& progress = {},
                          exporting::Extent extent = exporting::Extent::All,
                          const map::Layout& layout = {});

/// The same as bytes, for standard output.
struct StreamedLayers : WrittenLayers {
    std::string content;
};

/// As writeLayers(), in a format that is one stream; see requireStream(). The files of the drivers
/// lie in the system's temporary folder meanwhile.
StreamedLayers streamLayers(std::vector<figures::EvaluatedTheme> themes, const Format& format,
                            const std::string& crs, Language language,
                            workspace::Workspace& workspace,
                            exporting::Extent extent = exporting::Extent::All);

} // namespace terroir::exporting
