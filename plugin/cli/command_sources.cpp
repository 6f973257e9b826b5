#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/records/record_rows.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <map>

namespace terroir::cli {

namespace {

class SourcesCommand final : public Command {
public:
    std::string name() const override { return "sources"; }
    LocalText summary() const override {
        return {"Các tài liệu, bảng đã nhập: danh sách, sửa tên, xóa cùng số liệu",
                "Documents and imported tables: list, rename, remove with their records"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir sources", "terroir sources edit TD22 --number \"24-BC/HU\"",
                "terroir sources remove LC24"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(0, 1);
        m_output.bind(app, words);
        const auto add = [&](const char* name, const char* vi, const char* en) {
            CLI::App* sub = app.add_subcommand(name, words(vi, en));
            sub->fallthrough();
            sub->add_option("ID", m_id,
                            words("mã nguồn, ghi như trong danh sách", "its id, as it is listed"))
                ->required();
            return sub;
        };
        m_edit = add("edit", "Đổi tên (--title) hoặc sửa lai lịch của một nguồn",
                     "Rename a source (--title), or change where it comes from");
        const auto addText = [&](const char* option, std::optional<std::string>& text,
                                 const char* vi, const char* en) {
            m_edit->add_option(option, text, words(vi, en))->type_name("TEXT");
        };
        addText("--title", m_texts.title, "tên tài liệu", "title");
        addText("--issuer", m_texts.issuer, "cơ quan ban hành", "issuer");
        addText("--number", m_texts.number, "số, ký hiệu", "number");
        addText("--date", m_texts.date, "ngày: 31/12/2022, 12/2022 hoặc 2022",
                "date: 31/12/2022, 2022-12-31, 12/2022 or 2022");
        addText("--territory", m_texts.territory, "địa bàn mà tài liệu nói đến",
                "what territory it speaks of");
        m_remove = add("remove", "Xóa một nguồn cùng mọi bản ghi của nguồn ấy",
                       "Remove a source with all its records");
        m_remove->add_flag(
            "--for-good", m_forGood,
            words("kể cả khi quá lớn để hoàn tác được", "also when it is too large to be undone"));
    }

    void run(Context& context) override {
        if ((m_edit->parsed() || m_remove->parsed()) && !m_output.file.empty())
            throw UsageError(LocalText{"--output chỉ dùng cho danh sách; hãy bỏ đi.",
                                       "--output is for the list only; leave it out."});
        if (m_edit->parsed())
            change(context);
        else if (m_remove->parsed())
            remove(context);
        else
            list(context);
    }

private:
    void list(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadOnly);
        std::map<std::string, std::size_t> counts;
        store::Statement row = workspace.file().database().prepare(
            "SELECT source, count(*) FROM record GROUP BY source");
        while (row.step())
            counts[row.text(0)] = std::size_t(row.integer(1));
        print(context,
              records::sourceRows(workspace.sources(),
                                  [&](const std::string& id) { return counts[id]; }),
              m_output);
    }

    void change(Context& context) const {
        const std::array<const std::optional<std::string>*, 5> all{
            &m_texts.title, &m_texts.issuer, &m_texts.number, &m_texts.date, &m_texts.territory};
        if (std::none_of(all.begin(), all.end(), [](const auto* one) { return one->has_value(); }))
            throw UsageError(
                LocalText{"Chưa ghi cần sửa gì; hãy thêm --title, --issuer, --number, --date hoặc "
                          "--territory.",
                          "Nothing to change is given; add --title, --issuer, --number, --date or "
                          "--territory."});
        Workspace workspace = context.open(store::Mode::ReadWrite);
        workspace::changeSource(workspace, userName(), m_id, m_texts);
        context.isCommitted = true;
        list(context);
    }

    void remove(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadWrite);
        const std::size_t records = workspace::removeSourceByHand(
            workspace, userName(), m_id,
            m_forGood ? workspace::TooLarge::ForGood : workspace::TooLarge::Refuse);
        context.isCommitted = true;
        const LocalText count = numberText(double(records));
        context.note(m_forGood
                         ? localText("Đã xóa nguồn '{}' cùng {} bản ghi.",
                                     "Removed the source '{}' with {} records.", m_id, count)
                         : localText("Đã xóa nguồn '{}' cùng {} bản ghi; hoàn tác bằng 'terroir "
                                     "records undo'.",
                                     "Removed the source '{}' with {} records; 'terroir records "
                                     "undo' brings them back.",
                                     m_id, count));
    }

    OutputOptions m_output;
    std::string m_id;
    workspace::SourceTexts m_texts;
    bool m_forGood = false;
    CLI::App *m_edit = nullptr, *m_remove = nullptr;
};

} // namespace

std::unique_ptr<Command> makeSourcesCommand() {
    return std::make_unique<SourcesCommand>();
}

} // namespace terroir::cli
