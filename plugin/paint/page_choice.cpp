#include "plugin/paint/page_choice.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace terroir::paint {

namespace {

/// Pixels per inch of a picture for the screen: letters come out about twice as large as on a
/// 72 dpi page, which reads well at full size and in slides.
constexpr double screenDpi = 144;
constexpr double printDpi = 300;
constexpr double minDpi = 30, maxDpi = 1200;
constexpr int minPixels = 200, maxPixels = 20000;
/// A0 at 300 dpi has 140 million; beyond that the picture alone would fill the memory.
constexpr double maxPixelsInAll = 200e6;

struct Pixels {
    int width = 0, height = 0;
};

Pixels parseSize(const std::string& text) {
    Pixels size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec == std::errc() && width.ptr != end && (*width.ptr == 'x' || *width.ptr == 'X')) {
        const auto height = std::from_chars(width.ptr + 1, end, size.height);
        const auto fits = [](int n) { return minPixels <= n && n <= maxPixels; };
        if (height.ec == std::errc() && height.ptr == end && fits(size.width) && fits(size.height))
            return size;
    }
    throw UsageError(
        localText("--size '{}' không phải là kích thước; hãy ghi chiều rộng x chiều cao theo điểm "
                  "ảnh, mỗi chiều từ {} đến {}, ví dụ 1600x1200.",
                  "--size '{}' is no size; write width x height in pixels, {} to {} each, such as "
                  "1600x1200.",
                  text, minPixels, maxPixels));
}

} // namespace

namespace {

bool isPicture(ImageFormat format) {
    return format == ImageFormat::Png || format == ImageFormat::Tif;
}

} // namespace

bool PageChoice::isPixels(ImageFormat format) const {
    return !size.empty() || (paper.empty() && widthMm == 0 && isPicture(format));
}

double PageChoice::dpiFor(ImageFormat format) const {
    if (dpi == 0)
        return isPixels(format) ? screenDpi : printDpi;
    if (dpi >= minDpi && dpi <= maxDpi)
        return dpi;
    throw UsageError(localText("--dpi {} nằm ngoài khoảng cho phép; hãy cho một số từ {} đến {}.",
                               "--dpi {} is out of range; give {} to {}.", dpi, minDpi, maxDpi));
}

map::Page PageChoice::pageFor(ImageFormat format) const {
    if (!size.empty() && !paper.empty())
        throw UsageError(
            localText("Không dùng --size và --paper cùng lúc; hãy cho số điểm ảnh hoặc khổ giấy.",
                      "--size and --paper exclude each other; give pixels or a paper."));
    if (landscape && portrait)
        throw UsageError(
            localText("Không dùng --landscape và --portrait cùng lúc; hãy chọn một trong hai.",
                      "--landscape and --portrait exclude each other; give one of them."));
    if (widthMm > 0 && (!size.empty() || !paper.empty() || landscape || portrait))
        throw UsageError(localText(
            "Bố cục đã có khổ giấy {} × {} mm; hãy bỏ --size, --paper, --landscape và --portrait, "
            "hoặc chọn bố cục khác.",
            "The layout has a paper of its own, {} × {} mm; leave out --size, --paper, "
            "--landscape and --portrait, or choose another layout.",
            widthMm, heightMm));
    const double resolution = dpiFor(format);
    if (isPixels(format)) {
        const Pixels pixels = parseSize(size.empty() ? "1600x1200" : size);
        const double all = double(pixels.width) * pixels.height;
        if (isPicture(format) && all > maxPixelsInAll)
            throw UsageError(localText("--size {} là ảnh {:.0f} triệu điểm, nhiều hơn {:.0f} "
                                       "triệu; hãy giảm --size hoặc ghi ra PDF.",
                                       "--size {} is a picture of {:.0f} million pixels, more "
                                       "than {:.0f} million; lower --size or write a PDF.",
                                       size, all / 1e6, maxPixelsInAll / 1e6));
        return map::pageOfPixels(pixels.width, pixels.height, resolution);
    }
    const map::Page page = widthMm > 0 ? map::Page{widthMm, heightMm, {}}
                                       : map::parsePaper(paper.empty() ? "A4" : paper, !portrait);
    const double pixels = page.widthMm * page.heightMm * resolution * resolution / (25.4 * 25.4);
    if (isPicture(format) && pixels > maxPixelsInAll)
        throw UsageError(localText(
            "--paper {} ở {} dpi cho ảnh {:.0f} triệu điểm; hãy giảm --dpi hoặc ghi ra PDF.",
            "--paper {} at {} dpi is a picture of {:.0f} million pixels; lower --dpi or write a "
            "PDF.",
            widthMm > 0 ? fmt::format("{}x{} mm", widthMm, heightMm) : paper, resolution,
            pixels / 1e6));
    return page;
}

} // namespace terroir::paint
