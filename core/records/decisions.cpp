#include "core/records/decisions.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace terroir::records {

namespace {

using store::Statement;

constexpr std::string_view mark = "decision;was:";

/// The geocoder's answer out of the reasons of a decided place.
struct FormerAnswer {
    std::string status, uid, reasons;
};

FormerAnswer formerAnswer(std::string_view reasons) {
    reasons.remove_prefix(mark.size());
    const std::size_t end = std::min(reasons.find(';'), reasons.size());
    FormerAnswer former;
    former.status = reasons.substr(0, end);
    former.reasons = reasons.substr(std::min(end + 1, reasons.size()));
    if (!geocode::parseStatus(former.status)) {
        former.uid = former.status;
        former.status = geocode::toString(geocode::Status::Matched);
    }
    return former;
}

} // namespace

std::vector<Decision> loadDecisions(store::WorkspaceFile& workspace) {
    std::vector<Decision> decisions;
    Statement row = workspace.database().prepare(
        "SELECT record, seq, text, unit, decided FROM decision ORDER BY record, seq");
    while (row.step())
        decisions.push_back(
            {row.text(0), std::size_t(row.integer(1)), row.text(2), row.text(3), row.text(4)});
    return decisions;
}

void decide(store::WorkspaceFile& workspace, std::string_view record, std::size_t place,
            std::string_view uid) {
    store::Database& database = workspace.database();
    Statement insert = database.prepare(
        "INSERT OR REPLACE INTO decision SELECT record, seq, coalesce(text, ''), ?3, ?4 "
        "FROM record_place WHERE record = ?1 AND seq = ?2");
    insert.bind(1, record).bind(2, std::int64_t(place)).bindTextOrNull(3, uid);
    insert.bind(4, Date::today().toString()).run();
    if (database.changes() == 0)
        throw StoreError(localText(
            "Bản ghi '{}' của '{}' không có địa danh số {}; hãy xem danh sách bằng 'terroir review "
            "--all'.",
            "The record '{}' of '{}' has no place {}; list them with 'terroir review --all'.",
            record, workspace.file().string(), place + 1));
    if (database.queryText("SELECT 1 FROM sqlite_master WHERE name = 'record_detail'"))
        database.prepare("DELETE FROM record_detail WHERE record = ? AND field = ?")
            .bind(1, record)
            .bind(2, doubtField)
            .run();
    applyDecisions(database);
}

bool undoDecision(store::WorkspaceFile& workspace, std::string_view record, std::size_t place) {
    store::Database& database = workspace.database();
    const auto bound = [&](std::string_view sql) {
        Statement statement = database.prepare(sql);
        statement.bind(1, record).bind(2, std::int64_t(place));
        return statement;
    };
    bound("DELETE FROM decision WHERE record = ? AND seq = ?").run();
    if (database.changes() == 0)
        return false;
    Statement row = bound("SELECT reasons FROM record_place WHERE record = ? AND seq = ?");
    if (!row.step() || !row.view(0).starts_with(mark))
        return true; // of a record that has gone, or of another text
    const FormerAnswer former = formerAnswer(row.view(0));
    Statement restore = bound("UPDATE record_place SET status = ?3, unit = ?4, reasons = ?5 "
                              "WHERE record = ?1 AND seq = ?2");
    restore.bind(3, former.status).bindTextOrNull(4, former.uid).bindTextOrNull(5, former.reasons);
    restore.run();
    return true;
}

void applyDecisions(store::Database& database) {
    // A decision with a unit says which one it is; one without says that none of the candidates is.
    database.execute(
        "UPDATE record_place SET"
        "  reasons = CASE WHEN reasons LIKE 'decision;was:%' THEN reasons"
        "    ELSE 'decision;was:' || coalesce(record_place.unit, status) ||"
        "         coalesce(';' || reasons, '') END,"
        "  status = CASE WHEN d.unit IS NULL THEN 'unmatched' ELSE 'matched' END, unit = d.unit "
        "FROM decision AS d WHERE d.record = record_place.record AND d.seq = record_place.seq "
        "  AND d.text = coalesce(record_place.text, '')");
}

void markDecided(Place& place, const std::string& uid) {
    if (!isDecided(place))
        place.reasons = fmt::format("{}{}{}{}", mark,
                                    place.uid.empty() ? geocode::toString(place.status) : place.uid,
                                    place.reasons.empty() ? "" : ";", place.reasons);
    place.status = geocode::Status::Matched;
    place.uid = uid;
}

void keepDecisions(store::WorkspaceFile& workspace, std::span<const Record> records) {
    Statement insert =
        workspace.database().prepare("INSERT OR REPLACE INTO decision VALUES(?, ?, ?, ?, ?)");
    const std::string today = Date::today().toString();
    for (const Record& record : records)
        for (std::size_t i = 0; i < record.places.size(); ++i)
            if (const Place& place = record.places[i]; isDecided(place))
                insert.bind(1, record.id)
                    .bind(2, std::int64_t(i))
                    .bind(3, place.text)
                    .bind(4, place.uid)
                    .bind(5, today)
                    .run();
}

std::string placeKey(const Place& place) {
    return place.context.empty() ? place.text : place.text + ", " + place.context;
}

bool isDecided(const Place& place) {
    return place.reasons.starts_with(mark);
}

bool isOpen(const Place& place) {
    return place.status != geocode::Status::Matched && !isDecided(place);
}

std::size_t countOpen(std::span<const Record> records, std::span<const Decision> kept) {
    std::map<std::pair<std::string_view, std::size_t>, std::string_view> texts;
    for (const Decision& decision : kept)
        texts[{decision.record, decision.place}] = decision.text;
    std::size_t open = 0;
    for (const Record& record : records)
        for (std::size_t i = 0; i < record.places.size(); ++i) {
            if (!isOpen(record.places[i]))
                continue;
            const auto decided = texts.find({record.id, i});
            open += decided == texts.end() || decided->second != record.places[i].text ? 1 : 0;
        }
    return open;
}

} // namespace terroir::records
