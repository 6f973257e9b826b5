#include "core/atlas/atlas.hpp"
#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/figure_notes.hpp"
#include "plugin/cli/layout_options.hpp"
#include "plugin/cli/page_options.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/theme_options.hpp"
#include "plugin/paint/offscreen_application.hpp"
#include "plugin/paint/pdf_book.hpp"
#include "plugin/paint/plugin_host.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

namespace fs = std::filesystem;

class AtlasCommand final : public Command {
public:
    std::string name() const override { return "atlas"; }
    LocalText summary() const override {
        return {"Tập bản đồ PDF: mỗi xã, huyện hoặc tỉnh một bản đồ và hồ sơ",
                "A PDF atlas: a map and a profile of each commune, district or province"};
    }
    std::vector<std::string> examples() const override {
        return {
            "terroir atlas models --within \"huyện Tam Đường\" --as-of 31/12/2022 -o "
            "tam-duong.pdf",
            "terroir atlas plantings livestock --by district --within \"tỉnh Lai Châu\" --as-of "
            "31/12/2022 -o lai-chau.pdf"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề, xem 'terroir themes'; mỗi chủ đề thêm một bản đồ cho mỗi đơn "
                             "vị (mặc định models)",
                             "themes, see 'terroir themes'; each adds a map to every unit (default "
                             "models)"));
        m_output.bindFile(app, words, {"tệp .pdf", "file .pdf"});
        app.add_option("--by", m_by,
                       words("mỗi trang một commune, district hay province (mặc định cấp của chủ "
                             "đề)",
                             "a page for each commune, district or province (default the theme's "
                             "level)"))
            ->type_name("LEVEL");
        app.add_option("--title", m_title, words("tiêu đề khác", "another title"))
            ->type_name("TEXT");
        app.add_flag("--empty", m_withEmpty,
                     words("cả những đơn vị chưa có số liệu cũng có trang riêng",
                           "pages for units without anything, too"));
        m_page.bind(app, words);
        m_layout.bindForBook(app, words);
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        const std::vector<theme::Theme> themes = chosenThemes();
        m_layout.read(m_output.overwrite);
        m_page.usePaper(m_layout.widthMm(), m_layout.heightMm());
        map::Page page = m_page.pageFor(paint::ImageFormat::Pdf);
        m_layout.putOn(page);
        OutputFile output(target(), m_output.mode());
        const paint::OffscreenApplication application("terroir");
        m_layout.requireLogo();
        const paint::PluginHost host(paint::pluginFolders());
        const auto painter = host.createPainter(themes.front().painter);
        const map::MeasureText measure = [&painter](std::string_view text,
                                                    const map::TextStyle& style) {
            return painter->measure(text, style);
        };
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        std::vector<figures::EvaluatedTheme> evaluated = evaluate(context, workspace, themes);
        const figures::EvaluatedTheme& first = evaluated.front();
        sayDay(context, themes.front(), first.asOf);
        context.step({"Lập hồ sơ các đơn vị", "Profiles of the units"});
        const figures::Profiles profiles(workspace, m_themes.everyTheme(),
                                         {first.level, first.asOf, first.within});
        for (const LocalText& problem : profiles.problems())
            context.note(problem);
        atlas::Atlas book(workspace, std::move(evaluated), profiles, page, measure,
                          {m_title, workspaceWords(context), m_withEmpty});
        const std::string bytes = painted(context, book, *painter, page);
        context.step(localText("Đang ghi '{}'", "Writing '{}'", m_output.file));
        output.write(bytes);
        context.isCommitted = true;
        if (context.json)
            print(context,
                  {{"file", "pages", "units", "units_without", "bytes", "warning"},
                   {{output.target().string(), countOf(book.size()), countOf(book.unitsShown()),
                     countOf(book.unitsListed()), countOf(bytes.size()),
                     book.anyApproximate() ? Value("approximate-boundaries") : Value()}}});
    }

private:
    std::vector<theme::Theme> chosenThemes() {
        if (m_themes.ids.empty() && !m_themes.hasFiles())
            m_themes.ids = {"models"};
        if (!m_by.empty() && m_themes.area.level())
            throw UsageError(
                LocalText{"--by và --level cùng chọn cấp; hãy ghi một trong hai.",
                          "--by and --level both choose the level; give one of them."});
        if (m_themes.areRecordsLimited())
            throw UsageError(LocalText{
                "Hồ sơ trong tập bản đồ gồm mọi số liệu của mỗi đơn vị, không theo được các tùy "
                "chọn chỉ lấy một số bản ghi (--years, --source, --subject, --holder, --category, "
                "--status, --in-force, --force …). Hãy bỏ các tùy chọn ấy; 'terroir map' và "
                "'terroir table' cho xem riêng những bản ghi ấy.",
                "The profiles of an atlas give all that is known of each unit and cannot follow "
                "options that take only some records (--years, --source, --subject, --holder, "
                "--category, --status, --in-force, --force …). Leave them out; 'terroir map' and "
                "'terroir table' show those records by themselves."});
        std::vector<theme::Theme> themes = m_themes.themes();
        // Lists of subjects are in the profiles.
        for (theme::Theme& theme : themes)
            theme.list = theme.histogram = false;
        return themes;
    }

    fs::path target() const {
        if (m_output.file.empty())
            throw UsageError(LocalText{
                "Chưa có tệp để ghi tập bản đồ; hãy thêm -o, ví dụ -o tap-ban-do.pdf.",
                "The atlas has no file to go to; give one with -o, such as -o atlas.pdf."});
        const fs::path file = m_output.file;
        if (text::toLower(file.extension().string()) != ".pdf")
            throw UsageError(localText(
                "Không ghi được tập bản đồ thành '{}'; hãy đặt tên kết thúc bằng .pdf.",
                "An atlas cannot be written as '{}'; give a name ending in .pdf.", m_output.file));
        return file;
    }

    /// All themes on the units, the day and in the area of the first.
    std::vector<figures::EvaluatedTheme> evaluate(const Context& context, Workspace& workspace,
                                                  std::vector<theme::Theme> themes) const {
        std::optional<gazetteer::Level> level = m_themes.area.level();
        if (!m_by.empty())
            level = requireLevel(m_by, "--by");
        std::vector<figures::EvaluatedTheme> evaluated;
        for (theme::Theme& theme : themes) {
            context.step(
                localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'", theme.id));
            std::optional<Date> day;
            if (!evaluated.empty()) {
                const figures::EvaluatedTheme& first = evaluated.front();
                level = first.level;
                day = first.asOf;
                theme.within = first.theme.within;
            }
            evaluated.push_back(
                m_themes.evaluate(theme, workspace, context.words.language(), level, day));
            if (level && evaluated.back().level != *level)
                throw UsageError(localText(
                    "Ngày {} không có cấp {}; hãy chọn --by khác, hoặc một ngày trước 1/7/2025 "
                    "bằng --as-of.",
                    "There is no {1} on {0}; choose another --by, or a day before 2025-07-01 with "
                    "--as-of.",
                    dayText(evaluated.back().asOf), inWords(*level)));
            if (!evaluated.back().hasFigures())
                sayWithoutFigures(context, theme.id);
        }
        return evaluated;
    }

    /// A day that nobody asked for.
    void sayDay(const Context& context, const theme::Theme& theme, Date day) const {
        if (m_themes.area.asOf())
            return;
        const LocalText from =
            theme.asOf ? localText("ngày của chủ đề '{}'", "the day of the theme '{}'", theme.id)
                       : LocalText{"hôm nay", "today"};
        context.note(localText("Tập bản đồ theo đơn vị hành chính ngày {} ({}); chọn ngày khác "
                               "bằng --as-of.",
                               "The atlas is on the units of {} ({}); choose another day with "
                               "--as-of.",
                               dayText(day), from));
    }

    std::string workspaceWords(const Context& context) const {
        return "terroir · " + context.workspaceFile.filename().string() +
               context.words(" · lập ngày ", " · made on ") +
               records::RecordWords(context.words.language()).day(Date::today());
    }

    static std::string painted(const Context& context, atlas::Atlas& book,
                               const plugin::Painter& painter, const map::Page& page) {
        const Progress progress = context.progress(book.size());
        paint::PdfBook pdf(book.title(), page.widthMm, page.heightMm);
        for (std::size_t i = 0; i < book.size(); ++i) {
            atlas::Sheet sheet = book.sheet(i);
            std::vector<paint::BookLink> links;
            for (const atlas::Link& link : sheet.links)
                links.push_back({link.mm, link.sheet});
            pdf.add(sheet.scene, painter, std::move(links), sheet.bookmark);
            if (progress)
                progress(double(i + 1) / double(book.size()),
                         {sheet.scene.title, sheet.scene.title});
        }
        return pdf.finish();
    }

    ThemeOptions m_themes;
    OutputOptions m_output;
    PageOptions m_page;
    LayoutOptions m_layout;
    std::string m_by, m_title;
    bool m_withEmpty = false;
};

} // namespace

std::unique_ptr<Command> makeAtlasCommand() {
    return std::make_unique<AtlasCommand>();
}

} // namespace terroir::cli
