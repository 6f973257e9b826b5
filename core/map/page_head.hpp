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

/// The subtitle, the same way; what the figures are narrowed to is told in any case.
std::string subtitleOf(const Layout& layout, const figures::PageWords& words);
/// A title of the theme as a layout has it: its own, with `title` where it says "{title}".
std::string titleIn(const Layout& layout, const std::string& title, Language language);

/// Department and number of the file at the top of `room`, and the logo in its upper left corner.
struct Letterhead {
    std::optional<Picture> logo;
    double left = 0, right = 0,
           bottom = 0; ///< room of a title: beside the logo, below the department
};
/// `logo` as readLogo() gives it; null: none.
Letterhead addLetterhead(Group& group, const Layout& layout, const Picture* logo,
                         const geometry::Box& room, Language language, const Typesetter& type);

/// What heads a page: department and number of the file, title over at most two lines, subtitle,
/// and the logo beside them.
struct PageHead {
    Group group{"title", {}, {}};
    std::optional<Picture> logo;
    double bottom = 0; ///< where the head ends
};
PageHead headOf(const Page& page, const LegendInput& input, const Picture* logo,
                const Typesetter& type);

inline constexpr double pageMarginMm = 8; ///< on A4

} // namespace terroir::map
