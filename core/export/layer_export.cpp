#include "core/export/layer_export.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
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

void report(const Progress& progress, double share, const LocalText& what) {
    if (progress && !progress(share, what))
        throw Error(localText("Các lớp chưa được ghi; không có tệp mới.",
                              "The layers were not written; there is no new file."));
}

} // namespace

LayersOutput::LayersOutput(const std::filesystem::path& file, Overwrite overwrite)
    : m_layers(file, overwrite) {
    if (driverOf(file).info.styles)
        m_project.emplace(std::filesystem::path(file).replace_extension(".qgz"), overwrite);
}

void LayersOutput::writeProject(std::string_view archive) {
    if (m_project)
        m_project->write(archive);
}

void requireLayerFormat(const std::filesystem::path& file) {
    std::vector<std::string> known;
    for (const exporting::FormatInfo& format : exporting::formats())
        known.push_back(format.extension);
    if (std::find(known.begin(), known.end(), file.extension().string()) == known.end())
        throw UsageError(unknownWord(localText("'{}' không có phần mở rộng nào đã biết.",
                                               "'{}' has no known extension.", file.string()),
                                     file.extension().string(),
                                     localText("Các định dạng là", "The formats are"), known));
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

std::string writeLayers(std::vector<figures::EvaluatedTheme> themes, const std::string& crs,
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
    const std::string name = output.layers().target().filename().string();
    options.fileName = name;
    std::string project;
    writeAside(output.layers(), [&](const std::filesystem::path& file) {
        const LocalText what{name, name};
        report(progress, double(layers.size()) / steps, what);
        project = exporting::exportLayers(workspace.gazetteer(), layers, workspace.records(),
                                          workspace.sources(), file, options);
        report(progress, 1, what);
    });
    output.writeProject(project);
    return options.crs;
}

} // namespace terroir::exporting
