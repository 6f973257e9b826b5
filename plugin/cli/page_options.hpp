#pragma once

#include "plugin/cli/context.hpp"
#include "plugin/paint/page_choice.hpp"

#include <string>

namespace CLI {
class App;
}

namespace terroir::cli {

/// How large a map is: pixels for the screen (--size), or paper (--paper, --landscape, --dpi).
class PageOptions {
public:
    void bind(CLI::App& app, const Words& words);
    /// UsageError for a size, paper or resolution that cannot be.
    map::Page pageFor(paint::ImageFormat format) const { return choice().pageFor(format); }
    double dpiFor(paint::ImageFormat format) const { return choice().dpiFor(format); }

    /// Takes the paper of a layout; 0: none.
    void usePaper(double widthMm, double heightMm);

private:
    paint::PageChoice choice() const;

    paint::PageChoice m_choice;
    std::string m_dpi;
};

} // namespace terroir::cli
