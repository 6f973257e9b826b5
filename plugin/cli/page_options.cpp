#include "plugin/cli/page_options.hpp"

#include "plugin/cli/options.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

void PageOptions::bind(CLI::App& app, const Words& words) {
    app.add_option("--size", m_choice.size,
                   words("cỡ ảnh, điểm ảnh (PNG mặc định 1600x1200)",
                         "picture size in pixels (PNG: 1600x1200)"))
        ->type_name("WxH");
    app.add_option("--paper", m_choice.paper,
                   words("khổ giấy: A4, A3, A2, A1, A0 (PDF, SVG mặc định A4)",
                         "paper: A4, A3, A2, A1, A0 (PDF, SVG: A4)"))
        ->type_name("NAME");
    app.add_flag("--landscape", m_choice.landscape,
                 words("giấy ngang (mặc định)", "paper on its side (default)"));
    app.add_flag("--portrait", m_choice.portrait, words("giấy dọc", "paper upright"));
    app.add_option("--dpi", m_dpi,
                   words("điểm ảnh mỗi inch (giấy: 300, ảnh: 144)",
                         "pixels per inch (paper: 300, picture: 144)"))
        ->type_name("N");
}

void PageOptions::usePaper(double widthMm, double heightMm) {
    m_choice.widthMm = widthMm;
    m_choice.heightMm = heightMm;
}

paint::PageChoice PageOptions::choice() const {
    paint::PageChoice choice = m_choice;
    if (!m_dpi.empty())
        choice.dpi = requirePositive(m_dpi, "--dpi");
    return choice;
}

} // namespace terroir::cli
