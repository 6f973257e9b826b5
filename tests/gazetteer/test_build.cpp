#include "core/base/error.hpp"
#include "core/gazetteer/build.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

using namespace terroir;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

namespace {

// One province, one district, two communes that became one.
const std::string unitsHeader = "uid,code,level,type,name,parent,valid_from,valid_to,area_km2,area_"
                                "source,population,lon,lat,point_source,source\n";
const std::string unitTable =
    unitsHeader +
    "12@2004,12,province,tỉnh,Lai Châu,,,,9068.8,official,,103,22.3,own,x\n"
    "106@2004,106,district,huyện,Tam Đường,12@2004,,2025-07-01,662.57,p,,103.6,22.3,own,x\n"
    "03390@2004,03390,commune,thị trấn,Tam Đường,106@2004,,2025-07-01,20.64,p,,103.62,22.33,own,x\n"
    "03412@2004,03412,commune,xã,Bình Lư,106@2004,,2025-07-01,25.65,p,,103.65,22.35,own,x\n"
    "03390@2025,03390,commune,xã,Bình Lư,12@2004,2025-07-01,,46.29,p,,103.63,22.34,own,x\n";
const std::string successionHeader =
    "predecessor,successor,date,decree,area_share,kind,share_basis,evidence\n";
const std::string succession = successionHeader +
                               "03390@2004,03390@2025,2025-07-01,1670,1.0,whole,,decree\n"
                               "03412@2004,03390@2025,2025-07-01,1670,1.0,whole,,decree\n";
const std::string aliases = "unit,alias,kind\n03412@2004,Bình Lu,other\n";
const std::string outlines = "province,part,ring,seq,lon,lat\n12@2004,0,0,0,103,22\n12@2004,0,0,1,"
                             "104,22\n12@2004,0,0,2,104,23\n";

std::string buildError(const std::string& unitsText, const std::string& successionText = succession,
                       const std::string& aliasText = aliases,
                       const std::string& outlineText = outlines) {
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "gazetteer");
    std::ofstream(folder / "gazetteer/units.csv") << unitsText;
    std::ofstream(folder / "gazetteer/succession.csv") << successionText;
    std::ofstream(folder / "gazetteer/aliases.csv") << aliasText;
    std::ofstream(folder / "gazetteer/outlines.csv") << outlineText;
    store::WorkspaceFile workspace = store::WorkspaceFile::create(folder / "w.sqlite");
    return errorOf([&] { gazetteer::buildFromData(workspace, folder.path()); });
}

} // namespace

TEST(build, a_consistent_gazetteer_is_taken) {
    EXPECT_EQ(buildError(unitTable), "no error");
}

TEST(build, a_bad_row_stops_the_build_with_file_row_and_reason) {
    const std::pair<std::string, const char*> cases[] = {
        {"12@2004,12,province,tỉnh,Again,,,,1,p,,103,22,own,x\n",
         "units.csv, row 7, column 'uid': '12@2004' stands twice"},
        {"0339@2004,0339,commune,xã,A,106@2004,,2025-07-01,1,p,,103,22,own,x\n",
         "row 7, column 'code': '0339' is not a code of a commune (5 digits)"},
        {"03999@2004,03999,village,xã,A,106@2004,,,1,p,,103,22,own,x\n",
         "column 'level': 'village' is not province, district or commune"},
        {"03999@2004,03999,commune,huyện,A,106@2004,,2025-07-01,1,p,,103,22,own,x\n",
         "column 'type': 'huyện' is not a type of commune"},
        {"03998@2004,03999,commune,xã,A,106@2004,,2025-07-01,1,p,,103,22,own,x\n",
         "column 'uid': '03998@2004' does not begin with the code"},
        {"03999@2004,03999,commune,xã,,106@2004,,2025-07-01,1,p,,103,22,own,x\n", "column 'name'"},
        {"03999@2004,03999,commune,xã,A,999@2004,,2025-07-01,1,p,,103,22,own,x\n",
         "column 'parent': the parent '999@2004' of 03999@2004 does not exist"},
        {"03999@2004,03999,commune,xã,A,03412@2004,,2025-07-01,1,p,,103,22,own,x\n",
         "is not of a higher level"},
        {"03999@2004,03999,commune,xã,A,106@2004,,,1,p,,103,22,own,x\n",
         "the parent '106@2004' is not in force on the last day"},
        {"03999@2004,03999,commune,xã,A,106@2004,2025-07-01,2024-07-01,1,p,,103,22,own,x\n",
         "column 'valid_to': 03999@2004 ends on 2024-07-01"},
        {"03999@2004,03999,commune,xã,A,106@2004,1/7/2020,,1,p,,103,22,own,x\n",
         "column 'valid_from': '1/7/2020' is not a date"},
        {"03412@2020,03412,commune,xã,A,106@2004,2020-01-01,2025-07-01,1,p,,103,22,own,x\n",
         "code 03412 is in force twice from 2020-01-01 on"},
        {"03999@2004,03999,commune,xã,A,106@2004,,2025-07-01,-3,p,,103,22,own,x\n",
         "column 'area_km2': an area of -3 km² is not possible"},
        {"03999@2004,03999,commune,xã,A,106@2004,,2025-07-01,big,p,,103,22,own,x\n",
         "column 'area_km2': 'big' is not a number"},
        {"03999@2004,03999,commune,xã,A,106@2004,,2025-07-01,1,p,,22,103,own,x\n",
         "column 'lon': the point 22 103 is not in Vietnam"}};
    for (const auto& [row, why] : cases)
        EXPECT_NE(buildError(unitTable + row).find(why), std::string::npos)
            << row << buildError(unitTable + row);
}

TEST(build, succession_must_join_units_on_the_day_where_one_ends_and_the_other_begins) {
    EXPECT_NE(
        buildError(unitTable, successionHeader + "03390@2004,03390@2025,2025-01-01,,1,whole,,\n")
            .find("succession.csv, row 2, column 'predecessor': 03390@2004 did not end on "
                  "2025-01-01"),
        std::string::npos);
    EXPECT_NE(
        buildError(unitTable, successionHeader + "03390@2004,03412@2004,2025-07-01,,1,whole,,\n")
            .find("03412@2004 did not begin on"),
        std::string::npos);
    EXPECT_NE(
        buildError(unitTable, successionHeader + "03390@2004,99999@2025,2025-07-01,,1,whole,,\n")
            .find("there is no unit '99999@2025'"),
        std::string::npos);
    EXPECT_NE(
        buildError(unitTable, successionHeader + "03390@2004,03390@2025,2025-07-01,,1.5,whole,,\n")
            .find("a share of 1.5 is not between 0 and 1"),
        std::string::npos);
    EXPECT_NE(
        buildError(unitTable, successionHeader + "03390@2004,03390@2025,2025-07-01,,1,eaten,,\n")
            .find("'eaten' is not whole, part, rename or split"),
        std::string::npos);
}

TEST(build, aliases_and_outlines_must_name_units_that_exist) {
    EXPECT_NE(
        buildError(unitTable, succession, "unit,alias,kind\n1@1,A,x\n").find("aliases.csv, row 2"),
        std::string::npos);
    EXPECT_NE(buildError(unitTable, succession, aliases,
                         "province,part,ring,seq,lon,lat\n106@2004,0,0,0,103,22\n")
                  .find("'106@2004' is not a province"),
              std::string::npos);
    EXPECT_NE(
        buildError(unitTable, succession, aliases,
                   "province,part,ring,seq,lon,lat\n12@2004,0,0,0,103,22\n12@2004,0,0,1,104,22\n")
            .find("has only 2 points"),
        std::string::npos);
}

TEST(build, a_missing_file_or_column_is_named) {
    EXPECT_NE(buildError("uid,code\n").find("there is no column 'level'"), std::string::npos);
    TemporaryFolder folder;
    store::WorkspaceFile workspace = store::WorkspaceFile::create(folder / "w.sqlite");
    EXPECT_NE(errorOf([&] {
                  gazetteer::buildFromData(workspace, folder.path());
              }).find("units.csv' cannot be opened"),
              std::string::npos);
}
