#include "core/base/day_text.hpp"
#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/export/record_layers.hpp"
#include "core/records/force_rows.hpp"
#include "core/records/record_filter.hpp"
#include "core/records/record_rows.hpp"
#include "core/records/records_by_unit.hpp"
#include "core/tables/field_named.hpp"
#include "core/workspace/attachments.hpp"
#include "core/workspace/record_edits.hpp"
#include "core/workspace/record_history.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/force_options.hpp"
#include "plugin/cli/ground_options.hpp"
#include "plugin/cli/kind_option.hpp"
#include "plugin/cli/limit_options.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace terroir::cli {

namespace {

/// --kind, --subject, …: which records are listed.
struct FilterOptions {
    std::vector<std::string> kinds;
    LimitOptions limits;
    std::string text, years, within;
    bool isDoubtful = false;
    ForceOptions force;

    void bind(CLI::App& app, const Words& words) {
        const auto addText = [&](const char* option, std::string& wanted, const char* type,
                                 const char* vi, const char* en) {
            app.add_option(option, wanted, words(vi, en))->type_name(type);
        };
        app.add_option(
               "--kind", kinds,
               words("chỉ những loại này: model,ocop, hoặc bằng lời: \"chăn nuôi\"",
                     "only these kinds: model,ocop, or words for them: \"livestock farms\""))
            ->type_name("KIND")
            ->delimiter(',')
            ->allow_extra_args(false);
        limits.bind(app, words);
        addText("--years", years, "YEARS", "chỉ của năm này hoặc những năm này: 2021, 2021-2022",
                "only of this year or these years: 2021, 2021-2022");
        addText("--within", within, "NAME",
                "chỉ ở một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"",
                "only in a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\"");
        addText("--text", text, "TEXT", "bản ghi có chữ này ở bất cứ trường nào",
                "the record has this text in any of its fields");
        app.add_flag("--doubtful", isDoubtful,
                     words("chỉ những bản ghi còn nghi vấn hoặc chưa rõ địa danh",
                           "only records with a doubt or an open place"));
        force.bind(app, words);
    }

    records::RecordFilter filter() const {
        records::RecordFilter filter;
        for (const std::string& kind : kinds)
            filter.kinds.push_back(requireKind(kind, "--kind"));
        std::vector<std::string> wanted = std::move(filter.kinds);
        static_cast<records::Limits&>(filter) = limits.limits();
        filter.kinds = std::move(wanted);
        filter.text = text;
        if (!years.empty() && !(filter.period = parseYears(years)))
            throw UsageError(localText("--years '{}' không phải là năm; hãy viết như 2021 hoặc "
                                       "2021-2022.",
                                       "--years '{}' is no year; write it like 2021 or 2021-2022.",
                                       years));
        filter.isDoubtful = isDoubtful;
        filter.force = force.wanted();
        return filter;
    }
};

class RecordsCommand final : public Command {
public:
    std::string name() const override { return "records"; }
    LocalText summary() const override {
        return {"Xem, lọc, thêm, sửa, xóa bản ghi; lịch sử và hoàn tác",
                "List, filter, add, change and delete records; history and undo"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir records --kind ocop --within \"huyện Tam Đường, tỉnh Lai Châu\"",
                "terroir records add model --set subject=chè --set area=2 --set place=\"Lai Châu\"",
                "terroir records edit TD22-097 --set holder=\"HTX Bản Bo\" --at \"22.36, 103.71\"",
                "terroir records --in-force 31/12/2025 --ends-within 12",
                "terroir records history TD22-097",
                "terroir records delete TD22-097 TD22-098 && terroir records undo",
                "terroir records attach TD22-097 https://laichau.gov.vn/"};
    }

    void setup(CLI::App& app, const Words& words) override {
        m_self = &app;
        app.require_subcommand(0, 1);
        m_filter.bind(app, words);
        m_output.bind(app, words);
        const auto add = [&](const char* name, const char* vi, const char* en) {
            CLI::App* sub = app.add_subcommand(name, words(vi, en));
            sub->fallthrough();
            return sub;
        };
        const auto addTexts = [&](CLI::App* sub) {
            sub->add_option(
                   "--set", m_texts,
                   words("một trường và nội dung: area=\"2,5 ha\", holder=\"HTX …\"; để "
                         "trống sau dấu = là xóa nội dung; các trường: 'terroir formats --columns'",
                         "a field and its text: area=\"2,5 ha\", holder=\"…\"; nothing "
                         "after the = empties it; the fields: 'terroir formats --columns'"))
                ->type_name("FIELD=TEXT")
                ->allow_extra_args(false);
        };
        const char *idVi = "mã bản ghi, ghi như trong danh sách",
                   *idEn = "the record's id, as it is listed";
        m_list = add("list", "Xem, lọc bản ghi, như khi không ghi lệnh con",
                     "List records, as without a command behind it");
        m_add = add("add", "Thêm một bản ghi", "Add a record");
        m_add
            ->add_option("KIND", m_kind,
                         words("loại bản ghi: model, trial, ocop, …", "its kind: model, ocop, …"))
            ->required();
        addTexts(m_add);
        m_ground.bind(*m_add, words, false);
        m_add
            ->add_option("--to-source", m_source,
                         words("nguồn đã có mà bản ghi thuộc về (mặc định: nhap-tay)",
                               "the known source that it belongs to (default: nhap-tay)"))
            ->type_name("ID");
        m_edit = add("edit", "Sửa một bản ghi", "Change a record");
        m_edit->add_option("ID", m_id, words(idVi, idEn))->required();
        addTexts(m_edit);
        m_ground.bind(*m_edit, words, true);
        m_delete = add("delete", "Xóa bản ghi", "Delete records");
        m_delete->add_option("ID", m_ids, words(idVi, idEn))->required();
        m_history = add("history", "Ai đã sửa gì, khi nào", "Who changed what, and when");
        m_history->add_option("ID", m_id, words("chỉ của bản ghi này", "only of this record"));
        m_attach = add("attach", "Đính kèm tài liệu, ảnh hoặc đường dẫn vào một bản ghi",
                       "Attach a document, picture or link to a record");
        m_attach->add_option("ID", m_id, words(idVi, idEn))->required();
        m_attach
            ->add_option("FILE", m_file,
                         words("tệp (được chép vào thư mục .files cạnh không gian làm việc) hoặc "
                               "https://…",
                               "a file (copied into the folder .files beside the workspace) or "
                               "https://…"))
            ->required();
        m_attach
            ->add_option("--title", m_title,
                         words("tên gọi (mặc định: tên tệp)", "what it is called (default: the "
                                                              "file's name)"))
            ->type_name("TEXT");
        m_attachments =
            add("attachments", "Xem các tài liệu đính kèm của một bản ghi, và kiểm tra tệp",
                "List the documents attached to a record, and check the files");
        m_attachments->add_option("ID", m_id, words(idVi, idEn))->required();
        m_detach = add("detach", "Gỡ một tài liệu đính kèm; tệp vẫn ở trong thư mục",
                       "Take an attached document off; its file stays in the folder");
        m_detach
            ->add_option("NUMBER", m_number,
                         words("số thứ tự trong 'records attachments'",
                               "its number in 'records attachments'"))
            ->required();
        m_undo = add("undo", "Hoàn tác thay đổi mới nhất, kể cả của lần làm việc trước",
                     "Take the newest change back, also one of an earlier session");
        m_undo->add_flag("--skip", m_skip,
                         words("giữ nguyên thay đổi ấy, để lần sau hoàn tác thay đổi trước nó",
                               "leave it as it is: the change before it is the next to be undone"));
    }

    void run(Context& context) override {
        requireOwnOptions();
        if (m_add->parsed())
            addRecord(context);
        else if (m_edit->parsed())
            changeRecord(context);
        else if (m_delete->parsed())
            deleteRecords(context);
        else if (m_history->parsed())
            printHistory(context);
        else if (m_undo->parsed())
            undo(context);
        else if (m_attach->parsed())
            attach(context);
        else if (m_attachments->parsed())
            listAttachments(context);
        else if (m_detach->parsed())
            detach(context);
        else
            list(context);
    }

private:
    /// What filters the list means nothing to the commands below it.
    void requireOwnOptions() const {
        const CLI::App* sub = nullptr;
        for (const CLI::App* one :
             {m_add, m_edit, m_delete, m_history, m_undo, m_attach, m_attachments, m_detach})
            if (one->parsed())
                sub = one;
        if (sub == nullptr)
            return;
        for (const CLI::Option* option : m_self->get_options())
            if (option->count() > 0 &&
                !((sub == m_history || sub == m_attachments) && isOutput(*option)))
                throw UsageError(localText("{} không dùng với 'records {}'; hãy bỏ đi.",
                                           "{} has no meaning for 'records {}'; leave it out.",
                                           option->get_name(), sub->get_name()));
    }
    static bool isOutput(const CLI::Option& option) {
        return option.check_lname("output") || option.check_lname("overwrite");
    }

    void list(Context& context) const {
        const records::RecordFilter filter = m_filter.filter();
        Workspace workspace = context.open(store::Mode::ReadOnly);
        if (!filter.kinds.empty())
            workspace.limitRecords(filter.kinds);
        for (const std::string& source : filter.sources)
            requireSource(workspace, source, "--source");
        const records::RecordMatcher matcher(filter, workspace.sources());
        records::RecordFilter unknown = filter;
        if (unknown.force)
            unknown.force->any = {records::Force::Unknown};
        const records::RecordMatcher mayBe(unknown, workspace.sources());
        const std::optional<Date> day =
            filter.force ? filter.force->day : m_filter.force.writtenDay();
        Table table{records::recordColumns(), {}};
        const bool hasShapes = exporting::isRecordLayerFile(m_output.file);
        std::vector<const records::Record*> taken;
        const std::vector<Column> ends = records::forceColumns(day);
        table.columns.insert(table.columns.end(), ends.begin(), ends.end());
        std::size_t unknowns = 0;
        const auto take = [&](const records::Record& record) {
            if (!matcher.accepts(record)) {
                if (m_filter.force.isInForceOnly() && mayBe.accepts(record))
                    ++unknowns;
                return;
            }
            if (hasShapes) {
                taken.push_back(&record);
                return;
            }
            table.rows.push_back(
                records::recordRow(record, workspace.gazetteer(), context.words.language()));
            for (Value& cell : records::forceCells(record, workspace.sources(), day))
                table.rows.back().push_back(std::move(cell));
        };
        const std::vector<records::Record>& all = workspace.records();
        if (m_filter.within.empty() || m_filter.within == WhereWhenOptions::everywhere) {
            std::for_each(all.begin(), all.end(), take);
        } else {
            const gazetteer::UnitIndex unit =
                workspace.findUnit(m_filter.within, Date::today(), "--within");
            const records::RecordsByUnit byUnit(workspace.sharedGazetteer(),
                                                workspace.sharedRecords());
            for (const std::size_t index : byUnit.within(unit, Date::today()))
                take(all[index]);
        }
        if (hasShapes) {
            std::sort(taken.begin(), taken.end(),
                      [](const auto* a, const auto* b) { return a->id < b->id; });
            const std::size_t count = exporting::writeRecordLayers(
                m_output.file, taken, workspace.file(), workspace.gazetteer(),
                context.words.language(), m_output.mode());
            return context.note(localText("{}: {} bản ghi, {} bản ghi có vị trí riêng.",
                                          "{}: {} records, {} of them with a place of their own.",
                                          m_output.file, numberText(double(taken.size())),
                                          numberText(double(count))));
        }
        print(context, table, m_output);
        const std::size_t count = table.rows.size();
        context.note(
            count == 0 ? LocalText{"Không có bản ghi nào như vậy.", "There is no such record."}
            : count == 1 ? LocalText{"1 bản ghi.", "1 record."}
                         : localText("{} bản ghi.", "{} records.", numberText(double(count))));
        if (unknowns > 0)
            context.note(localText("{} bản ghi nữa không rõ còn hiệu lực hay không; xem bằng "
                                   "--force unknown --on {}.",
                                   "{} more may be in force, which their sources do not say; see "
                                   "them with --force unknown --on {}.",
                                   numberText(double(unknowns)), dayText(*day)));
    }

    static void requireSource(Workspace& workspace, const std::string& id,
                              std::string_view option) {
        std::vector<std::string> known;
        for (const records::Source& source : workspace.sources())
            known.push_back(source.id);
        if (std::find(known.begin(), known.end(), id) == known.end())
            throw UsageError(localText("{}: không có nguồn '{}'. {}Hãy xem 'terroir sources'.",
                                       "{}: there is no source '{}'. {}See 'terroir sources'.",
                                       option, id, suggestion(id, known)));
    }

    /// A field may be named as a header of a table: "Diện tích", "chủ thể".
    static records::FieldTexts::key_type fieldOf(const std::string& name, std::string_view kind) {
        const std::string field = tables::fieldNamed(name, kind);
        return field.empty() ? name : field;
    }

    records::FieldTexts texts(std::string_view kind = {}) const {
        records::FieldTexts texts;
        for (const std::string& pair : m_texts) {
            const std::size_t sign = pair.find('=');
            if (sign == std::string::npos || sign == 0)
                throw UsageError(localText(
                    "--set '{}' thiếu dấu '='; hãy viết như --set area=\"2,5 ha\".",
                    "--set '{}' is not a pair; write it like --set area=\"2,5 ha\".", pair));
            const std::string name = pair.substr(0, sign);
            if (!texts
                     .emplace(fieldOf(name, kind),
                              tables::withNamedUnit(name, kind, pair.substr(sign + 1)))
                     .second)
                throw UsageError(localText("--set: trường '{}' có hai lần; hãy ghi một lần.",
                                           "--set: the field '{}' stands twice; give it once.",
                                           pair.substr(0, sign)));
        }
        return texts;
    }

    void addRecord(Context& context) const {
        const std::string kind = requireKind(m_kind, "KIND");
        const records::FieldTexts fields = texts(kind);
        const workspace::GroundChange ground = m_ground.change();
        if (fields.empty())
            throw UsageError(
                LocalText{"Hãy ghi các trường bằng --set.", "Give the fields with --set."});
        Workspace workspace = context.open(store::Mode::ReadWrite, store::Spatial::Yes);
        records::Source source = workspace::handSource();
        const std::string id = m_source.empty() ? source.id : m_source;
        const auto& known = workspace.sources();
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const records::Source& one) { return one.id == id; });
        if (found != known.end())
            source = *found;
        else if (!m_source.empty())
            requireSource(workspace, m_source, "--to-source");
        show(context, workspace::addRecord(workspace, userName(), kind, fields, source, ground));
    }

    void changeRecord(Context& context) const {
        const workspace::GroundChange ground = m_ground.change();
        if (texts().empty() && !ground.isChange)
            throw UsageError(
                LocalText{"Không ghi gì để sửa; hãy dùng --set, --at, --ground hoặc --no-ground.",
                          "There is nothing to change; use --set, --at, --ground or --no-ground."});
        Workspace workspace = context.open(store::Mode::ReadWrite, store::Spatial::Yes);
        const auto before = records::loadRecord(workspace.file(), m_id);
        const records::FieldTexts fields = texts(before ? before->kind : std::string());
        show(context, workspace::changeRecord(workspace, userName(), m_id, fields, ground));
    }

    static void show(Context& context, const records::EditedRecord& made) {
        context.isCommitted = true;
        Workspace workspace = context.open(store::Mode::ReadOnly);
        // As it is stored: with what was decided about its places.
        const auto stored = records::loadRecord(workspace.file(), made.record.id);
        if (stored)
            printUpright(context, {records::recordColumns(),
                                   {records::recordRow(*stored, workspace.gazetteer(),
                                                       context.words.language())}});
        if (const auto ground = records::loadGround(workspace.file(), made.record.id))
            context.note(localText("Vị trí riêng: {} ({}).", "Its own ground: {} ({}).",
                                   records::groundWords(ground->shape),
                                   records::accuracyWords(ground->accuracy)));
        for (const LocalText& remark : made.remarks)
            context.note(remark);
        if (!made.isChanged)
            context.note(LocalText{"Bản ghi đã ghi như vậy; không có gì thay đổi.",
                                   "The record says that already; nothing was changed."});
    }

    void deleteRecords(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadWrite);
        workspace::deleteRecords(workspace, userName(), m_ids);
        context.isCommitted = true;
        context.note(localText("Đã xóa {} bản ghi; hoàn tác bằng 'terroir records undo'.",
                               "Deleted {} records; 'terroir records undo' brings them back.",
                               numberText(double(std::set(m_ids.begin(), m_ids.end()).size()))));
    }

    void printHistory(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadOnly);
        store::EditLog log(workspace.file());
        const Table table = workspace::historyRows(log, m_id, context.words.language());
        if (table.rows.empty() && !m_id.empty() && !records::loadRecord(workspace.file(), m_id))
            throw InputError(localText("Không có bản ghi '{}' và không có lịch sử nào của nó; hãy "
                                       "xem 'terroir records'.",
                                       "There is no record '{}' and no history of one; see "
                                       "'terroir records'.",
                                       m_id));
        print(context, table, m_output);
        if (table.rows.empty())
            context.note(
                LocalText{"Chưa có thay đổi nào bằng tay.", "Nothing was changed by hand."});
    }

    void attach(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadWrite);
        const workspace::Attachment made =
            workspace::attach(workspace, userName(), m_id, m_file, m_title);
        context.isCommitted = true;
        context.note(
            made.isLink()
                ? localText("Đã đính kèm '{}' (số {}).", "Attached '{}' (number {}).", made.title,
                            made.id)
                : localText("Đã đính kèm '{}' (số {}); tệp được giữ ở '{}'.",
                            "Attached '{}' (number {}); the file is kept as '{}'.", made.title,
                            made.id,
                            (workspace::attachmentFolder(workspace.file().file()) / made.place)
                                .string()));
    }

    void listAttachments(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const std::vector<workspace::Attachment> all =
            workspace::attachmentsOf(workspace.file(), m_id);
        if (all.empty() && !records::loadRecord(workspace.file(), m_id))
            throw InputError(localText("Không có bản ghi '{}'; hãy xem 'terroir records'.",
                                       "There is no record '{}'; see 'terroir records'.", m_id));
        Table table{{"number", "title", "place", "size", "sha256"}, {}};
        for (const workspace::Attachment& one : all)
            table.rows.push_back({one.id, one.title, one.place,
                                  one.isLink() ? Value() : Value(one.size),
                                  textOrNone(one.sha256)});
        print(context, table, m_output);
        for (const workspace::Attachment& one : all)
            try {
                workspace::openable(workspace.file().file(), one);
            } catch (const InputError& error) {
                context.note(error.text());
            }
        if (all.empty())
            context.note(LocalText{"Không có tài liệu đính kèm.", "Nothing is attached."});
    }

    void detach(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadWrite);
        const workspace::Attachment taken = workspace::detach(workspace, userName(), m_number);
        context.isCommitted = true;
        context.note(localText("Đã gỡ '{}' khỏi bản ghi {}; hoàn tác bằng 'terroir records undo'.",
                               "Took '{}' off the record {}; 'terroir records undo' brings it "
                               "back.",
                               taken.title, taken.record));
    }

    void undo(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadWrite);
        const store::Edit edit =
            workspace::undoEdit(workspace, m_skip ? store::Undo::Skip : store::Undo::Apply);
        context.isCommitted = true;
        context.note(m_skip ? localText("Bỏ qua: {} ({}, {}).", "Passed over: {} ({}, {}).",
                                        edit.what, edit.who, edit.at)
                            : localText("Đã hoàn tác: {} ({}, {}).", "Taken back: {} ({}, {}).",
                                        edit.what, edit.who, edit.at));
    }

    FilterOptions m_filter;
    OutputOptions m_output;
    GroundOptions m_ground;
    std::vector<std::string> m_texts, m_ids;
    std::string m_kind, m_id, m_source, m_file, m_title;
    std::int64_t m_number = 0;
    bool m_skip = false;
    const CLI::App* m_self = nullptr;
    CLI::App *m_list = nullptr, *m_add = nullptr, *m_edit = nullptr, *m_delete = nullptr,
             *m_history = nullptr, *m_undo = nullptr, *m_attach = nullptr, *m_attachments = nullptr,
             *m_detach = nullptr;
};

} // namespace

std::unique_ptr<Command> makeRecordsCommand() {
    return std::make_unique<RecordsCommand>();
}

} // namespace terroir::cli
