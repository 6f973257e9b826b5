#pragma once

#include "core/base/language.hpp"
#include "core/base/operating_system.hpp"
#include "core/store/patience.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace terroir::store {

enum class Mode { ReadOnly, ReadWrite, Create };
/// Whether ST_… functions are needed on the connection; registering them costs a few milliseconds.
/// Without them no view and no trigger of the file works: boundaries are not written so.
enum class Spatial { No, Yes };

class Changes;
class Statement;

/// One SQLite connection, with SpatiaLite on request. Move-only; statements and transactions must
/// not outlive it. Every failure is a StoreError that names the file and SQLite's message.
///
/// Other programs read on while one writes: what a transaction changes stays in memory (up to half
/// a gigabyte; a larger one keeps readers waiting from there on) and goes into the file at the
/// commit. No write-ahead log: the file alone is the whole workspace, also on a network drive or a
/// medium that cannot be written.
class Database {
public:
    /// `waiting`: see Patience.
    static Database open(const std::filesystem::path& file, Mode mode,
                         Spatial spatial = Spatial::No, Waiting waiting = {});
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// Runs one or more statements without results.
    void execute(std::string_view sql);
    Statement prepare(std::string_view sql);
    /// First column of the first row, empty when there is no row or it is NULL.
    std::optional<std::string> queryText(std::string_view sql);
    std::int64_t changes() const;
    const std::filesystem::path& file() const { return m_file; }
    bool isSpatial() const { return m_spatialite != nullptr; }

private:
    friend class Statement;
    friend class SecondReader;
    friend class Transaction;
    friend class ChangeRecorder;
    friend void applyChanges(Database& database, const Changes& changes,
                             const std::function<void()>& beforeCommit);
    Database() = default;
    static Database openWith(std::unique_ptr<Patience> patience, const std::filesystem::path& file,
                             Mode mode, Spatial spatial);
    void connect(int flags);
    void rollBackInterrupted();
    void restore() const;
    [[noreturn]] void fail(const LocalText& doing) const;

    std::filesystem::path m_file;
    std::unique_ptr<Patience> m_patience; ///< null: does not wait
    void* m_spatialite = nullptr;
    sqlite3* m_handle = nullptr;
};

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite.
class Statement {
public:
    ~Statement();
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, const char* text) {
        return bind(parameter, std::string_view(text));
    }
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, int value) { return bind(parameter, std::int64_t(value)); }
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::optional<double> value);
    Statement& bindBlob(int parameter, std::string_view bytes);
    Statement& bindNull(int parameter);
    /// Empty text becomes NULL: an unknown is not an empty string.
    Statement& bindTextOrNull(int parameter, std::string_view text);

    /// True while there is a row.
    bool step();
    /// Steps to the end and makes the statement ready for the next set of values.
    void run();
    void reset();

    bool isNull(int column) const;
    std::string text(int column) const; ///< empty for NULL; also the bytes of a blob
    /// Valid until the next step().
    std::string_view view(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::optional<double> optionalReal(int column) const;

private:
    friend class Database;
    Statement(Database& database, sqlite3_stmt* handle) : m_database(&database), m_handle(handle) {}

    Database* m_database;
    sqlite3_stmt* m_handle;
};

/// Another connection to the file of one, for another thread: both read the same state of it for as
/// long as this lives. In the meantime no program can change the file.
class SecondReader {
public:
    /// None where another connection would read something else: the first one has changes that are
    /// not committed, or another file has taken the place of its own. Nor while another program
    /// waits for the first one to end, so that it can write.
    static std::unique_ptr<SecondReader> of(Database& first);
    ~SecondReader();
    SecondReader(const SecondReader&) = delete;
    SecondReader& operator=(const SecondReader&) = delete;
    Database& database() { return m_second; }

private:
    explicit SecondReader(Database& first) : m_first(first) {}
    bool begin();
    Database& m_first;
    bool m_holds = false; ///< the first one's lock
    Database m_second;
};

/// All or nothing: rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    const ChangedFile m_changed;
    bool m_open = true;
};

/// Puts a file in order that a program was stopped at while it wrote: takes back what it did not
/// commit. False when the file or its folder cannot be written.
bool putInOrder(const std::filesystem::path& file);

} // namespace terroir::store
