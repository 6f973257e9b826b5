#include "core/classify/jenks.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace terroir::classify {

namespace {

/// Sums over prefixes give the cost of any group in constant time.
class GroupCost {
public:
    GroupCost(std::span<const double> values, std::span<const double> weights) {
        m_before.assign(values.size() + 1, {});
        // Deviations are taken from the middle, so that large values with small differences
        // (cadastral areas in m²) do not drown in rounding.
        const long double origin = values[values.size() / 2];
        for (std::size_t i = 0; i < values.size(); ++i) {
            const long double value = values[i] - origin, weight = weights[i];
            m_before[i + 1] = {m_before[i].weight + weight, m_before[i].sum + weight * value,
                               m_before[i].squares + weight * value * value};
        }
    }

    std::size_t values() const { return m_before.size() - 1; }

    /// Sum of squared deviations of the values from `first` on, before `end`; of none, nothing.
    long double operator()(std::size_t first, std::size_t end) const {
        if (first >= end)
            return 0;
        const Sums &from = m_before[first], &to = m_before[end];
        const long double sum = to.sum - from.sum;
        return to.squares - from.squares - sum * sum / (to.weight - from.weight);
    }

    /// How much of the weights and of the squares lies before a value: 0 to 2.
    long double shareBefore(std::size_t value) const {
        const Sums &before = m_before[value], &all = m_before.back();
        return before.weight / all.weight + before.squares / all.squares;
    }

private:
    /// Of all values before one.
    struct Sums {
        long double weight = 0, sum = 0, squares = 0;
    };
    std::vector<Sums> m_before;
};

/// Places where a class may end and the next one begin.
struct Range {
    std::size_t first = 0, last = 0;
};

/// What classes cost, and where the last of them begins, for each place where it may end.
class Row {
public:
    explicit Row(Range ends)
        : m_ends(ends), m_cost(ends.last - ends.first + 1), m_begin(m_cost.size()) {}
    const Range& ends() const { return m_ends; }
    long double& cost(std::size_t end) { return m_cost[end - m_ends.first]; }
    long double cost(std::size_t end) const { return m_cost[end - m_ends.first]; }
    std::uint32_t& begin(std::size_t end) { return m_begin[end - m_ends.first]; }

private:
    Range m_ends;
    std::vector<long double> m_cost;
    std::vector<std::uint32_t> m_begin;
};

/// One more class: the earlier beginning of two that cost the same. `cost(begin, end)` satisfies
/// the quadrangle inequality, so a class that ends later begins no earlier.
template <typename Cost>
class NextRow {
public:
    NextRow(const Cost& cost, const Row& before, Row& row)
        : m_cost(cost), m_before(before), m_row(row) {
        fill(row.ends(), before.ends());
    }

private:
    void fill(Range ends, Range begins) {
        const std::size_t middle = ends.first + (ends.last - ends.first) / 2;
        long double least = std::numeric_limits<long double>::infinity();
        std::size_t best = begins.first;
        for (std::size_t i = begins.first; i <= begins.last && i <= middle; ++i) {
            const long double cost = m_before.cost(i) + m_cost(i, middle);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        m_row.cost(middle) = least;
        m_row.begin(middle) = std::uint32_t(best);
        if (middle > ends.first)
            fill({ends.first, middle - 1}, {begins.first, best});
        if (middle < ends.last)
            fill({middle + 1, ends.last}, {best, begins.last});
    }

    const Cost& m_cost;
    const Row& m_before;
    Row& m_row;
};

/// A row for each class, which ends in its range; what is before the first is at place 0.
template <typename Cost>
std::vector<Row> rowsOf(const Cost& cost, std::span<const Range> ends) {
    std::vector<Row> rows;
    for (const Range& range : ends) {
        rows.emplace_back(range);
        if (rows.size() > 1)
            NextRow(cost, rows[rows.size() - 2], rows.back());
        else
            for (std::size_t end = range.first; end <= range.last; ++end)
                rows.back().cost(end) = cost(0, end);
    }
    return rows;
}

/// From so many values on it is first found out where no class can end.
constexpr std::size_t manyValues = 20'000;
constexpr std::size_t blocks = 8'192;

/// Where each class but the last may end, by blocks of values. With the blocks in which they end
/// left out, classes cost no more than they do; a block for which even that is more than what
/// classes of whole blocks cost has none of the ends. Blocks 0 and `blocks` + 1 are empty ones
/// before and behind.
class PossibleEnds {
public:
    explicit PossibleEnds(const GroupCost& cost) : m_cost(cost), m_first{0} {
        for (std::size_t value = 0; value < cost.values(); ++value)
            while (m_first.size() <= blocks &&
                   cost.shareBefore(value) * blocks >= 2 * (long double)(m_first.size() - 1))
                m_first.push_back(value);
        m_first.resize(blocks + 3, cost.values());
    }

    std::vector<Range> find(std::size_t classes) const {
        const std::vector<Range> anywhere(classes, {0, blocks + 1});
        const auto whole = [&](std::size_t begin, std::size_t end) {
            return m_cost(m_first[begin], m_first[end]);
        };
        const auto without = [&](std::size_t begin, std::size_t end) {
            return m_cost(m_first[begin + 1], m_first[end]);
        };
        const auto backward = [&](std::size_t begin, std::size_t end) {
            return without(blocks + 1 - end, blocks + 1 - begin);
        };
        const long double rounding = 1e-12L * m_cost(0, m_cost.values());
        const long double most = rowsOf(whole, anywhere).back().cost(blocks + 1) + rounding;
        const std::vector<Row> before = rowsOf(without, anywhere),
                               behind = rowsOf(backward, anywhere);
        std::vector<Range> ranges;
        for (std::size_t k = 0; k + 1 < classes; ++k) {
            const auto isPossible = [&](std::size_t block) {
                return before[k].cost(block) + behind[classes - 2 - k].cost(blocks + 1 - block) <=
                       most;
            };
            Range found{1, blocks};
            while (found.first < found.last && !isPossible(found.first))
                ++found.first;
            while (found.first < found.last && !isPossible(found.last))
                --found.last;
            ranges.push_back({std::max(m_first[found.first], k + 1), m_first[found.last + 1]});
        }
        return ranges;
    }

private:
    const GroupCost& m_cost;
    std::vector<std::size_t> m_first; ///< value of each block
};

std::vector<Range> endsOf(const GroupCost& cost, std::size_t classes) {
    std::vector<Range> ends;
    if (cost.values() >= manyValues)
        ends = PossibleEnds(cost).find(classes);
    else
        for (std::size_t k = 1; k < classes; ++k)
            ends.push_back({k, cost.values() - (classes - k)});
    ends.push_back({cost.values(), cost.values()});
    return ends;
}

} // namespace

std::vector<std::size_t> naturalBreaks(std::span<const double> sorted,
                                       std::span<const double> weights, std::size_t classes) {
    const GroupCost cost(sorted, weights);
    const auto ofSome = [&](std::size_t begin, std::size_t end) {
        return begin < end ? cost(begin, end) : std::numeric_limits<long double>::infinity();
    };
    std::vector<Row> rows = rowsOf(ofSome, endsOf(cost, classes));
    std::vector<std::size_t> last(classes);
    std::size_t end = sorted.size();
    for (std::size_t k = classes; k-- > 0; end = rows[k].begin(end))
        last[k] = end - 1;
    return last;
}

} // namespace terroir::classify
