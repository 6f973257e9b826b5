#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/base/output_files.hpp"
#include "core/base/system_reason.hpp"
#include "core/figures/counted_records.hpp"
#include "core/figures/small_multiples.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/map/compose_multiples.hpp"
#include "core/map/page_figures.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/figure_notes.hpp"
#include "plugin/cli/layout_options.hpp"
#include "plugin/cli/page_options.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/theme_options.hpp"
#include "plugin/paint/offscreen_application.hpp"
#include "plugin/paint/plugin_host.hpp"
#include "plugin/paint/render_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <system_error>

namespace terroir::cli {

namespace {

namespace fs = std::filesystem;

class MapCommand final : public Command {
public:
    std::string name() const override { return "map"; }
    LocalText summary() const override {
        return {"Vẽ bản đồ chuyên đề: PNG, PDF, SVG, GeoTIFF",
                "Draw a thematic map: PNG, PDF, SVG, GeoTIFF"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir map livestock -o chan-nuoi.pdf --paper A3 --within \"huyện Tam Đường\" "
                "--as-of 31/12/2022",
                "terroir map livestock aquaculture -o ban-do/ --format png,svg --size 800x600"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề, xem 'terroir themes'", "themes, see 'terroir themes'"));
        m_output.bindFile(app, words,
                          {"tệp .png, .pdf, .svg, .tif; nhiều chủ đề: thư mục, kết thúc bằng '/', "
                           "được tạo nếu chưa có",
                           "file .png, .pdf, .svg, .tif; for several themes a folder, ending in "
                           "'/', which is made if it is missing"});
        app.add_flag("--all", m_all, words("tất cả các chủ đề", "every theme"));
        app.add_option("--format", m_formats,
                       words("định dạng khi ghi vào thư mục: png,pdf,svg,tif",
                             "formats in a folder: png,pdf,svg,tif"))
            ->type_name("LIST")
            ->delimiter(',')
            ->allow_extra_args(false);
        app.add_option("--title", m_title, words("tiêu đề khác", "another title"))
            ->type_name("TEXT");
        app.add_flag("--histogram", m_histogram,
                     words("thêm biểu đồ phân bố số liệu bên chú giải",
                           "add a histogram of the figures beside the legend"));
        app.add_option("--small-multiples", m_multiples,
                       words("nhiều bản đồ nhỏ một trang, cùng một chú giải, mỗi năm (years), loại "
                             "(kinds) hoặc tỉnh (provinces) một khung",
                             "several small maps on one page with one legend, a frame for each of "
                             "the years, kinds or provinces"))
            ->type_name("WAY");
        app.add_flag("--world", m_hasWorldFiles,
                     words("ghi cạnh tệp .png tệp tọa độ (.pgw, .png.aux.xml) cho phần mềm GIS; "
                           ".tif và .pdf luôn có tọa độ",
                           "write beside a .png what tells GIS programs where it lies (.pgw, "
                           ".png.aux.xml); .tif and .pdf always know"));
        app.add_option("--painter", m_painter,
                       words("cách vẽ của một phần mở rộng, xem 'terroir plugins'",
                             "the painter of a plugin, see 'terroir plugins'"))
            ->type_name("ID");
        m_page.bind(app, words);
        m_layout.bind(app, words);
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        std::vector<theme::Theme> themes = chosenThemes();
        std::vector<fs::path> targets = targetsOf(themes);
        m_layout.read(m_output.overwrite);
        m_page.usePaper(m_layout.widthMm(), m_layout.heightMm());
        for (const fs::path& target : targets) { // wrong options stop before any work
            map::Page page = m_page.pageFor(paint::imageFormatOf(target));
            m_layout.putOn(page);
            if (multiplesBy() && (page.scale || page.extent))
                throw UsageError(LocalText{
                    "--scale và --extent là của một bản đồ; --small-multiples có nhiều bản đồ nhỏ. "
                    "Hãy bỏ đi, hoặc dùng --within.",
                    "--scale and --extent are of one map; --small-multiples has several. Leave "
                    "them out, or use --within."});
        }
        const paint::OffscreenApplication application("terroir");
        m_layout.requireLogo();
        const paint::PluginHost host(paint::pluginFolders());
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        figures::limitRecords(workspace, themes);
        themes = m_themes.themesWithRecords(std::move(themes), context, workspace);
        targets = targetsOf(themes);
        const Progress progress =
            targets.size() > 1 ? context.progress(targets.size()) : Progress();
        Table written{{"theme", "file", "warning", "units_with_data", "units_named", "unnamed",
                       "records_outside"},
                      {}};
        const std::size_t formats = targets.size() / themes.size();
        for (std::size_t i = 0; i < themes.size(); ++i)
            draw(context, workspace, host, themes[i],
                 std::span(targets).subspan(i * formats, formats),
                 [&](const fs::path& target, bool approximate, const Missing& missing) {
                     context.isCommitted = written.rows.size() + 1 == targets.size();
                     written.rows.push_back(
                         {themes[i].id, target.string(),
                          approximate ? Value("approximate-boundaries") : Value(),
                          std::int64_t(missing.withData),
                          std::int64_t(missing.withData - missing.unnamed.size()),
                          joined(missing.unnamed), joined(missing.beyond)});
                     if (progress)
                         progress(double(written.rows.size()) / double(targets.size()),
                                  {target.string(), target.string()});
                 });
        m_layout.save(context, m_output.overwrite);
        if (context.json)
            print(context, written);
    }

private:
    /// What a reader of one map looks for in vain.
    struct Missing {
        std::size_t withData = 0;         ///< units with figures
        std::vector<std::string> unnamed; ///< codes of those without a name
        std::vector<std::string> beyond;  ///< records wholly outside the frame
    };

    static Value joined(const std::vector<std::string>& codes) {
        return codes.empty() ? Value() : Value(fmt::format("{}", fmt::join(codes, "|")));
    }

    std::vector<theme::Theme> chosenThemes() const {
        if (m_all && !m_themes.ids.empty())
            throw UsageError(
                LocalText{"--all vẽ mọi chủ đề; hãy ghi hoặc --all, hoặc tên các chủ đề.",
                          "--all draws every theme; give either --all or the themes, not both."});
        std::vector<theme::Theme> themes = m_themes.themes();
        const bool isAsked = m_all || !m_themes.ids.empty() || m_themes.hasFiles();
        if (!isAsked)
            throw UsageError(LocalText{
                "Chưa ghi chủ đề; hãy ghi một chủ đề, ví dụ 'terroir map livestock -o x.png', hoặc "
                "--all (danh sách: 'terroir themes').",
                "No theme is named; give one, such as 'terroir map livestock -o x.png', or --all "
                "(the list: 'terroir themes')."});
        for (theme::Theme& theme : themes) {
            if (!m_painter.empty())
                theme.painter = m_painter;
            theme.histogram = theme.histogram || m_histogram;
        }
        return themes;
    }

    /// For each theme its files, one per format.
    std::vector<fs::path> targetsOf(const std::vector<theme::Theme>& themes) const {
        if (m_output.file.empty())
            throw UsageError(
                LocalText{"Chưa có tệp để ghi bản đồ; hãy thêm -o, ví dụ -o ban-do.png.",
                          "The map has no file to go to; give one with -o, such as -o map.png."});
        std::error_code ignored;
        const bool isFolder =
            m_output.file.ends_with('/') || fs::is_directory(m_output.file, ignored);
        if (!isFolder && themes.size() > 1)
            throw UsageError(
                localText("{} chủ đề không ghi được vào một tệp '{}'; hãy ghi một thư mục, ví dụ "
                          "-o out/.",
                          "{} themes do not fit into the one file '{}'; give a folder, such as "
                          "-o out/.",
                          themes.size(), m_output.file));
        if (!isFolder)
            return {m_output.file};
        std::vector<fs::path> targets;
        for (const theme::Theme& theme : themes) {
            requireFileName(theme);
            for (const std::string& format : m_formats)
                targets.push_back(fs::path(m_output.file) / fmt::format("{}.{}", theme.id, format));
        }
        return targets;
    }

    /// A theme of somebody else's file may have any id.
    void requireFileName(const theme::Theme& theme) const {
        const bool isName = !theme.id.empty() && theme.id.front() != '.' &&
                            theme.id.find_first_of("/\\") == std::string::npos;
        if (!isName)
            throw UsageError(localText(
                "Mã chủ đề '{}' không đặt được tên cho tệp trong '{}'; hãy đổi \"id\" trong tệp "
                "chủ đề, hoặc ghi ra một tệp, ví dụ -o x.png.",
                "The theme's id '{}' cannot name a file in '{}'; change the \"id\" in the theme "
                "file, or write to a file, such as -o x.png.",
                theme.id, m_output.file));
    }

    /// As wide and as high as any of the pages: the same shapes serve them all.
    map::Page largestPage(std::span<const fs::path> targets) const {
        map::Page largest{0, 0, {}};
        m_layout.putOn(largest);
        for (const fs::path& target : targets) {
            const map::Page page = m_page.pageFor(paint::imageFormatOf(target));
            largest.widthMm = std::max(largest.widthMm, page.widthMm);
            largest.heightMm = std::max(largest.heightMm, page.heightMm);
        }
        return largest;
    }

    /// The folder that was asked for with a '/' at its end.
    void makeFolderOf(const fs::path& target, NewFolder& folder) const {
        const int problem = m_output.file.ends_with('/') ? folder.make(target.parent_path()) : 0;
        if (problem != 0)
            throw InputError(localText("Không tạo được thư mục '{}' ({}); hãy chọn nơi khác.",
                                       "The folder '{}' cannot be made ({}); choose another place.",
                                       m_output.file, systemReason(problem)));
    }

    template <typename Report>
    void draw(const Context& context, Workspace& workspace, const paint::PluginHost& host,
              const theme::Theme& theme, std::span<const fs::path> targets,
              const Report& report) const {
        const auto painter = host.createPainter(theme.painter);
        const map::MeasureText measure = [&painter](std::string_view text,
                                                    const map::TextStyle& style) {
            return painter->measure(text, style);
        };
        if (const auto by = multiplesBy())
            return drawMultiples(context, workspace, *painter, theme, *by, targets, measure,
                                 report);
        figures::CountedMemory counted;
        const map::PageFigures shown = map::pageFiguresOf(
            workspace,
            [&](std::optional<gazetteer::Level> level) {
                context.step(localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'",
                                       theme.id));
                figures::EvaluatedTheme evaluated = m_themes.evaluate(
                    theme, workspace, context.words.language(), level, {}, &counted);
                context.step({"Chuẩn bị ranh giới", "Preparing the boundaries"});
                return evaluated;
            },
            largestPage(targets), measure);
        const auto& [evaluated, data] = shown;
        if (!evaluated.hasFigures())
            sayWithoutFigures(context, theme.id);
        sayUnrated(context, evaluated, workspace.gazetteer());
        if (data.askedLevel) {
            const std::string said =
                figures::PageWords(evaluated, workspace.gazetteer()).drawnCoarser(*data.askedLevel);
            context.note({said, said});
        }
        write(
            context, *painter, targets,
            [&](const map::Page& page) { return map::composeMap(evaluated, data, page, measure); },
            [&](const fs::path& target, const map::Scene& scene) {
                report(target, data.shapes.anyApproximate(),
                       missingOn(context, scene, workspace.gazetteer()));
            });
        sayFaults(context, data);
    }

    /// Of the base map, each once.
    static void sayFaults(const Context& context, const map::PageShapes& data) {
        if (data.base)
            for (const LocalText& fault : data.base->faults())
                context.note(fault);
    }

    std::optional<theme::MultiplesBy> multiplesBy() const {
        if (m_multiples.empty())
            return std::nullopt;
        const auto by = theme::parseMultiplesBy(m_multiples);
        if (!by)
            throw UsageError(unknownWord(
                localText("--small-multiples '{}' không có.", "--small-multiples '{}' is unknown.",
                          m_multiples),
                m_multiples, localText("Có thể chọn", "There are"), theme::multiplesWords()));
        if (*by == theme::MultiplesBy::Years && m_themes.settings().period)
            throw UsageError(LocalText{
                "--small-multiples years có mỗi năm một khung nên không nhận thêm --years; hãy bỏ "
                "một trong hai.",
                "--small-multiples years has a frame for each year and takes no --years besides; "
                "leave one of them out."});
        return by;
    }

    template <typename Report>
    void drawMultiples(const Context& context, Workspace& workspace, const plugin::Painter& painter,
                       const theme::Theme& theme, theme::MultiplesBy by,
                       std::span<const fs::path> targets, const map::MeasureText& measure,
                       const Report& report) const {
        context.step(
            localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'", theme.id));
        const theme::Settings settings = m_themes.settings();
        const figures::Multiples multiples = figures::multiplesOf(
            theme, by,
            [&](const theme::Theme& one) {
                return figures::figuresOf(one, settings, workspace, context.words.language());
            },
            workspace.gazetteer());
        context.step({"Chuẩn bị ranh giới", "Preparing the boundaries"});
        const map::Page largest = largestPage(targets);
        map::PageShapes data = map::pageShapesOf(workspace, multiples.whole, largest);
        for (const figures::Multiple& frame : multiples.frames)
            map::addFormerUnits(workspace, frame.evaluated, largest, data);
        if (!multiples.leftOut.vi.empty())
            context.note(multiples.leftOut);
        write(
            context, painter, targets,
            [&](const map::Page& page) {
                return map::composeMultiples(multiples, data, page, measure);
            },
            [&](const fs::path& target, const map::Scene& scene) {
                // Frames are small: names that find no room are no news. Of a unit in several once
                // for each.
                Missing missing{scene.unitsWithData, {}, scene.recordsBeyond};
                for (const std::size_t unit : scene.unnamedUnits)
                    missing.unnamed.push_back(
                        workspace.gazetteer().unit(gazetteer::UnitIndex(unit)).code);
                report(target, data.shapes.anyApproximate(), missing);
            });
        sayFaults(context, data);
    }

    /// A scene of each page into its file.
    template <typename Compose, typename Written>
    void write(const Context& context, const plugin::Painter& painter,
               std::span<const fs::path> targets, const Compose& compose,
               const Written& written) const {
        for (const fs::path& target : targets) {
            context.step(localText("Vẽ '{}'", "Drawing '{}'", target.string()));
            NewFolder folder;
            makeFolderOf(target, folder);
            const paint::ImageFormat format = paint::imageFormatOf(target);
            const bool hasWorldFiles = m_hasWorldFiles && format == paint::ImageFormat::Png;
            // World files of the picture that is replaced would tell of another place.
            const bool ownsWorldFiles = format == paint::ImageFormat::Png &&
                                        (m_hasWorldFiles || m_output.mode() == Overwrite::Allow);
            OutputFiles output(
                target, ownsWorldFiles ? paint::worldFilesOf(target) : std::vector<fs::path>(),
                m_output.mode());
            map::Page page = m_page.pageFor(format);
            page.title = m_title;
            m_layout.putOn(page);
            const map::Scene scene = compose(page);
            writeAside(output, [&](const fs::path& file) {
                paint::renderFile(scene, painter, format, m_page.dpiFor(format), file);
                if (hasWorldFiles)
                    paint::writeWorldFiles(scene, m_page.dpiFor(format), file);
            });
            if (scene.grounds.size() > 1 && (hasWorldFiles || format == paint::ImageFormat::Tif))
                context.note(localText("'{}': trang có {} khung; tọa độ là của khung lớn nhất.",
                                       "'{}': the page has {} frames; its coordinates are those of "
                                       "the largest.",
                                       target.string(), scene.grounds.size()));
            written(target, scene);
        }
    }

    /// Says which units with figures have no name on the map, and which records are not on it.
    Missing missingOn(const Context& context, const map::Scene& scene,
                      const gazetteer::Gazetteer& gazetteer) const {
        sayBeyond(context, scene.recordsBeyond);
        Missing names{scene.unitsWithData, {}, scene.recordsBeyond};
        std::vector<std::string> texts;
        for (const std::size_t unit : scene.unnamedUnits) {
            names.unnamed.push_back(gazetteer.unit(gazetteer::UnitIndex(unit)).code);
            texts.push_back(gazetteer.unit(gazetteer::UnitIndex(unit)).name);
        }
        const std::size_t named = names.withData - names.unnamed.size();
        context.step(localText("Ghi tên {} trong {} đơn vị có số liệu",
                               "Named {} of {} units with figures", named, names.withData));
        if (texts.size() > maxListed)
            context.note(localText("Không đủ chỗ ghi tên {} trong {} đơn vị có số liệu. Hãy chọn "
                                   "khổ lớn hơn hoặc phạm vi nhỏ hơn, hoặc xem bảng: 'terroir "
                                   "table'.",
                                   "{} of {} units with figures found no room for their names. "
                                   "Choose a larger size or a smaller area, or see the table: "
                                   "'terroir table'.",
                                   texts.size(), names.withData));
        else if (!texts.empty())
            context.note(localText("Không đủ chỗ ghi tên {} đơn vị có số liệu: {}. Hãy chọn khổ "
                                   "lớn hơn, hoặc xem bảng: 'terroir table'.",
                                   "{} units with figures found no room for their names: {}. "
                                   "Choose a larger size, or see the table: 'terroir table'.",
                                   texts.size(), fmt::join(texts, ", ")));
        return names;
    }
    static constexpr std::size_t maxListed = 60; ///< more is a map of another scale

    static void sayBeyond(const Context& context, std::vector<std::string> records) {
        constexpr std::size_t mostNamed = 10;
        if (records.empty())
            return;
        const std::size_t count = records.size();
        if (count > mostNamed) {
            records.resize(mostNamed);
            records.emplace_back("…");
        }
        const LocalText howMany =
            count == 1 ? LocalText{"1 bản ghi", "1 record"}
                       : localText("{} bản ghi", "{} records", numberText(double(count)));
        context.note(localText("Nằm hoàn toàn ngoài khung bản đồ nên không vẽ được: {} ({}). Hãy "
                               "kiểm tra tọa độ (terroir "
                               "check), hoặc vẽ phạm vi rộng hơn (--within).",
                               "Not drawn, for they lie wholly outside the frame of the map: {} "
                               "({}). Check the coordinates "
                               "(terroir check), or draw a larger area (--within).",
                               howMany, fmt::format("{}", fmt::join(records, ", "))));
    }

    ThemeOptions m_themes;
    OutputOptions m_output;
    PageOptions m_page;
    LayoutOptions m_layout;
    std::vector<std::string> m_formats = {"png"};
    std::string m_title, m_painter, m_multiples;
    bool m_all = false, m_histogram = false, m_hasWorldFiles = false;
};

} // namespace

std::unique_ptr<Command> makeMapCommand() {
    return std::make_unique<MapCommand>();
}

} // namespace terroir::cli
