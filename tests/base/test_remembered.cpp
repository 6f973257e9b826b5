#include "core/base/remembered.hpp"

#include <gtest/gtest.h>

#include <string>

namespace terroir {
namespace {

TEST(Remembered, an_answer_is_worked_out_once_for_equal_texts) {
    Remembered<std::size_t> sizes;
    int asked = 0;
    const auto size = [&](std::string_view text) {
        ++asked;
        return text.size();
    };
    for (const std::string text : {"ha", "cây chè", "ha", "ha", "cây chè", ""})
        EXPECT_EQ(sizes.of(text, size), text.size());
    EXPECT_EQ(asked, 3);
}

TEST(Remembered, more_texts_than_are_kept_are_answered_all_the_same) {
    Remembered<std::string> same;
    const auto copied = [](std::string_view text) { return std::string(text); };
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 150'000; ++i)
            ASSERT_EQ(same.of(std::to_string(i), copied), std::to_string(i));
}

} // namespace
} // namespace terroir
