#include "plugin/cli/page_options.hpp"

#include "core/base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>

namespace terroir::cli {

namespace {

/// Pixels per inch of a picture for the screen: letters come out about twice as large as on a
/// 72 dpi page, which reads well at full size and in slides.
constexpr double screenDpi = 144;
constexpr double printDpi = 300;
constexpr double leastDpi = 30, mostDpi = 1200;
constexpr int leastPixels = 200, mostPixels = 20000;
/// A0 at 300 dpi has 140 million; beyond that the picture alone would fill the memory.
constexpr double mostPixelsInAll = 200e6;

struct Pixels {
    int width = 0, height = 0;
};

Pixels parseSize(const std::string& text) {
    Pixels size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec == std::errc() && width.ptr != end && (*width.ptr == 'x' || *width.ptr == 'X')) {
        const auto height = std::from_chars(width.ptr + 1, end, size.height);
        const auto fits = [](int n) { return leastPixels <= n && n <= mostPixels; };
        if (height.ec == std::errc() && height.ptr == end && fits(size.width) && fits(size.height))
            return size;
    }
    throw UsageError(fmt::format(
        "--size '{}' is no size; write width x height in pixels, {} to {} each, such as "
        "1600x1200.",
        text, leastPixels, mostPixels));
}

} // namespace

void PageOptions::bind(CLI::App& app, const Words& words) {
    app.add_option("--size", m_size,
                   words("cỡ ảnh, điểm ảnh (PNG mặc định 1600x1200)",
                         "picture size in pixels (PNG: 1600x1200)"))
        ->type_name("WxH");
    app.add_option("--paper", m_paper,
                   words("khổ giấy: A4, A3, A2, A1, A0 (PDF, SVG mặc định A4)",
                         "paper: A4, A3, A2, A1, A0 (PDF, SVG: A4)"))
        ->type_name("NAME");
    app.add_flag("--landscape", m_landscape,
                 words("giấy ngang (mặc định)", "paper on its side (default)"));
    app.add_flag("--portrait", m_portrait, words("giấy dọc", "paper upright"));
    app.add_option("--dpi", m_dpi,
                   words("điểm ảnh mỗi inch (giấy: 300, ảnh: 144)",
                         "pixels per inch (paper: 300, picture: 144)"))
        ->type_name("N");
}

bool PageOptions::isPixels(plugin::ImageFormat format) const {
    return !m_size.empty() || (m_paper.empty() && format == plugin::ImageFormat::Png);
}

double PageOptions::dpiFor(plugin::ImageFormat format) const {
    if (m_dpi == 0)
        return isPixels(format) ? screenDpi : printDpi;
    if (m_dpi >= leastDpi && m_dpi <= mostDpi)
        return m_dpi;
    throw UsageError(
        fmt::format("--dpi {} is out of range; give {} to {}.", m_dpi, leastDpi, mostDpi));
}

theme::Page PageOptions::pageFor(plugin::ImageFormat format) const {
    if (!m_size.empty() && !m_paper.empty())
        throw UsageError("--size and --paper exclude each other; give pixels or a paper.");
    if (m_landscape && m_portrait)
        throw UsageError("--landscape and --portrait exclude each other; give one of them.");
    const double dpi = dpiFor(format);
    if (isPixels(format)) {
        const Pixels size = parseSize(m_size.empty() ? "1600x1200" : m_size);
        return theme::pageOfPixels(size.width, size.height, dpi);
    }
    const theme::Page page = theme::parsePaper(m_paper.empty() ? "A4" : m_paper, !m_portrait);
    const double pixels = page.widthMm * page.heightMm * dpi * dpi / (25.4 * 25.4);
    if (format == plugin::ImageFormat::Png && pixels > mostPixelsInAll)
        throw UsageError(fmt::format(
            "--paper {} at {} dpi is a picture of {:.0f} million pixels; lower --dpi or "
            "write a PDF.",
            m_paper, dpi, pixels / 1e6));
    return page;
}

} // namespace terroir::cli
