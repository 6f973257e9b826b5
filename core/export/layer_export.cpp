#include "core/export/layer_export.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/geometry/projection.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace terroir::exporting {

namespace {

using exporting::ThemeLayers;

std::string crsOf(const std::string& crs, const gazetteer::Gazetteer& gazetteer,
                  const std::vector<ThemeLayers>& layers) {
    if (crs != provincialZone)
        return crs;
    std::set<std::string> provinces;
    for (const ThemeLayers& layer : layers)
        for (const gazetteer::UnitIndex unit : layer.evaluated.units)
            provinces.insert(gazetteer
                                 .unit(gazetteer.ancestorAt(unit, gazetteer::Level::Province,
                                                            layer.evaluated.asOf))
                                 .code);
    std::set<std::string> zones;
    for (const std::string& province : provinces)
        zones.insert(geometry::vn2000Zone(province));
    if (zones.size() == 1 && !zones.begin()->empty())
        return *zones.begin();
    throw UsageError(
        localText("--crs vn2000: các chủ đề trải trên {} tỉnh có múi chiếu khác nhau ({}); hãy "
                  "chọn một tỉnh bằng --within, hoặc một múi chiếu bằng --crs EPSG:….",
                  "--crs vn2000: the themes cover {} provinces with different zones ({}); choose "
                  "one province with --within, or one zone with --crs EPSG:….",
                  provinces.size(), fmt::join(zones, ", ")));
}

void report(const Progress& progress, double share, const LocalText& what) {
    if (progress && !progress(share, what))
        throw Error(localText("Các lớp chưa được ghi; không có tệp mới.",
                              "The layers were not written; there is no new file."));
}

} // namespace

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

std::string writeLayers(std::vector<figures::EvaluatedTheme> themes, const std::string& crs,
                        Language language, workspace::Workspace& workspace, OutputFile& output,
                        const Progress& progress, exporting::Extent extent) {
    std::vector<ThemeLayers> layers;
    const auto steps = double(themes.size() + 1);
    for (figures::EvaluatedTheme& evaluated : themes) {
        report(progress, double(layers.size()) / steps, evaluated.theme.title);
        layers.push_back(layersOf(std::move(evaluated), workspace));
    }
    exporting::Options options;
    options.language = language;
    options.extent = extent;
    options.crs = crsOf(crs, workspace.gazetteer(), layers);
    writeAside(output, [&](const std::filesystem::path& file) {
        const std::string name = output.target().filename().string();
        const LocalText what{name, name};
        report(progress, double(layers.size()) / steps, what);
        exporting::exportLayers(workspace.gazetteer(), layers, workspace.records(),
                                workspace.sources(), file, options);
        report(progress, 1, what);
    });
    return options.crs;
}

} // namespace terroir::exporting
