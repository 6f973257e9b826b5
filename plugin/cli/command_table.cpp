#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/figures/theme_records.hpp"
#include "core/figures/unit_profile.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/geometry/table_writer.hpp"
#include "core/map/gap_table.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/figure_notes.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/theme_options.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class TableCommand final : public Command {
public:
    std::string name() const override { return "table"; }
    LocalText summary() const override {
        return {"Số liệu của một bản đồ, kèm nguồn",
                "The figures behind a map, with their sources"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir table livestock --within \"huyện Tam Đường\" --as-of 31/12/2022 -o "
                "chan-nuoi.xlsx",
                "terroir table plantings --years 2021 --per km2",
                "terroir table ending-soon --list -o het-han.xlsx",
                "terroir table --profile \"xã Bình Lư, tỉnh Lai Châu\" -o binh-lu.xlsx"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề, xem 'terroir themes'", "theme, see 'terroir themes'"))
            ->expected(0, 1);
        app.add_flag("--list", m_isList,
                     words("danh sách bản ghi làm nên số liệu: tên, chủ thể, hiệu lực, nơi",
                           "the records that the figures are made of: name, holder, from when "
                           "until when they hold, place"));
        app.add_flag("--gaps", m_isGaps,
                     words("những đơn vị chưa có số liệu nào của chủ đề",
                           "the units of which the theme has no figure"));
        app.add_option("--profile", m_profile,
                       words("hồ sơ một xã, huyện hoặc tỉnh: mọi số liệu về nơi ấy, kèm nguồn",
                             "the profile of one commune, district or province: all that is known "
                             "of it, with sources"))
            ->type_name("UNIT");
        m_output.bind(app, words);
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        const std::vector<theme::Theme> themes = chosenThemes();
        std::optional<OutputFile> output;
        if (!m_output.isStandardOutput()) {
            requireTableName();
            output.emplace(m_output.file, m_output.mode());
        }
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const Table result = m_profile.empty() ? ofTheme(context, workspace, themes.front())
                                               : ofUnit(context, workspace, themes);
        if (!output)
            return print(context, result);
        context.step(localText("Đang ghi '{}'", "Writing '{}'", m_output.file));
        if (output->target().extension() == ".json")
            output->write(toJson(result));
        else
            writeAside(*output, [&](const std::filesystem::path& file) {
                geometry::writeTable(output->target().extension() == ".xlsx"
                                         ? forReaders(result, context.words)
                                         : result,
                                     file);
            });
        context.isCommitted = true;
    }

private:
    /// The one theme of the table; all of them for a profile.
    std::vector<theme::Theme> chosenThemes() const {
        if (!m_profile.empty()) {
            if (!m_themes.ids.empty() || m_themes.hasFiles() || m_themes.isLimited() || m_isList ||
                m_isGaps || m_themes.area.level())
                throw UsageError(LocalText{
                    "--profile cho mọi số liệu về một đơn vị; chỉ dùng cùng --as-of và -o. Hãy bỏ "
                    "các tùy chọn khác, hoặc bỏ --profile để xem một chủ đề.",
                    "--profile gives all that is known of one unit; only --as-of and -o go with "
                    "it. Leave the other options out, or leave --profile out to see a theme."});
            return m_themes.themes();
        }
        if (m_isList && m_isGaps)
            throw UsageError(LocalText{
                "--list kê các bản ghi, --gaps kê các đơn vị chưa có bản ghi; hãy ghi một trong "
                "hai.",
                "--list lists records, --gaps the units without any; give one of them."});
        if (m_themes.ids.empty() && !m_themes.hasFiles())
            throw UsageError(LocalText{
                "Chưa ghi chủ đề; hãy ghi một chủ đề, ví dụ 'terroir table livestock' (danh sách: "
                "'terroir themes').",
                "No theme is named; give one, such as 'terroir table livestock' (the list: "
                "'terroir themes')."});
        std::vector<theme::Theme> themes = m_themes.themes();
        if (themes.size() != 1)
            throw UsageError(
                LocalText{"Mỗi bảng là của một chủ đề; hãy ghi một chủ đề hoặc một --theme-file.",
                          "A table is made of one theme; give either THEME or one --theme-file."});
        return themes;
    }

    Table ofTheme(Context& context, Workspace& workspace, const theme::Theme& theme) const {
        figures::limitRecords(workspace, {&theme, 1});
        context.step(
            localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'", theme.id));
        const figures::EvaluatedTheme evaluated =
            m_themes.evaluate(theme, workspace, context.words.language());
        if (!evaluated.hasFigures())
            sayWithoutFigures(context, evaluated.theme.id);
        sayUnrated(context, evaluated, workspace.gazetteer());
        if (m_isGaps)
            return gapsOf(context, evaluated, workspace.gazetteer());
        return m_isList ? figures::themeRecords(evaluated, workspace.gazetteer(),
                                                workspace.compactRecords(), workspace.records(),
                                                workspace.sources())
                        : figures::figureTable(evaluated, workspace.gazetteer(),
                                               workspace.compactRecords(), workspace.sources());
    }

    static Table forReaders(const Table& table, const Words& words) {
        Table told = inWords(table, words.language());
        if (told.columns.front().name == "row") // not a number, as in reports of an import
            told.columns.front().alias = words("Phần", "Part");
        return told;
    }

    static Table gapsOf(Context& context, const figures::EvaluatedTheme& evaluated,
                        const gazetteer::Gazetteer& gazetteer) {
        Table table = map::gapTable(evaluated, gazetteer);
        context.note(localText("{} trong {} đơn vị chưa có số liệu nào của chủ đề '{}'; chưa được "
                               "ghi nhận không có nghĩa là không có.",
                               "Of {1} units {0} have no figure of the theme '{2}'; not recorded "
                               "does not mean that there is none.",
                               numberText(double(table.rows.size())),
                               numberText(double(evaluated.units.size())), evaluated.theme.id));
        return table;
    }

    Table ofUnit(Context& context, Workspace& workspace,
                 const std::vector<theme::Theme>& themes) const {
        const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
        const Date asked = m_themes.area.asOf().value_or(Date::today());
        const gazetteer::UnitIndex unit = workspace.findUnit(m_profile, asked, "--profile");
        context.step(localText("Lập hồ sơ của {}", "Profile of {}",
                               gazetteer::describeNear(gazetteer, unit, asked)));
        figures::UnitProfile made =
            figures::unitProfile(workspace, themes, {unit, asked, {}}, context.words.language());
        for (const LocalText& remark : made.remarks)
            context.note(remark);
        return std::move(made.table);
    }

    void requireTableName() const {
        const std::string extension = std::filesystem::path(m_output.file).extension().string();
        if (extension != ".csv" && extension != ".xlsx" && extension != ".json")
            throw UsageError(localText(
                "Không ghi được bảng thành '{}'; hãy đặt tên kết thúc bằng .csv, .xlsx hoặc .json.",
                "A table cannot be written as '{}'; give a name ending in .csv, .xlsx or .json.",
                m_output.file));
    }

    ThemeOptions m_themes;
    OutputOptions m_output;
    std::string m_profile;
    bool m_isList = false, m_isGaps = false;
};

} // namespace

std::unique_ptr<Command> makeTableCommand() {
    return std::make_unique<TableCommand>();
}

} // namespace terroir::cli
