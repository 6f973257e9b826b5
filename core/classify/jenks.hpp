#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace terroir::classify {

/// Exact natural breaks: the last index of each of `classes` groups of `sorted` (ascending,
/// distinct, `weights[i]` times each) with the least sum of squared deviations from the group means
/// (Fisher 1958, "On Grouping for Maximum Homogeneity"; Jenks 1977). The cost of a group satisfies
/// the quadrangle inequality, so each row of the dynamic programme is found by divide and conquer:
/// O(k n log n) time, O(k n) memory. Of many values only those are tried that a bound leaves: a
/// million take about a tenth of a second. `classes` is between 1 and the number of values.
std::vector<std::size_t> naturalBreaks(std::span<const double> sorted,
                                       std::span<const double> weights, std::size_t classes);

} // namespace terroir::classify
