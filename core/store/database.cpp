#include "core/store/database.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"

#include <cerrno>
#include <system_error>
#include <utility>
// spatialite.h needs the types of sqlite3.h before it.
// clang-format off
#include <sqlite3.h>
#include <spatialite.h>
// clang-format on

namespace terroir::store {

namespace {

/// Whatever is asked, SQLite first puts in order what was left in the middle of a change.
constexpr const char* anyQuestion = "SELECT count(*) FROM sqlite_master";

/// A journal of a change of which nothing had reached the file yet is left lying by that: here it
/// becomes the journal of a change that is taken back.
constexpr const char* removesJournal = "BEGIN IMMEDIATE; PRAGMA user_version=0; ROLLBACK";

/// Half a gigabyte of one transaction's changes, in KiB.
constexpr const char* changesInMemory = "PRAGMA cache_spill=-524288";

/// Why the system did not do it: SQLite may know it of the connection or of the file. 0: unknown.
int reasonOfSystem(sqlite3* handle) {
    int reason = sqlite3_system_errno(handle);
    if (reason == 0)
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &reason);
    return reason;
}

bool isNoRoom(int reason) {
#ifdef EDQUOT
    if (reason == EDQUOT)
        return true;
#endif
    return reason == ENOSPC || reason == EFBIG;
}

void waitForOthers(sqlite3* handle, Patience* patience) {
    sqlite3_busy_handler(handle, patience == nullptr ? nullptr : &Patience::wait, patience);
}

} // namespace

Database Database::open(const std::filesystem::path& file, Mode mode, Spatial spatial,
                        Waiting waiting) {
    return openWith(std::make_unique<Patience>(file, std::move(waiting)), file, mode, spatial);
}

void Database::connect(int flags) {
    if (sqlite3_open_v2(m_file.string().c_str(), &m_handle, flags | SQLITE_OPEN_NOMUTEX, nullptr) !=
        SQLITE_OK)
        fail(localText("mở tệp", "opening it"));
    waitForOthers(m_handle, m_patience.get());
}

Database Database::openWith(std::unique_ptr<Patience> patience, const std::filesystem::path& file,
                            Mode mode, Spatial spatial) {
    Database database;
    database.m_file = file;
    database.m_patience = std::move(patience);
    std::error_code ignored;
    if (mode != Mode::Create && !std::filesystem::exists(file, ignored))
        throw StoreError(localText("Không có không gian làm việc '{}'; hãy tạo bằng 'terroir init' "
                                   "hoặc chọn tệp khác bằng -w.",
                                   "The workspace '{}' does not exist; make it with 'terroir init' "
                                   "or name another with -w.",
                                   file.string()));
    if (std::filesystem::is_directory(file, ignored))
        throw StoreError(localText("Không gian làm việc '{}' là một thư mục; hãy ghi tên một tệp.",
                                   "The workspace '{}' is a folder; name a file.", file.string()));
    if (mode != Mode::Create)
        requireRegularFile(file);
    const int flags = mode == Mode::ReadOnly    ? SQLITE_OPEN_READONLY
                      : mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    database.connect(flags);
    if (mode == Mode::ReadOnly)
        database.rollBackInterrupted();
    // The schema may be somebody else's: see requireOwnSchema(). SpatiaLite's triggers on
    // boundaries need its functions, and so a schema that is trusted.
    sqlite3_db_config(database.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (spatial == Spatial::No)
        for (const int power : {SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                                SQLITE_DBCONFIG_TRUSTED_SCHEMA})
            sqlite3_db_config(database.m_handle, power, 0, nullptr);
    if (mode == Mode::ReadWrite)
        database.execute(changesInMemory);
    if (spatial == Spatial::Yes) {
        database.m_spatialite = spatialite_alloc_connection();
        spatialite_init_ex(database.m_handle, database.m_spatialite, 0);
        waitForOthers(database.m_handle, database.m_patience.get()); // it has set a time of its own
    }
    return database;
}

Database::Database(Database&& other) noexcept
    : m_file(std::move(other.m_file)), m_patience(std::move(other.m_patience)),
      m_spatialite(std::exchange(other.m_spatialite, nullptr)),
      m_handle(std::exchange(other.m_handle, nullptr)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(m_file, other.m_file);
    std::swap(m_patience, other.m_patience);
    std::swap(m_spatialite, other.m_spatialite);
    std::swap(m_handle, other.m_handle);
    return *this;
}

Database::~Database() {
    if (m_handle != nullptr)
        sqlite3_close_v2(m_handle);
    if (m_spatialite != nullptr)
        spatialite_cleanup_ex(m_spatialite);
}

void Database::fail(const LocalText& doing) const {
    const int code = m_handle == nullptr ? SQLITE_NOMEM : sqlite3_errcode(m_handle) & 0xff;
    const LocalText said = m_handle == nullptr
                               ? localText("hết bộ nhớ", "out of memory")
                               : LocalText{sqlite3_errmsg(m_handle), sqlite3_errmsg(m_handle)};
    const std::string name = m_file.string();
    const int reason = m_handle == nullptr ? 0 : reasonOfSystem(m_handle);
    if (m_handle != nullptr && sqlite3_get_autocommit(m_handle) != 0 &&
        (code == SQLITE_FULL || code == SQLITE_IOERR))
        restore();
    switch (code) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
        if (code == SQLITE_FULL || isNoRoom(reason))
            throw StoreError(localText(
                "Không ghi thêm được vào '{}': {}; hãy giải phóng dung lượng rồi thử lại (chưa có "
                "gì bị thay đổi).",
                "'{}' cannot grow: {}; free some space and try again (nothing was changed).", name,
                code == SQLITE_FULL ? localText("ổ đĩa đã đầy", "the disk is full")
                                    : systemReason(reason)));
        throw StoreError(localText(
            "Ổ đĩa không đọc hoặc không ghi được '{}' ({}); hãy kiểm tra ổ đĩa và đường nối tới "
            "nó rồi thử lại.",
            "The disk does not read or write '{}' ({}); check it and the connection to it, and "
            "try again.",
            name, reason == 0 ? said : systemReason(reason)));
    case SQLITE_CORRUPT:
        throw StoreError(localText("'{}' bị hỏng hoặc bị cắt cụt ({}); hãy khôi phục từ bản sao, "
                                   "hoặc tạo không gian làm việc mới bằng 'terroir init'.",
                                   "'{}' is damaged or cut short ({}); restore a copy, or make a "
                                   "new workspace with 'terroir init'.",
                                   name, said));
    case SQLITE_NOTADB:
        throw StoreError(
            localText("'{}' không phải là không gian làm việc của terroir (không phải tệp "
                      "SpatiaLite); hãy ghi đúng tệp bằng -w hoặc tạo mới bằng 'terroir init'.",
                      "'{}' is not a terroir workspace (no SpatiaLite file); name the right file "
                      "with -w or make one with 'terroir init'.",
                      name));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw StoreError(
            localText("'{}' đang được một chương trình khác dùng; hãy đóng ở đó rồi thử lại.",
                      "'{}' is in use by another program; close it there and try again.", name));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        throw StoreError(
            localText("'{}' chỉ cho đọc; hãy kiểm tra quyền truy cập hoặc dùng một bản sao.",
                      "'{}' is read-only; check the permissions or use a copy.", name));
    default:
        throw StoreError(
            localText("'{}': {} không được ({}).", "'{}': {} failed ({}).", name, doing, said));
    }
}

/// A write that failed halfway (disk full) leaves the file changed and its journal beside it until
/// the file is next read, which no statement may keep from happening. So it is read at once: then
/// nothing was changed, as the person is told, and the file alone is the whole workspace.
void Database::restore() const {
    for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(m_handle, one)) != nullptr;)
        sqlite3_reset(one);
    sqlite3_exec(m_handle, anyQuestion, nullptr, nullptr, nullptr);
}

/// A program that was killed while it wrote leaves a journal, and a reader may not roll it back:
/// the file is opened for writing once, which restores it, and then for reading again.
void Database::rollBackInterrupted() {
    if (sqlite3_exec(m_handle, anyQuestion, nullptr, nullptr, nullptr) == SQLITE_OK ||
        sqlite3_extended_errcode(m_handle) != SQLITE_READONLY_ROLLBACK)
        return;
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
    if (!putInOrder(m_file))
        throw StoreError(
            localText("'{}' còn dở dang vì một chương trình bị dừng giữa chừng khi đang ghi, và "
                      "không khôi phục được vì tệp hoặc thư mục chỉ cho đọc; hãy chép cả tệp này "
                      "và '{}-journal' sang một thư mục ghi được.",
                      "'{}' was left in the middle of a change by a program that was stopped, and "
                      "cannot be restored because it or its folder is read-only; copy both it and "
                      "'{}-journal' to a folder that can be written.",
                      m_file.string(), m_file.filename().string()));
    connect(SQLITE_OPEN_READONLY);
}

void Database::execute(std::string_view sql) {
    if (sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(localText("thực hiện câu lệnh", "a statement"));
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.data(), int(sql.size()), &handle, nullptr) != SQLITE_OK)
        fail(localText("thực hiện câu lệnh", "a statement"));
    return {*this, handle};
}

std::optional<std::string> Database::queryText(std::string_view sql) {
    Statement statement = prepare(sql);
    if (!statement.step() || statement.isNull(0))
        return std::nullopt;
    return statement.text(0);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_handle);
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_handle(std::exchange(other.m_handle, nullptr)) {}

Statement::~Statement() {
    sqlite3_finalize(m_handle);
}

Statement& Statement::bind(int parameter, std::string_view text) {
    sqlite3_bind_text64(m_handle, parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(m_handle, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    sqlite3_bind_double(m_handle, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::optional<double> value) {
    return value ? bind(parameter, *value) : bindNull(parameter);
}

Statement& Statement::bindBlob(int parameter, std::string_view bytes) {
    sqlite3_bind_blob64(m_handle, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    sqlite3_bind_null(m_handle, parameter);
    return *this;
}

Statement& Statement::bindTextOrNull(int parameter, std::string_view text) {
    return text.empty() ? bindNull(parameter) : bind(parameter, text);
}

bool Statement::step() {
    const int result = sqlite3_step(m_handle);
    if (result == SQLITE_ROW)
        return true;
    if (result != SQLITE_DONE)
        m_database->fail(localText("đọc hoặc ghi", "reading or writing"));
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(m_handle);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::string Statement::text(int column) const {
    return std::string(view(column));
}

std::string_view Statement::view(int column) const {
    const void* bytes = sqlite3_column_blob(m_handle, column);
    if (bytes == nullptr)
        return {};
    return {static_cast<const char*>(bytes), std::size_t(sqlite3_column_bytes(m_handle, column))};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_handle, column);
}

std::optional<double> Statement::optionalReal(int column) const {
    return isNull(column) ? std::nullopt : std::optional<double>(real(column));
}

std::unique_ptr<SecondReader> SecondReader::of(Database& first) {
    if (sqlite3_get_autocommit(first.m_handle) == 0)
        return nullptr;
    std::unique_ptr<SecondReader> reader(new SecondReader(first));
    if (!reader->begin())
        return nullptr;
    // Asked last: a file that takes the name before the second one opens it is another one.
    int isMoved = 0;
    const bool isKnown =
        sqlite3_file_control(first.m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &isMoved) == SQLITE_OK;
    return isKnown && isMoved == 0 ? std::move(reader) : nullptr;
}

/// The first one's lock on reading, which is taken first, keeps others from writing. Who wants to
/// write already lets no new reader in: waiting would be waiting for each other.
bool SecondReader::begin() {
    const std::string begin = std::string("BEGIN; ") + anyQuestion;
    m_first.execute(begin);
    m_holds = true;
    try {
        m_second = Database::openWith(nullptr, m_first.file(), Mode::ReadOnly, Spatial::No);
        m_second.execute(begin);
    } catch (const StoreError&) {
        return false;
    }
    return true;
}

SecondReader::~SecondReader() {
    if (!m_holds)
        return;
    try {
        m_first.execute("COMMIT");
    } catch (const StoreError&) {
        // Nothing was written.
    }
}

Transaction::Transaction(Database& database) : m_database(database), m_changed(database.file()) {
    m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!m_open)
        return;
    try {
        m_database.execute("ROLLBACK");
    } catch (const StoreError&) {
        // SQLite has rolled back by itself (disk full) as far as it could.
        m_database.restore();
    }
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

bool putInOrder(const std::filesystem::path& file) {
    sqlite3* writer = nullptr;
    const bool isDone = sqlite3_open_v2(file.string().c_str(), &writer, SQLITE_OPEN_READWRITE,
                                        nullptr) == SQLITE_OK &&
                        sqlite3_exec(writer, anyQuestion, nullptr, nullptr, nullptr) == SQLITE_OK;
    if (isDone)
        sqlite3_exec(writer, removesJournal, nullptr, nullptr, nullptr);
    sqlite3_close_v2(writer);
    return isDone;
}

} // namespace terroir::store
