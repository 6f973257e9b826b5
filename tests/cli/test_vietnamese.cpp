#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

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
        "reverse -",
        "reverse --lon 103.6 --lat 22.3 --level huyen --as-of 2025-08-01",
        "import t.csv",
        "import t.csv --as trail",
        "import t.csv --as trial --map value",
        "import refused.csv --as trial -q",
        "review --kind trail",
        "review --all --decided",
        "review accept",
        "check x",
        "check --al",
        "table",
        "table plantings --per km",
        "table plantings --years 2022-2021",
        "table livestock --per km2",
        "map livestock",
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

/// Words that no Vietnamese sentence has. What stands in quotes or begins with a dash is a name, a
/// value or an option.
const std::set<std::string>& englishWords() {
    static const std::set<std::string> words = {
        "the",       "is",     "are",     "was",    "were",    "not",     "no",       "file",
        "row",       "column", "give",    "given",  "unknown", "missing", "required", "expected",
        "value",     "option", "command", "did",    "you",     "mean",    "see",      "and",
        "or",        "with",   "must",    "cannot", "could",   "there",   "this",     "such",
        "as",        "of",     "in",      "it",     "to",      "for",     "exclude",  "number",
        "name",      "folder", "exists",  "exist",  "check",   "write",   "choose",   "day",
        "level",     "unit",   "theme",   "table",  "map",     "records", "polygon",  "argument",
        "arguments", "range",  "one",     "too",    "many",    "input",   "text"};
    return words;
}

/// The words outside of quotes, lower case.
std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '\'' || c == '"')
            quoted = !quoted;
        const bool isPart = (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                            c == '-' || c == '.' || c == '_' || c == '=';
        if (!quoted && isPart)
            words.back() += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!words.back().empty())
            words.emplace_back();
    }
    for (std::string& word : words)
        word.erase(word.find_last_not_of('.') + 1);
    return words;
}

} // namespace

TEST(Vietnamese, what_is_wrong_is_told_without_an_english_word) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", "Cây trồng,Xã\nLúa,Bản Bo\n");
    folder.write("refused.csv", "Cây trồng,Xã\n,Bản Bo\n");
    folder.write("none.geojson",
                 R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                 R"({"ma":"99990"},"geometry":{"type":"Polygon","coordinates":)"
                 R"([[[103,22],[104,22],[104,23],[103,22]]]}}]})");
    for (const std::string& line : wrongInputs()) {
        const Outcome run = folder.shell("${TERROIR% --lang en} " +
                                         (line.starts_with("--lang") ? line : "--lang vi " + line));
        EXPECT_NE(run.code, 0) << line;
        for (const std::string& word : wordsOf(run.err))
            EXPECT_FALSE(englishWords().contains(word)) << word << " in: " << run.err;
    }
}

TEST(Vietnamese, help_names_what_stands_for_a_value_in_vietnamese) {
    const std::string page = Folder().shell("${TERROIR% --lang en} --lang vi help map").out;
    for (const char* english : {"FILE", "NAME", "OPTIONS", "THEME", "COMMAND", "UINT", "TEXT"})
        EXPECT_EQ(page.find(english), std::string::npos) << english << " in:\n" << page;
    EXPECT_NE(page.find("TỆP"), std::string::npos);
}

} // namespace terroir::cli_test
