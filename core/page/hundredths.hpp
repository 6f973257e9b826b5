#pragma once

#include <cmath>

namespace terroir::page {

/// Two decimals are finer than a screen shows.
inline double hundredths(double value) {
    return std::round(value * 100) / 100;
}

} // namespace terroir::page
