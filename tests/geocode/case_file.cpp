#include "tests/geocode/case_file.hpp"

#include "core/text/letter.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace terroir::testing {

using geocode::Match;
using geocode::Status;

namespace {

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string_view::npos
               ? std::string()
               : std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == separator)
            out.emplace_back();
        else
            out.back() += c;
    }
    for (std::string& part : out)
        part = trimmed(part);
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\\u" && at + 6 <= text.size()) {
            text::appendUtf8(
                out, char32_t(std::stoul(std::string(text.substr(at + 2, 4)), nullptr, 16)));
            at += 5;
        } else if (text.substr(at, 2) == "\\n") {
            out += '\n';
            ++at;
        } else {
            out += text[at];
        }
    }
    return out;
}

void readText(const std::string& cell, geocode::Query& query) {
    const auto isColumns = [](const std::string& part) {
        return part.starts_with("tinh=") || part.starts_with("huyen=") || part.starts_with("xa=") ||
               part.starts_with("text=");
    };
    if (!isColumns(cell)) {
        query.text = unescaped(cell);
        return;
    }
    for (const std::string& part : split(cell, ';')) {
        if (!isColumns(part))
            throw std::runtime_error("\"" + part + "\" is no column");
        const std::size_t equals = part.find('=');
        const std::string name = part.substr(0, equals), value = unescaped(part.substr(equals + 1));
        (name == "tinh"    ? query.province
         : name == "huyen" ? query.district
         : name == "xa"    ? query.commune
                           : query.text) = value;
    }
}

GeocodeCase readLine(const std::string& line) {
    const std::vector<std::string> cells = split(line, '|');
    if (cells.size() != 5)
        throw std::runtime_error("there are not five cells");
    GeocodeCase out;
    const auto asOf = parseDate(cells[0]);
    if (!asOf)
        throw std::runtime_error("the first cell is no date");
    out.query.asOf = *asOf;
    readText(cells[1], out.query);
    out.query.context = cells[2];
    out.query.level = gazetteer::parseLevel(cells[3]);
    if (!cells[3].empty() && !out.query.level)
        throw std::runtime_error("\"" + cells[3] + "\" is no level");
    std::istringstream words(cells[4]);
    for (std::string word; words >> word;) {
        if (word == "ambiguous" || word == "unmatched" || word == "refused")
            out.verdict = word;
        else if (word[0] == '+')
            out.reasons.push_back(word.substr(1));
        else
            out.units.push_back(word);
    }
    if (out.verdict.empty() && out.units.size() != 1)
        throw std::runtime_error("a match is of one unit");
    return out;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

std::vector<GeocodeCase> readGeocodeCases(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<GeocodeCase> out;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (trimmed(line).empty() || line[0] == '#')
            continue;
        const std::string where =
            file.filename().string() + ":" + std::to_string(number) + ": " + line;
        try {
            out.push_back(readLine(line));
        } catch (const std::exception& error) {
            throw std::runtime_error(where + ": " + error.what());
        }
        out.back().where = where;
    }
    return out;
}

std::string complaint(const GeocodeCase& wanted, const Match& match,
                      const gazetteer::Gazetteer& gazetteer) {
    const auto means = [&](const geocode::Candidate& candidate, const std::string& id) {
        const gazetteer::Unit& unit = gazetteer.unit(candidate.unit);
        return unit.code == id || unit.uid == id;
    };
    std::string found(toString(match.status));
    for (const geocode::Candidate& candidate : match.candidates)
        found += " " + gazetteer.unit(candidate.unit).uid;
    if (wanted.verdict.empty()) {
        if (match.status != Status::Matched || !means(match.candidates.front(), wanted.units[0]))
            return found;
    } else if (wanted.verdict == "refused" ? match.status == Status::Matched
                                           : toString(match.status) != wanted.verdict) {
        return found;
    }
    for (const std::string& id : wanted.units)
        if (std::none_of(match.candidates.begin(), match.candidates.end(),
                         [&](const geocode::Candidate& one) { return means(one, id); }))
            return found.append(", without ").append(id);
    for (const std::string& reason : wanted.reasons)
        if (!contains(match.reasons, reason) &&
            (match.candidates.empty() || !contains(match.candidates[0].reasons, reason)))
            return found.append(", without the reason ").append(reason);
    return {};
}

} // namespace terroir::testing
