#include "core/base/rarely.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace terroir {
namespace {

TEST(Rarely, what_nobody_set_is_empty_and_takes_the_room_of_a_pointer) {
    Rarely<std::string> value;
    EXPECT_TRUE(value->empty());
    value = std::string();
    EXPECT_EQ(*value, "");
    EXPECT_EQ(sizeof value, sizeof(void*));
}

TEST(Rarely, copies_are_values_of_their_own) {
    Rarely<std::string> value = std::string("Bản Bo");
    Rarely<std::string> copy = value;
    value = std::string("Bình Lư");
    EXPECT_EQ(*copy, "Bản Bo");
    copy = value;
    value = {};
    EXPECT_EQ(*copy, "Bình Lư");
    EXPECT_EQ(*value, "");
}

TEST(Rarely, what_was_moved_from_is_empty) {
    Rarely<std::string> value = std::string("Bản Bo");
    const Rarely<std::string> taken = std::move(value);
    EXPECT_EQ(*taken, "Bản Bo");
    EXPECT_EQ(*value, ""); // NOLINT(bugprone-use-after-move): it says so
}

} // namespace
} // namespace terroir
