#include "core/atlas/cover.hpp"

#include "core/map/ink.hpp"
#include "core/map/page_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace terroir::atlas {

namespace {

constexpr double coverTitlePt = 22, aboutPt = 9.5, notePt = 7.6;
constexpr double largestNumberPt = 9, leastNumberPt = 4.5;
constexpr double listPt = 8, listTitlePt = 14;
constexpr double columnMm = 82; ///< of the list, at least, on A4

double heightOf(const Typesetter& type) {
    return Typesetter::lineHeight(type.style(listPt)) * 1.12;
}

/// Where the list stands below its title.
Box listBox(const AtlasInput& input) {
    Box box = sheetBoxes(input.page, input.type).body;
    box.minY += Typesetter::lineHeight(input.type.style(listTitlePt, true)) + input.type.mm(3);
    return box;
}

struct ListShape {
    std::size_t columns = 1, rows = 1;
};
ListShape listShape(const AtlasInput& input) {
    const Box box = listBox(input);
    return {std::size_t(std::max(1.0, std::floor(box.width() / input.type.mm(columnMm)))),
            std::size_t(std::max(1.0, std::floor(box.height() / heightOf(input.type))))};
}

/// Numbers of sheets on the units, none over another. Returns how many found no room.
std::size_t addNumbers(Sheet& sheet, Group& group, const IndexMap& index, const Box& frame,
                       const std::vector<ContentsLine>& contents, const Typesetter& type) {
    std::vector<Box> taken;
    std::size_t left = 0;
    for (const ContentsLine& line : contents) {
        if (line.unit == gazetteer::noUnit)
            continue;
        const auto item = index.units.find(line.unit);
        if (item == index.units.end()) {
            ++left;
            continue;
        }
        const geometry::InnerPoint middle =
            middleOf(std::get<map::PathItem>(index.group.items[item->second]));
        const std::string number = std::to_string(line.sheet + 1);
        const geometry::Point at = middle.point;
        bool isSet = false;
        for (double size = largestNumberPt; size >= leastNumberPt && !isSet; size -= 0.75) {
            const TextStyle style = type.style(size, true);
            const double half = type.width(number, style) / 2;
            const double capital = Typesetter::capHeight(style);
            const Box box{at.x - half, at.y - capital / 2, at.x + half, at.y + capital / 2};
            const bool isInside = std::hypot(half, capital / 2) <= middle.radius * 1.35;
            const bool isLast = size - 0.75 < leastNumberPt;
            const bool isFree = map::holds(frame, box) &&
                                std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
                                    return map::overlaps(map::grown(box, type.mm(0.3)), other);
                                });
            if (!isFree || (!isInside && !isLast))
                continue;
            group.items.emplace_back(TextItem{{at.x, at.y + capital / 2},
                                              number,
                                              style,
                                              Align::Centre,
                                              ink::text,
                                              {255, 255, 255, 255},
                                              type.mm(0.5)});
            taken.push_back(box);
            sheet.links.push_back({map::grown(box, type.mm(1)), line.sheet});
            isSet = true;
        }
        left += isSet ? 0 : 1;
    }
    return left;
}

} // namespace

namespace {

/// Returns what is below.
double addHead(Sheet& sheet, Group& group, const AtlasInput& input, const CoverHead& head,
               Language language) {
    const Typesetter& type = input.type;
    const Box body = sheetBoxes(input.page, type).body;
    const Box room{body.minX, body.minY + type.mm(2), body.maxX, body.maxY};
    map::Letterhead above = addLetterhead(group, input.page.layout,
                                          head.logo ? &*head.logo : nullptr, room, language, type);
    const double width = above.right - above.left;
    double y = addText(group, head.title, type.style(coverTitlePt, true), ink::text,
                       {above.left, std::max(above.bottom, room.minY)}, width, type, 3);
    for (const std::string& line : head.about)
        y = addText(group, line, type.style(aboutPt), ink::quietText,
                    {above.left, y + type.mm(0.6)}, width, type, 3);
    if (!above.logo)
        return y;
    y = std::max(y, above.logo->mm.maxY);
    sheet.scene.pictures.push_back(std::move(*above.logo));
    return y;
}

} // namespace

Sheet coverSheet(const AtlasInput& input, AtlasTheme& theme, const CoverHead& head,
                 const std::vector<ContentsLine>& contents) {
    const Typesetter& type = input.type;
    const Words say(theme.evaluated.language);
    Sheet sheet;
    sheet.scene.widthMm = input.page.widthMm;
    sheet.scene.heightMm = input.page.heightMm;
    sheet.scene.title = head.title;
    const Box body = sheetBoxes(input.page, type).body;
    Group heading{"title", {}, {}};
    const double y = addHead(sheet, heading, input, head, theme.evaluated.language);
    const double note = body.maxY - type.mm(5);
    const Box frame{body.minX, y + type.mm(3), body.maxX, note - type.mm(1)};
    const map::Fill none{ink::noDataFill, map::Hatch::Diagonal, ink::noDataHatch};
    IndexMap index = indexMap(
        theme.shapes, input.area, frame,
        [&](UnitIndex unit) { return input.hasPage(unit) ? input.unitFill : none; },
        theme.evaluated.language, type);
    Group numbers{"pagenumbers", {}, {}};
    const std::size_t left = addNumbers(sheet, numbers, index, frame, contents, type);
    sheet.scene.groups.push_back(std::move(index.group));
    sheet.scene.groups.push_back(std::move(numbers));
    sheet.scene.groups.push_back(
        {"frame", {map::rectangle(frame, {}, {ink::frameLine, type.mm(0.25)})}, {}});
    std::string words = say("Số trên bản đồ là số trang; bấm vào số để mở trang ấy. Gạch chéo: "
                            "không có trang riêng.",
                            "Numbers on the map are pages; click one to open it. Hatched: without "
                            "a page of its own.");
    if (theme.shapes.approximate().units > 0)
        words += say(" Ranh giới gần đúng.", " Approximate boundaries.");
    if (left > 0)
        words +=
            say(fmt::format(" {} trang không đủ chỗ ghi số: xem mục lục.", left),
                fmt::format(" {} pages found no room for their number: see the contents.", left));
    addText(heading, words, type.style(notePt), ink::quietText, {body.minX, note}, body.width(),
            type, 2);
    sheet.scene.groups.push_back(std::move(heading));
    return sheet;
}

std::size_t contentsSheetCount(const AtlasInput& input, std::size_t lines) {
    const ListShape shape = listShape(input);
    const std::size_t each = shape.columns * shape.rows;
    return (lines + each - 1) / each;
}

Sheet contentsSheet(const AtlasInput& input, const std::vector<ContentsLine>& contents,
                    std::size_t index, Language language) {
    const Typesetter& type = input.type;
    const ListShape shape = listShape(input);
    const Box box = listBox(input);
    Sheet sheet;
    sheet.scene.widthMm = input.page.widthMm;
    sheet.scene.heightMm = input.page.heightMm;
    sheet.scene.title = Words(language)("Mục lục", "Contents");
    Group group{"contents", {}, {}};
    const Box body = sheetBoxes(input.page, type).body;
    addText(group, sheet.scene.title, type.style(listTitlePt, true), ink::text,
            {body.minX, body.minY}, body.width(), type, 1);
    const double gap = type.mm(6);
    const double width = (box.width() - gap * double(shape.columns - 1)) / double(shape.columns);
    const std::size_t first = index * shape.columns * shape.rows;
    const std::size_t last = std::min(contents.size(), first + shape.columns * shape.rows);
    for (std::size_t i = first; i < last; ++i) {
        const ContentsLine& line = contents[i];
        const std::size_t column = (i - first) / shape.rows;
        const double x = box.minX + double(column) * (width + gap);
        const double top = box.minY + double((i - first) % shape.rows) * heightOf(type);
        const TextStyle style = type.style(listPt, line.isHeading);
        const double indent = line.unit == gazetteer::noUnit ? 0 : type.mm(3);
        addText(group, line.text, style, ink::text, {x + indent, top}, width - indent - type.mm(9),
                type, 1);
        if (line.isHeading)
            continue;
        const double baseline =
            top + (Typesetter::lineHeight(style) + Typesetter::capHeight(style)) / 2;
        group.items.emplace_back(TextItem{
            {x + width, baseline}, std::to_string(line.sheet + 1), style, Align::Right, ink::text});
        sheet.links.push_back({{x, top, x + width, top + heightOf(type)}, line.sheet});
    }
    sheet.scene.groups.push_back(std::move(group));
    return sheet;
}

} // namespace terroir::atlas
