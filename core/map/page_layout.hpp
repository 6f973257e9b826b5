#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/legend.hpp"
#include "core/map/page.hpp"
#include "core/map/page_head.hpp"
#include "core/map/typesetter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::map {

/// How much larger than on A4 text and symbols are on this page: less than the page itself, because
/// a larger page is also looked at for longer.
double typeScale(const Page& page);

/// The page without the map: title, legend and footer with their places, and the frame that is
/// left for the map. Landscape: the legend is a column at the right; portrait: a band below; unless
/// the page's Layout says otherwise. What Layout asks for besides stands with the legend.
struct PageLayout {
    geometry::Box frame;
    Group title{"title", {}, {}};
    Group legend{"legend", {}, {}};
    Group footer{"footer", {}, {}};
    std::vector<Group> side;              ///< beside the legend: PageSide
    std::optional<geometry::Box> locator; ///< where its map stands
    std::optional<Picture> logo;
};

/// What a page's Layout asks for that is known before it is laid out.
struct PageMatter {
    std::string imprint;         ///< a line above the sources: projection, author, day
    std::optional<Picture> logo; ///< as readLogo() gives it
};

/// The legend is set as large as there is room for, within
/// limits; when it does not fit at its smallest, it ends with "… and n more".
PageLayout layOut(const Page& page, const LegendInput& legend, const PageMatter& matter,
                  const Typesetter& type);

} // namespace terroir::map
