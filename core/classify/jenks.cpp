#include "core/classify/jenks.hpp"

#include <cstdint>
#include <future>
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

    /// Sum of squared deviations of values first … last.
    long double operator()(std::size_t first, std::size_t last) const {
        const Sums &from = m_before[first], &to = m_before[last + 1];
        const long double sum = to.sum - from.sum;
        return to.squares - from.squares - sum * sum / (to.weight - from.weight);
    }

private:
    /// Of all values before one.
    struct Sums {
        long double weight = 0, sum = 0, squares = 0;
    };
    std::vector<Sums> m_before;
};

using Row = std::vector<long double>;
using Starts = std::vector<std::uint32_t>;

/// Values from which the other processor is asked to help.
constexpr std::size_t manyValues = 20'000;

/// One more class: best[j] is the least cost of values 0 … j, with the new class starting at
/// start[j].
class NextRow {
public:
    NextRow(const GroupCost& cost, const Row& previous, Row& best, Starts& start)
        : m_cost(cost), m_previous(previous), m_best(best), m_start(start) {}

    void fillAll(std::size_t low, std::size_t high) {
        if (high - low < manyValues)
            return fill(low, high, low, high);
        const std::size_t middle = low + (high - low) / 2;
        fill(middle, middle, low, high);
        const std::size_t start = m_start[middle];
        const auto upper =
            std::async(std::launch::async, [&] { fill(middle + 1, high, start, high); });
        fill(low, middle - 1, low, start);
    }

private:
    /// Fills low … high; the starts are known to lie in firstStart … lastStart.
    void fill(std::size_t low, std::size_t high, std::size_t firstStart, std::size_t lastStart) {
        const std::size_t middle = low + (high - low) / 2;
        m_best[middle] = std::numeric_limits<long double>::infinity();
        for (std::size_t i = firstStart; i <= lastStart && i <= middle; ++i) {
            const long double cost = m_previous[i - 1] + m_cost(i, middle);
            if (cost < m_best[middle]) {
                m_best[middle] = cost;
                m_start[middle] = std::uint32_t(i);
            }
        }
        if (middle > low)
            fill(low, middle - 1, firstStart, m_start[middle]);
        if (middle < high)
            fill(middle + 1, high, m_start[middle], lastStart);
    }

    const GroupCost& m_cost;
    const Row& m_previous;
    Row& m_best;
    Starts& m_start;
};

} // namespace

std::vector<std::size_t> naturalBreaks(std::span<const double> sorted,
                                       std::span<const double> weights, std::size_t classes) {
    const std::size_t n = sorted.size();
    const GroupCost cost(sorted, weights);
    Row previous(n), best(n);
    for (std::size_t j = 0; j < n; ++j)
        previous[j] = cost(0, j);
    std::vector<Starts> starts(classes, Starts(n, 0));
    for (std::size_t k = 1; k < classes; ++k) {
        NextRow(cost, previous, best, starts[k]).fillAll(k, n - 1);
        std::swap(previous, best);
    }
    std::vector<std::size_t> last(classes);
    std::size_t end = n - 1;
    for (std::size_t k = classes; k-- > 0;) {
        last[k] = end;
        if (k > 0)
            end = starts[k][end] - 1;
    }
    return last;
}

} // namespace terroir::classify
