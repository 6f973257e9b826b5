#include "core/geocode/geocoder.hpp"

#include <fmt/format.h>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

std::string_view toString(Status status) {
    switch (status) {
    case Status::Matched:
        return "matched";
    case Status::Ambiguous:
        return "ambiguous";
    default:
        return "unmatched";
    }
}

std::optional<Status> parseStatus(std::string_view text) {
    for (const Status status : {Status::Matched, Status::Ambiguous, Status::Unmatched})
        if (text == toString(status))
            return status;
    return std::nullopt;
}

bool saysMisspelt(std::string_view reason) {
    return reason == "sound-alike" || reason == "look-alike" || reason.starts_with("typo:");
}

std::vector<std::string> answerHeader() {
    return {"status",        "unit_code",     "unit_name",    "unit_level",
            "province_code", "district_code", "commune_code", "valid_from",
            "valid_to",      "score",         "candidates",   "reasons"};
}

std::vector<std::string> answerCells(const Match& match, const gazetteer::Gazetteer& gazetteer,
                                     Date asOf) {
    std::vector<std::string> cells(answerHeader().size());
    cells[0] = toString(match.status);
    if (const UnitIndex index = match.unit(); index != noUnit) {
        const gazetteer::Unit& unit = gazetteer.unit(index);
        cells[1] = unit.code;
        cells[2] = unit.fullName();
        cells[3] = toString(unit.level);
        // Parents of the day asked for; those of its last day when it was not in force then.
        const auto codeAt = [&](Level level) {
            UnitIndex at = index;
            while (at != noUnit && gazetteer.unit(at).level > level)
                at = unit.valid.contains(asOf) ? gazetteer.parentAt(at, asOf)
                                               : gazetteer.unit(at).parent;
            return at != noUnit && gazetteer.unit(at).level == level ? gazetteer.unit(at).code
                                                                     : std::string();
        };
        cells[4] = codeAt(Level::Province);
        cells[5] = codeAt(Level::District);
        cells[6] = codeAt(Level::Commune);
        cells[7] = unit.valid.from.toString();
        cells[8] = unit.valid.to.toString();
    }
    if (!match.candidates.empty())
        cells[9] = fmt::format("{:.2f}", match.candidates.front().score);
    for (const Candidate& candidate : match.candidates)
        cells[10] += fmt::format("{}{}:{:.2f}", cells[10].empty() ? "" : "|",
                                 gazetteer.unit(candidate.unit).code, candidate.score);
    for (const std::string& reason : match.reasons)
        cells[11] += (cells[11].empty() ? "" : ";") + reason;
    if (!match.candidates.empty()) // the first one's, matched or not
        for (const std::string& reason : match.candidates.front().reasons)
            cells[11] += (cells[11].empty() ? "" : ";") + reason;
    return cells;
}

} // namespace terroir::geocode
