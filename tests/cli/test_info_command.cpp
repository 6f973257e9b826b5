#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

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
