#pragma once

#include "core/store/changes.hpp"

struct sqlite3_session;

namespace terroir::store {

/// Notes what happens to the rows of a database through one connection, so that it can be undone:
/// in every table with a primary key (the program's own, not SpatiaLite's book-keeping), cascaded
/// deletions included; what is rolled back is not a change. Make one before the edit's transaction;
/// the database must stay where it is and outlive it. While it lives, the old values of changed and
/// deleted rows are kept in memory, those of added rows are not.
class ChangeRecorder {
public:
    explicit ChangeRecorder(Database& database);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    /// The changes since the beginning or the last take(), which it reads from the tables: right
    /// before the commit (no one else can write then) or right after it. Recording starts again,
    /// also after the StoreError for a temporary folder that cannot take a large edit.
    Changes take();

private:
    void begin();
    void end();

    Database& m_database;
    sqlite3_session* m_session = nullptr;
};

} // namespace terroir::store
