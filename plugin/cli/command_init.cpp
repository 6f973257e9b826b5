#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/workspace/new_workspace.hpp"
#include "core/workspace/own_work.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/terminal_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <system_error>

namespace terroir::cli {

namespace {

class InitCommand final : public Command {
public:
    std::string name() const override { return "init"; }
    LocalText summary() const override {
        return {"Tạo không gian làm việc từ dữ liệu có sẵn",
                "Build a workspace from the packaged data"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir init", "terroir -w danh-muc.sqlite init --no-records"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("--data", m_data, words("thư mục dữ liệu khác", "another data folder"))
            ->type_name("DIR");
        app.add_flag(
            "--no-records", m_noRecords,
            words("chỉ danh mục hành chính, không có số liệu", "the gazetteer alone, no records"));
        app.add_flag("-O,--overwrite", m_overwrite,
                     words("thay tệp đã có", "replace an existing file"));
        app.add_flag("--discard", m_discard,
                     words("cùng với -O: bỏ cả dữ liệu tự nhập trong tệp cũ",
                           "with -O: also give up what a person put into the old file"));
    }

    void run(Context& context) override {
        const std::filesystem::path data = dataFolder(m_data);
        OutputFile output(context.workspaceFile,
                          m_overwrite ? Overwrite::Allow : Overwrite::Refuse);
        std::error_code ignored;
        if (std::filesystem::exists(context.workspaceFile, ignored) && !m_discard)
            refuseToLose(context, data);
        context.step(localText("Tạo '{}' từ dữ liệu ở '{}'", "Building '{}' from the data in '{}'",
                               context.workspaceFile.string(), data.string()));

        Table counts{{"item", "count"}, {}};
        writeAside(output, [&](const std::filesystem::path& file) {
            const workspace::NewWorkspace made =
                workspace::makeWorkspace(file, data, !m_noRecords, context.progress());
            counts.rows = {{"units", countOf(made.built.units)},
                           {"successions", countOf(made.built.successions)},
                           {"aliases", countOf(made.built.aliases)},
                           {"outlines", countOf(made.built.outlines)}};
            if (!m_noRecords) {
                counts.rows.push_back({"sources", countOf(made.sources)});
                counts.rows.push_back({"records", countOf(made.records)});
                counts.rows.push_back({"doubtful", countOf(made.doubtful)});
            }
        });
        context.isCommitted = true;
        if (context.json)
            print(context, counts);
        else
            report(context, counts);
    }

private:
    static void refuseToLose(const Context& context, const std::filesystem::path& data) {
        const std::string own = workspace::ownWorkIn(context.workspaceFile, data, context.words);
        if (!own.empty())
            throw InputError(
                localText("'{}' có {}; tệp được giữ nguyên. Ghi ra tệp khác bằng -w, hoặc thêm "
                          "--discard để bỏ.",
                          "'{}' holds {}; it is left as it is. Write another file with -w, or add "
                          "--discard to give that up.",
                          context.workspaceFile.string(), own));
    }

    static void report(const Context& context, const Table& counts) {
        const Language language = context.words.language();
        std::string line;
        for (const auto& row : counts.rows)
            line += fmt::format("{}{} {}", line.empty() ? "" : ", ", std::get<std::int64_t>(row[1]),
                                codeWords("item", std::get<std::string>(row[0]), language));
        context.note(fmt::format("{}: {}.", context.workspaceFile.string(), line));
    }

    std::string m_data;
    bool m_noRecords = false;
    bool m_overwrite = false;
    bool m_discard = false;
};

} // namespace

std::unique_ptr<Command> makeInitCommand() {
    return std::make_unique<InitCommand>();
}

} // namespace terroir::cli
