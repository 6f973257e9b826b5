#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/figures/showing_themes.hpp"
#include "core/records/code_words.hpp"
#include "core/records/period.hpp"
#include "core/sheets/read.hpp"
#include "core/theme/known_themes.hpp"
#include "core/workspace/import_preview.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/kind_option.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::cli {

namespace {

using records::RowOutcome;

/// "31/12/2022" as "2022-12-31"; "2022" and "2022-12" stay. UsageError for what is no day, month or
/// year.
std::string sourceDate(const std::string& text) {
    const auto date = records::documentDate(text);
    if (!date && !text.empty())
        throw UsageError(
            localText("--source-date '{}' không phải là ngày; hãy viết như 31/12/2022, "
                      "12/2022 hoặc 2022.",
                      "--source-date '{}' is no day; write it like 31/12/2022, 12/2022 "
                      "or 2022.",
                      text));
    return date.value_or("");
}

void requireField(const std::string& field, std::string_view option) {
    std::vector<std::string> known;
    for (const records::FieldInfo& info : records::fields())
        known.push_back(info.field);
    if (std::find(known.begin(), known.end(), field) == known.end())
        throw UsageError(localText("{}: không có trường '{}'. {}Các trường là {}.",
                                   "{}: there is no field '{}'. {}The fields are {}.", option,
                                   field, suggestion(field, known),
                                   fmt::format("{}", fmt::join(known, ", "))));
}

/// The two sides of the sign "="; `option` is named in the UsageError, with an example of it.
std::pair<std::string, std::string> splitPair(const std::string& text, std::string_view option,
                                              std::string_view example) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == text.size())
        throw UsageError(localText("{} '{}' thiếu dấu '='; hãy viết như {} {}.",
                                   "{} '{}' is not a pair; write it like {} {}.", option, text,
                                   option, example));
    return {text.substr(0, sign), text.substr(sign + 1)};
}

/// "area=Diện tích": a field, then its column or value.
std::pair<std::string, std::string> parsePair(const std::string& text, std::string_view option,
                                              std::string_view example) {
    auto pair = splitPair(text, option, example);
    requireField(pair.first, option);
    return pair;
}

/// "12:area=2,5": row, field, text; an empty text clears the cell.
void addFix(const std::string& text, records::Corrections& corrections) {
    const std::size_t sign = text.find('='), colon = text.rfind(':', sign);
    const auto row = sign == std::string::npos || colon == std::string::npos
                         ? std::nullopt
                         : records::parseRowName(std::string_view(text).substr(0, colon));
    if (!row)
        throw UsageError(localText("--fix '{}' thiếu dòng, trường hoặc dấu '='; hãy viết như --fix "
                                   "12:area=\"2,5\".",
                                   "--fix '{}' lacks a row, a field or the sign '='; write it like "
                                   "--fix 12:area=\"2,5\".",
                                   text));
    const std::string field = text.substr(colon + 1, sign - colon - 1);
    requireField(field, "--fix");
    corrections.cells[*row][field] = text.substr(sign + 1);
}

class ImportCommand final : public Command {
public:
    std::string name() const override { return "import"; }
    LocalText summary() const override {
        return {"Nhập bảng số liệu của mình", "Take a table of one's own into the workspace"};
    }
    std::vector<std::string> examples() const override {
        return {
            "terroir import khao-nghiem.xlsx --as trial --territory \"tỉnh Lai Châu\" --report "
            "bao-cao.csv",
            "terroir import khao-nghiem.csv --as trial --map value=\"Diện tích (ha)\" --dry-run"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("FILE", m_file,
                       words("bảng (XLSX, XLS, ODS, CSV, DBF, bảng trong DOCX, ODT, HTML) hoặc lớp bản "
                             "đồ (GeoJSON, GPKG, KML, SHP, TAB)",
                             "table (XLSX, XLS, ODS, CSV, DBF, tables in DOCX, ODT, HTML) or layer "
                             "(GeoJSON, GPKG, KML, SHP, TAB)"))
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
        app.add_option("--set", m_settings,
                       words("trường=giá trị cho mọi dòng để trống trường ấy, ví dụ period=2022",
                             "field=value for every row that leaves it empty, such as "
                             "period=2022"))
            ->type_name("FIELD=VALUE")
            ->allow_extra_args(false);
        app.add_option("--fix", m_fixes,
                       words("sửa một ô: dòng:trường=chữ đúng, ví dụ 12:area=2,5; tệp không đổi",
                             "put one cell right: row:field=text, such as 12:area=2,5; the file "
                             "stays as it is"))
            ->type_name("ROW:FIELD=TEXT")
            ->allow_extra_args(false);
        app.add_option("--place", m_places,
                       words("địa danh như trong bảng=mã hoặc tên đơn vị, cho mọi dòng có chữ ấy",
                             "place as the table writes it=code or name of the unit, for all rows "
                             "that have it"))
            ->type_name("TEXT=UNIT")
            ->allow_extra_args(false);
        app.add_option("--leave-out", m_leftOut, words("không nhập dòng này", "leave this row out"))
            ->type_name("ROW")
            ->allow_extra_args(false);
        app.add_option(
               "--sheet", m_sheet,
               words("chỉ một trang tính (mặc định: mọi trang)", "one sheet alone (default: all)"))
            ->type_name("NAME");
        app.add_option("--source-title", m_title,
                       words("tên tài liệu (mặc định: tên tệp)",
                             "title of the document (default: the file's name)"))
            ->type_name("TEXT");
        app.add_option("--source-date", m_date,
                       words("ngày của tài liệu: 31/12/2022, 2022-12-31, 2022-12 hoặc 2022",
                             "date of the document: 2022-12-31, 31/12/2022, 2022-12 or 2022"))
            ->type_name("DATE");
        app.add_option("--territory", m_territory,
                       words("địa bàn của tài liệu, ví dụ \"tỉnh Lai Châu\"",
                             "what the document speaks of, such as \"tỉnh Lai Châu\""))
            ->type_name("NAME");
        app.add_flag("--no-profile", m_noProfile,
                     words("không dùng lựa chọn cột của tệp trước có cùng tên cột",
                           "leave aside the columns chosen for an earlier file of the same "
                           "headers"));
        app.add_flag("--dry-run", m_dryRun,
                     words("chỉ xem thử: in ra từng dòng được hiểu thế nào, không ghi gì",
                           "only try: print what each row is understood as, write nothing"));
        app.add_option("--report", m_report,
                       words("ghi kết quả từng dòng vào tệp CSV; '-' là đầu ra chuẩn",
                             "write each row's result as CSV; '-' is standard output"))
            ->type_name("FILE");
        app.add_flag("-O,--overwrite", m_overwrite,
                     words("thay số liệu đã nhập từ tệp cùng tên, và tệp báo cáo đã có",
                           "replace what was imported from a file of this name, and the report"));
        app.add_flag("--discard", m_discard,
                     words("thay cả những bản ghi đã sửa hoặc thêm bằng tay",
                           "replace also what was changed or added by hand"));
    }

    void run(Context& context) override {
        m_kind = requireKind(m_kind, "--as");
        records::ImportOptions options = makeOptions();
        requireFile(m_file);
        context.step(localText("Đọc bảng '{}'", "Reading the table '{}'", m_file));
        const Overwrite overwrite = m_overwrite ? Overwrite::Allow : Overwrite::Refuse;
        std::optional<OutputFile> reportFile;
        if (!m_report.empty() && !isReportPrinted())
            reportFile.emplace(m_report, overwrite);
        const sheets::Workbook workbook = sheets::readWorkbook(m_file, m_sheet);
        Workspace workspace = context.open(
            m_dryRun ? store::Mode::ReadOnly : store::Mode::ReadWrite, store::Spatial::Yes);
        context.step({"Tìm bảng, hiểu các dòng và xác định địa danh",
                      "Finding the tables, reading their rows, resolving their places"});
        const workspace::FileChoices chosen{m_sheet, m_noProfile ? workspace::EarlierChoices::Ignore
                                                                 : workspace::EarlierChoices::Use};
        const theme::KnownThemes known = theme::knownThemes();
        figures::ShowingThemes showing(known.themes);
        const auto writeReport = [&](const workspace::TableImport& taken) {
            if (reportFile)
                reportFile->write(
                    toCsv(workspace::reportRows(taken.report, context.words.language())));
        };
        workspace::StoredImport stored;
        const workspace::TableImport& taken = stored.taken;
        bool isUnderstood = false;
        try {
            if (m_dryRun) {
                stored.taken =
                    workspace::readImport(workbook, std::move(options), workspace, chosen);
                stored.records = taken.records.size();
                isUnderstood = true;
                showing.add(taken.records);
                saySeen(stored.taken, showing, workspace, m_dryRun);
                writeReport(taken);
            } else {
                const workspace::ImportSteps steps{
                    .beforeStore =
                        [&](const workspace::TableImport& begun) {
                            isUnderstood = true;
                            requireNew(begun);
                        },
                    .beforeCommit =
                        [&](workspace::TableImport& read) {
                            saySeen(read, showing, workspace, m_dryRun);
                            writeReport(read);
                        },
                    .progress = context.progress(),
                    .onRead = [&](const auto& some) { showing.add(some); }};
                stored = workspace::importWorkbook(workbook, std::move(options), workspace, chosen,
                                                   steps);
                context.isCommitted = stored.records > 0;
            }
        } catch (const InputError&) {
            if (!isUnderstood)
                hintAtOptions(context);
            throw;
        } catch (const UsageError&) { // a unit of --place that is none
            hintAtOptions(context);
            throw;
        }
        const bool isStored = context.isCommitted;
        if (stored.records == 0)
            context.failure =
                InputError(m_file, 0, "",
                           localText("không dòng nào được nhận, nên không có gì được ghi; hãy "
                                     "sửa bảng, hoặc chỉ ra các cột bằng --map.",
                                     "no row was accepted, so nothing was stored; mend the "
                                     "table, or name its columns with --map."));
        if (context.json || isReportPrinted())
            print(context, workspace::reportRows(taken.report, context.words.language()));
        else if (m_dryRun)
            print(context,
                  workspace::previewRows(taken, workspace.gazetteer(), context.words.language()));
        summarize(context, taken.report, isStored ? taken.source.id : std::string());
        if (taken.usesEarlier)
            context.note(LocalText{"--no-profile để đọc lại các cột từ đầu.",
                                   "--no-profile reads the columns afresh."});
        if (m_dryRun && taken.replaces && !m_overwrite)
            context.note(localText("'{}' đã được nhập trước đây; khi nhập thật cần thêm -O.",
                                   "'{}' was imported before; to import it again, add -O.",
                                   m_file));
        if (isStored)
            hintAtReview(context, stored.openPlaces);
    }

private:
    /// Last of what is said of the whole: what to do next.
    static void saySeen(workspace::TableImport& read, const figures::ShowingThemes& showing,
                        Workspace& workspace, bool isDryRun) {
        if (showing.hasRecords())
            workspace::sayOfWhole(read.report, showing.inCommands(workspace, !isDryRun));
    }

    bool isReportPrinted() const { return m_report == "-"; }

    void requireNew(const workspace::TableImport& taken) const {
        if (taken.replaces && !m_overwrite)
            throw InputError(localText(
                "'{}' đã được nhập trước đây (nguồn '{}'); nhập hai lần thì mọi số liệu bị tính "
                "hai lần. Hãy thêm -O để thay số liệu của lần trước; nếu đây là bảng khác trùng "
                "tên "
                "tệp, hãy đặt tên riêng bằng --source-title.",
                "'{}' was imported before (source '{}'); importing it twice would count "
                "everything twice. Add -O to replace what came from it; if this is another table "
                "in a "
                "file of the same name, give it a name of its own with --source-title.",
                m_file, taken.source.id));
        if (taken.byHand > 0 && !m_discard)
            throw InputError(
                localText("{} Hãy xem 'terroir records history', rồi thêm --discard để bỏ.",
                          "{} See 'terroir records history', then add --discard to give that up.",
                          workspace::handWorkLost(taken)));
    }

    /// What the sentences about a table ask for is done with these.
    static void hintAtOptions(const Context& context) {
        context.note(
            LocalText{"Chọn cột bằng --map TRƯỜNG=CỘT, đặt một giá trị cho mọi dòng bằng --set "
                      "TRƯỜNG=GIÁ-TRỊ, cho biết địa bàn bằng --territory, sửa một ô bằng --fix "
                      "DÒNG:TRƯỜNG=CHỮ, một địa danh bằng --place \"CHỮ=ĐƠN VỊ\".",
                      "Choose a column with --map FIELD=COLUMN, set a value for all rows with "
                      "--set FIELD=VALUE, say the area with --territory, put a cell right with "
                      "--fix ROW:FIELD=TEXT, a place with --place \"TEXT=UNIT\"."});
    }

    static void hintAtReview(const Context& context, std::size_t open) {
        if (open > 0)
            context.note(localText(
                "Địa danh chưa rõ: {}; xem và quyết định bằng 'terroir review'.",
                "Places that are not clear: {}; see and decide them with 'terroir review'.", open));
    }

    records::ImportOptions makeOptions() const {
        records::ImportOptions options;
        options.kind = m_kind;
        for (const std::string& mapping : m_mappings)
            options.columns.insert(parsePair(mapping, "--map", "area=\"Diện tích\""));
        for (const std::string& setting : m_settings)
            options.defaults.insert(parsePair(setting, "--set", "period=2022"));
        for (const std::string& fix : m_fixes)
            addFix(fix, options.corrections);
        for (const std::string& place : m_places)
            options.corrections.places.insert(splitPair(place, "--place", "\"Tân Lập\"=03979"));
        for (const std::string& name : m_leftOut) {
            const auto row = records::parseRowName(name);
            if (!row)
                throw UsageError(localText("--leave-out '{}' không phải là dòng; hãy viết như 12.",
                                           "--leave-out '{}' is no row; write it like 12.", name));
            options.corrections.leftOut.insert(*row);
        }
        options.source.title = m_title;
        options.source.date = sourceDate(m_date);
        options.source.territory = m_territory;
        return options;
    }

    /// Whether there is something to put right.
    static bool isOpen(RowOutcome outcome) {
        return outcome == RowOutcome::Doubtful || outcome == RowOutcome::Refused;
    }

    static LocalText lineOf(const records::RowReport& row) {
        if (row.row == 0)
            return localText("  {}", "  {}", *row.sentence);
        if (!row.sheet->empty())
            return localText("  '{}' dòng {}, {}: {}", "  '{}' row {}, {}: {}", *row.sheet, row.row,
                             inWords(row.outcome), *row.sentence);
        return localText("  dòng {}, {}: {}", "  row {}, {}: {}", row.row, inWords(row.outcome),
                         *row.sentence);
    }

    void summarize(const Context& context, const records::ImportReport& report,
                   const std::string& source) const {
        constexpr std::size_t maxShown = 10;
        std::size_t shown = 0;
        // What is said of the whole is always shown; of the rows, the first that are not clear.
        for (const records::RowReport& row : report.rows)
            if (row.row == 0 || (isOpen(row.outcome) && shown++ < maxShown))
                context.note(lineOf(row));
        if (shown > maxShown)
            context.note(localText("  … và {} dòng nữa; xem --report.",
                                   "  … and {} more; see --report.", shown - maxShown));
        const auto accepted = report.count(RowOutcome::Accepted),
                   doubtful = report.count(RowOutcome::Doubtful),
                   refused = report.count(RowOutcome::Refused),
                   leftOut = report.count(RowOutcome::LeftOut);
        if (std::any_of(report.rows.begin(), report.rows.end(),
                        [](const records::RowReport& row) { return isOpen(row.outcome); }))
            hintAtOptions(context);
        const LocalText acceptedRows =
            accepted == 1 ? LocalText{"1 dòng nhận", "1 row accepted"}
                          : localText("{} dòng nhận", "{} rows accepted", accepted);
        const LocalText aside =
            leftOut == 0 ? LocalText() : localText(", {} dòng bỏ qua", ", {} left out", leftOut);
        const LocalText where =
            m_dryRun         ? LocalText{" (thử, chưa ghi gì)", " (dry run, nothing written)"}
            : source.empty() ? LocalText{" (không ghi gì)", " (nothing written)"}
                             : localText("; nguồn '{}'", "; source '{}'", source);
        context.note(localText("{}: {}, {} dòng cần xem lại, {} dòng từ chối{}{}.",
                               "{}: {}, {} doubtful, {} refused{}{}.", m_file, acceptedRows,
                               doubtful, refused, aside, where));
        if (accepted == 0 && doubtful > 0)
            sayAllDoubtful(context, source);
    }

    /// It is done, and nothing of it is sure.
    void sayAllDoubtful(const Context& context, const std::string& source) const {
        if (source.empty())
            context.note(LocalText{"Không dòng nào chắc chắn; hãy sửa bảng như đã nêu trước khi "
                                   "nhập, kẻo mọi số liệu đều mang nghi vấn.",
                                   "No row is sure; mend the table as said before it is imported, "
                                   "or every record will bear a doubt."});
        else
            context.note(localText(
                "Không dòng nào chắc chắn: mọi bản ghi đều mang nghi vấn, và bản đồ vẫn tính "
                "chúng. "
                "Hãy sửa bảng như đã nêu rồi nhập lại với -O; xem các bản ghi bằng 'terroir "
                "records "
                "--source {} --doubtful'.",
                "No row is sure: every record bears a doubt, and maps count them all the same. "
                "Mend "
                "the table as said and import it again with -O; see the records with 'terroir "
                "records --source {} --doubtful'.",
                source));
    }

    std::string m_file, m_kind, m_sheet, m_title, m_date, m_territory, m_report;
    std::vector<std::string> m_mappings, m_settings, m_fixes, m_places, m_leftOut;
    bool m_noProfile = false;
    bool m_dryRun = false;
    bool m_discard = false, m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> makeImportCommand() {
    return std::make_unique<ImportCommand>();
}

} // namespace terroir::cli
