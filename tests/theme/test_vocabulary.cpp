#include "core/theme/vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace terroir;

TEST(Vocabulary, every_word_is_said_once_and_in_both_languages) {
    std::set<std::string> seen;
    for (const theme::Word& word : theme::vocabulary()) {
        EXPECT_TRUE(word.field == "kind" || word.field == "category" || word.field == "indicator")
            << word.field;
        EXPECT_FALSE(word.label.vi.empty() || word.label.en.empty()) << word.id;
        EXPECT_TRUE(seen.insert(word.kind + "/" + word.field + "/" + word.id).second) << word.id;
    }
}

TEST(Vocabulary, categories_belong_to_kinds_that_exist) {
    const std::vector<std::string> kinds = theme::kindIds();
    EXPECT_EQ(kinds.size(), 18U);
    for (const theme::Word& word : theme::vocabulary())
        if (word.field == "category") {
            EXPECT_NE(std::find(kinds.begin(), kinds.end(), word.kind), kinds.end()) << word.kind;
        }
}

TEST(Vocabulary, categories_of_several_kinds_are_listed_once) {
    const std::vector<std::string> kinds{"model", "trial"};
    const std::vector<std::string> ids = theme::categoryIds(kinds);
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "fruit"), 1);
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "vietgap"), 0);
}

TEST(Vocabulary, an_id_without_words_stands_for_itself) {
    const std::vector<std::string> kinds{"certification"};
    EXPECT_EQ(theme::labelOf("category", "organic", kinds).vi, "hữu cơ");
    EXPECT_EQ(theme::labelOf("indicator", "tanks", kinds).en, "tanks");
    EXPECT_EQ(theme::labelOf("category", "globalgap", kinds).vi, "globalgap");
}
