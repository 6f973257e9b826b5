#include "core/export/layer_export.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/export/write_file.hpp"
#include "core/export/zones.hpp"
#include "core/figures/former_units.hpp"
#include "core/geometry/vn2000.hpp"
#include "core/map/page_shapes.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <span>

namespace terroir::exporting {

namespace {

using exporting::ThemeLayers;

std::string crsOf(const std::string& crs, const Format& format,
                  const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> layers) {
    if (crs.empty() && !format.isPlane)
        return "EPSG:4326";
    if (!crs.empty() && crs != provincialZone)
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

/// The file is the program's own way there; the person asked for standard output.
LocalText toldOfStandardOutput(LocalText sentence, const std::filesystem::path& file) {
    const std::string folder = file.parent_path().parent_path().string();
    const LocalText name = localText("đầu ra chuẩn (qua thư mục '{}')",
                                     "standard output (by way of the folder '{}')", folder);
    const auto replace = [&](std::string& text, const std::string& by) {
        for (const std::string& shown : {"'" + file.string() + "'", file.string()})
            if (const std::size_t at = text.find(shown); at != std::string::npos)
                text.replace(at, shown.size(), by);
        if (text.starts_with(by))
            text[0] = 'S';
    };
    replace(sentence.vi, name.vi);
    replace(sentence.en, name.en);
    return sentence;
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
    boundaries::UnitShapes formers = figures::formerUnitsOf(
        workspace.file(), workspace.gazetteer(), evaluated, map::shownGroups(evaluated), shapes, 0);
    return {std::move(evaluated), std::move(shapes), std::move(formers)};
}

void addGround(ThemeLayers& layers, workspace::Workspace& workspace) {
    const Date asOf = layers.evaluated.asOf;
    const auto shapes = [&](const std::vector<gazetteer::UnitIndex>& units) {
        return units.empty()
                   ? boundaries::UnitShapes()
                   : boundaries::shapesOf(workspace.file(), workspace.gazetteer(), units, asOf);
    };
    const map::ShownUnits units = map::unitsOfMap(workspace.gazetteer(), layers.evaluated);
    layers.parents = shapes(units.parents);
    layers.around = shapes(units.context);
    layers.border =
        map::borderOf(workspace, asOf, layers.shapes, {&layers.parents, &layers.around}, shapes);
    layers.base = base_map::baseLayers(workspace.file());
}

namespace {

using Themes = std::vector<figures::EvaluatedTheme>;

/// The layers of the themes, and how to write them into a file of their format.
class LayersOfThemes {
public:
    /// `file`: what the person named, in the last step of the progress.
    LayersOfThemes(Themes themes, const Format& format, const std::string& crs,
                   workspace::Workspace& workspace, const Progress& progress)
        : m_workspace(workspace) {
        const auto steps = double(themes.size() + 1);
        for (figures::EvaluatedTheme& evaluated : themes) {
            report(progress, double(m_layers.size()) / steps, evaluated.theme.title);
            m_layers.push_back(layersOf(std::move(evaluated), workspace));
            if (format.hasProject || format.isPlane)
                addGround(m_layers.back(), workspace);
        }
        // Of several themes a format of one has the first: the others' ground is not in the file.
        const std::span<const ThemeLayers> written(m_layers.data(),
                                                   format.themes == Format::Themes::All
                                                       ? m_layers.size()
                                                       : std::min<std::size_t>(1, m_layers.size()));
        m_crs = crsOf(crs, format, workspace.gazetteer(), written);
    }

    Written writeInto(const std::filesystem::path& file, Language language, Extent extent,
                      bool isStream = false, const map::Layout& layout = {}) const {
        Options options;
        options.isStream = isStream;
        options.language = language;
        options.extent = extent;
        options.crs = m_crs;
        options.layout = layout;
        const auto walk = [this](const records::TakeRecords& take) {
            records::walkRecords(m_workspace.file(), take);
        };
        return exportLayers(m_workspace.gazetteer(), m_layers, m_workspace.compactRecords(), walk,
                            m_workspace.sources(), file, options);
    }

    const std::string& crs() const { return m_crs; }
    double share() const { return double(m_layers.size()) / double(m_layers.size() + 1); }

private:
    workspace::Workspace& m_workspace;
    std::vector<ThemeLayers> m_layers;
    std::string m_crs;
};

} // namespace

WrittenLayers writeLayers(Themes themes, const std::string& crs, Language language,
                          workspace::Workspace& workspace, LayersOutput& output,
                          const Progress& progress, exporting::Extent extent,
                          const map::Layout& layout) {
    const LayersOfThemes layers(std::move(themes), formatOf(output.files().target()), crs,
                                workspace, progress);
    WrittenLayers written{layers.crs(), {}};
    writeAside(output.files(), [&](const std::filesystem::path& file) {
        const std::string name = output.files().target().filename().string();
        const LocalText what{name, name};
        report(progress, layers.share(), what);
        Written made = layers.writeInto(file, language, extent, false, layout);
        if (output.hasProject())
            writeFile(projectBeside(file), made.project);
        written.remarks = std::move(made.remarks);
        report(progress, 1, what);
    });
    return written;
}

StreamedLayers streamLayers(Themes themes, const Format& format, const std::string& crs,
                            Language language, workspace::Workspace& workspace,
                            exporting::Extent extent) {
    requireStream(format);
    const std::string name = themes.empty() ? "terroir" : themes.front().theme.id;
    const LayersOfThemes layers(std::move(themes), format, crs, workspace, {});
    // Drivers write files. Never committed: the hidden folder goes with the object.
    const OutputFiles aside(std::filesystem::temp_directory_path() / (name + format.extension), {},
                            Overwrite::Allow);
    StreamedLayers streamed{{layers.crs(), {}}, {}};
    try {
        streamed.remarks = layers.writeInto(aside.path(), language, extent, true).remarks;
    } catch (const UsageError&) {
        throw;
    } catch (const Error& error) {
        throw InputError(toldOfStandardOutput(error.text(), aside.path()));
    }
    if (format.styles == Format::Styles::Beside)
        streamed.remarks.push_back(
            localText("Kiểu cho QGIS (.qml) không đi cùng ở đầu ra chuẩn; cần thì ghi vào tệp.",
                      "The style for QGIS (.qml) does not go to standard output; write a file for "
                      "it."));
    streamed.content = readFile(aside.path());
    return streamed;
}

} // namespace terroir::exporting
