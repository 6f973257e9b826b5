#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::classify {

/// A way to cut values into classes: stable id for files and the command line, name for people.
struct MethodInfo {
    std::string id; ///< "equal", "quantile", "jenks", "given"
    LocalText name;
    LocalText meaning;
};
const std::vector<MethodInfo>& methods();

/// Class borders b0 ≤ b1 < b2 … < bn: class i holds (b_i, b_i+1]; the first class is closed, [b0,
/// b1].
struct Breaks {
    std::vector<double> borders;
    std::size_t count() const { return borders.empty() ? 0 : borders.size() - 1; }
    /// The class of a value, or nothing when it lies outside.
    std::optional<std::size_t> classOf(double value) const;
};

/// Breaks for the values (any order, finite) by a method. Fewer classes come back when there are
/// fewer distinct values; never an empty class border pair twice. Jenks is exact (dynamic
/// programming after Fisher 1958, O(k n log n) or better). No values: no breaks. "given" takes
/// `given` (ascending) and widens the ends to hold every value.
/// Throws UsageError for an unknown method (naming the nearest) or fewer than one class.
Breaks classify(std::span<const double> values, std::string_view method, std::size_t classes,
                std::span<const double> given = {});

/// How many values fall into each class.
std::vector<std::size_t> countPerClass(const Breaks& breaks, std::span<const double> values);

} // namespace terroir::classify
