#include "core/page/legend_json.hpp"

#include "core/map/ink.hpp"
#include "core/page/hundredths.hpp"
#include "core/page/pictures_json.hpp"

#include <algorithm>
#include <variant>

namespace terroir::page {

namespace {

using nlohmann::json;

constexpr double headingPt = 8.9; ///< and larger

bool isSeen(Colour colour) {
    return colour.a > 0;
}

/// A colour that is seen through, as it looks on paper.
Colour onPaper(Colour colour) {
    const auto mixed = [&](unsigned char channel) {
        return static_cast<unsigned char>((channel * colour.a + 255 * (255 - colour.a)) / 255);
    };
    return {mixed(colour.r), mixed(colour.g), mixed(colour.b)};
}

void addPaint(json& sample, const map::Fill& fill, const map::Stroke& stroke) {
    if (isSeen(fill.colour))
        sample["fill"] = onPaper(fill.colour).toHex();
    if (fill.hatch != map::Hatch::None)
        sample["hatch"] = fill.hatchColour.toHex();
    if (isSeen(stroke.colour) && stroke.widthMm > 0) {
        sample["line"] = stroke.colour.toHex();
        sample["width"] = hundredths(stroke.widthMm);
    }
    if (stroke.dashed)
        sample["dashed"] = true;
}

std::string marksOf(const map::TextItem& text) {
    std::string marks;
    if (text.style.bold)
        marks += 'b';
    if (text.style.italic)
        marks += 'i';
    if (text.colour == map::ink::quietText)
        marks += 'q';
    if (text.colour == map::ink::notice)
        marks += 'n';
    return marks;
}

/// Circles that lines join to their values.
bool isOfCircles(const map::LegendRow& row) {
    const auto isAny = [&](const auto& is) {
        return std::any_of(row.items.begin(), row.items.end(), is);
    };
    return isAny([](const map::Item& item) { return std::holds_alternative<map::CircleItem>(item); }) &&
           isAny([](const map::Item& item) {
               const auto* path = std::get_if<map::PathItem>(&item);
               return path != nullptr && path->open;
           });
}

/// Bars, each with its value, on a line that comes last.
bool isOfBars(const map::LegendRow& row) {
    if (row.items.size() < 3 || !std::holds_alternative<map::PathItem>(row.items.front()))
        return false;
    const auto* line = std::get_if<map::PathItem>(&row.items.back());
    return line != nullptr && line->open;
}

/// More than a rectangle.
bool isShape(const map::PathItem& path) {
    constexpr std::size_t cornersOfRectangle = 5;
    return !path.open && (path.rings.size() > 1 || path.rings.front().size() > cornersOfRectangle);
}

/// Pictures, each with its value, on a line that comes last: as bars.
json picturesOf(const map::LegendRow& row) {
    json pictures = json::array();
    for (std::size_t i = 0; i + 1 < row.items.size(); i += 2) {
        const auto* picture = std::get_if<map::PathItem>(&row.items[i]);
        const auto* text = std::get_if<map::TextItem>(&row.items[i + 1]);
        if (picture == nullptr || text == nullptr)
            continue;
        const PlacedPath path = placedPath(picture->rings);
        pictures.push_back(
            {path.data, hundredths(path.box.width()), hundredths(path.box.height()), text->text});
    }
    return pictures;
}

json barsOf(const map::LegendRow& row) {
    json bars = json::array();
    for (std::size_t i = 0; i + 1 < row.items.size(); i += 2) {
        const auto* picture = std::get_if<map::PathItem>(&row.items[i]);
        const auto* text = std::get_if<map::TextItem>(&row.items[i + 1]);
        if (picture == nullptr || text == nullptr)
            continue;
        geometry::Box box;
        for (const geometry::Point& corner : picture->rings.front())
            box.expand(corner);
        bars.push_back({hundredths(box.height()), text->text});
    }
    return bars;
}

/// Swatches side by side with words on them and around them: the square of two figures.
bool isOfSquare(const map::LegendRow& row) {
    return row.items.size() > 2 && std::holds_alternative<map::PathItem>(row.items[0]) &&
           !std::holds_alternative<map::PathItem>(row.items.back()) &&
           std::count_if(row.items.begin(), row.items.end(), [](const map::Item& item) {
               return std::holds_alternative<map::PathItem>(item);
           }) > 1;
}

/// As it lies, in mm: each swatch with its corner, size and colour, each word with its place, how
/// it is aligned (l, c, r) and its colour.
json squareOf(const map::LegendRow& row) {
    json swatches = json::array(), words = json::array();
    for (const map::Item& item : row.items)
        if (const auto* path = std::get_if<map::PathItem>(&item)) {
            geometry::Box box;
            for (const geometry::Point& corner : path->rings.front())
                box.expand(corner);
            swatches.push_back({hundredths(box.minX), hundredths(box.minY), hundredths(box.width()),
                                hundredths(box.height()), path->fill.colour.toHex()});
        } else if (const auto* text = std::get_if<map::TextItem>(&item)) {
            const char* align = text->align == map::Align::Left     ? "l"
                                : text->align == map::Align::Centre ? "c"
                                                                    : "r";
            words.push_back({hundredths(text->at.x), hundredths(text->at.y), text->text, align,
                             text->colour.toHex()});
        }
    return {{"height", hundredths(row.heightMm)}, {"swatches", swatches}, {"words", words}};
}

json circlesOf(const map::LegendRow& row) {
    json radii = json::array(), values = json::array();
    for (const map::Item& item : row.items) {
        if (const auto* circle = std::get_if<map::CircleItem>(&item))
            radii.push_back(hundredths(circle->radiusMm));
        else if (const auto* text = std::get_if<map::TextItem>(&item))
            values.push_back(text->text);
    }
    json circles = json::array();
    for (std::size_t i = 0; i < radii.size() && i < values.size(); ++i)
        circles.push_back({radii[i], values[i]});
    return circles;
}

json rowJson(const map::LegendRow& row) {
    json out = json::object();
    if (isOfCircles(row)) {
        out["circles"] = circlesOf(row);
        return out;
    }
    if (isOfBars(row)) {
        const bool isOfPictures = isShape(std::get<map::PathItem>(row.items.front()));
        out[isOfPictures ? "pictures" : "bars"] = isOfPictures ? picturesOf(row) : barsOf(row);
        return out;
    }
    if (isOfSquare(row)) {
        out["square"] = squareOf(row);
        return out;
    }
    for (const map::Item& item : row.items) {
        if (const auto* text = std::get_if<map::TextItem>(&item)) {
            if (text->style.bold && text->style.sizePt > headingPt)
                out["heading"] = true;
            out["texts"].push_back({text->text, marksOf(*text)});
        } else if (const auto* circle = std::get_if<map::CircleItem>(&item)) {
            out["sample"]["radius"] = hundredths(circle->radiusMm);
            addPaint(out["sample"], circle->fill, circle->stroke);
        } else {
            const auto& path = std::get<map::PathItem>(item);
            if (isShape(path) && !isSeen(path.fill.colour))
                continue; // the rim of a picture
            if (isShape(path)) {
                const PlacedPath placed = placedPath(path.rings);
                out["sample"]["shape"] = {placed.data, hundredths(placed.box.width()),
                                          hundredths(placed.box.height())};
            }
            addPaint(out["sample"], path.fill, path.stroke);
        }
    }
    return out;
}

} // namespace

json legendJson(const std::vector<map::LegendRow>& rows) {
    json out = json::array();
    for (const map::LegendRow& row : rows)
        if (!row.items.empty())
            out.push_back(rowJson(row));
        else if (row.heightMm > 1)
            out.push_back({{"gap", true}});
    return out;
}

} // namespace terroir::page
