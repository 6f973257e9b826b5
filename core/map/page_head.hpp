#pragma once

#include "core/map/legend.hpp"
#include "core/map/page.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <optional>
#include <string>

namespace terroir::map {

/// The page's own title, else the layout's, else the theme's, which tells a sketch from a map: see
/// PageWords::titleOfSketch().
std::string titleOf(const Page& page, const figures::EvaluatedTheme& evaluated,
                    const PageShapes& data);

/// The subtitle, the same way.
std::string subtitleOf(const Layout& layout, const figures::PageWords& words);
/// A title of the theme as a layout has it: its own, with `title` where it says "{title}".
std::string titleIn(const Layout& layout, const std::string& title, Language language);

/// What heads a page: department and number of the file, title over at most two lines, subtitle,
/// and the logo beside them.
struct PageHead {
    Group group{"title", {}, {}};
    std::optional<Picture> logo;
    double bottom = 0; ///< where the head ends
};
/// `logo` as readLogo() gives it; null: none.
PageHead headOf(const Page& page, const LegendInput& input, const Picture* logo,
                const Typesetter& type);

inline constexpr double pageMarginMm = 8; ///< on A4

/// Lines one below the other from `top`; returns where they end.
double addLines(Group& group, const std::vector<std::string>& lines, const TextStyle& style,
                Colour colour, double x, double top);

} // namespace terroir::map
