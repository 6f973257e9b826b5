#include "core/store/edit_log.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/format.h>

namespace terroir::store {

namespace {

// edit_field without a reference to edit: undoing must find nothing that depends on a record.
constexpr std::string_view editTables = R"sql(
CREATE TABLE IF NOT EXISTS edit(
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, vi TEXT NOT NULL, en TEXT NOT NULL,
    undone TEXT, changes BLOB);
CREATE TABLE IF NOT EXISTS edit_field(
    edit INTEGER NOT NULL, record TEXT NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT,
    PRIMARY KEY(edit, record, field)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edit_field_record ON edit_field(record);
)sql";

constexpr std::string_view now = "strftime('%Y-%m-%d %H:%M', 'now', 'localtime')";
constexpr std::string_view editColumns =
    "id, at, who, vi, en, undone IS NOT NULL, changes IS NOT NULL";

StoreError notItsTurn(const std::optional<Edit>& newer) {
    if (!newer)
        return StoreError(LocalText{"Thay đổi này đã được hoàn tác ở nơi khác.",
                                    "This change was taken back elsewhere."});
    return StoreError(localText("Sau thay đổi này đã có thay đổi khác ({}, {}, {}); hãy hoàn tác "
                                "thay đổi ấy trước.",
                                "Another change came after this one ({}, {}, {}); take that one "
                                "back first.",
                                newer->what, newer->who, newer->at));
}

std::vector<Edit> editsIn(Statement& row) {
    std::vector<Edit> edits;
    while (row.step())
        edits.push_back({row.integer(0),
                         row.text(1),
                         row.text(2),
                         {row.text(3), row.text(4)},
                         row.integer(5) != 0,
                         row.integer(6) != 0});
    return edits;
}

} // namespace

bool EditLog::exists() {
    return m_workspace.database()
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='edit'")
        .has_value();
}

void EditLog::prepare() {
    m_workspace.database().execute(editTables);
}

std::string placeDecisionField(std::size_t number) {
    return fmt::format("place_decision {}", number);
}

std::int64_t EditLog::add(const std::string& who, const LocalText& what,
                          const std::vector<FieldChange>& fields, const Changes& changes) {
    Database& database = m_workspace.database();
    Statement edit = database.prepare(
        fmt::format("INSERT INTO edit(at, who, vi, en, changes) VALUES({}, ?, ?, ?, ?)", now));
    edit.bind(1, who).bind(2, what.vi).bind(3, what.en);
    if (!changes.empty() && changes.size() <= maxKept)
        edit.bindBlob(4, changes.bytes());
    edit.run();
    Statement newest = database.prepare("SELECT max(id) FROM edit");
    newest.step();
    const std::int64_t id = newest.integer(0);
    newest.reset();
    Statement field = database.prepare("INSERT INTO edit_field VALUES(?, ?, ?, ?, ?) "
                                       "ON CONFLICT DO UPDATE SET after = excluded.after");
    for (const FieldChange& one : fields)
        field.bind(1, id)
            .bind(2, one.record)
            .bind(3, one.field)
            .bindTextOrNull(4, one.before)
            .bindTextOrNull(5, one.after)
            .run();
    return id;
}

std::optional<Edit> EditLog::newest() {
    if (!exists())
        return std::nullopt;
    Statement row = m_workspace.database().prepare(fmt::format(
        "SELECT {} FROM edit WHERE undone IS NULL ORDER BY id DESC LIMIT 1", editColumns));
    const std::vector<Edit> edits = editsIn(row);
    return edits.empty() ? std::nullopt : std::optional(edits.front());
}

std::vector<Edit> EditLog::edits() {
    if (!exists())
        return {};
    Statement rows = m_workspace.database().prepare(
        fmt::format("SELECT {} FROM edit ORDER BY id DESC", editColumns));
    return editsIn(rows);
}

std::vector<Edit> EditLog::editsOf(std::string_view record) {
    if (!exists())
        return {};
    Statement rows = m_workspace.database().prepare(
        fmt::format("SELECT {} FROM edit WHERE id IN (SELECT edit FROM edit_field WHERE record = "
                    "?) ORDER BY id DESC",
                    editColumns));
    rows.bind(1, record);
    return editsIn(rows);
}

std::vector<FieldChange> EditLog::fieldsOf(std::int64_t edit) {
    Statement rows =
        m_workspace.database().prepare("SELECT record, field, before, after FROM edit_field WHERE "
                                       "edit = ? ORDER BY record, field");
    rows.bind(1, edit);
    std::vector<FieldChange> fields;
    while (rows.step())
        fields.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    return fields;
}

std::size_t EditLog::recordsByHand(std::string_view source) {
    if (!exists())
        return 0;
    Statement count = m_workspace.database().prepare(
        fmt::format("SELECT count(*) FROM record WHERE source = ? AND id IN (SELECT record FROM "
                    "edit_field JOIN "
                    "edit ON edit.id = edit_field.edit WHERE undone IS NULL AND {})",
                    isNoPlaceDecision));
    count.bind(1, source);
    return count.step() ? std::size_t(count.integer(0)) : 0;
}

void EditLog::mark(std::int64_t edit) {
    Statement row = m_workspace.database().prepare(
        fmt::format("UPDATE edit SET undone = {}, changes = NULL WHERE id = ?", now));
    row.bind(1, edit).run();
}

Changes EditLog::changesOf(std::int64_t edit) {
    Statement bytes =
        m_workspace.database().prepare("SELECT changes FROM edit WHERE id = ? AND changes NOTNULL");
    bytes.bind(1, edit);
    return bytes.step() ? Changes::ofBytes(bytes.view(0)) : Changes();
}

void EditLog::undo(std::int64_t edit, const Changes& changes) {
    applyChanges(m_workspace.database(), changes.inverted(), [&] {
        const std::optional<Edit> turn = newest();
        if (!turn || turn->id != edit)
            throw notItsTurn(turn);
        mark(edit);
    });
}

void EditLog::redo(std::int64_t edit, const Changes& changes) {
    applyChanges(m_workspace.database(), changes, [&] {
        if (const std::optional<Edit> last = newest(); last && last->id >= edit)
            throw notItsTurn(last);
        Statement row = m_workspace.database().prepare(
            "UPDATE edit SET undone = NULL, changes = ? WHERE id = ?");
        if (!changes.empty() && changes.size() <= maxKept)
            row.bindBlob(1, changes.bytes());
        row.bind(2, edit).run();
    });
}

void EditLog::passOver(std::int64_t edit) {
    Transaction transaction(m_workspace.database());
    const std::optional<Edit> turn = newest();
    if (!turn || turn->id != edit)
        throw notItsTurn(turn);
    mark(edit);
    transaction.commit();
}

Edit EditLog::undoNewest(Undo how) {
    for (Edit& edit : edits()) {
        if (edit.isUndone)
            continue;
        edit.isUndone = true;
        if (how == Undo::Skip) {
            passOver(edit.id);
            return edit;
        }
        if (!edit.canUndo)
            throw StoreError(localText(
                "Thay đổi mới nhất ({}, {}) quá lớn nên không được giữ lại để hoàn tác; hãy nhập "
                "lại nguồn ấy, hoặc thêm --skip để bỏ qua thay đổi này.",
                "The newest change ({}, {}) was too large to be kept, so it cannot be undone; "
                "import its source again, or add --skip to pass over this change.",
                edit.what, edit.at));
        const Changes changes = changesOf(edit.id);
        try {
            undo(edit.id, changes);
        } catch (const StoreError& error) {
            // Somebody has taken it back meanwhile: there is nothing to pass over.
            if (const std::optional<Edit> turn = newest(); !turn || turn->id != edit.id)
                throw;
            throw StoreError(localText(
                "{} Thay đổi cần hoàn tác là: {}, {}; thêm --skip để bỏ qua thay đổi này.",
                "{} The change to undo is: {}, {}; add --skip to pass over it.", error.text(),
                edit.what, edit.at));
        }
        return edit;
    }
    throw StoreError(localText("'{}' không có thay đổi nào để hoàn tác; bảng nhập bằng lệnh được "
                               "bỏ bằng 'terroir sources remove'.",
                               "'{}' has no change to undo; a table imported by command is taken "
                               "out with 'terroir sources remove'.",
                               m_workspace.file().string()));
}

} // namespace terroir::store
