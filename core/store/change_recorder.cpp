#include "core/store/change_recorder.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/store/change_bytes.hpp"
#include "core/store/database.hpp"

#include <sqlite3.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace terroir::store {

namespace {

/// SpatiaLite's triggers keep its own tables; undoing runs them again.
std::vector<std::string> recordedTables(Database& database) {
    Statement rows = database.prepare(
        "SELECT name FROM pragma_table_list AS t WHERE schema = 'main' AND type = 'table'"
        "  AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%geometry\\_columns%'"
        "  ESCAPE '\\' AND name NOT LIKE 'spatial%' AND name NOT LIKE 'idx\\_%' ESCAPE '\\'"
        "  AND name NOT IN ('data_licenses', 'sql_statements_log')"
        "  AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0) ORDER BY name");
    std::vector<std::string> names;
    while (rows.step())
        names.push_back(rows.text(0));
    return names;
}

struct Output {
    ChangeBytes bytes;
    std::exception_ptr failure;
};

int append(void* context, const void* bytes, int count) {
    auto& output = *static_cast<Output*>(context);
    try {
        output.bytes.append(bytes, std::size_t(count));
        return SQLITE_OK;
    } catch (...) { // must not pass through SQLite
        output.failure = std::current_exception();
        return SQLITE_IOERR;
    }
}

} // namespace

ChangeRecorder::ChangeRecorder(Database& database) : m_database(database) {
    begin();
}

ChangeRecorder::~ChangeRecorder() {
    end();
}

void ChangeRecorder::begin() {
    const std::vector<std::string> tables = recordedTables(m_database);
    if (sqlite3session_create(m_database.m_handle, "main", &m_session) != SQLITE_OK)
        m_database.fail(localText("ghi lại các thay đổi", "recording changes"));
    for (const std::string& table : tables)
        if (sqlite3session_attach(m_session, table.c_str()) != SQLITE_OK) {
            end();
            m_database.fail(localText("ghi lại các thay đổi", "recording changes"));
        }
}

void ChangeRecorder::end() {
    if (m_session != nullptr)
        sqlite3session_delete(std::exchange(m_session, nullptr));
}

Changes ChangeRecorder::take() {
    const auto output = std::make_shared<Output>();
    const int result = sqlite3session_changeset_strm(m_session, append, output.get());
    end();
    begin();
    if (output->failure)
        std::rethrow_exception(output->failure);
    if (result != SQLITE_OK)
        throw StoreError(localText(
            "'{}': không đọc được các thay đổi vừa làm ({}); thay đổi vẫn được giữ và không hoàn "
            "tác được.",
            "'{}': reading what was changed failed ({}); the change stays and cannot be undone.",
            m_database.file().string(), sqlite3_errstr(result)));
    Changes changes;
    changes.m_bytes = std::shared_ptr<const ChangeBytes>(output, &output->bytes);
    return changes;
}

} // namespace terroir::store
