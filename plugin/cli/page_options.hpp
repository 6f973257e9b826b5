#pragma once

#include "plugin/paint/page_choice.hpp"
#include "plugin/cli/context.hpp"

namespace CLI {
class App;
}

namespace terroir::cli {

/// How large a map is: pixels for the screen (--size), or paper (--paper, --landscape, --dpi).
class PageOptions {
public:
    void bind(CLI::App& app, const Words& words);
    /// UsageError for a size, paper or resolution that cannot be.
    theme::Page pageFor(paint::ImageFormat format) const { return m_choice.pageFor(format); }
    double dpiFor(paint::ImageFormat format) const { return m_choice.dpiFor(format); }

private:
    paint::PageChoice m_choice;
};

} // namespace terroir::cli
