#include "core/base/error.hpp"
#include "core/classify/classify.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

using namespace terroir;
using classify::Breaks;
using Values = std::vector<double>;

namespace {

std::string refusalOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(Classify, intervals_are_open_below_and_closed_above_but_the_first_is_closed) {
    const Breaks breaks{{1, 2, 5, 10}};
    EXPECT_EQ(breaks.count(), 3U);
    EXPECT_EQ(breaks.classOf(1), 0U);
    EXPECT_EQ(breaks.classOf(2), 0U);
    EXPECT_EQ(breaks.classOf(2.001), 1U);
    EXPECT_EQ(breaks.classOf(5), 1U);
    EXPECT_EQ(breaks.classOf(10), 2U);
    EXPECT_EQ(breaks.classOf(0.999), std::nullopt);
    EXPECT_EQ(breaks.classOf(10.001), std::nullopt);
    EXPECT_EQ(breaks.classOf(std::nan("")), std::nullopt);
}

TEST(Classify, a_first_class_of_one_value_holds_only_that_value) {
    const Breaks breaks{{1, 1, 4}};
    EXPECT_EQ(breaks.count(), 2U);
    EXPECT_EQ(breaks.classOf(1), 0U);
    EXPECT_EQ(breaks.classOf(1.5), 1U);
}

TEST(Classify, equal_intervals_divide_the_range) {
    EXPECT_EQ(classify::classify(Values{4, 0, 10, 7, 2}, "equal", 5).borders,
              (Values{0, 2, 4, 6, 8, 10}));
}

TEST(Classify, quantiles_hold_about_as_many_values_each) {
    const Values values{1, 2, 3, 4, 5, 6, 7, 8};
    const Breaks breaks = classify::classify(values, "quantile", 4);
    EXPECT_EQ(breaks.borders, (Values{1, 2, 4, 6, 8}));
    EXPECT_EQ(classify::countPerClass(breaks, values), (std::vector<std::size_t>{2, 2, 2, 2}));
}

TEST(Classify, quantiles_never_part_equal_values) {
    const Values values{1, 1, 1, 1, 5, 9};
    const Breaks breaks = classify::classify(values, "quantile", 3);
    EXPECT_EQ(breaks.borders, (Values{1, 1, 9}));
    EXPECT_EQ(classify::countPerClass(breaks, values), (std::vector<std::size_t>{4, 2}));
}

TEST(Classify, given_breaks_are_widened_to_hold_every_value) {
    EXPECT_EQ(classify::classify(Values{0.9, 2, 7}, "given", 1, Values{1, 2, 5}).borders,
              (Values{0.9, 2, 7}));
    EXPECT_EQ(classify::classify(Values{2, 3}, "given", 1, Values{0, 2, 5}).borders,
              (Values{0, 2, 5}));
}

TEST(Classify, given_breaks_that_repeat_collapse) {
    EXPECT_EQ(classify::classify(Values{2, 3}, "given", 1, Values{0, 2, 2, 5, 5}).borders,
              (Values{0, 2, 5}));
}

TEST(Classify, one_value_or_all_equal_is_one_class_of_that_value) {
    for (const char* method : {"equal", "quantile", "jenks"}) {
        EXPECT_EQ(classify::classify(Values{3}, method, 5).borders, (Values{3, 3})) << method;
        const Breaks breaks = classify::classify(Values{3, 3, 3}, method, 5);
        EXPECT_EQ(breaks.borders, (Values{3, 3})) << method;
        EXPECT_EQ(breaks.classOf(3), 0U) << method;
    }
}

TEST(Classify, no_values_give_no_breaks) {
    for (const char* method : {"equal", "quantile", "jenks", "given"})
        EXPECT_EQ(classify::classify(Values{}, method, 5, Values{0, 1}).count(), 0U) << method;
    EXPECT_EQ(Breaks{}.classOf(1), std::nullopt);
}

TEST(Classify, few_distinct_values_give_as_few_classes) {
    const Values values{1, 1, 2, 4};
    EXPECT_EQ(classify::classify(values, "jenks", 5).borders, (Values{1, 1, 2, 4}));
    EXPECT_LE(classify::classify(values, "quantile", 5).count(), 3U);
    EXPECT_EQ(classify::classify(values, "equal", 5).count(), 3U);
}

TEST(Classify, every_method_holds_every_value_in_rising_classes) {
    std::mt19937 random(42);
    for (int round = 0; round < 300; ++round) {
        Values values(1 + random() % 40);
        for (double& value : values)
            value = round % 3 == 0 ? double(random() % 5) : double(random() % 100000) / 313.0 - 90;
        for (const char* method : {"equal", "quantile", "jenks", "given"}) {
            const std::size_t classes = 1 + random() % 9;
            const Breaks breaks = classify::classify(values, method, classes, Values{0, 1, 3});
            for (std::size_t i = 1; i < breaks.borders.size(); ++i)
                ASSERT_TRUE(i == 1 ? breaks.borders[i] >= breaks.borders[0]
                                   : breaks.borders[i] > breaks.borders[i - 1]);
            std::size_t held = 0;
            for (const std::size_t count : classify::countPerClass(breaks, values))
                held += count;
            ASSERT_EQ(held, values.size()) << method;
        }
    }
}

TEST(Classify, an_unknown_method_names_the_nearest) {
    EXPECT_EQ(refusalOf([] { classify::classify(Values{1}, "jenk", 5); }),
              "There is no classification method 'jenk'. Did you mean 'jenks'? The methods are: "
              "equal, quantile, jenks, given.");
}

TEST(Classify, no_classes_and_unsorted_breaks_are_refused) {
    EXPECT_EQ(refusalOf([] { classify::classify(Values{1}, "equal", 0); }),
              "The number of classes is 0. Give 1 or more.");
    EXPECT_EQ(refusalOf([] {
                  classify::classify(Values{1}, "given", 1, Values{5, 2, 9});
              }),
              "The breaks 5, 2, 9 do not ascend. Give them from the smallest to the largest.");
    EXPECT_NE(refusalOf([] {
                  classify::classify(Values{1}, "given", 1, Values{5});
              }).find("at least two breaks"),
              std::string::npos);
}

TEST(Classify, methods_have_stable_ids_and_names_in_both_languages) {
    std::set<std::string> ids;
    for (const classify::MethodInfo& method : classify::methods()) {
        ids.insert(method.id);
        EXPECT_FALSE(method.name.vi.empty() || method.name.en.empty()) << method.id;
        EXPECT_FALSE(method.meaning.vi.empty() || method.meaning.en.empty()) << method.id;
    }
    EXPECT_EQ(ids, (std::set<std::string>{"equal", "given", "jenks", "quantile"}));
}
