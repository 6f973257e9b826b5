#include "core/workspace/import_preview.hpp"

#include "core/base/strings.hpp"
#include "core/records/code_words.hpp"
#include "core/records/decisions.hpp"
#include "core/records/record_words.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>

namespace terroir::workspace {

namespace {

/// Texts of several records, joined.
class Texts {
public:
    void add(std::string text) {
        if (!text.empty())
            m_texts.push_back(std::move(text));
    }
    void addOnce(std::string text) {
        if (std::find(m_texts.begin(), m_texts.end(), text) == m_texts.end())
            add(std::move(text));
    }
    Value joined() const {
        std::string all;
        for (const std::string& text : m_texts)
            all += (all.empty() ? "" : "; ") + text;
        return textOrNone(std::move(all));
    }

private:
    std::vector<std::string> m_texts;
};

using RecordsById = std::unordered_map<std::string_view, const records::Record*>;

/// The records of RowReport::record.
std::vector<const records::Record*> recordsOf(std::string_view joined, const RecordsById& byId) {
    constexpr std::string_view separator = "; ";
    // An id of the table's own may hold the separator.
    if (const auto whole = byId.find(joined); whole != byId.end())
        return {whole->second};
    std::vector<const records::Record*> found;
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find(separator), joined.size());
        if (const auto one = byId.find(joined.substr(0, end)); one != byId.end())
            found.push_back(one->second);
        joined.remove_prefix(std::min(end + separator.size(), joined.size()));
    }
    return found;
}

void addUnits(const records::Record& record, const gazetteer::Gazetteer& gazetteer, Texts& units) {
    for (const records::Place& place : record.places) {
        if (place.role == records::PlaceRole::NameComponent ||
            place.status != geocode::Status::Matched)
            continue;
        const gazetteer::UnitIndex unit = gazetteer.find(place.uid);
        if (unit != gazetteer::noUnit)
            units.addOnce(gazetteer.describe(unit, record.lookupDate));
    }
}

} // namespace

Table previewRows(const TableImport& taken, const gazetteer::Gazetteer& gazetteer,
                  Language language) {
    const records::RecordWords words(language);
    RecordsById byId;
    for (const records::Record& record : taken.records)
        byId.emplace(record.id, &record);
    Table table{
        {"row", "sheet", "outcome", "subject", "value", "place", "unit_name", "period", "sentence"},
        {}};
    for (const records::RowReport& row : taken.report.rows) {
        if (row.row == 0)
            continue;
        Texts subjects, values, places, units, periods;
        for (const records::Record* record : recordsOf(row.record, byId)) {
            subjects.addOnce(words.subject(*record));
            values.add(words.value(*record));
            places.addOnce(words.places(*record));
            addUnits(*record, gazetteer, units);
            periods.addOnce(words.period(*record));
        }
        if (row.record.empty()) {
            const auto show = [&](std::string_view column, Texts& texts) {
                for (const records::RowCell& cell : cellsOf(row, column))
                    texts.add(cell.text);
            };
            show("subject", subjects);
            show("value", values);
            show("place", places);
            show("period", periods);
        }
        table.rows.push_back({countOf(row.row), textOrNone(*row.sheet),
                              std::string(toString(row.outcome)), subjects.joined(),
                              values.joined(), places.joined(), units.joined(), periods.joined(),
                              textOrNone(row.sentence->in(language))});
    }
    return table;
}

std::vector<RowPlace> placesOf(const TableImport& taken, const records::RowReport& row,
                               const gazetteer::Gazetteer& gazetteer) {
    RecordsById byId;
    for (const records::Record& record : taken.records)
        byId.emplace(record.id, &record);
    std::vector<RowPlace> places;
    const auto isKnown = [&](const std::string& key) {
        return std::any_of(places.begin(), places.end(),
                           [&](const RowPlace& place) { return place.key == key; });
    };
    for (const records::Record* record : recordsOf(row.record, byId))
        for (const records::Place& place : record->places) {
            std::string key = records::placeKey(place);
            if (place.role == records::PlaceRole::NameComponent || place.text.empty() ||
                isKnown(key))
                continue;
            places.push_back({std::move(key), place.text, place.uid, record->lookupDate,
                              shownCandidates(place, record->lookupDate, gazetteer), 0});
        }
    for (const records::RowReport& other : taken.report.rows) {
        std::set<std::string> keys;
        for (const records::Record* record : recordsOf(other.record, byId))
            for (const records::Place& place : record->places)
                keys.insert(records::placeKey(place));
        for (RowPlace& place : places)
            place.rows += keys.contains(place.key) ? 1 : 0;
    }
    return places;
}

std::vector<records::RowCell> cellsOf(const records::RowReport& row, std::string_view column) {
    const auto isShown = [&](std::string_view field) {
        if (column == "subject")
            return isAnyOf(field, {"subject", "variety"});
        if (column == "period")
            return isAnyOf(field, {"period", "from", "to"});
        if (column == "place")
            return isAnyOf(field, {"commune", "place", "district", "province"});
        return column == "value" &&
               (field == "value" || field == "unit" ||
                std::any_of(records::measures().begin(), records::measures().end(),
                            [&](const auto& measure) { return measure.field == field; }));
    };
    std::vector<records::RowCell> cells;
    std::copy_if(row.cells->begin(), row.cells->end(), std::back_inserter(cells),
                 [&](const records::RowCell& cell) { return isShown(cell.field); });
    return cells;
}

} // namespace terroir::workspace
