#include "core/workspace/record_edits.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/records/decisions.hpp"
#include "core/records/fields.hpp"
#include "core/records/period.hpp"
#include "core/records/record_store.hpp"
#include "core/records/template_columns.hpp"
#include "core/workspace/ground_finder.hpp"
#include "core/workspace/run_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

namespace terroir::workspace {

namespace {

using records::Record;
using records::RecordGround;
using records::Source;
using store::FieldChange;

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
class NewIds {
public:
    NewIds(Workspace& workspace, const std::string& source) : m_begin(source + "-n") {
        for (const std::string& id : idsFrom(workspace.file(), m_begin, true)) {
            std::size_t number = 0;
            const std::string_view digits = std::string_view(id).substr(m_begin.size());
            const auto [end, failure] =
                std::from_chars(digits.data(), digits.data() + digits.size(), number);
            if (failure == std::errc() && end == digits.data() + digits.size())
                m_largest = std::max(m_largest, number);
        }
    }
    std::string next() { return fmt::format("{}{}", m_begin, ++m_largest); }

private:
    std::string m_begin;
    std::size_t m_largest = 0;
};

/// What was decided about a place with the same text counts again.
void replaceRecord(store::WorkspaceFile& file, const Record& record) {
    records::removeRecord(file, record.id);
    records::insertRecords(file, {record});
}

records::RecordContext contextOf(Workspace& workspace) {
    records::RecordContext context{workspace.sources(), workspace.geocoder(),
                                   workspace.gazetteer()};
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

/// An edit that the core has taken and that is not stored yet.
struct PreparedEdit {
    records::EditedRecord made;
    bool isDeletion = false, hasGround = false;
    std::vector<FieldChange> fields = {};
};

PreparedEdit additionOf(std::string_view kind, const records::FieldTexts& texts,
                        const Source& source, const std::string& id, SharedGround ground,
                        records::RecordContext context) {
    context.groundBefore = nullptr;
    context.ground = std::move(ground);
    PreparedEdit edit{records::newRecord(kind, texts, source, id, context)};
    edit.hasGround = context.ground != nullptr;
    edit.fields = changesBetween(id, {}, seenTexts(edit.made.record, context.ground.get()));
    return edit;
}

PreparedEdit changeOf(const Record& before, const SharedGround& groundBefore,
                      const records::FieldTexts& texts, bool isOtherGround, SharedGround ground,
                      records::RecordContext context) {
    context.groundBefore = groundBefore;
    context.ground = isOtherGround ? std::move(ground) : groundBefore;
    PreparedEdit edit{records::changedRecord(before, texts, context)};
    edit.hasGround = context.ground != nullptr;
    edit.fields = changesBetween(before.id, seenTexts(before, groundBefore.get()),
                                 seenTexts(edit.made.record, context.ground.get()));
    return edit;
}

PreparedEdit deletionOf(const Record& before, const SharedGround& ground) {
    PreparedEdit edit;
    edit.made.record.id = before.id;
    edit.isDeletion = true;
    edit.fields = changesBetween(before.id, seenTexts(before, ground.get()), {});
    return edit;
}

SharedGround groundOfRecord(Workspace& workspace, const std::string& id) {
    return sharedGround(records::loadGround(workspace.file(), id));
}

void storeEdit(store::WorkspaceFile& file, const PreparedEdit& edit) {
    if (!edit.isDeletion)
        replaceRecord(file, edit.made.record);
    if (!edit.hasGround)
        records::removeGround(file, edit.made.record.id);
    if (edit.isDeletion)
        records::removeRecord(file, edit.made.record.id);
}

void requireStored(store::WorkspaceFile& file, const Source& source) {
    if (!records::hasSource(file, source.id))
        records::insertSource(file, source);
}

/// The source of what is written by hand, as it is called in the workspace.
Source handSourceOf(Workspace& workspace) {
    for (const Source& source : workspace.sources())
        if (source.id == handSource().id)
            return source;
    return handSource();
}

/// Whether an edit changes the field of a record; its number stands in the field of any measure.
bool changesField(const RecordEdit& edit, const std::string& field) {
    if (edit.isDeletion)
        return true;
    if (field == "ground")
        return edit.ground.isChange;
    const auto& measures = records::measures();
    return edit.texts.find(field) != edit.texts.end() ||
           (field == "value" && std::any_of(measures.begin(), measures.end(), [&](const auto& one) {
                return edit.texts.find(one.field) != edit.texts.end();
            }));
}

/// "Chủ thể", "Diện tích (ha)": as tables call it.
LocalText nameOfField(const std::string& field) {
    if (field == "ground")
        return {"vị trí", "the ground"};
    const records::ColumnShape* shape = records::findColumnShape(field);
    return shape == nullptr ? LocalText{field, field} : shape->header;
}

/// InputError when the edit would overwrite what its person has not seen.
void requireSeen(const RecordEdit& edit, const records::FieldTexts& now) {
    if (!edit.seen)
        return;
    LocalText others;
    for (const FieldChange& change : changesBetween(edit.id, *edit.seen, now)) {
        if (!changesField(edit, change.field))
            continue;
        const LocalText one =
            localText("{} là '{}', không còn là '{}'", "{} is '{}', no longer '{}'",
                      nameOfField(change.field), change.after, change.before);
        others.vi += (others.vi.empty() ? "" : "; ") + one.vi;
        others.en += (others.en.empty() ? "" : "; ") + one.en;
    }
    if (!others.en.empty())
        throw InputError(localText(
            "Bản ghi '{}' vừa được người khác sửa: {}. Hãy xem lại rồi lưu lần nữa nếu vẫn muốn "
            "thay.",
            "The record '{}' has been changed by somebody meanwhile: {}. Look at it, and save once "
            "more to replace it all the same.",
            edit.id, others));
}

LocalText whatWasEdited(const std::vector<RecordEdit>& edits,
                        const std::vector<records::EditedRecord>& made) {
    std::size_t added = 0, changed = 0, deleted = 0;
    for (const RecordEdit& edit : edits)
        ++(edit.isDeletion ? deleted : edit.id.empty() ? added : changed);
    if (edits.size() == 1) {
        const std::string& id = made.front().record.id;
        return added == 1     ? localText("thêm bản ghi {}", "added the record {}", id)
               : changed == 1 ? localText("sửa bản ghi {}", "changed the record {}", id)
                              : localText("xóa bản ghi {}", "deleted the record {}", id);
    }
    return localText("sửa nhiều bản ghi một lần: thêm {}, sửa {}, xóa {}",
                     "edited records at once: {} added, {} changed, {} deleted", added, changed,
                     deleted);
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
    PreparedEdit edit;
    workspace.geocoder(); // takes a while: not while others wait
    runEdit(workspace, who, [&]() -> LoggedEdit {
        const std::string id = NewIds(workspace, source.id).next();
        edit = additionOf(kind, texts, source, id, shape, contextOf(workspace));
        requireStored(workspace.file(), source);
        storeEdit(workspace.file(), edit);
        return {localText("thêm bản ghi {}", "added the record {}", id), edit.fields};
    });
    if (isMended)
        edit.made.remarks.push_back(mendedZoneRemark());
    return edit.made;
}

records::EditedRecord changeRecord(Workspace& workspace, const std::string& who,
                                   const std::string& id, const records::FieldTexts& texts,
                                   GroundChange ground) {
    const bool isMended = makeSound(ground);
    const SharedGround given = sharedGround(std::move(ground.ground));
    PreparedEdit edit;
    workspace.geocoder(); // takes a while: not while others wait
    const bool isChanged = runEdit(workspace, who, [&]() -> LoggedEdit {
        edit = changeOf(requireRecordOf(workspace, id), groundOfRecord(workspace, id), texts,
                        ground.isChange, given, contextOf(workspace));
        storeEdit(workspace.file(), edit);
        return {localText("sửa bản ghi {}", "changed the record {}", id), edit.fields};
    });
    edit.made.isChanged = isChanged;
    if (isMended)
        edit.made.remarks.push_back(mendedZoneRemark());
    return edit.made;
}

records::EditedRecord tryEdit(Workspace& workspace, RecordEdit edit, const Source& source) {
    const bool isMended = makeSound(edit.ground);
    const SharedGround given = sharedGround(std::move(edit.ground.ground));
    records::EditedRecord made =
        edit.id.empty()
            ? additionOf(edit.kind, edit.texts, source, "?", given, contextOf(workspace)).made
            : changeOf(requireRecordOf(workspace, edit.id), groundOfRecord(workspace, edit.id),
                       edit.texts, edit.ground.isChange, given, contextOf(workspace))
                  .made;
    if (isMended)
        made.remarks.push_back(mendedZoneRemark());
    return made;
}

EditsTogether editTogether(Workspace& workspace, const std::string& who,
                           const std::vector<RecordEdit>& edits) {
    EditsTogether done;
    workspace.geocoder(); // takes a while: not while others wait
    runEdit(workspace, who, [&]() -> LoggedEdit {
        const Source source = handSourceOf(workspace);
        const records::RecordContext context = contextOf(workspace);
        NewIds ids(workspace, source.id);
        const auto prepared = [&](const RecordEdit& edit) {
            GroundChange ground = edit.ground;
            const bool isMended = makeSound(ground);
            SharedGround shape = sharedGround(std::move(ground.ground));
            if (edit.id.empty()) {
                PreparedEdit made =
                    additionOf(edit.kind, edit.texts, source, ids.next(), shape, context);
                if (isMended)
                    made.made.remarks.push_back(mendedZoneRemark());
                return made;
            }
            const Record before = requireRecordOf(workspace, edit.id);
            const SharedGround groundBefore = groundOfRecord(workspace, edit.id);
            requireSeen(edit, seenTexts(before, groundBefore.get()));
            if (edit.isDeletion)
                return deletionOf(before, groundBefore);
            PreparedEdit made =
                changeOf(before, groundBefore, edit.texts, ground.isChange, shape, context);
            if (isMended)
                made.made.remarks.push_back(mendedZoneRemark());
            return made;
        };
        std::vector<PreparedEdit> all;
        for (std::size_t i = 0; i < edits.size(); ++i)
            try {
                all.push_back(prepared(edits[i]));
            } catch (const InputError& error) {
                done.refused.push_back({i, error.text()});
            } catch (const UsageError& error) {
                done.refused.push_back({i, error.text()});
            }
        if (!done.refused.empty())
            return {};
        LoggedEdit logged;
        for (PreparedEdit& edit : all) {
            if (!edit.isDeletion && edit.made.record.source == source.id)
                requireStored(workspace.file(), source);
            storeEdit(workspace.file(), edit);
            std::move(edit.fields.begin(), edit.fields.end(), std::back_inserter(logged.fields));
            done.made.push_back(std::move(edit.made));
        }
        if (!done.made.empty())
            logged.what = whatWasEdited(edits, done.made);
        return logged;
    });
    return done;
}

void deleteRecords(Workspace& workspace, const std::string& who,
                   const std::vector<std::string>& ids) {
    runEdit(workspace, who, [&]() -> LoggedEdit {
        LoggedEdit done;
        const std::set<std::string> each(ids.begin(), ids.end());
        for (const std::string& id : each) {
            const PreparedEdit edit =
                deletionOf(requireRecordOf(workspace, id), groundOfRecord(workspace, id));
            done.fields.insert(done.fields.end(), edit.fields.begin(), edit.fields.end());
            storeEdit(workspace.file(), edit);
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
