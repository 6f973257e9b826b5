#include "core/records/record_store.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/decisions.hpp"
#include "core/records/record_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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
    const auto date = parseDate(row.view(column));
    return row.isNull(column) || !date ? ifNull : *date;
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
    record.qualifier = known(parseQualifier(row.view(8)), record.id,
                             Column{"mức chính xác", "qualifier"}, row.view(8));
    record.valueAsWritten = row.text(9);
    record.scope =
        known(parseScope(row.view(10)), record.id, Column{"phạm vi", "scope"}, row.view(10));
    record.group = row.text(11);
    record.state =
        known(parseState(row.view(12)), record.id, Column{"trạng thái", "state"}, row.view(12));
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
    const std::string record = row.text(0);
    Place place;
    place.role =
        known(parsePlaceRole(row.view(1)), record, Column{"vai trò địa danh", "role"}, row.view(1));
    place.text = row.text(2);
    place.context = row.text(3);
    if (!row.isNull(4))
        place.level =
            known(gazetteer::parseLevel(row.view(4)), record, Column{"cấp", "level"}, row.view(4));
    place.status = known(geocode::parseStatus(row.view(5)), record,
                         Column{"kết quả định vị", "status"}, row.view(5));
    place.uid = row.text(6);
    place.score = row.isNull(7) ? 0 : row.real(7);
    place.candidates = row.text(8);
    place.reasons = row.text(9);
    return place;
}

/// Walks rows ordered by record id beside the records ordered by id.
template <class Add>
void distribute(Statement& rows, std::vector<Record>& records, Add add) {
    auto at = records.begin();
    while (rows.step()) {
        while (at != records.end() && at->id < rows.view(0))
            ++at;
        if (at == records.end())
            return;
        if (at->id == rows.view(0))
            add(*at, rows);
    }
}

} // namespace

std::vector<Record> loadRecords(store::WorkspaceFile& workspace,
                                const std::vector<std::string>& kinds) {
    store::Database& database = workspace.database();
    // "+": in the order of ids, which takes less than finding the kinds and sorting them.
    const std::vector<std::string_view> places(kinds.size(), "?");
    const std::string where =
        kinds.empty() ? "" : fmt::format(" WHERE +kind IN ({})", fmt::join(places, ","));
    const auto prepare = [&](const std::string& sql) {
        Statement statement = database.prepare(sql);
        for (std::size_t i = 0; i < kinds.size(); ++i)
            statement.bind(int(i) + 1, kinds[i]);
        return statement;
    };
    std::vector<Record> records;
    Statement count = prepare(fmt::format("SELECT count(*) FROM record{}", where));
    if (count.step())
        records.reserve(std::size_t(count.integer(0)));
    Statement rows =
        prepare(fmt::format("SELECT id, kind, subject_as_written, category, indicator, value, "
                            "value_max, unit, qualifier,"
                            " value_as_written, scope, grouping, state, period_as_written, "
                            "period_from, period_to, holder,"
                            " source, line, facts, note, lookup_date FROM record{} ORDER BY id",
                            where));
    while (rows.step())
        records.push_back(recordOf(rows));
    // All of them, whatever the kinds: looking each record up would take longer.
    Statement subjects =
        database.prepare("SELECT record, subject FROM record_subject ORDER BY record, seq");
    distribute(subjects, records, [](Record& record, const Statement& row) {
        record.subjects.push_back(row.text(1));
    });
    Statement mentions =
        database.prepare("SELECT record, role, text, context, level, status, unit, score,"
                         " candidates, reasons FROM record_place ORDER BY record, seq");
    distribute(mentions, records,
               [](Record& record, const Statement& row) { record.places.push_back(placeOf(row)); });
    // A workspace made before there were details has none.
    if (database.queryText("SELECT 1 FROM sqlite_master WHERE name = 'record_detail'")) {
        Statement details =
            database.prepare("SELECT record, field, value FROM record_detail ORDER BY record, seq");
        distribute(details, records, [](Record& record, const Statement& row) {
            record.details.push_back({row.text(1), row.text(2)});
        });
    }
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
    // Named one by one: a fresh workspace does not cascade.
    for (const std::string_view table : {"record_subject", "record_place", "record_detail"})
        database
            .prepare(fmt::format(
                "DELETE FROM {} WHERE record IN (SELECT id FROM record WHERE source = ?)", table))
            .bind(1, id)
            .run();
    database.prepare("DELETE FROM record WHERE source = ?").bind(1, id).run();
    const std::size_t removed = std::size_t(database.changes());
    database.prepare("DELETE FROM source WHERE id = ?").bind(1, id).run();
    return removed;
}

} // namespace terroir::records
