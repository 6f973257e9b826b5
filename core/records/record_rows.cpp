#include "core/records/record_rows.hpp"

#include "core/records/edit_record.hpp"
#include "core/records/record_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::records {

std::string unitNames(const Record& record, const gazetteer::Gazetteer& gazetteer) {
    std::vector<std::string> names;
    for (const Place& place : record.places) {
        const gazetteer::UnitIndex unit =
            place.uid.empty() ? gazetteer::noUnit : gazetteer.find(place.uid);
        if (unit == gazetteer::noUnit || place.role == PlaceRole::NameComponent)
            continue;
        std::string name = gazetteer.unit(unit).fullName();
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return fmt::format("{}", fmt::join(names, "; "));
}

std::vector<Column> recordColumns() {
    return {"id",        "kind",      "subject",   "category", "indicator", "value",
            "value_max", "unit",      "qualifier", "status",   "period",    "holder",
            "place",     "unit_name", "source",    "line",     "note",      "doubt"};
}

std::vector<Value> recordRow(const Record& record, const gazetteer::Gazetteer& gazetteer,
                             Language language) {
    FieldTexts texts = fieldTexts(record);
    const auto text = [&](const char* field) { return textOrNone(texts[field]); };
    return {record.id,
            record.kind,
            text("subject"),
            text("category"),
            text("indicator"),
            valueOf(record.value),
            valueOf(record.valueMax),
            text("unit"),
            record.qualifier == Qualifier::Exact ? Value() : text("qualifier"),
            text("status"),
            text("period"),
            text("holder"),
            text("place"),
            textOrNone(unitNames(record, gazetteer)),
            record.source,
            text("line"),
            text("note"),
            textOrNone(doubtOf(record).in(language))};
}

Table sourceRows(std::span<const Source> sources,
                 const std::function<std::size_t(const std::string& id)>& countOf) {
    Table table{{"id", "title", "issuer", "number", "date", "territory", "records"}, {}};
    for (const Source& source : sources)
        table.rows.push_back({source.id, source.title, textOrNone(source.issuer),
                              textOrNone(source.number), textOrNone(source.date),
                              textOrNone(source.territory), terroir::countOf(countOf(source.id))});
    return table;
}

} // namespace terroir::records
