#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

TEST(UnitsCommand, the_header_is_the_contract) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"units", "--level", "province"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.err, "");
    const std::vector<std::string> lines = linesOf(run.out);
    ASSERT_FALSE(lines.empty());
    EXPECT_TRUE(
        lines.front().starts_with("code,level,type,name,parent,valid_from,valid_to,area_km2,"
                                  "predecessors,successors,uid"));
    EXPECT_EQ(lines.size(), 1U + 34U) << "34 provinces since 2025-07-01";
}

TEST(UnitsCommand, there_were_63_provinces_on_the_eve_of_the_reform) {
    const Folder folder;
    folder.addWorkspace();
    EXPECT_EQ(
        linesOf(folder.run({"units", "--level", "province", "--as-of", "2025-06-30"}).out).size(),
        1U + 63U);
}

TEST(UnitsCommand, a_commune_is_found_without_diacritics_with_what_became_of_it) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"units", "ban hon", "--as-of", "2022-12-31", "--within",
                                    "huyện Tam Đường, tỉnh Lai Châu", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const auto units = nlohmann::json::parse(run.out);
    ASSERT_EQ(units.size(), 1U);
    EXPECT_EQ(units[0]["name"], "Bản Hon");
    EXPECT_EQ(units[0]["type"], "xã");
    EXPECT_EQ(units[0]["parent"], "huyện Tam Đường");
    EXPECT_EQ(units[0]["valid_to"], "2025-07-01");
    EXPECT_FALSE(units[0]["successors"].is_null());
}

TEST(UnitsCommand, codes_keep_their_leading_zeros_in_json) {
    const Folder folder;
    folder.addWorkspace();
    const auto units =
        nlohmann::json::parse(folder.run({"units", "Hà Nội", "--level", "province", "--json"}).out);
    ASSERT_EQ(units.size(), 1U);
    EXPECT_EQ(units[0]["code"], "01");
}

TEST(UnitsCommand, nothing_found_is_an_empty_table_and_a_hint) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"units", "Atlantis"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(linesOf(run.out).size(), 1U);
    EXPECT_NE(run.err.find("--all-dates"), std::string::npos);
    EXPECT_EQ(folder.run({"units", "Atlantis", "-q"}).err, "");
}

TEST(UnitsCommand, an_area_that_may_be_several_units_is_not_guessed) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run =
        folder.run({"units", "--within", "huyện Châu Thành", "--as-of", "2022-12-31"});
    EXPECT_EQ(run.code, 2);
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
    EXPECT_NE(run.err.find("may be"), std::string::npos) << run.err;
}

TEST(InfoCommand, says_how_many_units_records_and_places_there_are) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"info"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.err, "");
    for (const char* part : {"units 2025-06-30,province,63", "units 2025-06-30,district,",
                             "records,livestock,", "places,matched,", "sources,TD22,",
                             "boundaries,official,", "versions,SpatiaLite,", "versions,GDAL,3"})
        EXPECT_NE(run.out.find(part), std::string::npos) << part;
}

} // namespace terroir::cli_test
