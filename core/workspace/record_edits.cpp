#include "core/workspace/record_edits.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/records/decisions.hpp"
#include "core/records/period.hpp"
#include "core/records/record_store.hpp"
#include "core/workspace/ground_finder.hpp"
#include "core/workspace/run_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <memory>
#include <set>
#include <utility>

namespace terroir::workspace {

namespace {

using records::Record;
using records::RecordGround;
using records::Source;
using store::FieldChange;

std::vector<FieldChange> changesBetween(const std::string& record,
                                        const records::FieldTexts& before,
                                        const records::FieldTexts& after) {
    std::vector<FieldChange> changes;
    const auto textIn = [](const records::FieldTexts& texts, const std::string& field) {
        const auto found = texts.find(field);
        return found == texts.end() ? std::string() : found->second;
    };
    for (const auto& [field, text] : before)
        if (textIn(after, field) != text)
            changes.push_back({record, field, text, textIn(after, field)});
    for (const auto& [field, text] : after)
        if (before.find(field) == before.end())
            changes.push_back({record, field, "", text});
    return changes;
}

/// Ids of records, and with `withFormer` of those that are gone but remembered.
std::vector<std::string> idsFrom(store::WorkspaceFile& file, const std::string& begin,
                                 bool withFormer) {
    std::string query = "SELECT id FROM record WHERE id >= ?1 AND id < ?2";
    if (withFormer)
        query += " UNION SELECT record FROM edit_field WHERE record >= ?1 AND record < ?2"
                 " UNION SELECT record FROM decision WHERE record >= ?1 AND record < ?2";
    store::Statement row = file.database().prepare(query);
    row.bind(1, begin).bind(2, begin + '\x7f');
    std::vector<std::string> ids;
    while (row.step())
        ids.push_back(row.text(0));
    return ids;
}

Record requireRecordOf(Workspace& workspace, const std::string& id) {
    if (auto record = records::loadRecord(workspace.file(), id))
        return *std::move(record);
    // Of the same source, most likely.
    const std::string begin = id.substr(0, id.find_first_of("0123456789"));
    throw InputError(localText("Không có bản ghi '{}'. {}Hãy xem 'terroir records'.",
                               "There is no record '{}'. {}See 'terroir records'.", id,
                               suggestion(id, idsFrom(workspace.file(), begin, false))));
}

void requireSourceOf(Workspace& workspace, const std::string& id) {
    if (records::hasSource(workspace.file(), id))
        return;
    std::vector<std::string> known;
    for (const Source& source : workspace.sources())
        known.push_back(source.id);
    throw InputError(localText("Không có nguồn '{}'. {}Hãy xem 'terroir sources'.",
                               "There is no source '{}'. {}See 'terroir sources'.", id,
                               suggestion(id, known)));
}

/// "nhap-tay-n12": one more than the largest that the source has or had; what is remembered of a
/// record is never another one's.
std::string nextId(Workspace& workspace, const std::string& source) {
    const std::string begin = source + "-n";
    std::size_t largest = 0;
    for (const std::string& id : idsFrom(workspace.file(), begin, true)) {
        std::size_t number = 0;
        const std::string_view digits = std::string_view(id).substr(begin.size());
        const auto [end, failure] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (failure == std::errc() && end == digits.data() + digits.size())
            largest = std::max(largest, number);
    }
    return fmt::format("{}{}", begin, largest + 1);
}

/// What was decided about a place with the same text counts again.
void replaceRecord(store::WorkspaceFile& file, const Record& record) {
    store::Statement remove = file.database().prepare("DELETE FROM record WHERE id = ?");
    remove.bind(1, record.id).run();
    records::insertRecords(file, {record});
}

records::RecordContext contextOf(Workspace& workspace) {
    records::RecordContext context{workspace.sources(), workspace.geocoder(), workspace.gazetteer()};
    if (workspace.file().database().isSpatial())
        context.finder = groundFinder(workspace);
    return context;
}

using SharedGround = std::shared_ptr<const RecordGround>;

SharedGround sharedGround(std::optional<RecordGround> ground) {
    return ground ? std::make_shared<const RecordGround>(*std::move(ground)) : nullptr;
}

/// Fit to be stored; true where it had to be mended for that.
bool makeSound(GroundChange& change) {
    bool isMended = false;
    if (change.ground)
        change.ground->shape = geometry::soundGround(std::move(change.ground->shape), isMended);
    return isMended;
}

/// The fields with where it lies, for the history.
records::FieldTexts textsWith(records::FieldTexts texts, const SharedGround& ground) {
    if (ground)
        texts.emplace("ground", records::groundText(*ground));
    return texts;
}

} // namespace

const LocalText& mendedZoneRemark() {
    static const LocalText remark{"Vùng tự cắt nên đã được sửa; hãy xem lại trên bản đồ.",
                                  "The zone crossed itself and was mended; look at it on a map."};
    return remark;
}

Source handSource() {
    Source source;
    source.id = "nhap-tay";
    source.title = "Số liệu nhập tay";
    return source;
}

records::EditedRecord addRecord(Workspace& workspace, const std::string& who, std::string_view kind,
                                const records::FieldTexts& texts, const Source& source,
                                GroundChange ground) {
    const bool isMended = makeSound(ground);
    const SharedGround shape = sharedGround(std::move(ground.ground));
    records::EditedRecord made;
    workspace.geocoder(); // takes a while: not while others wait
    runEdit(workspace, who, [&]() -> LoggedEdit {
        const std::string id = nextId(workspace, source.id);
        records::RecordContext context = contextOf(workspace);
        context.ground = shape;
        made = records::newRecord(kind, texts, source, id, context);
        if (!records::hasSource(workspace.file(), source.id))
            records::insertSource(workspace.file(), source);
        records::insertRecords(workspace.file(), {made.record});
        return {localText("thêm bản ghi {}", "added the record {}", id),
                changesBetween(id, {}, textsWith(records::fieldTexts(made.record), shape))};
    });
    if (isMended)
        made.remarks.push_back(mendedZoneRemark());
    return made;
}

records::EditedRecord changeRecord(Workspace& workspace, const std::string& who,
                                   const std::string& id, const records::FieldTexts& texts,
                                   GroundChange ground) {
    const bool isMended = makeSound(ground);
    const SharedGround given = sharedGround(std::move(ground.ground));
    records::EditedRecord made;
    workspace.geocoder(); // takes a while: not while others wait
    made.isChanged = runEdit(workspace, who, [&]() -> LoggedEdit {
        const Record before = requireRecordOf(workspace, id);
        records::RecordContext context = contextOf(workspace);
        context.groundBefore = sharedGround(records::loadGround(workspace.file(), id));
        context.ground = ground.isChange ? given : context.groundBefore;
        made = records::changedRecord(before, texts, context);
        replaceRecord(workspace.file(), made.record);
        if (!context.ground)
            records::removeGround(workspace.file(), id);
        return {localText("sửa bản ghi {}", "changed the record {}", id),
                changesBetween(id, textsWith(records::fieldTexts(before), context.groundBefore),
                               textsWith(records::fieldTexts(made.record), context.ground))};
    });
    if (isMended)
        made.remarks.push_back(mendedZoneRemark());
    return made;
}

void deleteRecords(Workspace& workspace, const std::string& who,
                   const std::vector<std::string>& ids) {
    runEdit(workspace, who, [&]() -> LoggedEdit {
        LoggedEdit done;
        const std::set<std::string> each(ids.begin(), ids.end());
        store::Statement remove =
            workspace.file().database().prepare("DELETE FROM record WHERE id = ?");
        for (const std::string& id : each) {
            const SharedGround ground = sharedGround(records::loadGround(workspace.file(), id));
            const auto ofRecord = changesBetween(
                id, textsWith(records::fieldTexts(requireRecordOf(workspace, id)), ground), {});
            records::removeGround(workspace.file(), id);
            done.fields.insert(done.fields.end(), ofRecord.begin(), ofRecord.end());
            remove.bind(1, id).run();
        }
        done.what = each.size() == 1
                        ? localText("xóa bản ghi {}", "deleted the record {}", *each.begin())
                        : localText("xóa {} bản ghi", "deleted {} records",
                                    numberText(double(each.size())));
        return done;
    });
}

void changeSource(Workspace& workspace, const std::string& who, const std::string& id,
                  const SourceTexts& texts) {
    if (texts.title && texts.title->empty())
        throw InputError(LocalText{"Nguồn cần có tên; hãy ghi --title.",
                                   "A source needs a title; give it with --title."});
    std::optional<std::string> date = texts.date;
    if (date && !date->empty())
        date = records::documentDate(*date);
    if (texts.date && !date)
        throw InputError(localText("'{}' không phải là ngày của tài liệu; hãy viết như 31/12/2022, "
                                   "12/2022 hoặc 2022.",
                                   "'{}' is no date of a document; write it like 31/12/2022, "
                                   "12/2022 or 2022.",
                                   *texts.date));
    runEdit(workspace, who, [&]() -> LoggedEdit {
        requireSourceOf(workspace, id);
        LoggedEdit done{localText("sửa nguồn {}", "changed the source {}", id), {}};
        for (const auto& [column, text] :
             {std::pair<const char*, const std::optional<std::string>*>{"title", &texts.title},
              {"issuer", &texts.issuer},
              {"number", &texts.number},
              {"date", &date},
              {"territory", &texts.territory}}) {
            if (!*text)
                continue;
            store::Statement known = workspace.file().database().prepare(
                fmt::format("SELECT {} FROM source WHERE id = ?", column));
            known.bind(1, id);
            known.step();
            if (const std::string before = known.text(0); before != **text)
                done.fields.push_back({id, column, before, **text});
            known.reset();
            store::Statement update = workspace.file().database().prepare(
                fmt::format("UPDATE source SET {} = ? WHERE id = ?", column));
            update.bindTextOrNull(1, **text).bind(2, id).run();
        }
        return done;
    });
}

std::size_t removeSourceByHand(Workspace& workspace, const std::string& who, const std::string& id,
                               TooLarge tooLarge) {
    // Of so many records the history says what became of each.
    constexpr std::size_t maxTold = 10'000;
    std::size_t removed = 0;
    runEdit(
        workspace, who,
        [&]() -> LoggedEdit {
            requireSourceOf(workspace, id);
            LoggedEdit done{localText("xóa nguồn {}", "removed the source {}", id), {}};
            store::Statement row = workspace.file().database().prepare(
                "SELECT id, subject_as_written FROM record WHERE source = ? LIMIT ?");
            row.bind(1, id).bind(2, std::int64_t(maxTold));
            while (row.step())
                done.fields.push_back({row.text(0), "subject_as_written", row.text(1), ""});
            row.reset();
            removed = records::removeSource(workspace.file(), id);
            return done;
        },
        tooLarge);
    return removed;
}

store::Edit undoEdit(Workspace& workspace, store::Undo how) {
    store::Edit undone = store::EditLog(workspace.file()).undoNewest(how);
    workspace.forgetRecords();
    return undone;
}

} // namespace terroir::workspace
