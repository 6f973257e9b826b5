#include "core/base/strings.hpp"
#include "tests/extract/reading.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <sstream>

using namespace terroir;
using namespace terroir::extract;

namespace {

const std::string folder = TERROIR_SOURCE_DIR "/tests/data/extract/reports/";

/// A line of a .facts file: words | kind | subject | value | max | unit | qualifier | places | role
/// | scope | status. "trap" for what must not be taken.
struct Fact {
    std::string words, kind, value;
    std::vector<std::string> places; ///< names
};

struct Report {
    std::string text, territory;
    Date day;
    std::vector<Fact> facts;
};

std::vector<std::string> cellsOf(const std::string& line, char sign) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, sign);)
        cells.emplace_back(trimmed(cell));
    return cells;
}

Report reportOf(const std::string& name) {
    Report report;
    std::stringstream text;
    text << std::ifstream(folder + name + ".txt").rdbuf();
    report.text = text.str();
    std::ifstream facts(folder + name + ".facts");
    for (std::string line; std::getline(facts, line);) {
        const auto cells = cellsOf(line, '|');
        if (line.starts_with("# ")) {
            report.territory = cells[0].substr(2);
            report.day = *parseDayText(cells[1]);
        } else if (cells.size() == 11) {
            report.facts.push_back({cells[0], cells[1], cells[3], cellsOf(cells[7], ';')});
        }
    }
    return report;
}

bool isNamed(const Proposal& one, const std::vector<std::string>& places) {
    if (one.places.size() != places.size())
        return false;
    for (const gazetteer::UnitIndex unit : one.places) {
        const std::string& name = terroir::testing::packagedGazetteer().unit(unit).name;
        if (std::none_of(places.begin(), places.end(), [&](const std::string& place) {
                return place.substr(0, place.find('@')) == name;
            }))
            return false;
    }
    return true;
}

/// Of a report: how many facts were found, found at their places, and proposals that answer none.
struct Score {
    std::size_t facts = 0, found = 0, placed = 0, extra = 0, traps = 0;
};

Score scoreOf(const Report& report) {
    const Reading reading = readOf(report.text, report.territory, report.day);
    std::vector<bool> isTaken(reading.proposals.size());
    Score score;
    std::size_t from = 0;
    for (const Fact& fact : report.facts) {
        const bool isTrap = fact.kind == "trap";
        std::size_t at = report.text.find(fact.words, isTrap ? 0 : from);
        if (at == std::string::npos)
            at = report.text.find(fact.words);
        EXPECT_NE(at, std::string::npos) << fact.words;
        (isTrap ? at : from) = at;
        score.facts += isTrap ? 0 : 1;
        std::optional<double> value;
        double number = 0;
        if (std::from_chars(fact.value.data(), fact.value.data() + fact.value.size(), number).ec ==
            std::errc())
            value = number;
        for (std::size_t i = 0; i < isTaken.size(); ++i) {
            const Proposal& one = reading.proposals[i];
            if (one.firstByte >= at + fact.words.size() || at >= one.endByte || isTaken[i])
                continue;
            if (isTrap) {
                ++score.traps;
                break;
            }
            if (one.kind != fact.kind || one.value != value)
                continue;
            isTaken[i] = true;
            ++score.found;
            score.placed += isNamed(one, fact.places) ? 1 : 0;
            break;
        }
    }
    score.extra = std::size_t(std::count(isTaken.begin(), isTaken.end(), false));
    return score;
}

} // namespace

// Four reports of other provinces in other styles, with what stands in them. The last one is not
// looked at while the rules are made.
TEST(Report, whole_reports_are_read_no_worse_than_before) {
    const struct {
        const char* name;
        std::size_t found, extra;
    } least[] = {{"lai-vung-2022", 45, 3},
                 {"quang-tri-2023", 41, 4},
                 {"phu-yen-2023", 42, 2},
                 {"thai-nguyen-2024", 39, 4}};
    for (const auto& [name, found, extra] : least) {
        const Score score = scoreOf(reportOf(name));
        SCOPED_TRACE(name);
        EXPECT_GE(score.found, found) << "of " << score.facts;
        EXPECT_LE(score.extra, extra);
        EXPECT_GE(100 * score.placed, 88 * score.found);
        EXPECT_EQ(score.traps, 0u);
    }
}
