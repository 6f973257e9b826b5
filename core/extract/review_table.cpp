#include "core/base/number.hpp"
#include "core/extract/review.hpp"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace terroir::extract {

namespace {

using nlohmann::ordered_json;

std::vector<Proposal> proposalsOf(const Review& review) {
    std::vector<Proposal> proposals;
    for (const ReviewedProposal& one : review.proposals)
        proposals.push_back(one.proposal);
    return proposals;
}

/// What a person wrote, as proposalTable() would have it.
Value valueOfCell(std::string_view column, const std::string& text) {
    const auto number = parsePlainNumber(text);
    if (number && (column == "value" || column == "value_max"))
        return *number;
    if (number && (column == "line" || column == "page" || column == "start" || column == "end" ||
                   column == "holder_start" || column == "holder_end"))
        return std::int64_t(*number);
    return textOrNone(text);
}

/// The proposals without what is said of the document.
Table tableOf(const Review& review, const gazetteer::Gazetteer& gazetteer) {
    Table table = proposalTable(review.file, review.text, review.pages, proposalsOf(review),
                                gazetteer, review.asOf);
    for (const char* name : {"id", "decision", "change", "was", "stands_in", "made_of", "spans"})
        table.columns.emplace_back(name);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const ReviewedProposal& one = review.proposals[i];
        for (Value value :
             {Value(one.id), textOrNone(std::string(toString(one.choice))),
              textOrNone(std::string(toString(one.change))), textOrNone(one.was),
              textOrNone(fmt::format("{}", fmt::join(one.standsIn, "; "))), Value(), Value()})
            table.rows[i].push_back(std::move(value));
        for (std::size_t c = 0; c < table.columns.size() && !one.written.empty(); ++c)
            if (const auto text = one.written.find(table.columns[c].name);
                text != one.written.end())
                table.rows[i][c] = valueOfCell(text->first, text->second);
    }
    return table;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields documentFields(const Review& review) {
    const records::Source& source = review.source;
    return {{"as_of", review.asOf.toString()},      {"source", source.id},
            {"source_title", source.title},         {"source_number", source.number},
            {"source_issuer", source.issuer},       {"source_date", source.date},
            {"source_territory", source.territory}, {"checksum", review.checksum}};
}

ordered_json leftOpenJson(const Review& review, const gazetteer::Gazetteer& gazetteer) {
    const Table table = proposalTable(review.file, review.text, review.pages, review.leftOpen,
                                      gazetteer, review.asOf);
    const ordered_json rows = ordered_json::parse(toJson(table));
    ordered_json list = ordered_json::array();
    for (const ordered_json& row : rows)
        list.push_back({{"start", row["start"]},
                        {"end", row["end"]},
                        {"page", row["page"]},
                        {"line", row["line"]},
                        {"value", row["value"]},
                        {"text", row["text"]}});
    return list;
}

} // namespace

ReviewCells documentCells(const Review& review) {
    ReviewCells cells{{"doc", review.file}};
    for (const auto& [name, text] : documentFields(review))
        cells[name] = text;
    return cells;
}

Table reviewTable(const Review& review, const gazetteer::Gazetteer& gazetteer) {
    Table table = tableOf(review, gazetteer);
    for (const auto& [name, text] : documentFields(review)) {
        table.columns.emplace_back(name);
        for (std::vector<Value>& row : table.rows)
            row.push_back(textOrNone(text));
    }
    return table;
}

std::string reviewJson(const Review& review, const gazetteer::Gazetteer& gazetteer) {
    ordered_json document = {{"file", review.file}};
    for (const auto& [name, text] : documentFields(review))
        document[name] = text.empty() ? ordered_json() : ordered_json(text);
    ordered_json gone = ordered_json::array();
    for (const GoneProposal& one : review.gone)
        gone.push_back({{"id", one.id},
                        {"line", one.line},
                        {"kind", one.kind},
                        {"subject", one.subject},
                        {"value", one.value},
                        {"unit", one.unit},
                        {"decision", toString(one.choice)},
                        {"text", one.words}});
    const ordered_json all = {
        {"document", std::move(document)},
        {"proposals", ordered_json::parse(toJson(tableOf(review, gazetteer)))},
        {"left_open", leftOpenJson(review, gazetteer)},
        {"gone", std::move(gone)}};
    return all.dump(2) + "\n";
}

} // namespace terroir::extract
