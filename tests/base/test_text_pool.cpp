#include "core/base/text_pool.hpp"

#include <gtest/gtest.h>

#include <set>

namespace terroir {
namespace {

TEST(TextPool, equal_texts_share_a_number_and_others_do_not) {
    TextPool pool;
    std::vector<TextPool::Id> ids;
    for (int i = 0; i < 5'000; ++i)
        ids.push_back(pool.intern("cây " + std::to_string(i)));
    EXPECT_EQ(std::set<TextPool::Id>(ids.begin(), ids.end()).size(), ids.size());
    for (int i = 0; i < 5'000; ++i) {
        const std::string text = "cây " + std::to_string(i);
        ASSERT_EQ(pool.intern(text), ids[std::size_t(i)]) << text;
        ASSERT_EQ(pool.text(ids[std::size_t(i)]), text);
    }
}

TEST(TextPool, only_texts_that_were_not_in_it_make_it_larger) {
    TextPool pool;
    for (const char* text : {"t-r2", "t-r3", "t-r2", "t-r12", "t-r3"})
        pool.intern(text);
    EXPECT_EQ(pool.interned(), 3U);
}

TEST(TextPool, an_empty_text_is_nought_in_every_pool) {
    TextPool pool;
    EXPECT_EQ(pool.text(0), "");
    EXPECT_EQ(pool.intern(""), 0U);
    EXPECT_EQ(pool.append(""), 0U);
    EXPECT_NE(pool.intern("chè"), 0U);
    EXPECT_EQ(pool.text(0), "");
}

TEST(TextPool, a_text_of_its_own_has_a_number_of_its_own) {
    TextPool pool;
    const auto first = pool.append("12"), second = pool.append("12"), third = pool.intern("12");
    EXPECT_EQ(std::set({first, second, third}).size(), 3U);
    EXPECT_EQ(pool.text(first), "12");
    EXPECT_EQ(pool.text(third), "12");
}

TEST(TextPool, a_text_may_hold_any_bytes) {
    TextPool pool;
    const std::string zero("a\0b", 3), large(300, 'x');
    EXPECT_EQ(pool.text(pool.intern(zero)), zero);
    EXPECT_EQ(pool.text(pool.intern(large)), large);
}

TEST(TextPool, texts_taken_from_another_pool_are_as_if_put_in_here) {
    TextPool pool, more;
    const TextPool::Id tea = pool.intern("chè");
    std::vector<TextPool::Id> there;
    for (int i = 0; i < 1'000; ++i)
        there.push_back(more.intern("cây " + std::to_string(i)));
    const TextPool::Id teaThere = more.intern("chè"), line = more.append("12");
    const TextPool::Moved moved = pool.take(more);
    EXPECT_EQ(moved.interned(0), 0U);
    EXPECT_EQ(moved.appended(0), 0U);
    EXPECT_EQ(moved.interned(teaThere), tea);
    EXPECT_EQ(pool.text(moved.appended(line)), "12");
    for (std::size_t i = 0; i < there.size(); ++i) {
        const std::string text = "cây " + std::to_string(i);
        ASSERT_EQ(pool.text(moved.interned(there[i])), text);
        ASSERT_EQ(pool.intern(text), moved.interned(there[i]));
    }
    EXPECT_EQ(pool.interned(), 1'001U);
    EXPECT_EQ(pool.find("cây 7"), moved.interned(there[7]));
    EXPECT_EQ(pool.find("cây 1000"), std::nullopt);
}

} // namespace
} // namespace terroir
