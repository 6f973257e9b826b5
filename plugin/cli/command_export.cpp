#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/export/layer_export.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/result_table.hpp"
#include "plugin/cli/theme_options.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class ExportCommand final : public Command {
public:
    std::string name() const override { return "export"; }
    LocalText summary() const override {
        return {"Xuất lớp bản đồ kèm kiểu dáng cho QGIS",
                "Write layers with their styles for QGIS"};
    }
    std::vector<std::string> examples() const override {
        return {
            "terroir export -o khcn.gpkg",
            "terroir export livestock -o chan-nuoi.gpkg --within \"tỉnh Lai Châu\" --crs vn2000",
            "terroir export models -o mo-hinh.geojson"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề (mặc định: tất cả)", "themes (default: all)"));
        m_output.bindFile(
            app, words,
            {"tệp kết quả: .gpkg (kèm dự án QGIS .qgz), .xlsx, .tab, .kml, .shp… (xem 'terroir "
             "formats')",
             "file to write: .gpkg (with the QGIS project .qgz), .xlsx, .tab, .kml, .shp… (see "
             "'terroir formats')"});
        app.add_option(
               "--crs", m_crs,
               words("hệ tọa độ: EPSG:…, vn2000 (múi 3° của tỉnh trước 01/07/2025) hoặc "
                     "vn2000:105°45' (kinh tuyến trục); mặc định EPSG:4326",
                     "coordinate system: EPSG:…, vn2000 (the 3° zone of the province before "
                     "2025-07-01) or vn2000:105°45' (central meridian); default "
                     "EPSG:4326"))
            ->type_name("CRS");
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        if (m_output.isStandardOutput())
            throw UsageError(LocalText{
                "Chưa có tệp để ghi các lớp; hãy thêm -o, ví dụ -o lop.gpkg.",
                "Layers need a file to go to; give one with -o, such as -o layers.gpkg."});
        exporting::requireLayerFormat(m_output.file);
        std::vector<theme::Theme> themes = m_themes.themes();
        if (themes.empty())
            throw InputError(
                LocalText{"Không có chủ đề nào để xuất; xem 'terroir themes' và --styles.",
                          "There is no theme to export; see 'terroir themes' and --styles."});
        exporting::LayersOutput output(m_output.file, m_output.mode());
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        themes = m_themes.themesWithRecords(std::move(themes), context, workspace);
        std::vector<figures::EvaluatedTheme> evaluated;
        for (const theme::Theme& theme : themes) {
            context.step(
                localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'", theme.id));
            evaluated.push_back(m_themes.evaluate(theme, workspace, context.words.language()));
        }
        context.step(localText("Đang ghi '{}'", "Writing '{}'", m_output.file));
        const auto extent =
            m_themes.isLimited() ? exporting::Extent::Themes : exporting::Extent::All;
        const auto [crs, remarks] = exporting::writeLayers(
            std::move(evaluated), m_crs, context.words.language(), workspace, output, {}, extent);
        context.isCommitted = true;
        for (const LocalText& remark : remarks)
            context.note(remark);
        context.step(localText("Đã ghi {} chủ đề, hệ tọa độ {}", "Wrote {} themes in {}",
                               themes.size(), crs));
        if (output.hasProject())
            context.step(localText("Dự án QGIS: '{}'", "QGIS project: '{}'", output.project()));
        if (context.json)
            print(context, writtenThemes(themes, crs, output.project()));
    }

private:
    ResultTable writtenThemes(const std::vector<theme::Theme>& themes, const std::string& crs,
                              const std::string& project) const {
        ResultTable written{{"theme", "file", "crs", "project"}, {}};
        for (const theme::Theme& theme : themes)
            written.rows.push_back({theme.id, m_output.file, crs, project});
        return written;
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
