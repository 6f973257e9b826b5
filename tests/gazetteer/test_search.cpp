#include "core/gazetteer/search.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::gazetteer;
using terroir::testing::packagedGazetteer;

namespace {

const Date reformEve = Date::of(2025, 6, 30);

std::vector<std::string> found(const char* text, SearchFilter filter) {
    std::vector<std::string> out;
    for (const UnitIndex unit : search(packagedGazetteer(), text, filter))
        out.push_back(packagedGazetteer().unit(unit).uid);
    return out;
}

} // namespace

TEST(search, a_name_without_diacritics_finds_district_and_town) {
    EXPECT_EQ(found("tam duong", {{}, reformEve, packagedGazetteer().find("12@2004")}),
              (std::vector<std::string>{"106@2020", "03390@2004"}));
    EXPECT_EQ(found("thi tran tam duong", {{}, reformEve, noUnit}),
              (std::vector<std::string>{"03390@2004"}));
}

TEST(search, diacritics_that_are_typed_count) {
    const SearchFilter inLaiChau{Level::Commune, reformEve, packagedGazetteer().find("12@2004")};
    EXPECT_EQ(found("Bản Hon", inLaiChau), (std::vector<std::string>{"03421@2004"}));
    EXPECT_TRUE(found("Bản Hòn", inLaiChau).empty());
    EXPECT_EQ(found("ban hon", inLaiChau), (std::vector<std::string>{"03421@2004"}));
}

TEST(search, a_code_finds_all_its_versions_and_a_beginning_its_names) {
    EXPECT_EQ(found("03390", {}), (std::vector<std::string>{"03390@2004", "03390@2025"}));
    EXPECT_EQ(found("khun", {Level::Commune, reformEve, noUnit}),
              (std::vector<std::string>{"03430@2004"}));
    EXPECT_TRUE(found("no such place", {}).empty());
}

TEST(search, another_official_spelling_is_found) {
    EXPECT_EQ(found("Yên Hoà",
                    {Level::Commune, Date::of(2026, 1, 1), packagedGazetteer().find("01@2004")}),
              (std::vector<std::string>{"00175@2025"}));
}
