#pragma once

#include "core/gazetteer/unit.hpp"
#include "core/map/ink.hpp"
#include "core/map/page.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::atlas {

// What the files of this folder name most.
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::Box;
using geometry::Point;
using map::Align;
using map::Group;
using map::TextItem;
using map::TextStyle;
using map::Typesetter;
namespace ink = map::ink;

/// A place on a sheet that leads to another sheet, counted from 0.
struct Link {
    geometry::Box mm;
    std::size_t sheet = 0;
};

/// One page of an atlas.
struct Sheet {
    map::Scene scene;
    std::vector<Link> links;
    std::string bookmark; ///< of the document's outline; empty for none
};

/// Where things stand on every sheet.
struct SheetBoxes {
    geometry::Box body;                              ///< between header and footer
    double marginMm = 0, headerMm = 0, footerMm = 0; ///< baselines of the two
};
SheetBoxes sheetBoxes(const map::Page& page, const map::Typesetter& type);

/// What stands on every sheet around its body.
struct SheetFrame {
    std::string title, day, project; ///< header at the left and right, footer at the left
    std::string toContents;          ///< the words that lead to the cover; none on the cover
    std::size_t number = 0, of = 0;  ///< "3 / 120"
};
void addFrame(Sheet& sheet, const SheetFrame& frame, const map::Page& page,
              const map::Typesetter& type);

/// Sets text in lines of at most that width; `top` is above the first line. Returns what is below
/// the last.
double addText(map::Group& group, std::string_view text, const map::TextStyle& style, Colour colour,
               geometry::Point leftTop, double widthMm, const map::Typesetter& type,
               std::size_t maxLines = 100);

} // namespace terroir::atlas
