#include "core/base/nearest.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(nearest, a_slip_finds_the_word_and_nonsense_finds_nothing) {
    const std::vector<std::string> options{"livestock", "aquaculture", "ocop"};
    EXPECT_EQ(nearest("livestok", options), "livestock");
    EXPECT_EQ(nearest("OCOP", options), "ocop");
    EXPECT_EQ(nearest("aquacultur", options), "aquaculture");
    EXPECT_EQ(nearest("zzzzzz", options), "");
    EXPECT_EQ(suggestion("livestok", options),
              (LocalText{"Có phải ý bạn là 'livestock'? ", "Did you mean 'livestock'? "}));
    EXPECT_EQ(suggestion("zzzzzz", options), LocalText());
}

TEST(nearest, an_unknown_word_is_answered_with_what_was_meant_and_what_there_is) {
    const std::vector<std::string> options{"subject", "area"};
    const LocalText list{"Các trường là", "The fields are"};
    EXPECT_EQ(
        unknownWord({"Không có trường 'are'.", "There is no field 'are'."}, "are", list, options),
        (LocalText{
            "Không có trường 'are'. Có phải ý bạn là 'area'? Các trường là: subject, area.",
            "There is no field 'are'. Did you mean 'area'? The fields are: subject, area."}));
    EXPECT_EQ(unknownWord({"Không có 'xxxxx'.", "There is no 'xxxxx'."}, "xxxxx", list, options).en,
              "There is no 'xxxxx'. The fields are: subject, area.");
}
