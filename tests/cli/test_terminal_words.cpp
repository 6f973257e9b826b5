// What a person reads on a terminal in place of ids: every heading and every code of every table
// that the program prints.

#include "core/base/csv.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/terminal_table.hpp"
#include "plugin/cli/terminal_words.hpp"
#include "tests/cli/english_words.hpp"
#include "tests/cli/terroir_process.hpp"

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace terroir::cli_test {

namespace {

/// Commands that print tables, one for each table.
const std::vector<std::string>& tables() {
    static const std::vector<std::string> lines = {
        "info",
        "units 'ban hon' --all-dates",
        "boundaries import communes.geojson --valid-from 2025-06-30",
        "boundaries list",
        "geocode --text 'Tân Lập'",
        "geocode --text 'ban bo, tam duong' --as-of 2022-12-31",
        "places --text 'các xã Bản Bo, Nà Tăm (huyện Tam Đường)' --as-of 2022-12-31",
        "extract report.txt --as-of 2022-12-31 --within 'huyện Tam Đường'",
        "convert --text 'xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu' --as-of 2022-12-31",
        "convert --text 'xã Bản Bo, tỉnh Lai Châu' --to 2022-12-31",
        "reverse --lon 103.6 --lat 22.3",
        "template",
        "import trial.csv --as trial --dry-run",
        "import trial.csv --as trial --report -",
        "review --all",
        "review --decided",
        "check --all",
        "check --accepted",
        "records --text TD22-097",
        "records --source trial",
        "records edit TD22-097 --set holder=X",
        "records attachments TD22-097",
        "records history",
        "sources",
        "table livestock --within 'huyện Tam Đường' --as-of 2022-12-31",
        "table --profile 'xã Bình Lư, tỉnh Lai Châu'",
        "table without-models --gaps",
        "layouts",
        "base list",
        "themes",
        "methods",
        "methods --palettes",
        "methods --per",
        "formats",
        "formats --kinds",
        "formats --columns",
        "plugins",
    };
    return lines;
}

/// Commands whose talk is all they print (with --json they have tables).
const std::set<std::string> wordless = {"init", "map", "atlas", "export", "page"};

/// Columns of codes; every other column has names, numbers and texts, or ids that are typed.
const std::set<std::string> codeColumns = {
    "status",    "unit_level", "level", "reasons",    "kind",     "rule",     "severity",
    "types",     "outcome",    "row",   "topic",      "item",     "category", "indicator",
    "qualifier", "day",        "as_of", "valid_from", "valid_to", "imported", "accepted"};

bool isPlain(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; }) &&
           std::any_of(text.begin(), text.end(), [](char c) { return std::isalpha(c) != 0; });
}

/// Names of programs, sources and years stay as they are.
bool isName(const std::vector<std::string>& row) {
    return row.front() == "versions" || row.front() == "sources" || row.front() == "years";
}

/// Without the columns of ids that are typed as they are, of names, and of yes and no (which are no
/// texts there).
std::string asOnATerminal(const TextTable& table) {
    static const std::set<std::string> typed = {"id",   "field", "for",      "headers",
                                                "file", "name",  "required", "styles"};
    Table shown;
    for (std::size_t c = 0; c < table.header.size(); ++c)
        if (!typed.contains(table.header[c])) {
            shown.columns.push_back(table.header[c]);
            shown.rows.resize(table.rows.size());
            for (std::size_t row = 0; row < table.rows.size(); ++row)
                shown.rows[row].push_back(textOrNone(table.rows[row].cells[c]));
        }
    return cli::terminalTable(shown, Language::Vietnamese, 1000);
}

void prepare(const Folder& folder) {
    folder.addWorkspace();
    folder.write(
        "report.txt",
        "Xây dựng 02 mô hình trồng chè tại xã Bản Bo với diện tích 12,5 ha; 03 sản phẩm OCOP đạt "
        "4 sao: Chè Tam Đường, Mật ong, Miến dong. Có 39 nhiệm vụ, trong đó 30 nhiệm vụ mới.\n");
    folder.write("trial.csv", "Cây trồng,Năm,Xã,Huyện,Tỉnh\nLúa,2022,Bản Bo,Tam Đường,Lai Châu\n"
                              "Lúa,2022,Tân Lập,,\n,2022,Bản Bo,Tam Đường,Lai Châu\n");
    folder.write("communes.geojson",
                 R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                 R"({"ma":"03424","ten":"Bản Bo"},"geometry":{"type":"Polygon","coordinates":)"
                 R"([[[103.6,22.2],[103.7,22.2],[103.7,22.3],[103.6,22.2]]]}}]})");
    const Outcome check = folder.run({"check", "--json"});
    const std::size_t key = check.out.find("\"key\": \"");
    ASSERT_NE(key, std::string::npos) << check.out;
    ASSERT_EQ(
        folder.run({"check", "--accept", check.out.substr(key + 8, 12), "--reason", "đã rõ"}).code,
        0);
}

} // namespace

TEST(TerminalWords, every_heading_and_every_code_of_every_command_is_told_in_vietnamese) {
    const Folder folder;
    prepare(folder);
    std::set<std::string> seen;
    for (const std::string& line : tables()) {
        const Outcome run = folder.shell("${TERROIR% --lang en} --lang vi -q " + line);
        const TextTable table = parseCsv(run.out, line);
        ASSERT_FALSE(table.header.empty()) << line << run.err;
        const bool namesValues = line == "formats --columns"; // that are typed as they are
        for (const std::string& word : englishWordsIn(namesValues ? "" : asOnATerminal(table)))
            ADD_FAILURE() << word << " of " << line << ":\n" << asOnATerminal(table);
        for (std::size_t c = 0; c < table.header.size(); ++c) {
            const std::string& column = table.header[c];
            if (isPlain(column) && column.find(' ') == std::string::npos) {
                EXPECT_NE(cli::headingWords(column, Language::Vietnamese), column) << line;
            }
            if (!codeColumns.contains(column))
                continue;
            seen.insert(column);
            for (const TextRow& row : table.rows)
                if (const std::string& code = row.cells[c]; isPlain(code) && !isName(row.cells)) {
                    EXPECT_NE(cli::codeWords(column, code, Language::Vietnamese), code)
                        << column << " of " << line;
                }
        }
    }
    EXPECT_EQ(seen, codeColumns) << "each is in some table";
}

TEST(TerminalWords, every_command_that_prints_a_table_is_asked) {
    for (const auto& command : cli::makeCommands()) {
        const bool isAsked =
            std::any_of(tables().begin(), tables().end(), [&](const std::string& line) {
                return line.substr(0, line.find(' ')) == command->name();
            });
        EXPECT_NE(isAsked, wordless.contains(command->name())) << command->name();
    }
}

TEST(TerminalWords, codes_that_stand_together_are_each_told) {
    using cli::codeWords;
    const auto vi = [](const std::string& column, const std::string& code) {
        return codeWords(column, code, Language::Vietnamese);
    };
    EXPECT_EQ(vi("reasons", "several-fit;exact"), "nhiều đơn vị phù hợp; đúng nguyên văn");
    EXPECT_EQ(vi("kind", "split;whole|part"), "một phần; nguyên vẹn, một phần");
    EXPECT_EQ(vi("types", "choropleth|symbols"), "tô màu theo lớp, ký hiệu");
    EXPECT_EQ(vi("valid_from", "2025-07-01"), "1/7/2025");
    EXPECT_EQ(codeWords("rule", "named", Language::English), "stated number and names");
}

} // namespace terroir::cli_test
