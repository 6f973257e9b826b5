#include "core/base/error.hpp"
#include "core/base/nearest.hpp"
#include "core/geometry/table_file.hpp"
#include "core/session/table_import.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/kind_option.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/result_table.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::cli {

namespace {

using records::RowOutcome;

std::string outcomeWord(RowOutcome outcome, const Words& words) {
    return outcome == RowOutcome::Accepted   ? words("được nhận", "accepted")
           : outcome == RowOutcome::Doubtful ? words("cần xem lại", "doubtful")
                                             : words("bị từ chối", "refused");
}

/// "ha=Diện tích" by "=": field, then column.
std::pair<std::string, std::string> parseMapping(const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == text.size())
        throw UsageError(fmt::format(
            "--map '{}' is no pair; write field=column, such as --map value=\"Diện tích\".", text));
    std::string field = text.substr(0, sign);
    std::vector<std::string> known;
    for (const records::FieldInfo& info : records::fields())
        known.push_back(info.field);
    if (std::find(known.begin(), known.end(), field) == known.end())
        throw UsageError(fmt::format("--map: there is no field '{}'. {}The fields are {}.", field,
                                     suggestion(field, known).en, fmt::join(known, ", ")));
    return {std::move(field), text.substr(sign + 1)};
}

class ImportCommand final : public Command {
public:
    std::string name() const override { return "import"; }
    LocalText summary() const override {
        return {"Nhập bảng số liệu của mình", "Take a table of one's own into the workspace"};
    }
    std::string example() const override {
        return "terroir import khao-nghiem.xlsx --as trial --territory \"tỉnh Lai Châu\" --report "
               "bao-cao.csv";
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("FILE", m_file, words("bảng CSV, XLSX hoặc ODS", "table: CSV, XLSX or ODS"))
            ->required();
        app.add_option("--as", m_kind,
                       words("loại số liệu, xem 'terroir formats --kinds'",
                             "the kind of record, see 'terroir formats --kinds'"))
            ->type_name("KIND")
            ->required();
        app.add_option(
               "--map", m_mappings,
               words("trường=cột, khi tên cột khác; xem 'terroir formats --columns'",
                     "field=column where the names differ; see 'terroir formats --columns'"))
            ->type_name("FIELD=COLUMN")
            ->allow_extra_args(false);
        app.add_option("--sheet", m_sheet,
                       words("trang tính (mặc định: trang đầu)", "sheet (default: the first)"))
            ->type_name("NAME");
        app.add_option("--source-title", m_title,
                       words("tên tài liệu (mặc định: tên tệp)",
                             "title of the document (default: the file's name)"))
            ->type_name("TEXT");
        app.add_option("--source-date", m_date,
                       words("ngày của tài liệu: YYYY, YYYY-MM hoặc YYYY-MM-DD",
                             "date of the document: YYYY, YYYY-MM or YYYY-MM-DD"))
            ->type_name("DATE");
        app.add_option("--territory", m_territory,
                       words("địa bàn của tài liệu, ví dụ \"tỉnh Lai Châu\"",
                             "what the document speaks of, such as \"tỉnh Lai Châu\""))
            ->type_name("NAME");
        app.add_flag("--dry-run", m_dryRun,
                     words("chỉ xem thử, không ghi gì", "only try, write nothing"));
        app.add_option("--report", m_report,
                       words("ghi kết quả từng dòng vào tệp CSV", "write each row's result as CSV"))
            ->type_name("FILE");
        app.add_flag("-O,--overwrite", m_overwrite,
                     words("thay số liệu đã nhập từ tệp cùng tên, và tệp báo cáo đã có",
                           "replace what was imported from a file of this name, and the report"));
    }

    void run(Context& context) override {
        requireKind(m_kind, "--as");
        records::ImportOptions options = makeOptions(context.words.language());
        requireFile(m_file);
        const Overwrite overwrite = m_overwrite ? Overwrite::Allow : Overwrite::Refuse;
        std::optional<OutputFile> reportFile;
        if (!m_report.empty())
            reportFile.emplace(m_report, overwrite);
        const Table table = geometry::readTable(m_file, m_sheet);
        Session session(context.workspaceFile,
                        m_dryRun ? store::Mode::ReadOnly : store::Mode::ReadWrite);
        const session::TableImport taken = session::readImport(table, std::move(options), session);
        if (taken.replaces && !m_overwrite)
            throw InputError(fmt::format(
                "'{}' was imported before (source '{}'); importing it twice would count "
                "everything twice. Add -O to replace what came from it.",
                m_file, taken.source.id));
        const auto writeReport = [&] {
            if (reportFile)
                reportFile->write(session::toCsv(session::reportRows(taken.report)));
        };
        if (m_dryRun)
            writeReport();
        else
            session::storeImport(taken, session, writeReport);
        if (context.json)
            print(context, session::reportRows(taken.report));
        summarize(context, taken.report, taken.source.id);
        if (!m_dryRun)
            hintAtReview(context, session::countOpenPlaces(taken, session));
    }

private:
    static void hintAtReview(const Context& context, std::size_t open) {
        if (open > 0)
            context.note(context.words(
                fmt::format("Địa danh chưa rõ: {}; xem và quyết định bằng 'terroir review'.", open),
                fmt::format("Places that are not clear: {}; see and decide them with 'terroir "
                            "review'.",
                            open)));
    }

    records::ImportOptions makeOptions(Language language) const {
        records::ImportOptions options;
        options.kind = m_kind;
        options.language = language;
        for (const std::string& mapping : m_mappings)
            options.columns.insert(parseMapping(mapping));
        options.source.title = m_title;
        options.source.date = m_date;
        options.source.territory = m_territory;
        return options;
    }

    static std::string lineOf(const Words& words, const records::RowReport& row) {
        if (row.row == 0)
            return fmt::format("  {}", row.sentence);
        return fmt::format("  {} {}, {}: {}", words("dòng", "row"), row.row,
                           outcomeWord(row.outcome, words), row.sentence);
    }

    void summarize(const Context& context, const records::ImportReport& report,
                   const std::string& source) const {
        constexpr std::size_t mostShown = 10;
        std::size_t shown = 0;
        for (const records::RowReport& row : report.rows)
            if (row.outcome != RowOutcome::Accepted && shown++ < mostShown)
                context.note(lineOf(context.words, row));
        if (shown > mostShown)
            context.note(
                context.words(fmt::format("  … và {} dòng nữa; xem --report.", shown - mostShown),
                              fmt::format("  … and {} more; see --report.", shown - mostShown)));
        const auto accepted = report.count(RowOutcome::Accepted),
                   doubtful = report.count(RowOutcome::Doubtful),
                   refused = report.count(RowOutcome::Refused);
        context.note(context.words(
            fmt::format("{}: {} dòng nhận, {} dòng cần xem lại, {} dòng từ chối{}.", m_file,
                        accepted, doubtful, refused,
                        m_dryRun ? " (thử, chưa ghi gì)" : fmt::format("; nguồn '{}'", source)),
            fmt::format("{}: {} rows accepted, {} doubtful, {} refused{}.", m_file, accepted,
                        doubtful, refused,
                        m_dryRun ? " (dry run, nothing written)"
                                 : fmt::format("; source '{}'", source))));
    }

    std::string m_file, m_kind, m_sheet, m_title, m_date, m_territory, m_report;
    std::vector<std::string> m_mappings;
    bool m_dryRun = false;
    bool m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> makeImportCommand() {
    return std::make_unique<ImportCommand>();
}

} // namespace terroir::cli
