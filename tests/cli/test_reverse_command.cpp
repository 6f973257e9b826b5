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

std::vector<std::string> column(const Table& table, const std::string& name) {
    std::vector<std::string> cells;
    for (const TableRow& row : table.rows)
        cells.push_back(row.cells[table.requireColumn(name)]);
    return cells;
}

using Cells = std::vector<std::string>;

} // namespace

TEST(ReverseCommand, all_input_columns_come_first_then_those_of_geocode) {
    const Folder folder;
    addPolygons(folder);
    folder.write("points.csv", "ten,lon,lat\n\"a, b\",103.61,22.31\n");
    const Outcome run = folder.run({"reverse", "points.csv", "--as-of", "2025-08-01"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, "ten,lon,lat,status,unit_code,unit_name,unit_level,province_code,"
                       "district_code,commune_code,valid_from,valid_to,score,candidates,reasons\n"
                       "\"a, b\",103.61,22.31,matched,03390,xã Bình Lư,commune,12,,03390,"
                       "2025-07-01,,1.00,03390:1.00,official-boundary\n");
    EXPECT_EQ(run.err, "1 matched, 0 ambiguous, 0 unmatched.\n");
}

TEST(ReverseCommand, nothing_about_a_point_is_passed_over_in_silence) {
    const Folder folder;
    addPolygons(folder);
    const Outcome run = folder.run({"reverse", "-", "--as-of", "2025-08-01"},
                                   "Kinh độ;Vĩ độ\n103,61;22,31\n22.31;103.61\n103.65;22.31\n"
                                   ";22\nabc;22\n0;0\n112;12\n103°36'36\"Đ;22°18'36\"B\n");
    ASSERT_EQ(run.code, 0) << run.err;
    const Table table = parseCsv(run.out, "out");
    EXPECT_EQ(column(table, "status"), (Cells{"matched", "matched", "ambiguous", "unmatched",
                                              "unmatched", "unmatched", "unmatched", "matched"}));
    EXPECT_EQ(column(table, "reasons"),
              (Cells{"decimal-comma;official-boundary", "coordinates-swapped;official-boundary",
                     "official-boundary;on-border", "no-coordinates", "not-a-number",
                     "outside-vietnam", "outside", "degrees-minutes;official-boundary"}));
    EXPECT_EQ(column(table, "candidates")[2], "03390:0.50|03424:0.50");
    EXPECT_EQ(run.err, "3 matched, 1 ambiguous, 4 unmatched.\n"
                       "Longitude and latitude exchanged, put right: 1.\n"
                       "Without coordinates that can be read: 2.\n"
                       "Outside Vietnam: 1; check --crs and the order of the columns.\n");
}

TEST(ReverseCommand, without_official_polygons_the_answer_is_labelled_as_approximate) {
    const Folder folder;
    folder.addWorkspace();
    const std::vector<std::string> arguments = {"reverse", "--lon",   "103.62",     "--lat",
                                                "22.33",   "--as-of", "2025-08-01", "--json"};
    const Outcome run = folder.run(arguments);
    ASSERT_EQ(run.code, 0) << run.err;
    const auto answer = nlohmann::json::parse(run.out)[0];
    EXPECT_EQ(answer["unit_name"], "xã Bình Lư");
    EXPECT_EQ(answer["reasons"], "approximate-cell");
    EXPECT_NE(run.err.find("boundaries import"), std::string::npos) << run.err;
}

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
    const Table table = parseCsv(run.out, "out");
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

TEST(ReverseCommand, a_level_that_is_no_more_is_wrong_usage) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"reverse", "--lon", "103.6", "--lat", "22.3", "--level",
                                    "district", "--as-of", "2025-08-01"});
    EXPECT_EQ(run.code, 2);
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
    EXPECT_NE(run.err.find("2025-06-30"), std::string::npos) << run.err;
}

} // namespace terroir::cli_test
