#pragma once

#include "core/map/page.hpp"
#include "plugin/cli/context.hpp"

#include <string>

namespace CLI {
class App;
}

namespace terroir::cli {

/// What stands on a page around the map: a layout, the words of a department, scale and extent.
class LayoutOptions {
public:
    void bind(CLI::App& app, const Words& words);

    /// Reads and checks what was asked for: the errors of map::findLayout() and of its logo,
    /// map::parseScale() and map::parseExtent().
    void read();
    /// The layout's paper, after read(); 0: it names none.
    double widthMm() const { return m_page.layout.widthMm; }
    double heightMm() const { return m_page.layout.heightMm; }
    /// Puts all of it on a page, after read().
    void putOn(map::Page& page) const;
    /// Keeps the layout with its words under the name of --save-layout, and says where.
    void save(const Context& context, bool overwrite) const;

private:
    std::string m_layout, m_save, m_department, m_author, m_fileNumber, m_note, m_logo;
    std::string m_scale, m_extent;
    map::Page m_page;
};

} // namespace terroir::cli
