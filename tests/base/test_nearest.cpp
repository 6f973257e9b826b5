#include "core/base/nearest.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(nearest, a_slip_finds_the_word_and_nonsense_finds_nothing) {
    const std::vector<std::string> options{"livestock", "aquaculture", "ocop"};
    EXPECT_EQ(nearest("livestok", options), "livestock");
    EXPECT_EQ(nearest("OCOP", options), "ocop");
    EXPECT_EQ(nearest("aquacultur", options), "aquaculture");
    EXPECT_EQ(nearest("zzzzzz", options), "");
    EXPECT_EQ(suggestion("livestok", options), "Did you mean 'livestock'? ");
    EXPECT_EQ(suggestion("zzzzzz", options), "");
}
