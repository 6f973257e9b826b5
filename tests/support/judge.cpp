#include "tests/support/judge.hpp"

#include "core/base/csv.hpp"

#include <algorithm>
#include <utility>

namespace terroir::testing {

using gazetteer::Gazetteer;

namespace {

bool isWithin(const std::set<std::string>& codes, const std::set<std::string>& expected) {
    return std::includes(expected.begin(), expected.end(), codes.begin(), codes.end());
}

} // namespace

geocode::Query queryOf(const NoisyCase& one) {
    geocode::Query query;
    query.text = one.text;
    query.asOf = one.asOf;
    return query;
}

std::set<std::string> communeCodes(gazetteer::UnitIndex index, const NoisyCase& one,
                                   const Gazetteer& gazetteer) {
    const gazetteer::Unit& unit = gazetteer.unit(index);
    std::set<std::string> out;
    if (unit.level != gazetteer::Level::Commune)
        return out;
    if (!one.noiseClass.starts_with("convert") || unit.valid.contains(one.asOf)) {
        out.insert(unit.code);
        return out;
    }
    for (const gazetteer::Share& share : gazetteer.convert(index, one.asOf))
        out.insert(gazetteer.unit(share.unit).code);
    return out;
}

Verdict judge(const geocode::Match& match, const NoisyCase& one, const Gazetteer& gazetteer) {
    std::set<std::string> expected = one.acceptable;
    const bool anyLevel = expected.erase("-") > 0;
    if (match.status == geocode::Status::Matched) {
        const auto codes = communeCodes(match.unit(), one, gazetteer);
        const bool right = codes.empty() ? anyLevel : isWithin(codes, expected);
        return right ? Verdict::Right : Verdict::Wrong;
    }
    if (match.status == geocode::Status::Unmatched)
        return one.acceptable.empty() ? Verdict::Right : Verdict::None;
    if (expected.size() < 2)
        return Verdict::None;
    std::set<std::string> codes;
    for (const geocode::Candidate& candidate : match.candidates) {
        const auto more = communeCodes(candidate.unit, one, gazetteer);
        if (more.empty())
            return Verdict::None;
        codes.insert(more.begin(), more.end());
    }
    return !codes.empty() && isWithin(codes, expected) ? Verdict::Right : Verdict::None;
}

std::vector<NoisyCase> readNoisyCases(const std::filesystem::path& file) {
    const TextTable table = readCsv(file);
    const std::size_t input = table.requireColumn("input"), asOf = table.requireColumn("as_of"),
                      noise = table.requireColumn("noise_class"),
                      codes = table.requireColumn("acceptable_commune_codes");
    std::vector<NoisyCase> out;
    for (const TextRow& row : table.rows) {
        NoisyCase one{
            row.cells[input], requireDate(row.cells[asOf], "as_of"), row.cells[noise], {}};
        std::string code;
        for (const char c : row.cells[codes] + "|") {
            if (c != '|')
                code += c;
            else if (!code.empty())
                one.acceptable.insert(std::exchange(code, {}));
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace terroir::testing
