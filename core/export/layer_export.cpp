#include "core/export/layer_export.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/export/write_file.hpp"
#include "core/export/zones.hpp"
#include "core/geometry/vn2000.hpp"
#include "core/map/map_data.hpp"

#include <algorithm>

namespace terroir::exporting {

namespace {

using exporting::ThemeLayers;

std::string crsOf(const std::string& crs, const gazetteer::Gazetteer& gazetteer,
                  const std::vector<ThemeLayers>& layers) {
    if (crs != provincialZone)
        return geometry::systemNamed(crs);
    const auto zones = vn2000ZonesOf(gazetteer, layers);
    if (zones.size() == 1)
        return zones.front().crs;
    if (zones.empty())
        throw UsageError(localText("--crs vn2000: các chủ đề không có đơn vị nào nên không rõ kinh "
                                   "tuyến trục; hãy ghi nó, ví dụ --crs \"vn2000:105°45'\".",
                                   "--crs vn2000: the themes show no unit, so the central meridian "
                                   "is not known; write it, such as --crs \"vn2000:105°45'\"."));
    throw UsageError(localText(
        "--crs vn2000: địa bàn của các chủ đề có nhiều kinh tuyến trục, theo tỉnh trước ngày "
        "01/07/2025: {}. Hãy chọn một, ví dụ --crs \"vn2000:{}\", hoặc thu hẹp địa bàn bằng "
        "--within.",
        "--crs vn2000: the ground of the themes has several central meridians, by the provinces "
        "before 2025-07-01: {}. Choose one, such as --crs \"vn2000:{}\", or a smaller area with "
        "--within.",
        describe(gazetteer, zones), geometry::meridianText(zones.front().meridian)));
}

std::filesystem::path projectBeside(std::filesystem::path file) {
    return file.replace_extension(".qgz");
}

void report(const Progress& progress, double share, const LocalText& what) {
    if (progress && !progress(share, what))
        throw Error(localText("Các lớp chưa được ghi; không có tệp mới.",
                              "The layers were not written; there is no new file."));
}

} // namespace

LayersOutput::LayersOutput(const std::filesystem::path& file, Overwrite overwrite)
    : m_files(file, filesBeside(file), overwrite,
              formatOf(file).isFolder ? OutputFiles::Target::Folder : OutputFiles::Target::File),
      m_hasProject(formatOf(file).hasProject) {}

std::string LayersOutput::project() const {
    return m_hasProject ? projectBeside(m_files.target()).string() : "";
}

void requireLayerFormat(const std::filesystem::path& file) {
    formatOf(file);
}

ThemeLayers layersOf(figures::EvaluatedTheme evaluated, workspace::Workspace& workspace) {
    boundaries::UnitShapes shapes = boundaries::shapesOf(workspace.file(), workspace.gazetteer(),
                                                         evaluated.units, evaluated.asOf);
    return {std::move(evaluated), std::move(shapes)};
}

void addGround(ThemeLayers& layers, workspace::Workspace& workspace) {
    const Date asOf = layers.evaluated.asOf;
    const auto shapes = [&](const std::vector<gazetteer::UnitIndex>& units) {
        return units.empty()
                   ? boundaries::UnitShapes()
                   : boundaries::shapesOf(workspace.file(), workspace.gazetteer(), units, asOf);
    };
    const map::MapUnits units = map::unitsOfMap(workspace.gazetteer(), layers.evaluated);
    layers.parents = shapes(units.parents);
    layers.around = shapes(units.context);
}

WrittenLayers writeLayers(std::vector<figures::EvaluatedTheme> themes, const std::string& crs,
                          Language language, workspace::Workspace& workspace, LayersOutput& output,
                          const Progress& progress, exporting::Extent extent) {
    std::vector<ThemeLayers> layers;
    const auto steps = double(themes.size() + 1);
    for (figures::EvaluatedTheme& evaluated : themes) {
        report(progress, double(layers.size()) / steps, evaluated.theme.title);
        layers.push_back(layersOf(std::move(evaluated), workspace));
        if (output.hasProject())
            addGround(layers.back(), workspace);
    }
    exporting::Options options;
    options.language = language;
    options.extent = extent;
    options.crs = crsOf(crs, workspace.gazetteer(), layers);
    WrittenLayers written{options.crs, {}};
    writeAside(output.files(), [&](const std::filesystem::path& file) {
        const std::string name = output.files().target().filename().string();
        const LocalText what{name, name};
        report(progress, double(layers.size()) / steps, what);
        Written made = exporting::exportLayers(workspace.gazetteer(), layers, workspace.records(),
                                               workspace.sources(), file, options);
        if (output.hasProject())
            writeFile(projectBeside(file), made.project);
        written.remarks = std::move(made.remarks);
        report(progress, 1, what);
    });
    return written;
}

} // namespace terroir::exporting
