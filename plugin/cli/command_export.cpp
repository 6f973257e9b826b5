#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/export/layer_export.hpp"
#include "core/map/known_layouts.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/theme_options.hpp"
#include "plugin/paint/logo_check.hpp"
#include "plugin/paint/offscreen_application.hpp"

#include <CLI/CLI.hpp>

#include <optional>

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
            "terroir export models -o mo-hinh.geojson", "terroir export models -o - --format csv"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề (mặc định: tất cả)", "themes (default: all)"));
        m_output.bindFile(
            app, words,
            {"tệp kết quả: .gpkg (kèm dự án QGIS .qgz), .xlsx, .tab, .kml, .shp… (xem 'terroir "
             "formats'); '-' là đầu ra chuẩn, kèm --format",
             "file to write: .gpkg (with the QGIS project .qgz), .xlsx, .tab, .kml, .shp… (see "
             "'terroir formats'); '-' is standard output, with --format"});
        app.add_option("--format", m_format,
                       words("định dạng ở đầu ra chuẩn: geojson, csv, kml…",
                             "format on standard output: geojson, csv, kml…"))
            ->type_name("ID");
        app.add_option(
               "--crs", m_crs,
               words("hệ tọa độ: EPSG:…, vn2000 (múi 3° của tỉnh trước 01/07/2025) hoặc "
                     "vn2000:105°45' (kinh tuyến trục); mặc định EPSG:4326, của .dxf là "
                     "vn2000",
                     "coordinate system: EPSG:…, vn2000 (the 3° zone of the province before "
                     "2025-07-01) or vn2000:105°45' (central meridian); default "
                     "EPSG:4326, of .dxf vn2000"))
            ->type_name("CRS");
        app.add_option("--layout", m_layout,
                       words("bố cục các trang của dự án QGIS, xem 'terroir layouts', hoặc tệp "
                             ".layout.json",
                             "layout of the pages of the QGIS project, see 'terroir layouts', or "
                             "a .layout.json file"))
            ->type_name("NAME");
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        requirePlace(context);
        std::vector<theme::Theme> themes = m_themes.themes();
        if (themes.empty())
            throw InputError(
                LocalText{"Không có chủ đề nào để xuất; xem 'terroir themes' và --styles.",
                          "There is no theme to export; see 'terroir themes' and --styles."});
        const map::Layout layout = m_layout.empty() ? map::Layout() : map::findLayout(m_layout);
        if (!layout.logo.empty()) {
            const paint::OffscreenApplication application("terroir");
            paint::requirePaintable(layout.logo);
        }
        std::optional<exporting::LayersOutput> output;
        if (!m_output.isStandardOutput())
            output.emplace(m_output.file, m_output.mode());
        if (!m_layout.empty() && !(output && output->hasProject()))
            context.note(LocalText{
                "--layout chỉ dùng cho dự án QGIS của .gpkg; định dạng này không có dự án.",
                "--layout is for the QGIS project of a .gpkg; this format has none."});
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        themes = m_themes.themesWithRecords(std::move(themes), context, workspace);
        std::vector<figures::EvaluatedTheme> evaluated;
        for (const theme::Theme& theme : themes) {
            context.step(
                localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'", theme.id));
            evaluated.push_back(m_themes.evaluate(theme, workspace, context.words.language()));
        }
        const auto extent =
            m_themes.isLimited() ? exporting::Extent::Themes : exporting::Extent::All;
        const Language language = context.words.language();
        if (!output) {
            const exporting::StreamedLayers streamed =
                exporting::streamLayers(std::move(evaluated), exporting::formatNamed(m_format),
                                        m_crs, language, workspace, extent);
            tell(context, streamed, themes.size());
            context.out.write(streamed.content);
            return;
        }
        context.step(localText("Đang ghi '{}'", "Writing '{}'", m_output.file));
        const exporting::WrittenLayers written = exporting::writeLayers(
            std::move(evaluated), m_crs, language, workspace, *output, {}, extent, layout);
        context.isCommitted = true;
        tell(context, written, themes.size());
        if (output->hasProject())
            context.step(localText("Dự án QGIS: '{}'", "QGIS project: '{}'", output->project()));
        if (context.json)
            print(context, writtenThemes(themes, written.crs, output->project()));
    }

private:
    /// Wrong options stop before any work.
    void requirePlace(const Context& context) const {
        if (m_output.file.empty())
            throw UsageError(LocalText{
                "Chưa có tệp để ghi các lớp; hãy thêm -o, ví dụ -o lop.gpkg.",
                "Layers need a file to go to; give one with -o, such as -o layers.gpkg."});
        if (!m_output.isStandardOutput()) {
            exporting::requireLayerFormat(m_output.file);
            if (!m_format.empty())
                throw UsageError(localText("--format chỉ dùng với -o -; định dạng của '{}' theo "
                                           "phần mở rộng. Hãy bỏ --format.",
                                           "--format goes with -o - only; the format of '{}' is "
                                           "that of its extension. Leave --format out.",
                                           m_output.file));
            return;
        }
        if (m_format.empty())
            throw UsageError(LocalText{
                "Đầu ra chuẩn không có phần mở rộng để biết định dạng; hãy thêm --format, ví dụ "
                "-o - --format geojson.",
                "Standard output has no extension to tell the format by; add --format, such as "
                "-o - --format geojson."});
        exporting::requireStream(exporting::formatNamed(m_format));
        requireNoJson(context);
    }

    static void tell(Context& context, const exporting::WrittenLayers& written,
                     std::size_t themes) {
        for (const LocalText& remark : written.remarks)
            context.note(remark);
        context.step(localText("Đã ghi {} chủ đề, hệ tọa độ {}", "Wrote {} themes in {}", themes,
                               written.crs));
    }

    Table writtenThemes(const std::vector<theme::Theme>& themes, const std::string& crs,
                        const std::string& project) const {
        Table written{{"theme", "file", "crs", "project"}, {}};
        for (const theme::Theme& theme : themes)
            written.rows.push_back({theme.id, m_output.file, crs, project});
        return written;
    }

    ThemeOptions m_themes;
    OutputOptions m_output;
    std::string m_crs, m_format, m_layout;
};

} // namespace

std::unique_ptr<Command> makeExportCommand() {
    return std::make_unique<ExportCommand>();
}

} // namespace terroir::cli
