#include "core/figures/decimals.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace terroir::figures {

bool hasDecimals(double value, int decimals) {
    const double scaled = value * std::pow(10.0, decimals);
    return std::abs(scaled - std::round(scaled)) <= 1e-9 * std::max(1.0, std::abs(scaled));
}

std::optional<int> decimalsOf(std::span<const double> values, int most) {
    for (int decimals = 0; decimals <= most; ++decimals)
        if (std::all_of(values.begin(), values.end(),
                        [&](double value) { return hasDecimals(value, decimals); }))
            return decimals;
    return std::nullopt;
}

int commonDecimals(std::span<const double> values) {
    constexpr int most = 4;
    std::vector<double> sizes;
    for (const double value : values)
        if (value != 0)
            sizes.push_back(std::abs(value));
    if (sizes.empty())
        return 0;
    const auto lead = [](double size) { return int(std::floor(std::log10(size) + 1e-9)); };
    const auto middle = sizes.begin() + std::ptrdiff_t(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    const int wanted =
        std::max(2 - lead(*middle), -lead(*std::min_element(sizes.begin(), sizes.end())));
    return std::min(std::clamp(wanted, 0, most), decimalsOf(values, most).value_or(most));
}

double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale * (1 + 1e-12)) / scale; // 1.005 is a little less in binary
}

} // namespace terroir::figures
