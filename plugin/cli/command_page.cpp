#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/page/html_page.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/figure_notes.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/theme_options.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace terroir::cli {

namespace {

class PageCommand final : public Command {
public:
    std::string name() const override { return "page"; }
    LocalText summary() const override {
        return {"Một tệp HTML không cần mạng: bản đồ, tìm kiếm, bảng, nguồn",
                "One HTML file that needs no network: map, search, table, sources"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir page livestock aquaculture -o tam-duong.html",
                "terroir page --all -o lai-chau.html --within \"tỉnh Lai Châu\" --days "
                "31/12/2022,30/6/2025"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề, xem 'terroir themes'", "themes, see 'terroir themes'"));
        m_output.bindFile(app, words,
                          {"tệp .html; '-' là đầu ra chuẩn", "file .html; '-' is standard output"});
        app.add_flag("--all", m_all, words("tất cả các chủ đề", "every theme"));
        app.add_option("--title", m_title, words("tiêu đề khác", "another title"))
            ->type_name("TEXT");
        app.add_option("--days", m_days,
                       words("các ngày để chọn trên trang, bên ngày của chủ đề: "
                             "31/12/2022,30/6/2025; không ghi: ngày cuối có cấp huyện và hôm nay, "
                             "trừ bản đồ xã của cả nước",
                             "days to choose on the page beside the theme's own: "
                             "31/12/2022,30/6/2025; without it the last day with districts and "
                             "today, but for the communes of the country"))
            ->type_name("LIST")
            ->delimiter(',')
            ->allow_extra_args(false);
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        std::vector<theme::Theme> themes = chosenThemes();
        const std::optional<std::vector<Date>> days = daysToChoose();
        std::optional<OutputFile> output;
        if (const std::filesystem::path file = target(); file != "-")
            output.emplace(file, m_output.mode());
        else
            requireNoJson(context);
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        figures::limitRecords(workspace, themes);
        themes = m_themes.themesWithRecords(std::move(themes), context, workspace);
        std::vector<page::PageTheme> shown;
        for (const theme::Theme& theme : themes)
            shown.push_back(evaluated(context, workspace, theme, days));
        context.step({"Ghép trang", "Putting the page together"});
        const page::HtmlPage made =
            page::htmlPage(workspace, shown, {m_title, context.words.language()});
        if (output) {
            output->write(made.html);
            context.isCommitted = true;
        } else {
            context.out.write(made.html);
        }
        if (!made.hasRecords)
            context.note(
                localText("Trang không có các bản ghi, chỉ có số liệu và nguồn: {} bản ghi "
                          "là quá nhiều. Hãy dùng --within cho một tỉnh.",
                          "The page has figures and sources without their records: {} are "
                          "too many. Use --within for a province.",
                          numberText(double(made.records))));
        if (context.json)
            print(context, {{"file", "maps", "records", "bytes", "warning"},
                            {{output->target().string(), std::int64_t(made.maps),
                              std::int64_t(made.hasRecords ? made.records : 0),
                              std::int64_t(made.html.size()),
                              made.anyApproximate ? Value("approximate-boundaries") : Value()}}});
    }

private:
    std::vector<theme::Theme> chosenThemes() const {
        if (m_all && !m_themes.ids.empty())
            throw UsageError(
                LocalText{"--all lấy mọi chủ đề; hãy ghi hoặc --all, hoặc tên các chủ đề.",
                          "--all takes every theme; give either --all or the themes, not both."});
        if (!m_all && m_themes.ids.empty() && !m_themes.hasFiles())
            throw UsageError(LocalText{
                "Chưa ghi chủ đề; hãy ghi một chủ đề, ví dụ 'terroir page livestock -o x.html', "
                "hoặc --all (danh sách: 'terroir themes').",
                "No theme is named; give one, such as 'terroir page livestock -o x.html', or --all "
                "(the list: 'terroir themes')."});
        return m_themes.themes();
    }

    /// With --as-of that day alone.
    std::optional<std::vector<Date>> daysToChoose() const {
        const bool isOneDay = m_themes.area.asOf().has_value();
        if (isOneDay && !m_days.empty())
            throw UsageError(LocalText{
                "--as-of cho trang một ngày, --days cho nhiều ngày; hãy ghi một trong hai.",
                "--as-of gives the page one day, --days several; give one of the two."});
        if (m_days.empty() && !isOneDay)
            return std::nullopt;
        std::vector<Date> days;
        for (const std::string& text : m_days)
            days.push_back(requireDayOfUnits(text, "--days"));
        return days;
    }

    std::filesystem::path target() const {
        if (m_output.file.empty())
            throw UsageError(LocalText{
                "Chưa có tệp để ghi trang; hãy thêm -o, ví dụ -o trang.html.",
                "The page has no file to go to; give one with -o, such as -o page.html."});
        const std::filesystem::path file = m_output.file;
        if (m_output.isStandardOutput())
            return file;
        const std::string extension = text::toLower(file.extension().string());
        if (extension != ".html" && extension != ".htm")
            throw UsageError(localText(
                "Không ghi được trang thành '{}'; hãy đặt tên kết thúc bằng .html.",
                "A page cannot be written as '{}'; give a name ending in .html.", m_output.file));
        return file;
    }

    page::PageTheme evaluated(const Context& context, Workspace& workspace,
                              const theme::Theme& theme,
                              const std::optional<std::vector<Date>>& days) const {
        context.step(
            localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'", theme.id));
        page::PageTheme shown = page::evaluateOnDays(
            [&](Language language, std::optional<Date> day) {
                return m_themes.evaluate(theme, workspace, language, {}, day);
            },
            days);
        if (std::none_of(shown.days.begin(), shown.days.end(),
                         [](const auto& one) { return one.vi.hasFigures(); }))
            sayWithoutFigures(context, theme.id);
        return shown;
    }

    ThemeOptions m_themes;
    OutputOptions m_output;
    std::vector<std::string> m_days;
    std::string m_title;
    bool m_all = false;
};

} // namespace

std::unique_ptr<Command> makePageCommand() {
    return std::make_unique<PageCommand>();
}

} // namespace terroir::cli
