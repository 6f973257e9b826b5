#include "core/records/code_words.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::records;

TEST(CodeWords, what_became_of_a_row_is_told_in_both_languages) {
    EXPECT_EQ(toString(RowOutcome::Doubtful), "doubtful");
    EXPECT_EQ(inWords(RowOutcome::Doubtful), (LocalText{"cần xem lại", "doubtful"}));
    EXPECT_EQ(inWords(RowOutcome::Refused).vi, "bị từ chối");
    EXPECT_EQ(toString(RowOutcome::LeftOut), "left_out");
    EXPECT_EQ(inWords(RowOutcome::LeftOut), (LocalText{"bỏ qua", "left out"}));
}

TEST(CodeWords, kinds_and_rules_have_words_and_an_unknown_one_stays) {
    for (const KindInfo& kind : kinds())
        EXPECT_NE(kindInWords(kind.id).vi, kind.id);
    for (const char* rule : {"total", "named", "share", "relation", "membership", "ratio", "unit",
                             "conflict", "duplicate", "overlap", "nested", "shared", "written",
                             "range", "edition", "impossible", "area", "outside", "unresolved"})
        EXPECT_NE(ruleInWords(rule).vi, rule);
    EXPECT_EQ(kindInWords("x").vi, "x");
    EXPECT_EQ(ruleInWords("x").en, "x");
}
