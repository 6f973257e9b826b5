#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/documents/read_document.hpp"
#include "core/extract/proposal.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/document_options.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class ExtractCommand final : public Command {
public:
    std::string name() const override { return "extract"; }
    LocalText summary() const override {
        return {"Đề xuất bản ghi từ một báo cáo", "Propose records from a report"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir extract bao-cao.docx -o de-xuat.csv"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("FILE", m_file,
                       words(".docx, .odt, .pdf, .html hoặc .txt; '-' là đầu vào chuẩn",
                             ".docx, .odt, .pdf, .html or .txt; '-' is standard input"))
            ->required();
        m_area.bindAsOf(app, words);
        app.add_option("--within,--territory", m_area.within,
                       words("báo cáo nói về đơn vị nào, ví dụ \"tỉnh Lai Châu\"",
                             "which unit the report is about, such as \"tỉnh Lai Châu\""))
            ->type_name("NAME");
        m_output.bind(app, words);
    }

    void run(Context& context) override {
        const documents::Document read = documents::readDocument(m_file);
        for (const LocalText& remark : read.remarks)
            context.note(localText("{}: {}.", "{}: {}.", m_file, remark));
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const DocumentSetting setting =
            settingOf(documents::readLetterhead(read.text), m_area, workspace, context);
        geocode::PlaceFinder::Options options;
        options.asOf = setting.asOf;
        options.within = setting.within;
        const auto places = geocode::PlaceFinder(workspace.geocoder()).find(read.text, options);
        const extract::Lexicon lexicon(dataFolder({}) / "lexicon");
        const extract::Reading reading = extract::readReport(
            read.text, places, {lexicon, workspace.gazetteer(), setting.asOf, setting.within});
        print(context,
              extract::proposalTable(std::filesystem::path(m_file).filename().string(), read.text,
                                     reading.proposals, workspace.gazetteer(), setting.asOf),
              m_output);
        context.note(localText("{} đề xuất, cần người xem lại; {} con số chưa hiểu là đếm gì.",
                               "{} proposals, for a person to check; of {} numbers it is not known "
                               "what they count.",
                               reading.proposals.size(), reading.leftOpen.size()));
    }

private:
    std::string m_file;
    WhereWhenOptions m_area;
    OutputOptions m_output;
};

} // namespace

std::unique_ptr<Command> makeExtractCommand() {
    return std::make_unique<ExtractCommand>();
}

} // namespace terroir::cli
