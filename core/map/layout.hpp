#pragma once

#include "core/base/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::map {

enum class LegendPlace {
    Automatic, ///< beside the map where the page is wider than high, else below it
    Right,
    Left,
    Below
};

/// What a layout can put beside the legend.
enum class SidePart { Table, Note, Locator };

/// Of the head of the page.
enum class LogoPlace { Left, Right };

enum class Grid {
    None,
    Graticule, ///< meridians and parallels of WGS 84
    Vn2000 ///< of the province's zone, see gazetteer::vn2000SystemOf(); the map is drawn in that
};

/// What stands on a page around the map, as a template says it. What it does not say is as on a
/// page without one.
struct Layout {
    std::string id;
    LocalText name;
    double widthMm = 0, heightMm = 0; ///< of the paper; 0: whatever page is asked for
    /// Instead of the theme's; "{title}" and "{subtitle}" stand for those.
    LocalText title, subtitle;
    LegendPlace legend = LegendPlace::Automatic;
    /// How the parts beside the legend follow it, each once. The locator stands at the foot of the
    /// column where it is the last.
    std::vector<SidePart> order{SidePart::Table, SidePart::Note, SidePart::Locator};
    Grid grid = Grid::None;
    bool ratio = false;      ///< 1:N over the scale bar
    bool projection = false; ///< said in the margin
    bool locator = false;    ///< where in its province or the country the map lies
    bool table = false;      ///< of the figures, as many rows as there is room for
    bool day = false;        ///< Page::madeOn is said
    std::string department, author, fileNumber;
    LocalText note;             ///< an explanation, below the legend
    std::filesystem::path logo; ///< PNG or SVG; empty: none
    LogoPlace logoAt = LogoPlace::Left;
    std::filesystem::path file; ///< that it was read from

    /// Whether the legend stands beside the map of a page of that size, else below it.
    bool isLegendBeside(double pageWidthMm, double pageHeightMm) const {
        return legend == LegendPlace::Automatic ? pageWidthMm >= pageHeightMm
                                                : legend != LegendPlace::Below;
    }
    bool operator==(const Layout&) const = default;
};

} // namespace terroir::map
