#include "core/base/error.hpp"
#include "core/base/nearest.hpp"
#include "core/export/export.hpp"
#include "core/geometry/projection.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/theme_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace terroir::cli {

namespace {

using exporting::ThemeLayers;

class ExportCommand final : public Command {
public:
    std::string name() const override { return "export"; }
    LocalText summary() const override {
        return {"Xuất lớp bản đồ kèm kiểu dáng cho QGIS",
                "Write layers with their styles for QGIS"};
    }
    std::string example() const override { return "terroir export -o khcn.gpkg --crs vn2000"; }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề (mặc định: tất cả)", "themes (default: all)"));
        m_output.bind(app, words);
        app.add_option("--crs", m_crs,
                       words("hệ tọa độ: EPSG:… hoặc vn2000 (múi 3° của tỉnh); mặc định EPSG:4326",
                             "coordinate system: EPSG:… or vn2000 (the province's 3° zone); "
                             "default EPSG:4326"))
            ->type_name("CRS");
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        if (m_output.isStandardOutput())
            throw UsageError(
                "Layers need a file to go to; give one with -o, such as -o layers.gpkg.");
        requireFormat(m_output.file);
        const std::vector<theme::Theme> themes = m_themes.themes();
        if (themes.empty())
            throw InputError("There is no theme to export; see 'terroir themes' and --styles.");
        OutputFile output(m_output.file, m_output.mode());
        Session session(context.workspaceFile, store::Mode::ReadOnly, store::Spatial::Yes);
        std::vector<ThemeLayers> layers;
        for (const theme::Theme& theme : themes) {
            theme::EvaluatedTheme evaluated =
                m_themes.evaluate(theme, session, context.words.language());
            boundaries::Shapes shapes = boundaries::shapesOf(
                session.workspace(), session.gazetteer(), evaluated.units, evaluated.asOf);
            layers.push_back({std::move(evaluated), std::move(shapes)});
        }
        exporting::Options options;
        options.language = context.words.language();
        options.crs = crsOf(session.gazetteer(), layers);
        writeAside(output, [&](const std::filesystem::path& file) {
            exporting::exportLayers(session.gazetteer(), layers, session.records(),
                                    session.sources(), file, options);
        });
        context.detail(fmt::format("{}: {} ({})", m_output.file, layers.size(), options.crs));
    }

private:
    static void requireFormat(const std::filesystem::path& file) {
        std::vector<std::string> known;
        for (const exporting::FormatInfo& format : exporting::formats())
            known.push_back(format.extension);
        if (std::find(known.begin(), known.end(), file.extension().string()) == known.end())
            throw UsageError(
                fmt::format("'{}' has no known extension. {}The formats are {}.", file.string(),
                            suggestion(file.extension().string(), known), fmt::join(known, ", ")));
    }

    std::string crsOf(const gazetteer::Gazetteer& gazetteer,
                      const std::vector<ThemeLayers>& layers) const {
        if (m_crs != "vn2000")
            return m_crs;
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
            fmt::format("--crs vn2000: the themes cover {} provinces with different zones ({}); "
                        "choose one province with --within, or one zone with --crs EPSG:….",
                        provinces.size(), fmt::join(zones, ", ")));
    }

    ThemeOptions m_themes;
    OutputOptions m_output;
    std::string m_crs = "EPSG:4326";
};

} // namespace

std::unique_ptr<Command> makeExportCommand() {
    return std::make_unique<ExportCommand>();
}

} // namespace terroir::cli
