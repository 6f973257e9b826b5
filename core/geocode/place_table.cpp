#include "core/geocode/place_table.hpp"

namespace terroir::geocode {

std::vector<std::string> placeHeader() {
    std::vector<std::string> header{"start", "end", "line", "text"};
    const std::vector<std::string> answers = answerHeader();
    header.insert(header.end(), answers.begin(), answers.end());
    header.emplace_back("group");
    return header;
}

Table placeTable(std::span<const FoundPlace> places, const gazetteer::Gazetteer& gazetteer,
                 Date asOf) {
    Table table;
    for (const std::string& name : placeHeader())
        table.columns.emplace_back(name);
    for (const FoundPlace& place : places) {
        std::vector<Value> row{countOf(place.first), countOf(place.end), countOf(place.line),
                               place.text};
        for (std::string& cell : answerCells(place.match, gazetteer, asOf))
            row.push_back(textOrNone(std::move(cell)));
        row.push_back(place.group == 0 ? Value() : countOf(place.group));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace terroir::geocode
