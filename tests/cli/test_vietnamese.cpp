#include "tests/cli/english_words.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

namespace terroir::cli_test {

namespace {

/// Two wrong inputs of each command.
const std::vector<std::string>& wrongInputs() {
    static const std::vector<std::string> lines = {
        "mapp",
        "--lang=fr units",
        "init",
        "-w new.sqlite init --data absent",
        "info x",
        "info --titel",
        "units --level comune",
        "units --limit -1",
        "units --as-of 2025-02-30",
        "units --as-of 1990-01-01",
        "units --all-dates --as-of 2022-12-31",
        "boundaries",
        "boundaries import",
        "boundaries import absent.shp",
        "boundaries import none.geojson",
        "boundaries import t.csv",
        "boundaries import notes.md",
        "boundaries import x.json",
        "boundaries import none.geojson --valid-from 1990-01-01",
        "boundaries list x",
        "boundaries list --levle",
        "boundaries remove",
        "boundaries remove --level commune",
        "template trail",
        "template ocop -o f.csv",
        "template -o f.xlsx",
        "geocode",
        "geocode absent.csv --column xa",
        "geocode t.csv",
        "geocode t.csv --column Xã -o x.xlsx",
        "places",
        "places absent.txt",
        "places report.docx",
        "places --text x --level comune",
        "convert t.csv",
        "convert --text x --to 31/02/2025",
        "reverse --lon abc --lat 22",
        "reverse --lon 103",
        "reverse t.csv",
        "reverse t.csv --crs 1",
        "reverse -",
        "reverse --lon 103.6 --lat 22.3 --level huyen --as-of 2025-08-01",
        "import t.csv",
        "import t.csv --as trail",
        "import t.csv --as trial --map value",
        "import refused.csv --as trial -q",
        "import x.json --as trial",
        "import refused.csv --as trial --place Xã=y",
        "review --kind trail",
        "review --all --decided",
        "review accept",
        "review accept LC20-077#1 99999",
        "review accept LC20-077#9 99999",
        "check x",
        "check --al",
        "table",
        "table plantings --per km",
        "table plantings --years 2022-2021",
        "table livestock --per km2",
        "map livestock",
        "map models --per km2 -o x.png",
        "map livestock -o x.png --dpi 0",
        "map livestock -o x.png --classes 99",
        "map livestock -o x.png --palette YlGm",
        "map livestock --all -o x/",
        "map livestock -o",
        "export",
        "export --json=yes",
        "themes x",
        "themes --as-of 2025-01-01",
        "methods --palettes --per",
        "methods x",
        "formats --kinds --columns",
        "formats x",
        "plugins x",
        "plugins --level",
    };
    return lines;
}

} // namespace

TEST(Vietnamese, what_is_wrong_is_told_without_an_english_word) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", "Cây trồng,Xã\nLúa,Bản Bo\n");
    folder.write("refused.csv", "Cây trồng,Xã\n,Bản Bo\n");
    folder.write("notes.md", "# A page\n");
    folder.write("x.json", "{\"a\": 1}\n");
    folder.write("none.geojson",
                 R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                 R"({"ma":"99990"},"geometry":{"type":"Polygon","coordinates":)"
                 R"([[[103,22],[104,22],[104,23],[103,22]]]}}]})");
    for (const std::string& line : wrongInputs()) {
        const Outcome run = folder.shell("${TERROIR% --lang en} " +
                                         (line.starts_with("--lang") ? line : "--lang vi " + line));
        EXPECT_NE(run.code, 0) << line;
        for (const std::string& word : englishWordsIn(run.err))
            ADD_FAILURE() << word << " in: " << run.err;
    }
}

TEST(Vietnamese, help_names_what_stands_for_a_value_in_vietnamese) {
    const std::string page = Folder().shell("${TERROIR% --lang en} --lang vi help map").out;
    for (const char* english : {"FILE", "NAME", "OPTIONS", "THEME", "COMMAND", "UINT", "TEXT"})
        EXPECT_EQ(page.find(english), std::string::npos) << english << " in:\n" << page;
    EXPECT_NE(page.find("TỆP"), std::string::npos);
}

TEST(Vietnamese, no_option_of_any_command_has_an_english_word_for_its_value) {
    const std::regex option("^ +(?:-[A-Za-z], )?--[a-z-]+ ([A-Z][A-Z:=]*)(?: |$)");
    const Folder folder;
    for (const char* command : {"init",
                                "info",
                                "units",
                                "boundaries import",
                                "boundaries list",
                                "boundaries remove",
                                "geocode",
                                "convert",
                                "places",
                                "extract",
                                "records",
                                "records add",
                                "records edit",
                                "records delete",
                                "records history",
                                "records attach",
                                "records detach",
                                "sources",
                                "sources edit",
                                "sources remove",
                                "template",
                                "reverse",
                                "import",
                                "review",
                                "review accept",
                                "check",
                                "table",
                                "map",
                                "atlas",
                                "page",
                                "export",
                                "themes rename",
                                "methods",
                                "formats",
                                "plugins"}) {
        const Outcome run =
            folder.shell("${TERROIR% --lang en} --lang vi help " + std::string(command));
        EXPECT_EQ(run.code, 0) << command << run.err;
        std::istringstream page(run.out);
        std::smatch value;
        for (std::string line; std::getline(page, line);)
            if (std::regex_search(line, value, option))
                ADD_FAILURE() << value[1] << " in the help of " << command << ": " << line;
    }
}

} // namespace terroir::cli_test
