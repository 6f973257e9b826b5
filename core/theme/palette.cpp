#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/theme/theme.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

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

Palette palette(std::string name, LocalText label, PaletteKind kind,
                std::initializer_list<const char*> colours) {
    Palette made{std::move(name), std::move(label), {}, kind};
    for (const char* colour : colours)
        made.colours.push_back(parseColour(colour));
    return made;
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

// The sequential palettes fall evenly in lightness (OKLCH, 0.97 to 0.36) along a path of hues, so
// that the order of classes is seen by colour-blind readers and survives a grey print. The
// qualitative one is the set that Okabe and Ito (2008) proposed for all kinds of colour vision,
// without its black.
const std::vector<Palette>& palettes() {
    using enum PaletteKind;
    static const std::vector<Palette> list{
        palette("YlGn", {"vàng – lục", "yellow to green"}, Sequential,
                {"#fafac0", "#dae49c", "#b8cf7b", "#93bb5d", "#6aa841", "#4e903b", "#337933",
                 "#18622a", "#014a23"}),
        palette("Greens", {"lục", "greens"}, Sequential,
                {"#e6fdea", "#c2e8c8", "#9ed3a8", "#79bf88", "#51aa68", "#3f9156", "#2d7845",
                 "#1b6134", "#074a24"}),
        palette("Blues", {"lam", "blues"}, Sequential,
                {"#eef7ff", "#c5e0f9", "#9fc9ef", "#79b2e4", "#519ad9", "#3e81c1", "#2c69a9",
                 "#1b5192", "#0b3a7a"}),
        palette("PuBu", {"tím – lam", "purple to blue"}, Sequential,
                {"#f9f3ff", "#e0d6f8", "#c1beee", "#9ca7e4", "#7392d8", "#567cc0", "#3a67a8",
                 "#195290", "#003e70"}),
        palette("Purples", {"tím", "purples"}, Sequential,
                {"#f7f4fe", "#e1d6f8", "#cabaee", "#b49de4", "#9e81d9", "#8769c4", "#7150af",
                 "#5c389a", "#481d85"}),
        palette("Oranges", {"cam", "oranges"}, Sequential,
                {"#fff4e6", "#f9d6ac", "#edb880", "#e19a53", "#d57a16", "#bb6204", "#9f4d00",
                 "#833900", "#662701"}),
        palette("YlOrBr", {"vàng – nâu", "yellow to brown"}, Sequential,
                {"#fefab3", "#efdd8b", "#e2c062", "#d5a235", "#c58502", "#ad6d04", "#955501",
                 "#7c3f00", "#622b01"}),
        palette("YlOrRd", {"vàng – đỏ", "yellow to red"}, Sequential,
                {"#fff8c0", "#f7db87", "#edbb5e", "#e49a33", "#d77901", "#c25c01", "#ab3f04",
                 "#93220a", "#770212"}),
        palette("Reds", {"đỏ", "reds"}, Sequential,
                {"#fef3f1", "#ffd0c8", "#fbada1", "#f18b7e", "#e5675c", "#ca4f48", "#ae3834",
                 "#931f21", "#78000e"}),
        palette("Greys", {"xám", "greys"}, Sequential,
                {"#f6f6f6", "#dcdcdc", "#c4c4c4", "#ababab", "#949494", "#7d7d7d", "#676767",
                 "#515151", "#3d3d3d"}),
        palette("Distinct", {"màu phân biệt", "distinct colours"}, Qualitative,
                {"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442",
                 "#8c8c8c"}),
    };
    return list;
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

void requireSequential(std::string_view name) {
    if (findPalette(name).kind != PaletteKind::Sequential)
        throw UsageError(
            localText("Các màu của bảng màu '{}' không có thứ tự nên không dùng được cho các lớp "
                      "số liệu. Hãy chọn bảng màu khác, ví dụ YlGn.",
                      "The colours of the palette '{}' have no order, so classes of numbers cannot "
                      "be read from them. Choose another, for example YlGn.",
                      name));
}

std::vector<Colour> sample(const Palette& palette, std::size_t n) {
    std::vector<Colour> out;
    const std::size_t size = palette.colours.size();
    if (palette.kind == PaletteKind::Qualitative) {
        for (std::size_t i = 0; i < n; ++i)
            out.push_back(palette.colours[i % size]);
        return out;
    }
    // Few classes keep clear of both ends: a name must stay readable on the darkest of them.
    const double last = double(size - 1);
    const double low = 1, high = n <= 5 ? last - 1 : last;
    for (std::size_t i = 0; i < n; ++i)
        out.push_back(colourAt(palette.colours,
                               n == 1 ? low + 2 : low + (high - low) * double(i) / double(n - 1)));
    return out;
}

} // namespace terroir::theme
