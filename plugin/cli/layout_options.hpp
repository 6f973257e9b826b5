#pragma once

#include "core/map/known_layouts.hpp"
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
    /// All of it, for one map; of a book of maps without scale, extent and --save-layout.
    void bind(CLI::App& app, const Words& words);
    void bindForBook(CLI::App& app, const Words& words);

    /// Reads and checks what was asked for: the errors of map::findLayout() and of its logo,
    /// map::parseScale(), map::parseExtent() and, where it is to be kept, map::requireSavable().
    void read(bool overwrite);
    /// InputError for a logo that cannot be painted. Needs a Qt application.
    void requireLogo() const;
    /// The layout's paper, after read(); 0: it names none.
    double widthMm() const { return m_page.layout.widthMm; }
    double heightMm() const { return m_page.layout.heightMm; }
    /// Puts all of it on a page, after read().
    void putOn(map::Page& page) const;
    /// Keeps the layout with its words under the name of --save-layout, and says where: when the
    /// map is there.
    void save(const Context& context, bool overwrite) const;

private:
    map::OwnLayout own(bool overwrite) const;

    std::string m_layout, m_save, m_department, m_author, m_fileNumber, m_note, m_logo;
    std::string m_scale, m_extent;
    map::Page m_page;
};

} // namespace terroir::cli
