#pragma once

#include "core/page/frame.hpp"
#include "core/page/page_days.hpp"
#include "core/workspace/workspace.hpp"

#include <span>
#include <string>

namespace terroir::page {

struct PageOptions {
    std::string title;                        ///< empty: the themes' own
    Language language = Language::Vietnamese; ///< shown first; the page has both
};

/// What a page says of itself.
struct HtmlPage {
    std::string html;
    bool anyApproximate = false; ///< boundaries
    bool hasRecords = true;      ///< false: there are more than maxRecords, and the page says so
    std::size_t maps = 0, units = 0, records = 0, points = 0;
};

/// One HTML file that needs nothing else, from a network or a disk: maps of the themes with their
/// legends, tables, records and sources, to be moved, searched and printed in a browser.
///
/// Figures, classes, colours, symbols and words are those of composeMap(): the page's script only
/// draws them. Outlines are as detailed as a screen shows when it is enlarged some four times, in
/// whole steps of a grid, each common border once. Texts of records are data: the page has no place
/// where they could be read as HTML, and its Content Security Policy lets no script run but its own
/// and nothing be loaded. `workspace` with store::Spatial::Yes.
HtmlPage htmlPage(workspace::Workspace& workspace, std::span<const PageTheme> themes,
                  const PageOptions& options = {});

/// That the records are not on the page, for there are too many; empty when they are.
LocalText recordsLeftOut(const HtmlPage& page);

} // namespace terroir::page
