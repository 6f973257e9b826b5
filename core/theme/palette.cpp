#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/theme/colour_vision.hpp"
#include "core/theme/palette.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace terroir::theme {

namespace {

std::optional<unsigned> hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return unsigned(c - '0');
    if (c >= 'a' && c <= 'f')
        return unsigned(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return unsigned(c - 'A') + 10;
    return std::nullopt;
}

unsigned char between(unsigned char a, unsigned char b, double share) {
    return static_cast<unsigned char>(std::lround(a + (double(b) - double(a)) * share));
}

Colour colourAt(const std::vector<Colour>& colours, double position) {
    const auto low = std::size_t(std::floor(position));
    const std::size_t high = std::min(low + 1, colours.size() - 1);
    const double share = position - double(low);
    const Colour &a = colours[low], &b = colours[high];
    return {between(a.r, b.r, share), between(a.g, b.g, share), between(a.b, b.b, share), 255};
}

/// Where a palette that falls in lightness has one, by halves: its lightness has no formula.
double positionOf(const std::vector<Colour>& colours, double wanted) {
    double low = 0, high = double(colours.size() - 1);
    for (int halving = 0; halving < 40; ++halving) {
        const double middle = (low + high) / 2;
        (lightness(colourAt(colours, middle)) > wanted ? low : high) = middle;
    }
    return low;
}

constexpr double maxLightness = 91; ///< of a class: above, it looks like paper
constexpr double minLightness = 15; ///< below, outlines are lost in it

std::vector<Colour> sampleSequential(const std::vector<Colour>& colours, std::size_t n) {
    // Few classes keep clear of the dark end: a name must stay readable on the darkest of them.
    constexpr std::size_t few = 5;
    const double first = std::min(lightness(colours[1]), maxLightness);
    const double last =
        std::max(lightness(n <= few ? colours[colours.size() - 2] : colours.back()), minLightness);
    std::vector<Colour> out;
    for (std::size_t i = 0; i < n; ++i) {
        const double share = n == 1 ? 0.3 : double(i) / double(n - 1);
        out.push_back(colourAt(colours, positionOf(colours, first + (last - first) * share)));
    }
    return out;
}

/// `side`: -1 and 1 are the ends, 0 is the middle.
Colour colourOfSide(const Palette& palette, double side) {
    const double middle = double(palette.colours.size() - 1) / 2;
    return colourAt(palette.colours, middle + middle * side);
}

constexpr double fewClassesEnd = 0.8; ///< of a side with two classes at most: clear of the dark end

} // namespace

Colour parseColour(const std::string& text) {
    std::vector<unsigned> digits;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (const auto digit = hexDigit(text[i]))
            digits.push_back(*digit);
    const bool form = !text.empty() && text.front() == '#' && digits.size() + 1 == text.size();
    if (!form || (digits.size() != 3 && digits.size() != 6 && digits.size() != 8))
        throw UsageError(
            localText("'{}' không phải là màu. Hãy viết theo dạng #rrggbb, ví dụ #1b7837.",
                      "'{}' is not a colour. Write it as #rrggbb, for example #1b7837.", text));
    const auto channel = [&](std::size_t i) {
        return static_cast<unsigned char>(
            digits.size() == 3 ? digits[i] * 17 : digits[2 * i] * 16 + digits[2 * i + 1]);
    };
    Colour colour{channel(0), channel(1), channel(2), 255};
    if (digits.size() == 8)
        colour.a = channel(3);
    return colour;
}

std::string_view toString(PaletteKind kind) {
    return kind == PaletteKind::Sequential  ? "sequential"
           : kind == PaletteKind::Diverging ? "diverging"
           : kind == PaletteKind::Bivariate ? "bivariate"
                                            : "qualitative";
}

const Palette& findPalette(std::string_view name) {
    std::vector<std::string> names;
    for (const Palette& palette : palettes()) {
        if (palette.name == name)
            return palette;
        names.push_back(palette.name);
    }
    throw UsageError(
        unknownWord(localText("Không có bảng màu '{}'.", "There is no palette '{}'.", name), name,
                    localText("Các bảng màu là", "The palettes are"), names));
}

void requireOrdered(std::string_view name) {
    const PaletteKind kind = findPalette(name).kind;
    if (kind == PaletteKind::Qualitative || kind == PaletteKind::Bivariate)
        throw UsageError(
            localText("Các màu của bảng màu '{}' không có thứ tự nên không dùng được cho các lớp "
                      "số liệu. Hãy chọn bảng màu khác, ví dụ YlGn.",
                      "The colours of the palette '{}' have no order, so classes of numbers cannot "
                      "be read from them. Choose another, for example YlGn.",
                      name));
}

std::vector<Colour> sample(const Palette& palette, std::size_t n) {
    switch (palette.kind) {
    case PaletteKind::Sequential:
        return sampleSequential(palette.colours, n);
    case PaletteKind::Diverging:
        return sampleAround(palette, n / 2, n % 2 == 1, n / 2);
    case PaletteKind::Qualitative:
    case PaletteKind::Bivariate:
        break;
    }
    std::vector<Colour> out;
    for (std::size_t i = 0; i < n; ++i)
        out.push_back(palette.colours[i % palette.colours.size()]);
    return out;
}

std::vector<Colour> sampleAround(const Palette& palette, std::size_t below, bool hasMiddle,
                                 std::size_t above) {
    const std::size_t most = std::max(below, above);
    const double end = most <= 2 ? fewClassesEnd : 1;
    // Without a class in the middle the first ones keep clear of its paleness.
    const auto side = [&](std::size_t rank) {
        return hasMiddle ? end * double(rank) / double(most)
                         : end * (double(rank) - 0.4) / (double(most) - 0.4);
    };
    std::vector<Colour> out;
    for (std::size_t rank = below; rank > 0; --rank)
        out.push_back(colourOfSide(palette, -side(rank)));
    if (hasMiddle)
        out.push_back(colourOfSide(palette, 0));
    for (std::size_t rank = 1; rank <= above; ++rank)
        out.push_back(colourOfSide(palette, side(rank)));
    return out;
}

std::vector<Colour> sampleSquare(const Palette& palette, std::size_t first, std::size_t second) {
    constexpr std::size_t side = 3;
    const auto position = [](std::size_t i, std::size_t n) {
        return n < 2 ? 0.0 : double(side - 1) * double(i) / double(n - 1);
    };
    std::vector<Colour> rows; // of the palette, each sampled for the first series
    for (std::size_t row = 0; row < side; ++row) {
        const auto from = palette.colours.begin() + std::ptrdiff_t(row * side);
        const std::vector<Colour> colours(from, from + std::ptrdiff_t(side));
        for (std::size_t i = 0; i < first; ++i)
            rows.push_back(colourAt(colours, position(i, first)));
    }
    std::vector<Colour> out;
    for (std::size_t j = 0; j < second; ++j)
        for (std::size_t i = 0; i < first; ++i)
            out.push_back(
                colourAt({rows[i], rows[first + i], rows[2 * first + i]}, position(j, second)));
    return out;
}

bool isForAllEyes(const Palette& palette) {
    constexpr double apart = 6; // in keys and maps, where colours are not side by side
    const std::size_t n = palette.kind == PaletteKind::Sequential  ? 5
                          : palette.kind == PaletteKind::Diverging ? 7
                          : palette.kind == PaletteKind::Bivariate
                              ? 9
                              : std::min<std::size_t>(palette.colours.size(), 8);
    const std::vector<Colour> colours = sample(palette, n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j)
            if (leastDifference(colours[i], colours[j]) < apart)
                return false;
    return true;
}

} // namespace terroir::theme
