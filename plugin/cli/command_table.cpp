#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/figures/theme_records.hpp"
#include "core/geometry/table_writer.hpp"
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
                "terroir table ending-soon --list -o het-han.xlsx"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("THEME", m_themes.ids,
                       words("chủ đề, xem 'terroir themes'", "theme, see 'terroir themes'"))
            ->expected(0, 1);
        app.add_flag("--list", m_isList,
                     words("danh sách bản ghi làm nên số liệu: tên, chủ thể, hiệu lực, nơi",
                           "the records that the figures are made of: name, holder, from when "
                           "until when they hold, place"));
        m_output.bind(app, words);
        m_themes.bind(app, words);
    }

    void run(Context& context) override {
        if (m_themes.ids.empty() && !m_themes.hasFiles())
            throw UsageError(LocalText{
                "Chưa ghi chủ đề; hãy ghi một chủ đề, ví dụ 'terroir table livestock' (danh sách: "
                "'terroir themes').",
                "No theme is named; give one, such as 'terroir table livestock' (the list: "
                "'terroir themes')."});
        const std::vector<theme::Theme> themes = m_themes.themes();
        if (themes.size() != 1)
            throw UsageError(
                LocalText{"Mỗi bảng là của một chủ đề; hãy ghi một chủ đề hoặc một --theme-file.",
                          "A table is made of one theme; give either THEME or one --theme-file."});
        std::optional<OutputFile> output;
        if (!m_output.isStandardOutput()) {
            requireTableName();
            output.emplace(m_output.file, m_output.mode());
        }
        Workspace workspace = context.open(store::Mode::ReadOnly);
        figures::limitRecords(workspace, themes);
        context.step(localText("Tính số liệu của chủ đề '{}'", "Figures of the theme '{}'",
                               themes.front().id));
        const figures::EvaluatedTheme evaluated =
            m_themes.evaluate(themes.front(), workspace, context.words.language());
        if (!evaluated.hasFigures())
            sayWithoutFigures(context, evaluated.theme.id);
        sayUnrated(context, evaluated, workspace.gazetteer());
        const Table result =
            m_isList ? figures::themeRecords(evaluated, workspace.gazetteer(),
                                             workspace.compactRecords(), workspace.records(),
                                             workspace.sources())
                     : figures::figureTable(evaluated, workspace.gazetteer(),
                                            workspace.compactRecords(), workspace.sources());
        if (!output)
            return print(context, result);
        context.step(localText("Đang ghi '{}'", "Writing '{}'", m_output.file));
        if (output->target().extension() == ".json")
            output->write(toJson(result));
        else
            writeAside(*output, [&](const std::filesystem::path& file) {
                geometry::writeTable(result, file);
            });
        context.isCommitted = true;
    }

private:
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
    bool m_isList = false;
};

} // namespace

std::unique_ptr<Command> makeTableCommand() {
    return std::make_unique<TableCommand>();
}

} // namespace terroir::cli
