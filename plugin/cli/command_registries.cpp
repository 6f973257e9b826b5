#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/classify/classify.hpp"
#include "core/export/export.hpp"
#include "core/records/import.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/theme.hpp"
#include "core/theme/theme_history.hpp"
#include "core/theme/theme_words.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/paint/offscreen_application.hpp"
#include "plugin/paint/plugin_host.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace terroir::cli {

namespace {

class ThemesCommand final : public Command {
public:
    std::string name() const override { return "themes"; }
    LocalText summary() const override { return {"Các chủ đề bản đồ", "The themes of maps"}; }
    std::vector<std::string> examples() const override {
        return {"terroir themes", "terroir themes rename che-2022 \"Chè năm 2022\"",
                "terroir themes remove che-2022 && terroir themes undo"};
    }
    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(0, 1);
        const auto add = [&](const char* name, const char* vi, const char* en) {
            CLI::App* sub = app.add_subcommand(name, words(vi, en));
            return sub;
        };
        add("list", "Liệt kê, như khi không ghi lệnh con", "Lists, as without a command behind it");
        m_history = add("history", "Những gì đã làm với các chủ đề riêng: lưu, đổi tên, xóa",
                        "What was done to your own themes: saved, renamed, removed");
        m_undo = add("undo", "Hoàn tác việc làm sau cùng với chủ đề riêng, kể cả ở phiên trước",
                     "Take back what was done last to your own themes, also in an earlier session");
        m_remove = add("remove", "Xóa một chủ đề riêng đã lưu", "Remove a theme that you saved");
        m_rename = add("rename", "Đổi tên một chủ đề riêng đã lưu", "Rename a theme that you saved");
        for (CLI::App* sub : {m_remove, m_rename})
            sub->add_option("ID", m_id, words("mã chủ đề riêng", "id of a theme of your own"))
                ->required();
        m_rename->add_option("TITLE", m_title, words("tên mới", "the new title"))->required();
        app.add_option("--styles", m_styles,
                       words("thư mục chủ đề khác, thêm vào các chủ đề có sẵn và chủ đề riêng đã "
                             "lưu",
                             "a folder of more themes, beside the packaged ones and those that "
                             "you saved"))
            ->type_name("DIR");
    }
    void run(Context& context) override {
        if (m_remove->parsed()) {
            theme::removeOwnTheme(m_id);
            return context.note(
                localText("Đã xóa chủ đề '{}'; hoàn tác bằng 'terroir themes undo'.",
                          "Removed the theme '{}'; 'terroir themes undo' brings it "
                          "back.",
                          m_id));
        }
        if (m_undo->parsed())
            return undo(context);
        if (m_history->parsed())
            return printHistory(context);
        if (m_rename->parsed())
            return context.note(localText("Chủ đề nay có mã '{}'.", "The theme is now '{}'.",
                                          theme::renameOwnTheme(m_id, m_title)));
        const Language language = context.words.language();
        Table table{{"id", "title", "level", "types", "within", "as_of", "description", "file"},
                    {}};
        const theme::KnownThemes known = theme::knownThemes(m_styles);
        for (const LocalText& problem : known.problems)
            context.note(problem.in(language));
        for (const theme::Theme& theme : known.themes) {
            std::string types;
            for (const theme::Layer& layer : theme.layers)
                types += (types.empty() ? "" : "|") + std::string(toString(layer.type));
            table.rows.push_back(
                {theme.id, theme.title.in(language), std::string(toString(theme.level)), types,
                 textOrNone(theme.within), textOrNone(theme.asOf ? theme.asOf->toString() : ""),
                 textOrNone(theme.description.in(language)), theme.file.string()});
        }
        print(context, table);
    }

private:
    static void undo(Context& context) {
        const auto newest = theme::newestThemeEdit();
        if (!newest)
            throw InputError(LocalText{"Không có việc nào với chủ đề riêng để hoàn tác.",
                                       "There is nothing to take back of your own themes."});
        theme::undoThemeEdit(*newest);
        context.note(
            localText("Đã hoàn tác: {} ({}).", "Taken back: {} ({}).", newest->what, newest->at));
    }
    static void printHistory(Context& context) {
        Table table{{"at", "who", "what", "undone"}, {}};
        for (const theme::ThemeEdit& edit : theme::themeEdits())
            table.rows.push_back(
                {edit.at, edit.who, edit.what.in(context.words.language()), edit.isUndone});
        print(context, table);
    }

    std::string m_styles, m_id, m_title;
    CLI::App *m_remove = nullptr, *m_rename = nullptr, *m_history = nullptr, *m_undo = nullptr;
};

class MethodsCommand final : public Command {
public:
    std::string name() const override { return "methods"; }
    LocalText summary() const override {
        return {"Các cách phân lớp, cách quy số liệu và bảng màu",
                "The ways to cut classes and to relate figures, and the palettes"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir methods", "terroir methods --palettes", "terroir methods --per"};
    }
    void setup(CLI::App& app, const Words& words) override {
        app.add_flag("--palettes", m_palettes, words("các bảng màu", "the palettes"));
        app.add_flag("--per", m_per,
                     words("các cách quy số liệu về diện tích, dân số hoặc tổng",
                           "the ways to relate figures to area, people or total"));
    }
    void run(Context& context) override {
        if (m_palettes && m_per)
            throw UsageError(LocalText{"--palettes và --per loại trừ nhau; hãy chọn một.",
                                       "--palettes and --per exclude each other; give one."});
        print(context, m_palettes ? palettes(context)
                       : m_per    ? relations(context)
                                  : methods(context));
    }

private:
    static Table methods(const Context& context) {
        Table table{{"id", "name", "meaning"}, {}};
        for (const classify::MethodInfo& method : classify::methods())
            table.rows.push_back({method.id, method.name.in(context.words.language()),
                                  method.meaning.in(context.words.language())});
        return table;
    }
    static Table relations(const Context& context) {
        Table table{{"id", "name", "meaning"}, {}};
        for (const theme::PerInfo& info : theme::perInfos())
            table.rows.push_back({info.id, info.name.in(context.words.language()),
                                  info.meaning.in(context.words.language())});
        return table;
    }
    static Table palettes(const Context& context) {
        Table table{{"name", "kind", "family", "all_eyes", "label", "colours"}, {}};
        for (const theme::Palette& palette : theme::palettes()) {
            std::vector<std::string> colours;
            for (const Colour& colour : palette.colours)
                colours.push_back(colour.toHex());
            table.rows.push_back({palette.name, std::string(theme::toString(palette.kind)),
                                  palette.family,
                                  std::string(theme::isForAllEyes(palette) ? "yes" : "no"),
                                  palette.label.in(context.words.language()),
                                  fmt::format("{}", fmt::join(colours, " "))});
        }
        return table;
    }
    bool m_palettes = false, m_per = false;
};

class FormatsCommand final : public Command {
public:
    std::string name() const override { return "formats"; }
    LocalText summary() const override {
        return {"Các định dạng tệp, loại số liệu và cột của bảng nhập",
                "The file formats, the kinds of records, and the columns of a table to import"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir formats", "terroir formats --columns", "terroir formats --kinds"};
    }
    void setup(CLI::App& app, const Words& words) override {
        app.add_flag("--kinds", m_kinds,
                     words("các loại số liệu (import --as)", "the kinds (import --as)"));
        app.add_flag("--columns", m_columns,
                     words("các cột mà 'terroir import' hiểu",
                           "the columns that 'terroir import' understands"));
    }
    void run(Context& context) override {
        const Language language = context.words.language();
        if (m_kinds && m_columns)
            throw UsageError(LocalText{"--kinds và --columns loại trừ nhau; hãy chọn một.",
                                       "--kinds and --columns exclude each other; give one."});
        print(context, m_kinds     ? kinds(language)
                       : m_columns ? columns(language)
                                   : formats(language));
    }

private:
    static Table kinds(Language language) {
        Table table{{"id", "name"}, {}};
        for (const records::KindInfo& kind : records::kinds())
            table.rows.push_back({kind.id, kind.name.in(language)});
        return table;
    }
    static Table columns(Language language) {
        Table table{{"field", "required", "headers", "meaning"}, {}};
        for (const records::FieldInfo& field : records::fields())
            table.rows.push_back({field.field, field.required,
                                  fmt::format("{}", fmt::join(field.columns, "|")),
                                  field.meaning.in(language)});
        return table;
    }
    static Table formats(Language language) {
        Table table{{"id", "extension", "for", "styles", "name"}, {}};
        for (const exporting::Format& format : exporting::formats())
            table.rows.push_back({format.id, format.extension, "export", format.hasStyles(),
                                  format.name.in(language)});
        table.rows.push_back({"png", ".png", "map", true, "PNG"});
        table.rows.push_back({"pdf", ".pdf", "map", true, "PDF (GeoPDF)"});
        table.rows.push_back({"svg", ".svg", "map", true, "SVG"});
        table.rows.push_back({"tif", ".tif", "map", true, "GeoTIFF"});
        for (const char* use : {"import, geocode", "table"}) {
            table.rows.push_back({"csv", ".csv", use, false, "CSV (UTF-8)"});
            table.rows.push_back({"xlsx", ".xlsx", use, false, "Excel"});
        }
        table.rows.push_back({"ods", ".ods", "import, geocode", false, "OpenDocument"});
        return table;
    }
    bool m_kinds = false;
    bool m_columns = false;
};

class PluginsCommand final : public Command {
public:
    std::string name() const override { return "plugins"; }
    LocalText summary() const override {
        return {"Các phần mở rộng vẽ bản đồ", "The plugins that paint maps"};
    }
    std::vector<std::string> examples() const override { return {"terroir plugins"}; }
    void setup(CLI::App&, const Words&) override {}
    void run(Context& context) override {
        const paint::OffscreenApplication application("terroir");
        const paint::PluginHost host(paint::pluginFolders());
        Table table{{"painter", "name", "file", "problem"}, {}};
        for (const paint::LoadedPlugin& loaded : host.plugins()) {
            for (const plugin::PainterInfo& painter : loaded.painters)
                table.rows.push_back(
                    {painter.id.toStdString(),
                     context.words(painter.nameVi.toStdString(), painter.nameEn.toStdString()),
                     loaded.file.string(), Value()});
            if (loaded.painters.empty())
                table.rows.push_back({Value(), Value(), loaded.file.string(),
                                      loaded.problem
                                          ? Value(loaded.problem->in(context.words.language()))
                                          : Value()});
        }
        print(context, table);
    }
};

} // namespace

std::vector<std::unique_ptr<Command>> makeRegistryCommands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ThemesCommand>());
    commands.push_back(std::make_unique<MethodsCommand>());
    commands.push_back(std::make_unique<FormatsCommand>());
    commands.push_back(std::make_unique<PluginsCommand>());
    return commands;
}

} // namespace terroir::cli
