#include "core/records/record_store.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/decisions.hpp"
#include "core/records/record_groups.hpp"
#include "core/records/record_walk.hpp"
#include "core/records/record_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <future>
#include <utility>

namespace terroir::records {

namespace {

using store::Statement;

/// What a column of the tables is called: views, for each row read names some.
struct Column {
    std::string_view vi, en;
};

/// A text that the tables allow; the checks of the program come before, so another one means that
/// the file was written by something else.
template <class Parsed>
auto known(Parsed parsed, std::string_view record, Column column, std::string_view text) {
    if (!parsed)
        throw StoreError(
            localText("Bản ghi '{}' của không gian làm việc có {} '{}' mà chương trình này không "
                      "biết; hãy nhập lại bảng chứa bản ghi.",
                      "The record '{}' of the workspace has the {} '{}', which this program does "
                      "not know; import its table again.",
                      record, LocalText{std::string(column.vi), std::string(column.en)}, text));
    return *parsed;
}

Date dateOf(const Statement& row, int column, Date ifNull) {
    return parseDate(row.view(column)).value_or(ifNull);
}

Qualifier qualifierOf(const Statement& row, int column, std::string_view record) {
    return known(parseQualifier(row.view(column)), record, {"mức chính xác", "qualifier"},
                 row.view(column));
}

Scope scopeOf(const Statement& row, int column, std::string_view record) {
    return known(parseScope(row.view(column)), record, {"phạm vi", "scope"}, row.view(column));
}

State stateOf(const Statement& row, int column, std::string_view record) {
    return known(parseState(row.view(column)), record, {"trạng thái", "state"}, row.view(column));
}

PlaceRole roleOf(const Statement& row, int column, std::string_view record) {
    return known(parsePlaceRole(row.view(column)), record, {"vai trò địa danh", "role"},
                 row.view(column));
}

geocode::Status statusOf(const Statement& row, int column, std::string_view record) {
    return known(geocode::parseStatus(row.view(column)), record, {"kết quả định vị", "status"},
                 row.view(column));
}

Record recordOf(const Statement& row) {
    Record record;
    record.id = row.text(0);
    record.kind = row.text(1);
    record.subjectAsWritten = row.text(2);
    record.category = row.text(3);
    record.indicator = row.text(4);
    record.value = row.optionalReal(5);
    record.valueMax = row.optionalReal(6);
    record.unit = row.text(7);
    record.qualifier = qualifierOf(row, 8, record.id);
    record.valueAsWritten = row.text(9);
    record.scope = scopeOf(row, 10, record.id);
    record.group = row.text(11);
    record.state = stateOf(row, 12, record.id);
    record.periodAsWritten = row.text(13);
    record.period = {dateOf(row, 14, Date::beginning()), dateOf(row, 15, Date::end())};
    record.holder = row.text(16);
    record.source = row.text(17);
    record.line = row.text(18);
    record.facts = row.text(19);
    record.note = row.text(20);
    record.lookupDate = dateOf(row, 21, Date::today());
    return record;
}

Place placeOf(const Statement& row) {
    const std::string_view record = row.view(0);
    Place place;
    place.role = roleOf(row, 1, record);
    place.text = row.text(2);
    place.context = row.text(3);
    if (!row.isNull(4))
        place.level =
            known(gazetteer::parseLevel(row.view(4)), record, Column{"cấp", "level"}, row.view(4));
    place.status = statusOf(row, 5, record);
    place.uid = row.text(6);
    place.score = row.isNull(7) ? 0 : row.real(7);
    place.candidates = row.text(8);
    place.reasons = row.text(9);
    return place;
}

/// The records from one id on, before another one.
struct IdRange {
    std::optional<std::string> from, before;
    std::string where(std::string_view column) const {
        std::string text = from ? fmt::format(" WHERE {} >= ?", column) : std::string();
        if (before)
            text += fmt::format("{}{} < ?", text.empty() ? " WHERE " : " AND ", column);
        return text;
    }
    /// Binds the values of where(), which is the first in a statement; gives the next parameter.
    int bind(Statement& statement) const {
        int parameter = 1;
        for (const std::optional<std::string>& id : {from, before})
            if (id)
                statement.bind(parameter++, *id);
        return parameter;
    }
};

/// Records of some kinds, or of all, by id.
Statement prepareRecords(store::Database& database, std::string_view columns,
                         const std::vector<std::string>& kinds, const IdRange& ids = {}) {
    // "+": in the order of ids, which takes less than finding the kinds and sorting them.
    const std::vector<std::string_view> places(kinds.size(), "?");
    std::string where = ids.where("id");
    if (!kinds.empty())
        where += fmt::format("{}+kind IN ({})", where.empty() ? " WHERE " : " AND ",
                             fmt::join(places, ","));
    Statement statement = database.prepare(fmt::format(
        "SELECT {} FROM record{}{}", columns, where, columns == "count(*)" ? "" : " ORDER BY id"));
    int parameter = ids.bind(statement);
    for (const std::string& kind : kinds)
        statement.bind(parameter++, kind);
    return statement;
}

std::size_t countRecords(store::Database& database, const std::vector<std::string>& kinds) {
    Statement count = prepareRecords(database, "count(*)", kinds);
    return count.step() ? std::size_t(count.integer(0)) : 0;
}

/// Rows that belong to records, ordered by record id, walked beside the records.
class RowsOfRecords {
public:
    explicit RowsOfRecords(Statement rows) : m_rows(std::move(rows)), m_isRow(m_rows.step()) {}
    /// The next row of the record, whose id comes after those asked for before; null: no more.
    const Statement* next(std::string_view record) {
        if (m_isTaken && m_isRow)
            m_isRow = m_rows.step();
        m_isTaken = false;
        while (m_isRow && m_rows.view(0) < record)
            m_isRow = m_rows.step();
        m_isTaken = m_isRow && m_rows.view(0) == record;
        return m_isTaken ? &m_rows : nullptr;
    }

private:
    Statement m_rows;
    bool m_isRow, m_isTaken = false;
};

/// A workspace made before there were details has none.
bool hasDetails(store::Database& database) {
    return database.queryText("SELECT 1 FROM sqlite_master WHERE name = 'record_detail'")
        .has_value();
}

} // namespace

namespace {

RowsOfRecords rowsOf(store::Database& database, std::string_view columns, std::string_view table,
                     const IdRange& ids) {
    Statement statement = database.prepare(fmt::format(
        "SELECT record, {} FROM {}{} ORDER BY record, seq", columns, table, ids.where("record")));
    ids.bind(statement);
    return RowsOfRecords(std::move(statement));
}

/// Gives each record, in the order of ids.
void readEach(store::Database& database, const std::vector<std::string>& kinds, const IdRange& ids,
              const std::function<void(Record&&)>& add) {
    Statement rows = prepareRecords(database,
                                    "id, kind, subject_as_written, category, indicator, value, "
                                    "value_max, unit, qualifier, value_as_written, scope, "
                                    "grouping, state, period_as_written, period_from, period_to, "
                                    "holder, source, line, facts, note, lookup_date",
                                    kinds, ids);
    // All of them, whatever the kinds: looking each record up would take longer.
    RowsOfRecords subjects = rowsOf(database, "subject", "record_subject", ids);
    RowsOfRecords places =
        rowsOf(database, "role, text, context, level, status, unit, score, candidates, reasons",
               "record_place", ids);
    RowsOfRecords details = hasDetails(database)
                                ? rowsOf(database, "field, value", "record_detail", ids)
                                : RowsOfRecords(database.prepare("SELECT '', '', '' WHERE 0"));
    while (rows.step()) {
        Record record = recordOf(rows);
        while (const Statement* row = subjects.next(record.id))
            record.subjects.push_back(row->text(1));
        while (const Statement* row = places.next(record.id))
            record.places.push_back(placeOf(*row));
        while (const Statement* row = details.next(record.id))
            record.details.push_back({row->text(1), row->text(2)});
        add(std::move(record));
    }
}

} // namespace

std::vector<Record> loadRecords(store::WorkspaceFile& workspace,
                                const std::vector<std::string>& kinds) {
    store::Database& database = workspace.database();
    std::vector<Record> records;
    records.reserve(countRecords(database, kinds));
    readEach(database, kinds, {}, [&](Record&& record) { records.push_back(std::move(record)); });
    return records;
}

std::optional<Record> loadRecord(store::WorkspaceFile& workspace, const std::string& id) {
    std::optional<Record> found;
    readEach(workspace.database(), {}, {id, id + std::string(1, '\0')},
             [&](Record&& record) { found = std::move(record); });
    return found;
}

void walkRecords(store::WorkspaceFile& workspace, const TakeRecords& take) {
    constexpr std::size_t atOnce = 5'000;
    std::vector<Record> part;
    readEach(workspace.database(), {}, {}, [&](Record&& record) {
        part.push_back(std::move(record));
        if (part.size() == atOnce) {
            take(part);
            part.clear();
        }
    });
    if (!part.empty())
        take(part);
}

namespace {

/// The details of one record after another that say from when until when it holds.
class TermReader {
public:
    void clear() { m_count = 0; }
    /// Whether it is the code.
    bool add(std::string_view field, std::string_view text) {
        if (m_count == m_details.size())
            m_details.emplace_back();
        m_details[m_count].field = field;
        m_details[m_count++].text = text;
        return field == "code";
    }
    std::optional<Term> read(std::string_view kind, std::string_view indicator,
                             const CompactRecords::Row& row) const {
        TermTexts texts;
        texts.kind = kind;
        texts.indicator = indicator;
        texts.state = row.state;
        texts.period = row.period;
        for (std::size_t i = 0; i < m_count; ++i)
            if (std::string_view* const text = texts.detail(m_details[i].field))
                *text = m_details[i].text;
        return termOf(texts);
    }

private:
    std::vector<Detail> m_details; ///< more than m_count are kept to be written over
    std::size_t m_count = 0;
};

/// From this many records on a second thread reads half of them.
constexpr std::int64_t manyRecords = 20'000;

/// No fewer than there are, in no time.
std::int64_t maxRecords(store::Database& database) {
    Statement last = database.prepare("SELECT max(rowid) FROM record");
    return last.step() ? last.integer(0) : 0;
}

CompactRecords readCompact(store::Database& database, const std::vector<std::string>& kinds,
                           const IdRange& ids, std::size_t about) {
    CompactRecords records;
    records.reserve(about);
    Statement rows = prepareRecords(database,
                                    "id, kind, category, indicator, value, unit, qualifier, scope, "
                                    "grouping, state, period_from, period_to, source, line, "
                                    "holder, subject_as_written",
                                    kinds, ids);
    RowsOfRecords subjects = rowsOf(database, "subject", "record_subject", ids);
    RowsOfRecords places =
        rowsOf(database, "role, status, unit, text, reasons", "record_place", ids);
    RowsOfRecords details =
        hasDetails(database)
            ? rowsOf(database, "value, field",
                     "(SELECT * FROM record_detail WHERE field IN ('code', 'doubt', "
                     "'certificate_no', 'decision', 'decision_date', 'issued', 'expires', "
                     "'status_as_written'))",
                     ids)
            : RowsOfRecords(database.prepare("SELECT '', '', '' WHERE 0"));
    TermReader term;
    CompactRecords::Row row; // much of the one before is often that of the next
    while (rows.step()) {
        const std::string_view id = rows.view(0);
        row.id = records.append(id);
        row.kind = records.intern(rows.view(1), row.kind);
        row.category = records.intern(rows.view(2), row.category);
        row.indicator = records.intern(rows.view(3), row.indicator);
        row.value = rows.optionalReal(4);
        row.unit = records.intern(rows.view(5), row.unit);
        row.qualifier = qualifierOf(rows, 6, id);
        row.scope = scopeOf(rows, 7, id);
        row.group = records.intern(rows.view(8), row.group);
        row.state = stateOf(rows, 9, id);
        row.period = {dateOf(rows, 10, Date::beginning()), dateOf(rows, 11, Date::end())};
        row.source = records.intern(rows.view(12), row.source);
        row.line = records.append(rows.view(13));
        row.holder = records.intern(rows.view(14), row.holder);
        row.written = records.intern(rows.view(15), row.written);
        row.code = 0;
        row.isDoubtful = false;
        term.clear();
        while (const Statement* detail = details.next(id))
            if (detail->view(2) == doubtField)
                row.isDoubtful = true;
            else if (term.add(detail->view(2), detail->view(1)) && row.code == 0)
                row.code = records.intern(detail->view(1));
        records.add(row);
        if (const auto read = term.read(rows.view(1), rows.view(3), row))
            records.addTerm(*read);
        while (const Statement* subject = subjects.next(id))
            records.addSubject(subject->view(1));
        while (const Statement* place = places.next(id)) {
            const bool isMatched = statusOf(*place, 2, id) == geocode::Status::Matched;
            const std::string_view uid = place->view(3), reasons = place->view(5);
            records.addPlace(roleOf(*place, 1, id), isMatched, isMatched ? uid : areaIn(reasons),
                             placeTextMatters(uid, reasons) ? place->view(4) : "");
        }
    }
    return records;
}

} // namespace

CompactRecords loadCompactRecords(store::WorkspaceFile& workspace,
                                  const std::vector<std::string>& kinds) {
    store::Database& database = workspace.database();
    const std::int64_t most = maxRecords(database);
    const auto second = most < manyRecords ? nullptr : store::SecondReader::of(database);
    const auto middle =
        second == nullptr
            ? std::nullopt
            : database.queryText("SELECT id FROM record ORDER BY id LIMIT 1 OFFSET (SELECT "
                                 "count(*) / 2 FROM record)");
    if (!middle)
        return readCompact(database, kinds, {}, std::size_t(most));
    auto upper = std::async(std::launch::async, [&] {
        return readCompact(second->database(), kinds, {middle, {}}, std::size_t(most) / 2);
    });
    CompactRecords records = readCompact(database, kinds, {{}, middle}, std::size_t(most));
    records.add(upper.get());
    return records;
}

std::vector<Source> loadSources(store::WorkspaceFile& workspace) {
    std::vector<Source> sources;
    Statement row =
        workspace.database().prepare("SELECT id, title, issuer, number, date, territory, "
                                     "covers_from, covers_to FROM source ORDER BY id");
    while (row.step())
        sources.push_back({row.text(0),
                           row.text(1),
                           row.text(2),
                           row.text(3),
                           row.text(4),
                           row.text(5),
                           {dateOf(row, 6, Date::beginning()), dateOf(row, 7, Date::end())}});
    return sources;
}

void removeRecord(store::WorkspaceFile& workspace, const std::string& id) {
    workspace.database().prepare("DELETE FROM record WHERE id = ?").bind(1, id).run();
}

void insertRecords(store::WorkspaceFile& workspace, const std::vector<Record>& records) {
    RecordWriter writer(workspace);
    for (const Record& record : records)
        writer.insert(record);
    applyDecisions(workspace.database());
}

bool hasSource(store::WorkspaceFile& workspace, std::string_view id) {
    Statement found = workspace.database().prepare("SELECT 1 FROM source WHERE id = ?");
    found.bind(1, id);
    return found.step();
}

void insertSource(store::WorkspaceFile& workspace, const Source& source) {
    if (hasSource(workspace, source.id))
        throw StoreError(
            localText("'{}' (nguồn '{}') đã được nhập vào '{}'; hãy dùng --overwrite để thay bằng "
                      "bảng này, hoặc đặt tên khác.",
                      "'{}' (source '{}') is already imported into '{}'; use --overwrite to put "
                      "this table in its place, or give it another title.",
                      source.title, source.id, workspace.file().string()));
    Statement insert =
        workspace.database().prepare("INSERT INTO source VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, source.id).bind(2, source.title).bindTextOrNull(3, source.issuer);
    insert.bindTextOrNull(4, source.number).bindTextOrNull(5, source.date);
    insert.bindTextOrNull(6, source.territory);
    insert.bindTextOrNull(7, source.covers.from.toString());
    insert.bindTextOrNull(8, source.covers.to.toString());
    insert.run();
}

std::size_t removeSource(store::WorkspaceFile& workspace, std::string_view id) {
    store::Database& database = workspace.database();
    workspace.addRecordDetail();
    workspace.addRecordGround();
    // Named one by one: a fresh workspace does not cascade.
    for (const std::string_view table :
         {"record_subject", "record_place", "record_detail", "record_ground"})
        database
            .prepare(fmt::format(
                "DELETE FROM {} WHERE record IN (SELECT id FROM record WHERE source = ?)", table))
            .bind(1, id)
            .run();
    database.prepare("DELETE FROM record WHERE source = ?").bind(1, id).run();
    const auto removed = std::size_t(database.changes());
    database.prepare("DELETE FROM source WHERE id = ?").bind(1, id).run();
    return removed;
}

} // namespace terroir::records
