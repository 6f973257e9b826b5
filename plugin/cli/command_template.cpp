#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/fields.hpp"
#include "core/records/template_book.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/kind_option.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace terroir::cli {

namespace {

class TemplateCommand final : public Command {
public:
    std::string name() const override { return "template"; }
    LocalText summary() const override {
        return {"Tạo biểu mẫu Excel để điền số liệu rồi nhập",
                "An Excel form to fill in and import"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir template", "terroir template ocop -o ocop.xlsx"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("KIND", m_kind,
                       words("loại số liệu; không ghi thì liệt kê các loại",
                             "the kind of record; without it the kinds are listed"));
        m_output.bindFile(app, words, {"tệp biểu mẫu .xlsx", "the form to write, .xlsx"});
    }

    void run(Context& context) override {
        if (m_kind.empty() && m_output.file.empty())
            return print(context, kinds(context.words.language()));
        if (m_kind.empty())
            throw UsageError(localText("Chưa ghi loại số liệu của biểu mẫu '{}'; hãy ghi một loại, "
                                       "ví dụ 'terroir template ocop -o {}'.",
                                       "No kind of record is named for '{}'; give one, such as "
                                       "'terroir template ocop -o {}'.",
                                       m_output.file, m_output.file));
        m_kind = requireKind(m_kind, "template");
        if (std::filesystem::path(m_output.file).extension() != ".xlsx")
            throw UsageError(
                m_output.isStandardOutput()
                    ? localText("Biểu mẫu cần một tệp; hãy ghi -o {}.xlsx.",
                                "A form needs a file; add -o {}.xlsx.", m_kind)
                    : localText("Không ghi được biểu mẫu thành '{}'; hãy đặt tên kết thúc bằng "
                                ".xlsx.",
                                "A form cannot be written as '{}'; give a name ending in .xlsx.",
                                m_output.file));
        OutputFile output(m_output.file, m_output.mode());
        writeAside(output, [&](const std::filesystem::path& file) {
            sheets::writeTemplate(records::templateBook(m_kind, context.words.language()), file);
        });
        context.isCommitted = true;
        if (context.json)
            print(context, {{"kind", "file"}, {{m_kind, m_output.file}}});
        context.note(localText("Điền vào trang '{}' của '{}', rồi nhập: terroir import {} --as {}",
                               "Fill in the sheet '{}' of '{}', then: terroir import {} --as {}",
                               records::templateTableSheet(), m_output.file, m_output.file,
                               m_kind));
    }

private:
    static Table kinds(Language language) {
        Table table{{"id", "name", "columns"}, {}};
        for (const records::KindInfo& kind : records::kinds()) {
            std::string columns;
            for (const auto& column : records::templateBook(kind.id, language).columns)
                columns += (columns.empty() ? "" : "|") + column.header;
            table.rows.push_back({kind.id, kind.name.in(language), columns});
        }
        return table;
    }

    std::string m_kind;
    OutputOptions m_output;
};

} // namespace

std::unique_ptr<Command> makeTemplateCommand() {
    return std::make_unique<TemplateCommand>();
}

} // namespace terroir::cli
