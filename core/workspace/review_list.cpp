#include "core/workspace/review_list.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/workspace/unit_choice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace terroir::workspace {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::Place;
using records::Record;

namespace {

const std::vector<Column>& header() {
    static const std::vector<Column> columns = {
        "id",         "kind",  "text",   "context", "day", "status", "candidate_names",
        "candidates", "title", "source", "line",    "code"};
    return columns;
}

const Record* findRecord(const std::vector<Record>& records, std::string_view id) {
    const auto found = std::lower_bound(
        records.begin(), records.end(), id,
        [](const Record& record, std::string_view wanted) { return record.id < wanted; });
    return found != records.end() && found->id == id ? &*found : nullptr;
}

} // namespace

std::string PlaceId::toString() const {
    return fmt::format("{}#{}", record, place + 1);
}

PlaceId parsePlaceId(const std::string& text, const std::vector<Record>& records) {
    const std::size_t sign = text.rfind('#');
    const Record* record = findRecord(records, text);
    if (record != nullptr || sign == std::string::npos) {
        if (record != nullptr && record->places.size() > 1)
            throw UsageError(
                localText("Bản ghi '{}' có {} địa danh; hãy ghi rõ địa danh nào, ví dụ '{}#1'.",
                          "The record '{}' has {} places; write which one, such as '{}#1'.", text,
                          record->places.size(), text));
        return {text, 0};
    }
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + sign + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end || number == 0)
        throw UsageError(localText("'{}' không phải là địa danh của bản ghi; hãy ghi bản ghi và số "
                                   "thứ tự của địa danh, ví dụ 'TD22-097#2'.",
                                   "'{}' is no place of a record; write the record and the number "
                                   "of the place, such as 'TD22-097#2'.",
                                   text));
    return {text.substr(0, sign), number - 1};
}

const Record& requireRecord(const std::vector<Record>& records, const PlaceId& id) {
    const Record* record = findRecord(records, id.record);
    if (record == nullptr) {
        std::vector<std::string> known;
        for (const Record& one : records)
            known.push_back(one.id);
        throw InputError(
            localText("Không có bản ghi '{}'. {}Hãy xem danh sách địa danh bằng 'terroir review'.",
                      "There is no record '{}'. {}List the places with 'terroir review'.",
                      id.record, suggestion(id.record, known)));
    }
    if (id.place >= record->places.size())
        throw InputError(localText(
            "Bản ghi '{}' chỉ có {} địa danh, không có địa danh số {}; hãy xem danh sách bằng "
            "'terroir review --all'.",
            "The record '{}' has {} places, not {}; list them with 'terroir review --all'.",
            id.record, record->places.size(), id.place + 1));
    return *record;
}

std::string titleOf(const Record& record) {
    return record.subjectAsWritten.empty() ? fmt::format("{}", fmt::join(record.subjects, "; "))
                                           : record.subjectAsWritten;
}

std::vector<PlaceCandidate> candidatesOf(const Place& place, Date day,
                                         const gazetteer::Gazetteer& gazetteer) {
    std::vector<PlaceCandidate> candidates;
    std::string_view rest = place.candidates;
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find('|'));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        const std::size_t colon = std::min(one.find(':'), one.size());
        PlaceCandidate candidate;
        candidate.code = one.substr(0, colon);
        candidate.unit = versionNear(gazetteer, candidate.code, day);
        if (colon < one.size())
            candidate.score = parsePlainNumber(one.substr(colon + 1)).value_or(0);
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

bool isListed(const Place& place, ReviewWhich which) {
    switch (which) {
    case ReviewWhich::Open:
        return records::isOpen(place);
    case ReviewWhich::Decided:
        return records::isDecided(place);
    case ReviewWhich::OpenOrDecided:
        return records::isOpen(place) || records::isDecided(place);
    default:
        return true;
    }
}

ReviewList::ReviewList(Workspace& workspace) : m_workspace(workspace) {}

bool ReviewList::isWithin(const Record& record, const Place& place, UnitIndex area) {
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    const auto isThere = [&](UnitIndex unit) {
        return unit != noUnit && reaches(gazetteer, unit, area);
    };
    if (!place.uid.empty())
        return isThere(gazetteer.find(place.uid));
    const auto candidates = candidatesOf(place, record.lookupDate, gazetteer);
    if (!candidates.empty())
        return std::any_of(candidates.begin(), candidates.end(),
                           [&](const PlaceCandidate& each) { return isThere(each.unit); });
    // Nothing was found: where it stands in the table.
    geocode::Query query;
    query.text = place.context;
    query.asOf = record.lookupDate;
    return isThere(m_workspace.geocoder().resolve(query).unit());
}

bool ReviewList::isShown(const Record& record, std::size_t index, const Filter& filter) {
    const Place& place = record.places[index];
    return isListed(place, filter.which) &&
           (filter.within == noUnit || isWithin(record, place, filter.within));
}

std::vector<Value> ReviewList::row(const Record& record, std::size_t index) {
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    const Place& place = record.places[index];
    std::string names;
    for (const PlaceCandidate& each : candidatesOf(place, record.lookupDate, gazetteer))
        names += (names.empty() ? "" : "|") +
                 (each.unit == noUnit ? each.code
                                      : describeNear(gazetteer, each.unit, record.lookupDate));
    const auto& sources = m_workspace.sources();
    const auto source =
        std::find_if(sources.begin(), sources.end(),
                     [&](const records::Source& each) { return each.id == record.source; });
    const std::string code = !records::isDecided(place) ? "" : place.uid.empty() ? "-" : place.uid;
    return {PlaceId{record.id, index}.toString(),
            record.kind,
            textOrNone(place.text),
            textOrNone(place.context),
            record.lookupDate.toString(),
            std::string(toString(place.status)),
            textOrNone(names),
            textOrNone(place.candidates),
            textOrNone(titleOf(record)),
            source == sources.end() ? record.source : source->title,
            textOrNone(record.line),
            textOrNone(code)};
}

/// Of a decision whose record is gone, or has another text at the place now.
std::vector<Value> ReviewList::unusedRow(const records::Decision& decision) const {
    std::vector<Value> cells(header().size());
    cells[0] = PlaceId{decision.record, decision.place}.toString();
    cells[2] = textOrNone(decision.text);
    cells[5] = "unused";
    cells.back() = decision.uid.empty() ? "-" : decision.uid;
    return cells;
}

Table ReviewList::table(const Filter& filter) {
    Table table{header(), {}};
    for (const Record& record : m_workspace.records())
        if (filter.kind.empty() || record.kind == filter.kind)
            for (std::size_t i = 0; i < record.places.size(); ++i)
                if (isShown(record, i, filter))
                    table.rows.push_back(row(record, i));
    if (filter.which != ReviewWhich::Decided || !filter.kind.empty() || filter.within != noUnit)
        return table;
    for (const records::Decision& decision : records::loadDecisions(m_workspace.file())) {
        const Record* record = findRecord(m_workspace.records(), decision.record);
        if (record == nullptr || decision.place >= record->places.size() ||
            !records::isDecided(record->places[decision.place]))
            table.rows.push_back(unusedRow(decision));
    }
    return table;
}

Table ReviewList::tableOf(const std::vector<PlaceId>& ids) {
    Table table{header(), {}};
    for (const PlaceId& id : ids)
        if (const Record* record = findRecord(m_workspace.records(), id.record);
            record != nullptr && id.place < record->places.size())
            table.rows.push_back(row(*record, id.place));
    return table;
}

} // namespace terroir::workspace
