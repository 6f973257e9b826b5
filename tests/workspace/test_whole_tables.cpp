#include "core/workspace/table_import.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <deque>
#include <fstream>
#include <map>
#include <sstream>

namespace terroir::workspace {
namespace {

/// A case of tests/data/tables/whole.txt.
struct WholeTable {
    std::string name, kind, day, territory, expected;
    std::vector<std::string> sentences; ///< parts of what is said of the table or of its rows
    sheets::Workbook workbook;
};

/// Keeps the texts that cells look at.
std::deque<std::string>& cellTexts() {
    static std::deque<std::string> all;
    return all;
}

std::string unspaced(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? ""
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

sheets::Row rowOf(const std::string& line) {
    const std::size_t colon = line.find(':');
    sheets::Row row;
    row.line = std::stoul(line.substr(0, colon));
    std::stringstream cells(line.substr(colon + 1));
    for (std::string cell; std::getline(cells, cell, '|');) {
        cell = unspaced(cell);
        sheets::Cell one;
        if (cell.starts_with('#')) {
            one.kind = sheets::CellKind::Number;
            cell.erase(0, 1);
        }
        for (std::size_t at = cell.find("\\n"); at != std::string::npos; at = cell.find("\\n"))
            cell.replace(at, 2, "\n");
        cellTexts().push_back(cell);
        one.text = cellTexts().back();
        row.cells.push_back(one);
    }
    while (!row.cells.empty() && row.cells.back().isEmpty())
        row.cells.pop_back();
    return row;
}

std::vector<WholeTable> wholeTables() {
    std::ifstream file(TERROIR_SOURCE_DIR "/tests/data/tables/whole.txt");
    std::vector<WholeTable> all;
    bool isExpected = false;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with("# "))
            continue;
        if (line.starts_with("== ")) {
            all.emplace_back().name = line.substr(3);
            all.back().workbook.file = "t.xlsx";
            all.back().workbook.sheets.emplace_back().name = "Sheet1";
            isExpected = false;
        } else if (line == "->") {
            isExpected = true;
        } else if (isExpected && line.starts_with("says ")) {
            all.back().sentences.push_back(line.substr(5));
        } else if (isExpected) {
            all.back().expected += line + "\n";
        } else if (line.starts_with("as ")) {
            std::stringstream words(line.substr(3));
            words >> all.back().kind >> all.back().day;
            std::getline(words, all.back().territory);
            all.back().territory = unspaced(all.back().territory);
        } else if (line.starts_with("sheet ")) {
            auto& sheets = all.back().workbook.sheets;
            if (!sheets.back().rows.empty())
                sheets.emplace_back();
            sheets.back().name = line.substr(6);
        } else if (line.starts_with("layer ")) {
            auto& sheets = all.back().workbook.sheets;
            if (!sheets.back().rows.empty())
                sheets.emplace_back();
            sheets.back().name = line.substr(6);
            sheets.back().hasNames = true;
        } else if (line.starts_with("merge ")) {
            sheets::Merge merge;
            std::sscanf(line.c_str(), "merge %zu-%zu %zu-%zu", &merge.firstLine, &merge.lastLine,
                        &merge.firstColumn, &merge.lastColumn);
            --merge.firstColumn;
            --merge.lastColumn;
            all.back().workbook.sheets.back().merges.push_back(merge);
        } else {
            all.back().workbook.sheets.back().rows.push_back(rowOf(line));
        }
    }
    return all;
}

std::string periodOf(const records::Record& record) {
    if (record.period.from == Date::beginning() && record.period.to == Date::end())
        return "";
    return fmt::format(" {}..{}", record.period.from.toString(), record.period.to.toString());
}

/// "5: Chè | area 12.5 ha | xã Bản Bo | 2023-01-01..2024-01-01", a "?" behind the number of a
/// doubtful row, "(part)" behind what a whole holds; "7: refused".
std::string describeImport(const TableImport& taken, Workspace& workspace) {
    std::map<std::string, records::RowOutcome> outcomes;
    std::string out;
    for (const records::RowReport& row : taken.report.rows) {
        std::stringstream ids(row.record);
        for (std::string id; std::getline(ids, id, ';');)
            outcomes[unspaced(id)] = row.outcome;
        if (row.row != 0 && row.outcome == records::RowOutcome::Refused)
            out += fmt::format("{}: refused\n", row.row);
    }
    for (const records::Record& record : taken.records) {
        std::string subjects, places;
        for (const std::string& subject : record.subjects)
            subjects += (subjects.empty() ? "" : "; ") + subject;
        for (const records::Place& place : record.places) {
            const auto unit = workspace.gazetteer().find(place.uid);
            places += (places.empty() ? "" : "; ") +
                      (unit == gazetteer::noUnit ? std::string("-")
                                                 : workspace.gazetteer().unit(unit).fullName());
        }
        const bool isDoubtful =
            outcomes.contains(record.id) && outcomes.at(record.id) == records::RowOutcome::Doubtful;
        std::string value = record.value ? fmt::format("{} {:g}", record.indicator, *record.value)
                                         : std::string("-");
        if (record.valueMax)
            value += fmt::format("-{:g}", *record.valueMax);
        const std::string state = record.state == records::State::Done
                                      ? ""
                                      : fmt::format(" ({})", records::toString(record.state));
        const std::string category =
            record.category.empty() ? "" : fmt::format(" [{}]", record.category);
        out += fmt::format("{}{}: {}{} | {}{}{} | {} |{}{}{}\n", record.line, isDoubtful ? "?" : "",
                           subjects, category,
                           record.qualifier == records::Qualifier::AtLeast ? ">= " : "", value,
                           record.unit.empty() ? "" : " " + record.unit, places, periodOf(record),
                           state, record.scope == records::Scope::Part ? " (part)" : "");
    }
    return out;
}

class WholeTables : public ::testing::TestWithParam<WholeTable> {};

TEST_P(WholeTables, BecomeTheRecordsThatACarefulClerkReads) {
    const WholeTable& table = GetParam();
    Workspace workspace(packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    records::ImportOptions options;
    options.kind = table.kind;
    options.source.date = table.day;
    options.source.territory = table.territory;
    const TableImport taken = readImport(table.workbook, options, workspace);
    std::string said;
    for (const records::RowReport& row : taken.report.rows)
        said += fmt::format("  {}: {}\n", row.row, row.sentence->en);
    const std::string found = describeImport(taken, workspace);
    EXPECT_TRUE(found == table.expected) << table.name << "\n" << found << said;
    for (const std::string& sentence : table.sentences)
        EXPECT_NE(said.find(sentence), std::string::npos) << table.name << ": " << sentence << said;
}

INSTANTIATE_TEST_SUITE_P(Files, WholeTables, ::testing::ValuesIn(wholeTables()),
                         [](const auto& one) { return std::to_string(one.index + 1); });

TEST(WholeTablesFile, IsRead) {
    EXPECT_GE(wholeTables().size(), 10U);
}

} // namespace
} // namespace terroir::workspace
