#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

std::string square(const std::string& code, const std::string& name, double x, double y) {
    const auto corner = [&](double dx, double dy) {
        return "[" + std::to_string(x + dx) + "," + std::to_string(y + dy) + "]";
    };
    return R"({"type":"Feature","properties":{"code":")" + code + R"(","name":")" + name +
           R"("},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," +
           corner(0.05, 0) + "," + corner(0.05, 0.05) + "," + corner(0, 0.05) + "," + corner(0, 0) +
           "]]}}";
}

/// A workspace with official polygons (squares) of Bình Lư and, east of it, Bản Bo.
void addPolygons(const Folder& folder) {
    folder.addWorkspace();
    folder.write("xa.geojson", R"({"type":"FeatureCollection","features":[)" +
                                   square("03390", "Bình Lư", 103.60, 22.30) + "," +
                                   square("03424", "Bản Bo", 103.65, 22.30) + "]}");
    const Outcome run = folder.run({"boundaries", "import", "xa.geojson", "--level", "commune",
                                    "--valid-from", "2025-07-01", "-q"});
    ASSERT_EQ(run.code, 0) << run.err;
}

std::vector<std::string> column(const TextTable& table, const std::string& name) {
    std::vector<std::string> cells;
    for (const TextRow& row : table.rows)
        cells.push_back(row.cells[table.requireColumn(name)]);
    return cells;
}

using Cells = std::vector<std::string>;

} // namespace

TEST(ReverseCommand, polygons_of_today_tell_the_district_of_yesterday) {
    const Folder folder;
    addPolygons(folder);
    const Outcome run = folder.run({"reverse", "--lon", "103.61", "--lat", "22.31", "--as-of",
                                    "2022-12-31", "--level", "district", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.err, "");
    const auto answer = nlohmann::json::parse(run.out)[0];
    EXPECT_EQ(answer["unit_name"], "huyện Tam Đường");
    EXPECT_EQ(answer["reasons"], "official-boundary;succession");
}

TEST(ReverseCommand, the_day_may_differ_from_row_to_row) {
    const Folder folder;
    addPolygons(folder);
    const std::string points = "x,y,ngay\n103.61,22.31,2025-08-01\n103.61,22.31,2022-12-31\n"
                               "103.61,22.31,\n";
    const Outcome run = folder.run(
        {"reverse", "-", "--as-of-column", "ngay", "--as-of", "2025-08-01", "--level", "province"},
        points);
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(column(parseCsv(run.out, "out"), "reasons"),
              (Cells{"official-boundary", "official-boundary;succession", "official-boundary"}));
    const Outcome bad =
        folder.run({"reverse", "-", "--as-of-column", "ngay"}, points + "103.61,22.31,2022\n");
    EXPECT_EQ(bad.code, 1);
    EXPECT_NE(bad.err.find("row 5, column 'ngay'"), std::string::npos) << bad.err;
}

TEST(ReverseCommand, vn2000_coordinates_are_taken_in_both_orders) {
    const Folder folder;
    addPolygons(folder);
    // 103.61, 22.31 in TM-3 with the meridian 103°; surveyors call the northing X.
    const Outcome run =
        folder.run({"reverse", "-", "--crs", "EPSG:9205", "--as-of", "2025-08-01"},
                   "x,y\n562668,2467854\n2467854,562668\n\"562.668,4\",\"2.467.854,1\"\n");
    ASSERT_EQ(run.code, 0) << run.err;
    const TextTable table = parseCsv(run.out, "out");
    EXPECT_EQ(column(table, "unit_code"), (Cells{"03390", "03390", "03390"})) << run.out;
    EXPECT_EQ(column(table, "reasons")[1], "coordinates-swapped;official-boundary");
}

TEST(ReverseCommand, columns_are_told_apart_by_usual_names_else_by_their_order) {
    const Folder folder;
    addPolygons(folder);
    for (const auto& [header, columns] :
         std::vector<std::pair<std::string, std::string>>{{"lat,lon", ""},
                                                          {"lat,lon", "lat,lon"},
                                                          {"vi_do,kinh_do", "vi_do, kinh_do"},
                                                          {"b,a", "a,b"}}) {
        std::vector<std::string> arguments = {"reverse", "-", "--as-of", "2025-08-01"};
        if (!columns.empty())
            arguments.insert(arguments.end(), {"--columns", columns});
        const Outcome run = folder.run(arguments, header + "\n22.31,103.61\n");
        EXPECT_EQ(run.code, 0) << run.err;
        EXPECT_NE(run.out.find(",official-boundary"), std::string::npos) << header << run.out;
    }
    const Outcome none = folder.run({"reverse", "-"}, "a,b\n103.61,22.31\n");
    EXPECT_EQ(none.code, 1);
    EXPECT_TRUE(isOneSentence(none.err) ||
                none.err.find("The columns are: a, b.") != std::string::npos)
        << none.err;
    EXPECT_NE(none.err.find("--lon-column"), std::string::npos) << none.err;
}

} // namespace terroir::cli_test
