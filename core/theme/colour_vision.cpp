#include "core/theme/colour_vision.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::theme {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double linear(unsigned char channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

unsigned char channel(double linear) {
    const double bounded = std::clamp(linear, 0.0, 1.0);
    const double c =
        bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * std::pow(bounded, 1 / 2.4) - 0.055;
    return static_cast<unsigned char>(std::lround(255 * c));
}

Triple linear(const Colour& colour) {
    return {linear(colour.r), linear(colour.g), linear(colour.b)};
}

Triple times(const Matrix& matrix, const Triple& vector) {
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    return out;
}

// Table 1 of Machado et al. 2009, severity 1.0, on linear RGB.
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{{{1.255528, -0.076749, -0.178779},
                             {-0.078411, 0.930809, 0.147602},
                             {0.004733, 0.691367, 0.303900}}};

/// Ottosson 2020, bottosson.github.io/posts/oklab.
Triple okLab(const Colour& colour) {
    constexpr Matrix toCones{{{0.4122214708, 0.5363325363, 0.0514459929},
                              {0.2119034982, 0.6806995451, 0.1073969566},
                              {0.0883024619, 0.2817188376, 0.6299787005}}};
    constexpr Matrix toLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                            {1.9779984951, -2.4285922050, 0.4505937099},
                            {0.0259040371, 0.7827717662, -0.8086757660}}};
    Triple cones = times(toCones, linear(colour));
    for (double& cone : cones)
        cone = std::cbrt(cone);
    return times(toLab, cones);
}

} // namespace

Colour seenBy(Vision vision, const Colour& colour) {
    if (vision == Vision::Common)
        return colour;
    const Triple seen = times(vision == Vision::Protanopia     ? protanopia
                              : vision == Vision::Deuteranopia ? deuteranopia
                                                               : tritanopia,
                              linear(colour));
    return {channel(seen[0]), channel(seen[1]), channel(seen[2]), colour.a};
}

double difference(const Colour& a, const Colour& b) {
    const Triple one = okLab(a), other = okLab(b);
    return 100 * std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

double leastDifference(const Colour& a, const Colour& b) {
    double least = difference(a, b);
    for (const Vision vision : allVisions)
        least = std::min(least, difference(seenBy(vision, a), seenBy(vision, b)));
    return least;
}

double luminance(const Colour& colour) {
    const Triple rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double lightness(const Colour& colour) {
    const double y = luminance(colour);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

double contrast(const Colour& a, const Colour& b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace terroir::theme
