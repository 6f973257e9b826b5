#include "core/store/workspace_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/silent_errors.hpp"
#include "core/store/own_schema.hpp"

#include <system_error>
#include <utility>

namespace terroir::store {

namespace {

// Dates are text (YYYY-MM-DD); NULL is an open end. valid_to is exclusive.
constexpr std::string_view tables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE unit(
    uid TEXT PRIMARY KEY, code TEXT NOT NULL,
    level TEXT NOT NULL CHECK(level IN ('province','district','commune')),
    type TEXT NOT NULL, name TEXT NOT NULL, parent TEXT REFERENCES unit(uid),
    valid_from TEXT, valid_to TEXT, area_km2 REAL, area_source TEXT, population REAL,
    lon REAL, lat REAL, source TEXT) WITHOUT ROWID;
CREATE TABLE succession(
    predecessor TEXT NOT NULL REFERENCES unit(uid), successor TEXT NOT NULL REFERENCES unit(uid),
    date TEXT NOT NULL, decree TEXT, area_share REAL,
    kind TEXT NOT NULL CHECK(kind IN ('whole','part','rename','split')), share_basis TEXT, evidence TEXT);
CREATE TABLE alias(unit TEXT NOT NULL REFERENCES unit(uid), alias TEXT NOT NULL, kind TEXT);
CREATE TABLE outline(province TEXT PRIMARY KEY REFERENCES unit(uid));
CREATE TABLE boundary(
    unit TEXT PRIMARY KEY REFERENCES unit(uid), file TEXT NOT NULL, imported TEXT NOT NULL,
    layer TEXT, day TEXT, crs TEXT);
CREATE TABLE source(
    id TEXT PRIMARY KEY, title TEXT NOT NULL, issuer TEXT, number TEXT, date TEXT, territory TEXT,
    covers_from TEXT, covers_to TEXT);
CREATE TABLE record(
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject_as_written TEXT, category TEXT, indicator TEXT,
    value REAL, value_max REAL, unit TEXT, qualifier TEXT NOT NULL, value_as_written TEXT,
    scope TEXT NOT NULL, grouping TEXT, state TEXT NOT NULL, period_as_written TEXT,
    period_from TEXT, period_to TEXT, holder TEXT, source TEXT NOT NULL REFERENCES source(id),
    line TEXT, facts TEXT, note TEXT, lookup_date TEXT NOT NULL);
CREATE INDEX record_kind ON record(kind);
CREATE TABLE record_subject(
    record TEXT NOT NULL REFERENCES record(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
    subject TEXT NOT NULL, PRIMARY KEY(record, seq)) WITHOUT ROWID;
CREATE TABLE record_place(
    record TEXT NOT NULL REFERENCES record(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
    role TEXT NOT NULL, text TEXT, context TEXT, level TEXT, status TEXT NOT NULL, unit TEXT,
    score REAL, candidates TEXT, reasons TEXT, PRIMARY KEY(record, seq)) WITHOUT ROWID;
CREATE TABLE decision(
    record TEXT NOT NULL, seq INTEGER NOT NULL, text TEXT NOT NULL, unit TEXT, decided TEXT NOT NULL,
    PRIMARY KEY(record, seq)) WITHOUT ROWID;
)sql";

constexpr std::string_view geometryColumns = R"sql(
SELECT AddGeometryColumn('outline', 'geom', 4326, 'MULTIPOLYGON', 'XY');
SELECT AddGeometryColumn('boundary', 'geom', 4326, 'MULTIPOLYGON', 'XY');
)sql";

// The boundaries generalised, as packed bytes: no layer that a GIS could open. Neighbours are
// thinned together, so that any change of the polygons makes all of it stale.
constexpr std::string_view boundaryDetail = R"sql(
CREATE TABLE IF NOT EXISTS boundary_detail(
    tolerance REAL NOT NULL, unit TEXT NOT NULL REFERENCES unit(uid),
    min_lon REAL NOT NULL, min_lat REAL NOT NULL, max_lon REAL NOT NULL, max_lat REAL NOT NULL,
    packed BLOB NOT NULL, PRIMARY KEY(tolerance, unit));
CREATE TRIGGER IF NOT EXISTS boundary_detail_inserted AFTER INSERT ON boundary
    BEGIN DELETE FROM boundary_detail; END;
CREATE TRIGGER IF NOT EXISTS boundary_detail_updated AFTER UPDATE ON boundary
    BEGIN DELETE FROM boundary_detail; END;
CREATE TRIGGER IF NOT EXISTS boundary_detail_deleted AFTER DELETE ON boundary
    BEGIN DELETE FROM boundary_detail; END;
)sql";

constexpr std::string_view recordDetail = R"sql(
CREATE TABLE IF NOT EXISTS record_detail(
    record TEXT NOT NULL REFERENCES record(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
    field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(record, seq)) WITHOUT ROWID;
)sql";

// The reference waits for the end of a transaction, in which a record may be written anew. Without
// the triggers of SpatiaLite, which would let no one write who has not loaded it. QGIS shows no rows
// of a layer without statistics; by a change that is still to come it counts anew each time.
constexpr std::string_view recordGround = R"sql(
CREATE TABLE IF NOT EXISTS record_ground(
    record TEXT NOT NULL PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
    accuracy TEXT NOT NULL, source TEXT,
    points MULTIPOINT, lines MULTILINESTRING, zones MULTIPOLYGON,
    CHECK((points IS NULL) + (lines IS NULL) + (zones IS NULL) = 2));
INSERT OR IGNORE INTO geometry_columns VALUES('record_ground', 'points', 4, 2, 4326, 0);
INSERT OR IGNORE INTO geometry_columns VALUES('record_ground', 'lines', 5, 2, 4326, 0);
INSERT OR IGNORE INTO geometry_columns VALUES('record_ground', 'zones', 6, 2, 4326, 0);
INSERT OR IGNORE INTO geometry_columns_statistics(f_table_name, f_geometry_column)
    SELECT f_table_name, f_geometry_column FROM geometry_columns WHERE f_table_name = 'record_ground';
INSERT OR IGNORE INTO geometry_columns_time
    SELECT f_table_name, f_geometry_column, '9999-12-31T23:59:59.000Z', '0000-01-01T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z' FROM geometry_columns WHERE f_table_name = 'record_ground';
INSERT OR IGNORE INTO geometry_columns_auth
    SELECT f_table_name, f_geometry_column, 0, 0 FROM geometry_columns
    WHERE f_table_name = 'record_ground';
)sql";

constexpr std::string_view acceptedFindings = R"sql(
CREATE TABLE IF NOT EXISTS accepted_finding(
    key TEXT PRIMARY KEY, rule TEXT NOT NULL, record TEXT NOT NULL, reason TEXT NOT NULL,
    accepted TEXT NOT NULL) WITHOUT ROWID;
)sql";

constexpr std::string_view baseLayers = R"sql(
CREATE TABLE IF NOT EXISTS base_layer(
    name TEXT PRIMARY KEY, file TEXT NOT NULL, layer TEXT NOT NULL, role TEXT NOT NULL,
    name_field TEXT NOT NULL, credit TEXT NOT NULL, west REAL, south REAL, east REAL, north REAL,
    crs TEXT NOT NULL);
)sql";

constexpr std::string_view proposals = R"sql(
CREATE TABLE IF NOT EXISTS proposal(
    source TEXT NOT NULL, id TEXT NOT NULL, choice TEXT NOT NULL, kind TEXT NOT NULL,
    subject TEXT NOT NULL, indicator TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
    places TEXT NOT NULL, words TEXT NOT NULL, line TEXT NOT NULL, taken TEXT NOT NULL,
    record TEXT NOT NULL, PRIMARY KEY(source, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS proposal_row(
    source TEXT NOT NULL, id TEXT NOT NULL, cells TEXT NOT NULL,
    PRIMARY KEY(source, id)) WITHOUT ROWID;
)sql";

} // namespace

WorkspaceFile WorkspaceFile::create(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    Database database = Database::open(file, Mode::Create, Spatial::Yes);
    // A new file that is not visible until it is renamed needs no journal on disk.
    database.execute("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;");
    database.execute("BEGIN");
    {
        const SilentErrors silent; // SpatiaLite tells of a full disk by itself
        database.execute("SELECT InitSpatialMetaData(0, 'WGS84')");
    }
    database.execute(tables);
    database.execute(geometryColumns);
    WorkspaceFile workspace(std::move(database));
    workspace.addBoundaryDetail();
    workspace.addRecordDetail();
    workspace.addRecordGround();
    workspace.addAcceptedFindings();
    workspace.addProposals();
    workspace.addBaseLayers();
    workspace.setMeta("format", "terroir workspace");
    workspace.setMeta("layout", std::to_string(workspaceLayout));
    workspace.database().execute("COMMIT");
    return workspace;
}

WorkspaceFile WorkspaceFile::open(const std::filesystem::path& file, Mode mode, Spatial spatial,
                                  Waiting waiting) {
    Database database = Database::open(file, mode, spatial, std::move(waiting));
    const std::string name = file.string();
    std::optional<std::string> layout;
    // Reading the schema also finds a file that is not a database at all, or cut short.
    if (database.queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='meta'"))
        layout = database.queryText("SELECT value FROM meta WHERE key='layout'");
    if (!layout)
        throw StoreError(
            localText("'{}' là một cơ sở dữ liệu nhưng không phải là không gian làm việc của "
                      "terroir; hãy ghi đúng tệp bằng -w hoặc tạo mới bằng 'terroir init'.",
                      "'{}' is a database but not a terroir workspace; name the right file with -w "
                      "or make one with 'terroir init'.",
                      name));
    if (*layout != std::to_string(workspaceLayout))
        throw StoreError(localText(
            "'{}' có cấu trúc {}, còn chương trình này dùng cấu trúc {}; hãy tạo không gian làm "
            "việc mới bằng 'terroir init' rồi nhập lại các bảng (tệp cũ được giữ nguyên).",
            "'{}' has layout {}, this program works with layout {}; make a new workspace with "
            "'terroir init' and import your tables again (the old file is left as it is).",
            name, *layout, workspaceLayout));
    Statement pages = database.prepare("SELECT (SELECT page_count FROM pragma_page_count) * "
                                       "(SELECT page_size FROM pragma_page_size)");
    const std::uintmax_t stated = pages.step() ? std::uintmax_t(pages.integer(0)) : 0;
    // Measured after it was asked: another program may make the file longer meanwhile. What that
    // has added may still lie beside it.
    std::error_code absent;
    const std::uintmax_t beside = std::filesystem::file_size(name + "-wal", absent);
    const std::uintmax_t size = std::filesystem::file_size(file) + (absent ? 0 : beside);
    if (stated > size)
        throw StoreError(localText("'{}' bị cắt cụt ({} trên {} byte); hãy khôi phục từ bản sao, "
                                   "hoặc tạo không gian làm việc mới bằng 'terroir init'.",
                                   "'{}' is cut short ({} of {} bytes); restore a copy, or make a "
                                   "new workspace with 'terroir init'.",
                                   name, size, stated));
    requireOwnSchema(database);
    for (const char* table : {"unit", "succession", "alias", "outline", "boundary", "source",
                              "record", "record_subject", "record_place", "decision"})
        if (!database.queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='" +
                                std::string(table) + "'"))
            throw StoreError(
                localText("'{}' thiếu bảng '{}' của không gian làm việc, nên đã hỏng; "
                          "hãy khôi phục từ bản sao, hoặc tạo không gian làm việc mới "
                          "bằng 'terroir init'.",
                          "'{}' lacks the table '{}' of a workspace, so it is damaged; "
                          "restore a copy, or make a new workspace with 'terroir "
                          "init'.",
                          name, table));
    database.execute("PRAGMA foreign_keys=ON");
    return WorkspaceFile(std::move(database));
}

void WorkspaceFile::addBoundaryDetail() {
    m_database.execute(boundaryDetail);
    // A workspace of before does not say where its boundaries come from.
    for (const char* column : {"layer", "day", "crs"})
        if (!m_database.queryText("SELECT 1 FROM pragma_table_info('boundary') WHERE name='" +
                                  std::string(column) + "'"))
            m_database.execute("ALTER TABLE boundary ADD COLUMN " + std::string(column) + " TEXT");
}

void WorkspaceFile::addRecordDetail() {
    m_database.execute(recordDetail);
}

void WorkspaceFile::addRecordGround() {
    if (!m_database.queryText("SELECT 1 FROM sqlite_master WHERE name='record_ground'"))
        m_database.execute(recordGround);
}

void WorkspaceFile::addAcceptedFindings() {
    m_database.execute(acceptedFindings);
}

bool WorkspaceFile::hasAcceptedFindings() {
    return m_database
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='accepted_finding'")
        .has_value();
}

void WorkspaceFile::addBaseLayers() {
    m_database.execute(baseLayers);
}

void WorkspaceFile::addProposals() {
    m_database.execute(proposals);
}

bool WorkspaceFile::hasProposals() {
    return m_database
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='proposal'")
        .has_value();
}

bool WorkspaceFile::hasProposalRows() {
    return m_database
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='proposal_row'")
        .has_value();
}

std::string WorkspaceFile::meta(std::string_view key) {
    Statement statement = m_database.prepare("SELECT value FROM meta WHERE key=?");
    statement.bind(1, key);
    return statement.step() ? statement.text(0) : std::string();
}

void WorkspaceFile::setMeta(std::string_view key, std::string_view value) {
    Statement statement =
        m_database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)");
    statement.bind(1, key).bind(2, value).run();
}

} // namespace terroir::store
