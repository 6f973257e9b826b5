#include "core/store/changes.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/store/change_bytes.hpp"
#include "core/store/database.hpp"

#include <sqlite3.h>

#include <exception>
#include <set>
#include <string>

namespace terroir::store {

namespace {

/// Switches something of a connection off for its lifetime.
class SwitchedOff {
public:
    SwitchedOff(sqlite3* handle, int option) : m_handle(handle), m_option(option) {
        sqlite3_db_config(m_handle, m_option, -1, &m_before);
        sqlite3_db_config(m_handle, m_option, 0, nullptr);
    }
    ~SwitchedOff() { sqlite3_db_config(m_handle, m_option, m_before, nullptr); }
    SwitchedOff(const SwitchedOff&) = delete;
    SwitchedOff& operator=(const SwitchedOff&) = delete;

private:
    sqlite3* m_handle;
    int m_option;
    int m_before = 0;
};

/// One run of SQLite over the changes.
struct Run {
    const ChangeBytes& bytes;
    std::uint64_t read = 0;
    std::set<std::string> tables; ///< that are touched
    LocalText conflict;           ///< where, empty without one
    std::exception_ptr failure;
};

int readMore(void* context, void* into, int* count) {
    auto& run = *static_cast<Run*>(context);
    try {
        *count = int(run.bytes.read(run.read, into, std::size_t(*count)));
        run.read += std::uint64_t(*count);
        return SQLITE_OK;
    } catch (...) { // must not pass through SQLite
        run.failure = std::current_exception();
        return SQLITE_IOERR;
    }
}

int noteTable(void* context, const char* table) {
    static_cast<Run*>(context)->tables.insert(table);
    return 1;
}

std::string textOf(sqlite3_value* value) {
    const unsigned char* text = value == nullptr ? nullptr : sqlite3_value_text(value);
    return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

/// "table 'record', row 'S1-1'": by its primary key.
LocalText describeRow(sqlite3_changeset_iter* at) {
    const char* table = nullptr;
    int columns = 0, operation = 0, indirect = 0;
    unsigned char* isKey = nullptr;
    sqlite3changeset_op(at, &table, &columns, &operation, &indirect);
    sqlite3changeset_pk(at, &isKey, &columns);
    std::string key;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value* value = nullptr;
        if (isKey[column] == 0)
            continue;
        if (operation == SQLITE_INSERT)
            sqlite3changeset_new(at, column, &value);
        else
            sqlite3changeset_old(at, column, &value);
        key += (key.empty() ? "" : ", ") + textOf(value);
    }
    return localText("bảng '{}', dòng '{}'", "table '{}', row '{}'", table, key);
}

int stopAtConflict(void* context, int kind, sqlite3_changeset_iter* at) {
    auto& run = *static_cast<Run*>(context);
    run.conflict = kind == SQLITE_CHANGESET_FOREIGN_KEY
                       ? localText("có dòng tham chiếu đến một dòng không còn",
                                   "rows refer to one that is not there")
                       : describeRow(at);
    return SQLITE_CHANGESET_ABORT;
}

[[noreturn]] void refuse(const Database& database, const LocalText& where) {
    throw StoreError(localText("Sau đó '{}' đã bị một chương trình hoặc lệnh khác thay đổi ({}), "
                               "nên không thể hoàn tác hay làm lại; lần này không có gì thay đổi.",
                               "'{}' was changed by another program or command since ({}), so this "
                               "change can be neither undone nor redone; nothing was changed.",
                               database.file().string(), where));
}

/// SQLite passes over tables that are not there.
void checkTables(Database& database, const std::set<std::string>& tables) {
    Statement row = database.prepare("SELECT 1 FROM sqlite_master WHERE type='table' AND name=?");
    for (const std::string& table : tables) {
        if (!row.bind(1, table).step())
            refuse(database, localText("không có bảng '{}'", "it has no table '{}'", table));
        row.reset();
    }
}

/// Rows of the touched tables, and of those that refer to them, that refer to a row that is not
/// there.
void checkReferences(Database& database, const std::set<std::string>& touched) {
    Statement references = database.prepare(
        "SELECT t.name, f.\"table\" FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) "
        "AS f WHERE t.schema='main' AND t.type='table'");
    std::set<std::string> tables;
    while (references.step())
        if (touched.contains(references.text(0)) || touched.contains(references.text(1)))
            tables.insert(references.text(0));
    for (const std::string& table : tables) {
        Statement dangling =
            database.prepare("SELECT parent FROM pragma_foreign_key_check(?) LIMIT 1");
        if (dangling.bind(1, table).step())
            refuse(database, localText("bảng '{}' có một dòng mà '{}' của dòng ấy sẽ mất",
                                       "table '{}' has a row whose '{}' would be gone", table,
                                       dangling.text(0)));
    }
}

} // namespace

std::uint64_t Changes::size() const {
    return m_bytes == nullptr ? 0 : m_bytes->size();
}

Changes Changes::inverted() const {
    Changes out = *this;
    out.m_isInverted = !m_isInverted;
    return out;
}

std::string Changes::bytes() const {
    std::string all(size(), '\0');
    if (m_bytes != nullptr)
        all.resize(m_bytes->read(0, all.data(), all.size()));
    return all;
}

Changes Changes::ofBytes(std::string_view bytes) {
    auto own = std::make_shared<ChangeBytes>();
    own->append(bytes.data(), bytes.size());
    Changes changes;
    changes.m_bytes = std::move(own);
    return changes;
}

void applyChanges(Database& database, const Changes& changes,
                  const std::function<void()>& beforeCommit) {
    if (changes.empty())
        return;
    // A deleted source must not take rows along that someone else added below it: those are looked
    // for afterwards. What triggers did is among the changes.
    const SwitchedOff foreignKeys(database.m_handle, SQLITE_DBCONFIG_ENABLE_FKEY);
    const SwitchedOff triggers(database.m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER);
    Transaction transaction(database);
    Run run{*changes.m_bytes, 0, {}, {}, {}};
    const int result = sqlite3changeset_apply_v2_strm(
        database.m_handle, readMore, &run, noteTable, stopAtConflict, &run, nullptr, nullptr,
        changes.m_isInverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
    if (run.failure)
        std::rethrow_exception(run.failure);
    if (run.conflict != LocalText())
        refuse(database, run.conflict);
    if (result != SQLITE_OK)
        throw StoreError(localText(
            "'{}': không hoàn tác hoặc làm lại được thay đổi ({}); chưa có gì bị thay đổi.",
            "'{}': undoing or redoing a change failed ({}); nothing was changed.",
            database.file().string(), sqlite3_errstr(result)));
    checkTables(database, run.tables);
    checkReferences(database, run.tables);
    if (beforeCommit)
        beforeCommit();
    transaction.commit();
}

} // namespace terroir::store
