#pragma once

#include "core/base/colour.hpp"
#include "core/geometry/point.hpp"
#include "core/map/ground_frame.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace terroir::map {

// A finished page in millimetres from the upper left corner, y down. Nothing is left to decide:
// a painter only paints the items in order.

enum class Hatch { None, Diagonal, CrossDiagonal, Dots };

struct Fill {
    Colour colour{0, 0, 0, 0};
    Hatch hatch = Hatch::None;
    Colour hatchColour{0, 0, 0, 0};
};

struct Stroke {
    Colour colour{0, 0, 0, 0};
    double widthMm = 0;
    bool dashed = false;
};

/// Areas with holes (odd-even) or, when `open`, lines.
struct PathItem {
    std::vector<std::vector<geometry::Point>> rings;
    bool open = false;
    Fill fill;
    Stroke stroke;
};

struct CircleItem {
    geometry::Point centre;
    double radiusMm = 0;
    Fill fill;
    Stroke stroke;
};

struct TextStyle {
    double sizePt = 8; ///< 1 pt = 25.4/72 mm
    bool bold = false;
    bool italic = false;
    bool operator==(const TextStyle&) const = default;
};

enum class Align { Left, Centre, Right };

/// One line of text; `at` is on the baseline.
struct TextItem {
    geometry::Point at;
    std::string text;
    TextStyle style;
    Align align = Align::Left;
    Colour colour;
    Colour halo{255, 255, 255, 0}; ///< a = 0: no halo
    double haloMm = 0;
};

using Item = std::variant<PathItem, CircleItem, TextItem>;

/// A picture that fills a box of the page.
struct Picture {
    geometry::Box mm;
    std::shared_ptr<const std::string> bytes; ///< of the file
    bool isSvg = false;                       ///< else PNG
};

/// Items that belong together; the id says what they are: "frame", "units", "unit:03390@2004",
/// "symbols", "labels", "legend", "scalebar", "north", "title", "footer". A page of several frames
/// has some of them several times.
struct Group {
    std::string id;
    std::vector<Item> items;
    std::optional<geometry::Box> clip; ///< nothing of it shows outside; none: all shows
    std::vector<Picture> pictures = {}; ///< below its items
};

struct Scene {
    double widthMm = 0, heightMm = 0;
    geometry::Box mapFrameMm; ///< of the map; of all frames together when there are several
    std::string title;        ///< document title for PDF and SVG
    std::string language;     ///< "vi" or "en"
    std::vector<Group> groups;
    std::vector<GroundFrame> grounds; ///< of the frames with maps, the largest first
    /// Units with figures whose names found no room, and how many such units there are.
    std::vector<std::size_t> unnamedUnits;
    std::size_t unitsWithData = 0;
    /// Ids of records that lie by themselves, wholly outside all frames: nothing of them is drawn.
    std::vector<std::string> recordsBeyond;
    std::string painter = "thematic";
    std::vector<Picture> pictures = {}; ///< above all groups
};

struct TextExtent {
    double widthMm = 0;
    double ascentMm = 0;
    double descentMm = 0;
};
/// Given by the painter, so that the page is laid out with the font it is painted with.
using MeasureText = std::function<TextExtent(std::string_view, const TextStyle&)>;

} // namespace terroir::map
