#include "core/tables/column_guess.hpp"
#include "core/tables/find_tables.hpp"
#include "core/text/vietnamese.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <fstream>
#include <sstream>

namespace terroir::tables {
namespace {

/// A case of tests/data/tables/layouts.txt.
struct Layout {
    std::string name, expected;
    sheets::Sheet sheet;
};

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? ""
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// Keeps the texts that cells look at.
std::deque<std::string>& texts() {
    static std::deque<std::string> all;
    return all;
}

sheets::Row readRow(const std::string& line) {
    const std::size_t colon = line.find(':');
    sheets::Row row;
    row.line = std::stoul(line.substr(0, colon));
    std::stringstream cells(line.substr(colon + 1));
    for (std::string cell; std::getline(cells, cell, '|');) {
        cell = trimmed(cell);
        sheets::Cell one;
        if (cell.starts_with('#')) {
            one.kind = sheets::CellKind::Number;
            cell.erase(0, 1);
        }
        texts().push_back(cell);
        one.text = texts().back();
        row.cells.push_back(one);
    }
    while (!row.cells.empty() && row.cells.back().isEmpty())
        row.cells.pop_back();
    return row;
}

std::vector<Layout> layouts() {
    std::ifstream file(TERROIR_SOURCE_DIR "/tests/data/tables/layouts.txt");
    std::vector<Layout> all;
    bool isExpected = false;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with("# "))
            continue;
        if (line.starts_with("== ")) {
            all.push_back({line.substr(3), {}, {}});
            isExpected = false;
        } else if (line == "->") {
            isExpected = true;
        } else if (isExpected) {
            all.back().expected += line + "\n";
        } else if (line.starts_with("merge ")) {
            sheets::Merge merge;
            std::sscanf(line.c_str(), "merge %zu-%zu %zu-%zu", &merge.firstLine, &merge.lastLine,
                        &merge.firstColumn, &merge.lastColumn);
            --merge.firstColumn;
            --merge.lastColumn;
            all.back().sheet.merges.push_back(merge);
        } else if (line.starts_with("hidden ")) {
            for (sheets::Row& row : all.back().sheet.rows)
                row.isHidden = row.isHidden || row.line == std::stoul(line.substr(7));
        } else {
            all.back().sheet.rows.push_back(readRow(line));
        }
    }
    return all;
}

std::optional<gazetteer::Level> typedPlace(std::string_view text) {
    const std::string folded = text::fold(text);
    for (const std::string_view word : {"xa ", "phuong ", "thi tran ", "tt "})
        if (folded.starts_with(word))
            return gazetteer::Level::Commune;
    for (const std::string_view word : {"huyen ", "tp ", "thi xa ", "thanh pho "})
        if (folded.starts_with(word))
            return gazetteer::Level::District;
    return std::nullopt;
}

std::string describe(const std::vector<FoundTable>& tables) {
    static const char* const why[] = {"total", "header", "note", "hidden", "part"};
    std::ostringstream out;
    for (const FoundTable& table : tables) {
        out << "table " << table.headerLine << ":";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            out << (i == 0 ? " " : " | ") << headerOf(table.columns[i]);
        out << "\n";
        for (const Title& title : table.titles)
            out << "title " << title.line << "\n";
        for (const Group& group : table.groups) {
            out << "group " << group.line << ": " << group.text;
            if (group.parent != noGroup)
                out << " < " << table.groups[group.parent].text;
            out << "\n";
        }
        for (const FoundRow& row : table.rows) {
            out << "row " << row.row->line;
            if (row.group != noGroup)
                out << " < " << table.groups[row.group].text;
            out << "\n";
        }
        for (const LeftOutRow& row : table.leftOut)
            out << "left " << row.row->line << ": " << why[int(row.why)] << "\n";
    }
    return out.str();
}

class Layouts : public testing::TestWithParam<Layout> {};

TEST_P(Layouts, AreFound) {
    EXPECT_EQ(describe(findTables(GetParam().sheet, typedPlace)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Sheets, Layouts, testing::ValuesIn(layouts()),
                         [](const auto& one) { return std::to_string(one.index + 1); });

TEST(LayoutsFile, IsRead) {
    EXPECT_GE(layouts().size(), 10U);
}

TEST(MergedCells, SpeakForAllTheirRows) {
    for (const Layout& layout : layouts())
        if (layout.name == "merged holder of several products") {
            const auto tables = findTables(layout.sheet, typedPlace);
            ASSERT_EQ(tables.size(), 1U);
            EXPECT_EQ(cellOf(tables[0].rows[1], 1), "HTX Mường Khương");
            EXPECT_EQ(cellOf(tables[0].rows[2], 1), "HTX Pha Long");
        }
}

} // namespace
} // namespace terroir::tables
