#include "core/classify/classify.hpp"
#include "core/classify/jenks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

using namespace terroir;

namespace {

double squaredDeviations(const std::vector<double>& sorted, std::size_t first, std::size_t last) {
    double mean = 0;
    for (std::size_t i = first; i <= last; ++i)
        mean += sorted[i] / double(last - first + 1);
    double sum = 0;
    for (std::size_t i = first; i <= last; ++i)
        sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

/// Least cost over every way to cut the sorted values into the classes.
double minCost(const std::vector<double>& sorted, std::size_t first, std::size_t classes) {
    if (classes == 1)
        return squaredDeviations(sorted, first, sorted.size() - 1);
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t last = first; last + classes <= sorted.size(); ++last)
        best = std::min(best, squaredDeviations(sorted, first, last) +
                                  minCost(sorted, last + 1, classes - 1));
    return best;
}

double costOf(const classify::Breaks& breaks, const std::vector<double>& sorted) {
    double cost = 0;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= sorted.size(); ++i) {
        if (i < sorted.size() && breaks.classOf(sorted[i]) == breaks.classOf(sorted[first]))
            continue;
        cost += squaredDeviations(sorted, first, i - 1);
        first = i;
    }
    return cost;
}

} // namespace

TEST(Jenks, natural_gaps_become_the_breaks) {
    const std::vector<double> values{1, 2, 2, 3, 20, 21, 22, 90, 91};
    EXPECT_EQ(classify::classify(values, "jenks", 3).borders, (std::vector<double>{1, 3, 22, 91}));
}

TEST(Jenks, as_good_as_every_possible_cut_of_random_small_sets) {
    std::mt19937 random(20220415);
    for (int round = 0; round < 400; ++round) {
        const std::size_t n = 1 + random() % 11;
        std::vector<double> values(n);
        const bool whole = round % 2 == 0;
        for (double& value : values)
            value = whole ? double(random() % 9) : double(random() % 100000) / 997.0 + 5e6;
        std::sort(values.begin(), values.end());
        for (std::size_t classes = 1; classes <= std::min<std::size_t>(n, 5); ++classes) {
            const classify::Breaks breaks = classify::classify(values, "jenks", classes);
            ASSERT_LE(breaks.count(), classes);
            EXPECT_NEAR(costOf(breaks, values), minCost(values, 0, classes), 1e-6)
                << "round " << round << ", " << classes << " classes";
        }
    }
}

TEST(Jenks, every_commune_of_the_country_can_be_classified) {
    std::mt19937 random(7);
    std::lognormal_distribution<double> sizes(3, 1);
    std::vector<double> values(11000);
    for (double& value : values)
        value = sizes(random);
    const classify::Breaks breaks = classify::classify(values, "jenks", 9);
    const std::vector<std::size_t> counts = classify::countPerClass(breaks, values);
    ASSERT_EQ(counts.size(), 9U);
    std::size_t sum = 0;
    for (const std::size_t count : counts) {
        EXPECT_GT(count, 0U);
        sum += count;
    }
    EXPECT_EQ(sum, values.size());
}

TEST(Jenks, weights_stand_for_repeated_values) {
    const std::vector<double> distinct{1, 2, 10}, weights{1, 100, 1};
    // 2 is so frequent that 1 is cut off rather than joined to it only when that costs less.
    EXPECT_EQ(classify::naturalBreaks(distinct, weights, 2), (std::vector<std::size_t>{1, 2}));
    const std::vector<double> heavy{50, 50, 1}, near{0, 4, 7};
    EXPECT_EQ(classify::naturalBreaks(near, heavy, 2), (std::vector<std::size_t>{0, 2}));
}

namespace {

/// Ascending, each once.
template <typename Distribution>
std::vector<double> manyValues(Distribution distribution) {
    std::mt19937 random(11);
    std::vector<double> values(50'000);
    for (double& value : values)
        value = std::clamp(distribution(random), -1e6, 1e6);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

void expectNoBorderToGainBy(const std::vector<double>& values) {
    std::mt19937 random(12);
    std::vector<double> weights;
    for (std::size_t i = 0; i < values.size(); ++i)
        weights.push_back(double(1 + random() % 3));
    std::vector<double> weight{0}, sum{0}, squares{0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        weight.push_back(weight.back() + weights[i]);
        sum.push_back(sum.back() + weights[i] * values[i]);
        squares.push_back(squares.back() + weights[i] * values[i] * values[i]);
    }
    const auto cost = [&](std::size_t first, std::size_t end) {
        const double of = sum[end] - sum[first];
        return squares[end] - squares[first] - of * of / (weight[end] - weight[first]);
    };
    std::vector<std::size_t> ends{0};
    for (const std::size_t last : classify::naturalBreaks(values, weights, 7))
        ends.push_back(last + 1);
    ASSERT_EQ(ends.size(), 8U);
    ASSERT_EQ(ends.back(), values.size());
    for (std::size_t k = 1; k + 1 < ends.size(); ++k) {
        const std::size_t from = ends[k - 1], to = ends[k + 1];
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t cut = from + 1; cut < to; ++cut)
            least = std::min(least, cost(from, cut) + cost(cut, to));
        const double rounding = 1e-12 * squares.back();
        EXPECT_LE(cost(from, ends[k]) + cost(ends[k], to), least + rounding) << "border " << k;
    }
}

} // namespace

TEST(Jenks, no_border_of_many_values_can_be_moved_to_gain) {
    expectNoBorderToGainBy(manyValues(std::lognormal_distribution<double>(2, 1)));
    expectNoBorderToGainBy(manyValues(std::uniform_real_distribution<double>(0, 1)));
    // A few farms that hold more land than all others together.
    expectNoBorderToGainBy(manyValues(std::cauchy_distribution<double>(0, 1)));
}

TEST(Jenks, gaps_between_many_values_become_the_breaks_wherever_they_are) {
    for (const std::size_t first : {1U, 7U, 12'345U, 39'990U}) {
        std::vector<double> values, weights(40'000, 1.0);
        for (std::size_t i = 0; i < weights.size(); ++i)
            values.push_back((i < first ? 0 : 1e4) + double(i) / 40'000);
        EXPECT_EQ(classify::naturalBreaks(values, weights, 2),
                  (std::vector<std::size_t>{first - 1, values.size() - 1}));
    }
}
