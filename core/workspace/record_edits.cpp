#include "core/workspace/record_edits.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/records/decisions.hpp"
#include "core/records/period.hpp"
#include "core/records/record_store.hpp"
#include "core/store/change_recorder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>

namespace terroir::workspace {

namespace {

using records::Record;
using records::Source;
using store::FieldChange;

/// Runs an edit and keeps it in the log, in one transaction.
void runEdit(Workspace& workspace, const std::string& who, const LocalText& what,
             const std::vector<FieldChange>& fields, const std::function<void()>& edit,
             TooLarge tooLarge = TooLarge::Refuse) {
    store::WorkspaceFile& file = workspace.file();
    store::EditLog log(file);
    log.prepare();
    file.addRecordDetail();
    store::ChangeRecorder recorder(file.database());
    store::Transaction transaction(file.database());
    edit();
    const store::Changes changes = recorder.take();
    if (changes.size() > store::EditLog::maxKept && tooLarge == TooLarge::Refuse)
        throw InputError(localText(
            "Thay đổi này ({}) quá lớn ({} MB) nên sẽ không hoàn tác được; chưa có gì thay đổi. "
            "Nếu vẫn muốn, hãy thêm --for-good.",
            "This change ({}) is too large ({} MB) to be undone; nothing was changed. Add "
            "--for-good to make it all the same.",
            what, changes.size() >> 20U));
    log.add(who, what, fields, changes);
    transaction.commit();
    workspace.forgetRecords();
}

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

std::vector<std::string> idsFrom(store::WorkspaceFile& file, std::string_view from,
                                 std::string_view before) {
    store::Statement row =
        file.database().prepare("SELECT id FROM record WHERE id >= ? AND id < ?");
    row.bind(1, from).bind(2, before);
    std::vector<std::string> ids;
    while (row.step())
        ids.push_back(row.text(0));
    return ids;
}

[[noreturn]] void failUnknown(const LocalText& problem, const std::string& id,
                              const std::vector<std::string>& known) {
    const std::string near = nearest(id, known);
    throw InputError(
        near.empty() ? problem : localText("{} Có phải là '{}'?", "{} Is it '{}'?", problem, near));
}

Record requireRecordOf(Workspace& workspace, const std::string& id) {
    if (auto record = records::loadRecord(workspace.file(), id))
        return *std::move(record);
    // Of the same source, most likely.
    const std::string begin = id.substr(0, id.find_last_of("-rn0123456789"));
    failUnknown(localText("Không có bản ghi '{}'; hãy xem 'terroir records'.",
                          "There is no record '{}'; see 'terroir records'.", id),
                id, idsFrom(workspace.file(), begin, begin + '\x7f'));
}

void requireSourceOf(Workspace& workspace, const std::string& id) {
    if (records::hasSource(workspace.file(), id))
        return;
    std::vector<std::string> known;
    for (const Source& source : workspace.sources())
        known.push_back(source.id);
    failUnknown(localText("Không có nguồn '{}'; hãy xem 'terroir sources'.",
                          "There is no source '{}'; see 'terroir sources'.", id),
                id, known);
}

/// "nhap-tay-n12": one more than the largest that the source has.
std::string nextId(Workspace& workspace, const std::string& source) {
    const std::string begin = source + "-n";
    std::size_t largest = 0;
    for (const std::string& id : idsFrom(workspace.file(), begin, begin + '\x7f')) {
        std::size_t number = 0;
        const std::string_view digits = std::string_view(id).substr(begin.size());
        const auto [end, failure] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (failure == std::errc() && end == digits.data() + digits.size())
            largest = std::max(largest, number);
    }
    return fmt::format("{}{}", begin, largest + 1);
}

/// Replaces the record, its places and details; what was decided about a place with the same text
/// counts again.
void storeRecord(store::WorkspaceFile& file, const Record& record) {
    store::Statement remove = file.database().prepare("DELETE FROM record WHERE id = ?");
    remove.bind(1, record.id).run();
    records::insertRecords(file, {record});
}

records::RecordContext contextOf(Workspace& workspace) {
    return {workspace.sources(), workspace.geocoder(), workspace.gazetteer()};
}

} // namespace

Source handSource() {
    Source source;
    source.id = "nhap-tay";
    source.title = "Số liệu nhập tay";
    return source;
}

records::EditedRecord addRecord(Workspace& workspace, const std::string& who, std::string_view kind,
                                const records::FieldTexts& texts, const Source& source) {
    const std::string id = nextId(workspace, source.id);
    records::EditedRecord made = records::newRecord(kind, texts, source, id, contextOf(workspace));
    const bool isKnown = records::hasSource(workspace.file(), source.id);
    runEdit(workspace, who, localText("thêm bản ghi {}", "added the record {}", id),
            changesBetween(id, {}, records::fieldTexts(made.record)), [&] {
                if (!isKnown)
                    records::insertSource(workspace.file(), source);
                storeRecord(workspace.file(), made.record);
            });
    return made;
}

records::EditedRecord changeRecord(Workspace& workspace, const std::string& who,
                                   const std::string& id, const records::FieldTexts& texts) {
    const Record before = requireRecordOf(workspace, id);
    records::EditedRecord made = records::changedRecord(before, texts, contextOf(workspace));
    const std::vector<FieldChange> changes =
        changesBetween(id, records::fieldTexts(before), records::fieldTexts(made.record));
    if (changes.empty())
        return made;
    runEdit(workspace, who, localText("sửa bản ghi {}", "changed the record {}", id), changes,
            [&] { storeRecord(workspace.file(), made.record); });
    return made;
}

void deleteRecords(Workspace& workspace, const std::string& who,
                   const std::vector<std::string>& ids) {
    std::vector<FieldChange> changes;
    for (const std::string& id : ids) {
        const auto ofRecord =
            changesBetween(id, records::fieldTexts(requireRecordOf(workspace, id)), {});
        changes.insert(changes.end(), ofRecord.begin(), ofRecord.end());
    }
    const LocalText what =
        ids.size() == 1
            ? localText("xóa bản ghi {}", "deleted the record {}", ids.front())
            : localText("xóa {} bản ghi", "deleted {} records", numberText(double(ids.size())));
    runEdit(workspace, who, what, changes, [&] {
        store::Statement remove =
            workspace.file().database().prepare("DELETE FROM record WHERE id = ?");
        for (const std::string& id : ids)
            remove.bind(1, id).run();
    });
}

void changeSource(Workspace& workspace, const std::string& who, const std::string& id,
                  const SourceTexts& texts) {
    requireSourceOf(workspace, id);
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
    runEdit(workspace, who, localText("sửa nguồn {}", "changed the source {}", id), {}, [&] {
        for (const auto& [column, text] :
             {std::pair<const char*, const std::optional<std::string>*>{"title", &texts.title},
              {"issuer", &texts.issuer},
              {"number", &texts.number},
              {"date", &date},
              {"territory", &texts.territory}}) {
            if (!*text)
                continue;
            store::Statement update = workspace.file().database().prepare(
                fmt::format("UPDATE source SET {} = ? WHERE id = ?", column));
            update.bindTextOrNull(1, **text).bind(2, id).run();
        }
    });
}

std::size_t removeSourceByHand(Workspace& workspace, const std::string& who, const std::string& id,
                               TooLarge tooLarge) {
    requireSourceOf(workspace, id);
    std::size_t removed = 0;
    runEdit(
        workspace, who, localText("xóa nguồn {}", "removed the source {}", id), {},
        [&] { removed = records::removeSource(workspace.file(), id); }, tooLarge);
    return removed;
}

store::Edit undoEdit(Workspace& workspace) {
    store::Edit undone = store::EditLog(workspace.file()).undoNewest();
    workspace.forgetRecords();
    return undone;
}

} // namespace terroir::workspace
