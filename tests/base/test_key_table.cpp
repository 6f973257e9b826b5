#include "core/base/key_table.hpp"

#include <gtest/gtest.h>

#include <map>

namespace terroir {
namespace {

TEST(KeyTable, has_what_was_put_in_and_nothing_else) {
    // Numbers in a row, in steps of a table's size, and pairs in one number.
    KeyTable<int> table;
    std::map<std::uint64_t, int> expected;
    int value = 0;
    for (std::uint64_t i = 0; i < 3'000; ++i)
        for (const std::uint64_t key : {i, i << 12U, i << 32U | i, ~i}) {
            const auto [stored, isNew] = table.tryEmplace(key, value);
            EXPECT_EQ(isNew, expected.try_emplace(key, value).second) << key;
            EXPECT_EQ(stored, expected.at(key)) << key;
            ++value;
        }
    EXPECT_EQ(table.size(), expected.size());
    for (const auto& [key, put] : expected) {
        ASSERT_NE(table.find(key), nullptr) << key;
        EXPECT_EQ(*table.find(key), put) << key;
    }
    EXPECT_EQ(table.find(3'001), nullptr);
    EXPECT_EQ(KeyTable<int>().find(0), nullptr);
}

TEST(KeyTable, a_value_is_changed_in_its_place) {
    KeyTable<int> table;
    table.tryEmplace(0, 2018).first = 2019;
    EXPECT_EQ(*table.find(0), 2019);
    EXPECT_FALSE(table.tryEmplace(0, 2020).second);
    EXPECT_EQ(*table.find(0), 2019);
}

} // namespace
} // namespace terroir
