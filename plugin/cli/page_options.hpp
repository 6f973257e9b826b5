#pragma once

#include "core/theme/compose.hpp"
#include "plugin/api/plugin_host.hpp"
#include "plugin/cli/context.hpp"

#include <string>

namespace CLI {
class App;
}

namespace terroir::cli {

/// How large a map is: pixels for the screen (--size), or paper (--paper, --landscape, --dpi).
/// Default: 1600x1200 for PNG, A4 landscape for PDF and SVG.
class PageOptions {
public:
    void bind(CLI::App& app, const Words& words);
    /// UsageError for a size, paper or resolution that cannot be.
    theme::Page pageFor(plugin::ImageFormat format) const;
    double dpiFor(plugin::ImageFormat format) const;

private:
    bool isPixels(plugin::ImageFormat format) const;

    std::string m_size, m_paper;
    bool m_portrait = false;
    bool m_landscape = false;
    double m_dpi = 0;
};

} // namespace terroir::cli
