#pragma once

#include <optional>
#include <span>

namespace terroir::figures {

/// True when the number has at most this many decimals, but for the noise of binary fractions.
bool hasDecimals(double value, int decimals);

/// Decimals that the numbers are written with; nothing when more than `most` are needed.
std::optional<int> decimalsOf(std::span<const double> values, int most = 4);

/// Decimals that all numbers of a layer are shown with, at most 4: three significant digits of the
/// median, and one of the smallest but zero; never more than the numbers have.
int commonDecimals(std::span<const double> values);

/// To so many decimals, halves away from zero as people do: 1,25 to 1,3.
double rounded(double value, int decimals);

} // namespace terroir::figures
