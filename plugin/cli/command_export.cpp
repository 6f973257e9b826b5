#include "core/base/error.hpp"
#include "core/session/layer_export.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/theme_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace terroir::cli {

namespace {

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
        session::requireLayerFormat(m_output.file);
        const std::vector<theme::Theme> themes = m_themes.themes();
        if (themes.empty())
            throw InputError("There is no theme to export; see 'terroir themes' and --styles.");
        OutputFile output(m_output.file, m_output.mode());
        Session session(context.workspaceFile, store::Mode::ReadOnly, store::Spatial::Yes);
        std::vector<theme::EvaluatedTheme> evaluated;
        for (const theme::Theme& theme : themes)
            evaluated.push_back(m_themes.evaluate(theme, session, context.words.language()));
        const std::string crs = session::writeLayers(std::move(evaluated), m_crs,
                                                     context.words.language(), session, output);
        context.detail(fmt::format("{}: {} ({})", m_output.file, themes.size(), crs));
    }

private:
    ThemeOptions m_themes;
    OutputOptions m_output;
    std::string m_crs = "EPSG:4326";
};

} // namespace

std::unique_ptr<Command> makeExportCommand() {
    return std::make_unique<ExportCommand>();
}

} // namespace terroir::cli
