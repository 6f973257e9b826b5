#include "core/base/error.hpp"
#include "core/geometry/table_writer.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace terroir::geometry {
namespace {

TEST(WriteTable, a_folder_that_does_not_exist_or_another_format_is_refused) {
    Table table;
    table.columns = {"a"};
    testing::internal::CaptureStderr();
    EXPECT_THROW(writeTable(table, "/nowhere/at/all.xlsx"), InputError);
    EXPECT_THROW(writeTable(table, "/nowhere/at/all.csv"), InputError);
    EXPECT_THROW(writeTable(table, std::filesystem::path(testing::TempDir()) / "terroir_a.dbf"),
                 InputError);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

} // namespace
} // namespace terroir::geometry
