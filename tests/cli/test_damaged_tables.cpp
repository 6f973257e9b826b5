#include "core/base/input_file.hpp"
#include "tests/cli/terroir_process.hpp"
#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

// A spreadsheet that is damaged is refused whole by every command that takes one, and one that is
// only strange is read whole.
namespace terroir::cli_test {

namespace {

using Cells = std::vector<std::string>;

const Cells names = {"Cây trồng", "Xã", "Huyện", "Tỉnh", "Năm", "Diện tích (ha)"};
const Cells rice = {"Lúa", "Bản Bo", "Tam Đường", "Lai Châu", "2023", "5"};

std::string xlsxRow(const Cells& cells) {
    std::string row = "<row>";
    for (const std::string& cell : cells)
        row += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    return row + "</row>";
}

std::string xlsx(const std::string& body) {
    return sheets::zipped(sheets::xlsxParts("<sheetData>" + xlsxRow(names) + body));
}

std::string odsRow(const Cells& cells, std::size_t repeated = 1) {
    std::string row =
        "<table:table-row table:number-rows-repeated=\"" + std::to_string(repeated) + "\">";
    for (const std::string& cell : cells)
        row += "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
               "</text:p></table:table-cell>";
    return row + "</table:table-row>";
}

std::string ods(const std::string& body) {
    return sheets::zipped(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", sheets::odsContent("<table:table table:name=\"S\">" + odsRow(names) +
                                            body + "</table:table>")}});
}

/// The bytes of a spreadsheet of another program, with some in the middle of its sheet changed.
std::string withBrokenStream(const std::string& name, const std::string& part) {
    std::string bytes = readFile(TERROIR_SOURCE_DIR "/tests/data/sheets/" + name);
    const std::size_t at = bytes.find(part) + part.size() + 60;
    for (std::size_t i = at; i < at + 20; ++i)
        bytes[i] = char(~bytes[i]);
    return bytes;
}

struct Damaged {
    std::string file, content;
    std::string part; ///< that the sentence names
};

std::vector<Damaged> damagedFiles() {
    const std::string good = xlsxRow(rice), sheet = "xl/worksheets/sheet1.xml";
    std::vector<Damaged> files = {
        {"cut.xlsx", xlsx(good + good + "<row><c"), sheet},
        {"character.xlsx", xlsx(good + xlsxRow({"\x01"}) + good + "</sheetData>"), sheet},
        {"entity.xlsx", xlsx(good + xlsxRow({"&ha;"}) + good + "</sheetData>"), sheet},
        {"stream.xlsx", withBrokenStream("trials.xlsx", sheet), sheet},
        {"cut.ods", ods(odsRow(rice) + "<table:table-row><"), "content.xml"},
        {"character.ods", ods(odsRow(rice) + odsRow({"\x01"})), "content.xml"},
        {"entity.ods", ods(odsRow(rice) + odsRow({"&ha;"})), "content.xml"},
        {"stream.ods", withBrokenStream("trials.ods", "content.xml"), "content.xml"},
    };
    return files;
}

const std::vector<Cells> doors = {
    {"import", "FILE", "--as", "trial"},
    {"geocode", "FILE", "--column", "Xã", "-o", "x.csv"},
    {"convert", "FILE", "--column", "Xã", "-o", "x.csv"},
    {"reverse", "FILE", "-o", "x.csv"},
    {"boundaries", "import", "FILE", "--valid-from", "2025-07-01"},
};

} // namespace

TEST(DamagedTables, every_command_refuses_the_whole_file_and_names_the_part) {
    const Folder folder;
    folder.addWorkspace();
    const std::string workspace = folder.read("terroir.sqlite");
    for (const Damaged& damaged : damagedFiles()) {
        folder.write(damaged.file, damaged.content);
        const std::vector<std::string> before = folder.names();
        for (Cells command : doors) {
            // One reader stands behind them all.
            if (command.front() != "import" && damaged.file != "cut.xlsx")
                continue;
            SCOPED_TRACE(command.front() + " " + damaged.file);
            const bool isTable = command.front() != "boundaries";
            command[isTable ? 1 : 2] = damaged.file;
            const Outcome run = folder.run(command);
            EXPECT_EQ(run.code, 1) << run.err;
            EXPECT_EQ(run.out, "");
            EXPECT_TRUE(isOneSentence(run.err)) << run.err;
            if (isTable) {
                EXPECT_NE(run.err.find(damaged.part), std::string::npos) << run.err;
            }
            EXPECT_EQ(folder.names(), before);
        }
    }
    EXPECT_TRUE(folder.read("terroir.sqlite") == workspace);
}

TEST(DamagedTables, what_is_only_strange_is_read_whole) {
    Cells wide = names, wideRow = rice, farRow = rice;
    for (int i = 0; i < 2100; ++i) {
        wide.push_back(std::string("ghi chú ") + char('a' + i / 676) + char('a' + i / 26 % 26) +
                       char('a' + i % 26));
        wideRow.push_back("x");
    }
    farRow.insert(farRow.end(), {"", "beyond"});
    const std::string five = xlsxRow(rice) + xlsxRow(rice) + xlsxRow(rice) + xlsxRow(rice);
    struct Strange {
        std::string file, content;
        std::size_t count;
        std::string said = {};
    };
    const Strange files[] = {
        {"repeated.ods",
         ods(odsRow(rice) + odsRow(rice) + odsRow(rice, 10'001) + odsRow(rice) + odsRow(rice)),
         10'005},
        {"wide.xlsx",
         sheets::zipped(sheets::xlsxParts("<sheetData>" + xlsxRow(wide) + xlsxRow(wideRow) +
                                          xlsxRow(wideRow) + xlsxRow(wideRow) + "</sheetData>")),
         3},
        {"beyond.xlsx", xlsx(five + xlsxRow(farRow) + "</sheetData>"), 5,
         "Cells beyond the named columns are not read: H6;"},
    };
    const Folder folder;
    folder.addWorkspace();
    for (const Strange& strange : files) {
        folder.write(strange.file, strange.content);
        const Outcome import = folder.run({"import", strange.file, "--as", "trial"});
        EXPECT_EQ(import.code, 0) << import.err;
        // All say the same: each but the first is doubtful, and none is lost.
        EXPECT_NE(import.err.find("1 row accepted, " + std::to_string(strange.count - 1) +
                                  " doubtful, 0 refused"),
                  std::string::npos)
            << import.err.substr(0, 2000);
        EXPECT_NE(import.err.find(strange.said), std::string::npos) << import.err.substr(0, 2000);
        const Outcome geocode = folder.run({"geocode", strange.file, "--column", "Xã", "-q"});
        if (strange.said.empty()) {
            EXPECT_EQ(linesOf(geocode.out).size(), strange.count + 1) << geocode.err;
        } else {
            EXPECT_EQ(geocode.code, 1) << "a table for geocode names every column";
        }
    }
}

} // namespace terroir::cli_test
