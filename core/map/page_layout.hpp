#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/legend.hpp"
#include "core/map/page.hpp"
#include "core/map/typesetter.hpp"

#include <vector>

namespace terroir::map {

/// How much larger than on A4 text and symbols are on this page: less than the page itself, because
/// a larger page is also looked at for longer.
double typeScale(const Page& page);

/// The page's own title, else the theme's, which tells a sketch from a map: see
/// PageWords::titleOfSketch().
std::string titleOf(const Page& page, const figures::EvaluatedTheme& evaluated,
                    const PageShapes& data);

/// The page without the map: title, legend and footer with their places, and the frame that is
/// left for the map. Landscape: the legend is a column at the right; portrait: a band below.
struct PageLayout {
    geometry::Box frame;
    Group title{"title", {}, {}};
    Group legend{"legend", {}, {}};
    Group footer{"footer", {}, {}};
};

/// `symbolFactor` as in LegendInput. The legend is set as large as there is room for, within
/// limits; when it does not fit at its smallest, it ends with "… and n more".
PageLayout layOut(const Page& page, const LegendInput& legend, const Typesetter& type);

} // namespace terroir::map
