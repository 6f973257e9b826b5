#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/documents/read_document.hpp"
#include "core/page/review_page.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/apply_review.hpp"
#include "core/workspace/read_review.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/document_options.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace terroir::cli {

namespace {

class ExtractCommand final : public Command {
public:
    std::string name() const override { return "extract"; }
    LocalText summary() const override {
        return {"Đề xuất bản ghi từ một báo cáo, để xem lại rồi nhận",
                "Propose records from a report, to be reviewed and taken"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir extract bao-cao.docx -o de-xuat.html",
                "terroir extract bao-cao.docx -o de-xuat.csv && terroir extract apply de-xuat.csv"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(0, 1);
        app.add_option("FILE", m_file,
                       words(".docx, .odt, .pdf, .html hoặc .txt; '-' là đầu vào chuẩn",
                             ".docx, .odt, .pdf, .html or .txt; '-' is standard input"));
        m_area.bindAsOf(app, words);
        app.add_option("--within,--territory", m_area.within,
                       words("báo cáo nói về đơn vị nào, ví dụ \"tỉnh Lai Châu\"",
                             "which unit the report is about, such as \"tỉnh Lai Châu\""))
            ->type_name("NAME");
        app.add_option("--source-title", m_title,
                       words("tên văn bản trong không gian làm việc (mặc định: tên tệp)",
                             "what the document is called in the workspace (default: the file's "
                             "name)"))
            ->type_name("TEXT");
        m_output.bindFile(app, words,
                          {".html: trang để xem lại trong trình duyệt; .csv, .json: để làm tiếp; "
                           "mặc định là đầu ra chuẩn",
                           ".html: a page to review them in a browser; .csv, .json: to work with; "
                           "default: standard output"});
        m_apply = app.add_subcommand(
            "apply", words("Nhận các đề xuất đã quyết định vào không gian làm việc",
                           "Take the proposals that were decided into the workspace"));
        m_apply
            ->add_option("FILE", m_decisions,
                         words("tệp CSV lưu từ trang xem lại, hoặc .csv, .json của extract với cột "
                               "decision: accept, refuse",
                               "the CSV saved from the page, or .csv, .json of extract with the "
                               "column decision: accept, refuse"))
            ->required();
        m_apply
            ->add_option(
                "--all-above", m_allAbove,
                words("nhận cả những đề xuất chưa ai xem có độ tin cậy từ mức này, ví dụ 0.9",
                      "take also those that nobody has looked at of this confidence or "
                      "more, such as 0.9"))
            ->type_name("NUMBER");
    }

    void run(Context& context) override {
        if (m_apply->parsed())
            apply(context);
        else
            propose(context);
    }

private:
    enum class Format { Table, Json, Page };

    Format format() const {
        if (m_output.isStandardOutput())
            return Format::Table;
        const std::string extension =
            text::toLower(std::filesystem::path(m_output.file).extension().string());
        if (extension == ".html" || extension == ".htm")
            return Format::Page;
        if (extension == ".json")
            return Format::Json;
        if (extension == ".csv")
            return Format::Table;
        throw UsageError(localText("Không ghi được đề xuất thành '{}'; hãy đặt tên kết thúc bằng "
                                   ".html, .csv hoặc .json.",
                                   "Proposals cannot be written as '{}'; give a name ending in "
                                   ".html, .csv or .json.",
                                   m_output.file));
    }

    void propose(Context& context) {
        if (m_file.empty())
            throw UsageError(LocalText{
                "Chưa ghi báo cáo; hãy ghi tệp, ví dụ 'terroir extract bao-cao.docx -o "
                "de-xuat.html'.",
                "No report is named; give a file, such as 'terroir extract report.docx -o "
                "proposals.html'."});
        const Format wanted = format();
        std::optional<OutputFile> output;
        if (wanted != Format::Table)
            output.emplace(m_output.file, m_output.mode());
        const documents::Document read = documents::readDocument(m_file);
        for (const LocalText& remark : read.remarks)
            context.note(localText("{}: {}.", "{}: {}.", m_file, remark));
        Workspace workspace = context.open(store::Mode::ReadOnly);
        workspace::DocumentFacts facts;
        facts.file = m_file;
        facts.title = m_title;
        facts.head = documents::readLetterhead(read.text);
        const auto before = m_area.asOf() || !m_area.within.empty()
                                ? std::nullopt
                                : workspace::takenBefore(workspace, facts);
        if (before)
            sayTakenBefore(context, workspace, *before);
        const DocumentSetting setting = before ? DocumentSetting{before->asOf, before->within}
                                               : settingOf(facts.head, m_area, workspace, context);
        facts.asOf = setting.asOf;
        facts.within = setting.within;
        context.step({"Đọc báo cáo", "Reading the report"});
        const extract::Review review = workspace::readReview(workspace, read, facts);
        write(context, workspace, review, wanted, output);
        summarize(context, review);
        for (const records::Source& held : workspace.sources())
            if (held.id == review.source.id && workspace::isOtherDocument(held, review.source))
                context.note(localText(
                    "Nguồn '{}' đã có là của một văn bản khác ({}); hãy thêm --source-title để "
                    "văn bản này có tên riêng, nếu không sẽ không nhận được.",
                    "The source '{}' that is there is of another document ({}); add "
                    "--source-title, which gives this one a name of its own, or it cannot be "
                    "taken.",
                    held.id, held.number.empty() ? held.issuer : held.number));
    }

    static void sayTakenBefore(const Context& context, Workspace& workspace,
                               const workspace::TakenBefore& before) {
        const auto& gazetteer = workspace.gazetteer();
        context.note(localText(
            "Như lần nhận trước, địa danh được tra theo ngày {}, {}; đổi bằng --as-of, --within.",
            "As when it was taken before, places are looked up as of {}, {}; change it with "
            "--as-of, --within.",
            dayText(before.asOf),
            before.within == gazetteer::noUnit
                ? LocalText{"trong cả nước", "in the whole country"}
                : localText("trong {}", "in {}", gazetteer.describe(before.within, before.asOf))));
    }

    void write(Context& context, Workspace& workspace, const extract::Review& review, Format wanted,
               std::optional<OutputFile>& output) const {
        if (wanted == Format::Page)
            output->write(
                page::reviewPage(review, workspace.gazetteer(), context.words.language()));
        else if (wanted == Format::Json)
            output->write(extract::reviewJson(review, workspace.gazetteer()));
        else if (context.json && m_output.isStandardOutput())
            context.out.write(extract::reviewJson(review, workspace.gazetteer()));
        else
            print(context, extract::reviewTable(review, workspace.gazetteer()), m_output);
        context.isCommitted = output.has_value();
    }

    void summarize(const Context& context, const extract::Review& review) const {
        context.note(localText("{} đề xuất, cần người xem lại; {} con số chưa hiểu là đếm gì.",
                               "{} proposals, for a person to check; of {} numbers it is not known "
                               "what they count.",
                               review.proposals.size(), review.leftOpen.size()));
        const auto countOf = [&](auto test) {
            return std::count_if(review.proposals.begin(), review.proposals.end(), test);
        };
        if (const auto known = countOf([](const auto& one) { return !one.standsIn.empty(); }))
            context.note(localText("{} đề xuất đã có trong nguồn khác (cột stands_in).",
                                   "{} stand in other sources already (column stands_in).", known));
        const auto decided =
            countOf([](const auto& one) { return one.choice != extract::Choice::Open; });
        const auto isNew =
            countOf([](const auto& one) { return one.change == extract::Change::New; });
        const auto changed =
            countOf([](const auto& one) { return one.change == extract::Change::Changed; });
        if (decided + isNew + changed + std::ptrdiff_t(review.gone.size()) > 0)
            context.note(localText("So với lần nhận trước: {} đã quyết định, {} mới, {} khác giá "
                                   "trị, {} bản ghi mà văn bản không còn nêu.",
                                   "Since it was taken before: {} are decided, {} new, {} of "
                                   "another value, {} records that the text does not state any "
                                   "more.",
                                   decided, isNew, changed, review.gone.size()));
        for (const extract::GoneProposal& gone : review.gone)
            context.note(localText("  không còn: '{}' (bản ghi {}-{})",
                                   "  gone: '{}' (record {}-{})", gone.words, review.source.id,
                                   gone.id));
        if (m_output.isStandardOutput())
            context.note(LocalText{"Để xem từng đề xuất cạnh văn bản, hãy thêm -o de-xuat.html.",
                                   "To see each beside the text, add -o proposals.html."});
    }

    void apply(Context& context) {
        workspace::ApplyOptions options;
        if (!m_allAbove.empty()) {
            std::string plain = m_allAbove;
            std::replace(plain.begin(), plain.end(), ',', '.');
            options.allAbove = parsePlainNumber(plain);
            if (!options.allAbove || *options.allAbove <= 0 || *options.allAbove > 1)
                throw UsageError(localText("--all-above '{}' không phải là số từ 0 đến 1; hãy viết "
                                           "như 0.9.",
                                           "--all-above '{}' is no number from 0 to 1; write it "
                                           "like 0.9.",
                                           m_allAbove));
        }
        requireFile(m_decisions);
        const TextTable rows = workspace::readReviewFile(m_decisions);
        Workspace workspace = context.open(store::Mode::ReadWrite);
        const workspace::AppliedReview applied =
            workspace::applyReview(workspace, userName(), rows, options);
        context.isCommitted = applied.isStored;
        if (context.json)
            print(context, workspace::appliedRows(applied, context.words.language()));
        tell(context, applied);
    }

    static void tell(const Context& context, const workspace::AppliedReview& applied) {
        using workspace::Applied;
        constexpr std::size_t maxShown = 20;
        std::size_t shown = 0;
        for (const workspace::AppliedRow& row : applied.rows) {
            if (row.sentence == LocalText() || shown++ >= maxShown)
                continue;
            context.note(row.row == 0
                             ? localText("  {}", "  {}", row.sentence)
                             : localText("  dòng {}: {}", "  row {}: {}", row.row, row.sentence));
        }
        if (shown > maxShown)
            context.note(localText("  … và {} dòng nữa; xem bằng --json.",
                                   "  … and {} more; see them with --json.", shown - maxShown));
        if (applied.takenUnseen > 0)
            context.note(
                localText("{} đề xuất được nhận theo --all-above mà chưa ai xem; với --json, "
                          "cột unseen cho biết là những dòng nào.",
                          "{} were taken by --all-above, and nobody has looked at them; "
                          "with --json the column unseen says which.",
                          applied.takenUnseen));
        if (applied.openPlaces > 0)
            context.note(localText(
                "Địa danh chưa rõ: {}; xem và quyết định bằng 'terroir review'.",
                "Places that are not clear: {}; see and decide them with 'terroir review'.",
                applied.openPlaces));
        context.note(localText(
            "Nhận mới {}, sửa {}, không đổi {}, bỏ {}, chưa quyết định {}, không nhận được {}.{}",
            "{} taken, {} changed, {} as before, {} refused, {} undecided, {} could not be "
            "taken.{}",
            applied.count(Applied::Added), applied.count(Applied::Changed),
            applied.count(Applied::Unchanged),
            applied.count(Applied::Refused) + applied.count(Applied::Removed),
            applied.count(Applied::Open), applied.count(Applied::Rejected),
            applied.isStored ? LocalText{" Hoàn tác bằng 'terroir records undo'.",
                                         " 'terroir records undo' takes it back."}
                             : LocalText{" Không có gì thay đổi.", " Nothing was changed."}));
    }

    std::string m_file, m_decisions, m_allAbove, m_title;
    WhereWhenOptions m_area;
    OutputOptions m_output;
    CLI::App* m_apply = nullptr;
};

} // namespace

std::unique_ptr<Command> makeExtractCommand() {
    return std::make_unique<ExtractCommand>();
}

} // namespace terroir::cli
