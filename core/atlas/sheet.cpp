#include "core/atlas/sheet.hpp"

#include "core/map/ink.hpp"

#include <fmt/format.h>

namespace terroir::atlas {

namespace {

constexpr double framePt = 7; ///< on A4, like all below
constexpr double marginMm = 10;

} // namespace

SheetBoxes sheetBoxes(const map::Page& page, const Typesetter& type) {
    SheetBoxes boxes;
    boxes.marginMm = type.mm(marginMm);
    boxes.headerMm = boxes.marginMm;
    boxes.footerMm = page.heightMm - boxes.marginMm + type.mm(2);
    boxes.body = {boxes.marginMm, boxes.headerMm + type.mm(4), page.widthMm - boxes.marginMm,
                  boxes.footerMm - type.mm(5)};
    return boxes;
}

void addFrame(Sheet& sheet, const SheetFrame& frame, const map::Page& page,
              const Typesetter& type) {
    const SheetBoxes boxes = sheetBoxes(page, type);
    const TextStyle style = type.style(framePt);
    const double left = boxes.marginMm, right = page.widthMm - boxes.marginMm;
    map::Group group{"pageframe", {}, {}};
    const auto set = [&](const std::string& text, double x, double y, Align align) {
        group.items.emplace_back(TextItem{{x, y}, text, style, align, ink::quietText});
    };
    const double dayWidth = type.width(frame.day, style);
    set(type.wrap(frame.title, style, right - left - dayWidth - type.mm(8), 1).front(), left,
        boxes.headerMm, Align::Left);
    set(frame.day, right, boxes.headerMm, Align::Right);
    const double rule = boxes.headerMm + type.mm(1.4);
    group.items.emplace_back(map::line({left, rule}, {right, rule}, {ink::rule, type.mm(0.2)}));
    set(frame.project, left, boxes.footerMm, Align::Left);
    set(fmt::format("{} / {}", frame.number, frame.of), right, boxes.footerMm, Align::Right);
    if (!frame.toContents.empty()) {
        const double middle = page.widthMm / 2, half = type.width(frame.toContents, style) / 2;
        set(frame.toContents, middle, boxes.footerMm, Align::Centre);
        sheet.links.push_back({{middle - half - type.mm(1), boxes.footerMm - type.mm(3.2),
                                middle + half + type.mm(1), boxes.footerMm + type.mm(1.2)},
                               0});
    }
    sheet.scene.groups.push_back(std::move(group));
}

double addText(map::Group& group, std::string_view text, const TextStyle& style, Colour colour,
               geometry::Point leftTop, double widthMm, const Typesetter& type,
               std::size_t maxLines) {
    return map::addLines(group, type.wrap(text, style, widthMm, maxLines), style, colour, leftTop.x,
                         leftTop.y);
}

} // namespace terroir::atlas
