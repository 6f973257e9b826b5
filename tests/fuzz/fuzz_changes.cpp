// Edits of a database in any order: undone it is as before, done again as after. An input: three
// bytes an edit.

#include "core/store/change_recorder.hpp"
#include "core/store/database.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace terroir;
using store::Database;

constexpr const char* tables = R"sql(
CREATE TABLE a(id TEXT PRIMARY KEY, v REAL, t TEXT, b BLOB);
CREATE TABLE c(id INTEGER PRIMARY KEY, a TEXT REFERENCES a(id) ON DELETE CASCADE, n);
CREATE TABLE w(k TEXT, seq INTEGER, t TEXT, PRIMARY KEY(k, seq)) WITHOUT ROWID;
PRAGMA foreign_keys=ON;
)sql";

std::string contents(Database& database) {
    std::string all;
    for (const char* rows : {"SELECT group_concat(quote(id)||quote(v)||quote(t)||quote(b)) FROM "
                             "(SELECT * FROM a ORDER BY id)",
                             "SELECT group_concat(quote(id)||quote(a)||quote(n)) FROM "
                             "(SELECT * FROM c ORDER BY id)",
                             "SELECT group_concat(quote(k)||quote(seq)||quote(t)) FROM "
                             "(SELECT * FROM w ORDER BY k, seq)"})
        all += database.queryText(rows).value_or("-") + "\n";
    return all;
}

void edit(Database& database, unsigned what, int key, int value) {
    static constexpr const char* edits[] = {
        "INSERT OR REPLACE INTO a VALUES('k'||?1, ?2 / 3.0, 't'||?2, zeroblob(?2))",
        "INSERT OR IGNORE INTO c VALUES(?1, 'k'||?2, ?2)",
        "INSERT OR REPLACE INTO w VALUES('k'||?1, ?2, NULL)",
        "UPDATE OR IGNORE a SET id = 'k'||?2 WHERE id = 'k'||?1",
        "UPDATE a SET v = NULL, t = ?2 WHERE id = 'k'||?1",
        "UPDATE c SET n = n || ?2 WHERE id <= ?1",
        "UPDATE OR REPLACE w SET seq = ?2 WHERE k = 'k'||?1",
        "DELETE FROM a WHERE id = 'k'||?1 AND ?2",
        "DELETE FROM w WHERE seq > ?1 OR seq = ?2",
        "DELETE FROM c WHERE id = ?1 + ?2",
    };
    fuzz::isTaken([&] {
        auto statement = database.prepare(edits[what % std::size(edits)]);
        statement.bind(1, key).bind(2, value).run();
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Database database = Database::open(":memory:", store::Mode::Create);
    database.execute(tables);
    fuzz::Input input(data, size);
    for (unsigned round = 0; round < 3 && !input.isEmpty(); ++round) {
        const std::string before = contents(database);
        store::ChangeRecorder recorder(database);
        for (unsigned edits = input.byte() % 32; edits > 0 && !input.isEmpty(); --edits) {
            const unsigned what = input.byte();
            const int key = int(input.byte() % 8), value = int(input.byte() % 16);
            edit(database, what, key, value);
        }
        const store::Changes changes = recorder.take();
        const std::string after = contents(database);
        store::applyChanges(database, changes.inverted());
        fuzz::require(contents(database) == before, "What is undone is not as before.");
        store::applyChanges(database, changes);
        fuzz::require(contents(database) == after, "What is done again is not as after.");
    }
    return 0;
}
