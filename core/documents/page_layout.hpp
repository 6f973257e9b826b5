#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::documents {

/// A word as it stands on a page; points from the upper left corner.
struct PageWord {
    std::string text; ///< UTF-8
    double left = 0, top = 0, right = 0, bottom = 0;
    double size = 0;          ///< of its letters
    bool isSpaceAfter = true; ///< false where the next word is part of it
};

struct PageWords {
    double width = 0, height = 0;
    std::vector<PageWord> words;
};

/// The text of pages, as their reader reads it: columns one after the other, rows of tables with
/// tabs, lines joined to paragraphs also across pages, running heads and page numbers left out,
/// raised marks as raised digits, footnotes behind the paragraph in which a page ends.
struct LaidOutText {
    std::string text;
    std::vector<std::size_t> pages; ///< byte at which each page begins
};
LaidOutText readPages(const std::vector<PageWords>& pages);

} // namespace terroir::documents
