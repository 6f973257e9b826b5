#include "core/workspace/same_statements.hpp"

#include "core/records/record_store.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <unordered_map>

namespace terroir::workspace {

namespace {

/// What tells most records apart and costs least. Without a value, the subject as it is written.
std::string figureOf(std::string_view kind, std::optional<double> value, std::string_view unit,
                     std::string_view subject) {
    return value ? fmt::format("{}|{:.9g}|{}", kind, *value, text::fold(unit))
                 : fmt::format("{}||{}", kind, text::fold(subject));
}

bool holds(std::string_view text, std::string_view words) {
    const std::string all = " " + std::string(text) + " ";
    return all.find(" " + std::string(words) + " ") != std::string::npos;
}

bool isSame(const StatedFact& said, const records::Record& record) {
    const StatedFact known = statedFactOf(record);
    if (said.units != known.units)
        return false;
    const std::string subject = text::fold(said.subject);
    for (const std::string& other :
         {text::fold(record.subjectAsWritten), text::fold(known.subject)})
        if (holds(subject, other) || holds(other, subject))
            return true;
    return false;
}

} // namespace

StatedFact statedFactOf(const records::Record& record) {
    StatedFact statement{record.kind,
                         fmt::format("{}", fmt::join(record.subjects, ", ")),
                         record.value,
                         record.unit,
                         {}};
    // Where the document names no place it speaks of its area; where it does, that says nothing.
    std::set<std::string> area;
    for (const records::Place& place : record.places)
        if (!place.uid.empty())
            (place.role == records::PlaceRole::Territory ? area : statement.units)
                .insert(place.uid);
    if (statement.units.empty())
        statement.units = std::move(area);
    return statement;
}

std::vector<std::vector<std::string>> recordsSaying(store::WorkspaceFile& file,
                                                    std::span<const StatedFact> statements,
                                                    std::string_view except) {
    if (statements.empty())
        return {};
    std::unordered_map<std::string, std::vector<std::size_t>> wanted;
    for (std::size_t i = 0; i < statements.size(); ++i)
        wanted[figureOf(statements[i].kind, statements[i].value, statements[i].unit,
                        statements[i].subject)]
            .push_back(i);
    std::vector<std::vector<std::string>> same(statements.size());
    std::vector<std::pair<std::string, const std::vector<std::size_t>*>> hits;
    store::Statement row = file.database().prepare(
        "SELECT id, kind, value, unit, subject_as_written FROM record WHERE source <> ?");
    row.bind(1, except);
    while (row.step()) {
        const std::optional<double> value =
            row.isNull(2) ? std::nullopt : std::optional(row.real(2));
        const auto found = wanted.find(figureOf(row.view(1), value, row.view(3), row.view(4)));
        if (found != wanted.end())
            hits.emplace_back(row.text(0), &found->second);
    }
    for (const auto& [id, at] : hits)
        if (const auto record = records::loadRecord(file, id))
            for (const std::size_t i : *at)
                if (isSame(statements[i], *record))
                    same[i].push_back(id);
    return same;
}

} // namespace terroir::workspace
