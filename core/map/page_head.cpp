#include "core/map/page_head.hpp"

#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"

#include <algorithm>

namespace terroir::map {

namespace {

constexpr double logoMm = 14, longestLogoMm = 42; // on A4

/// With the theme's words where the layout says "{title}".
std::string withWords(std::string text, std::string_view name, const std::string& words) {
    for (std::size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + words.size()))
        text.replace(at, name.size(), words);
    return text;
}

/// In the upper corner of the room that the layout chooses.
Picture inCorner(const Picture& logo, const geometry::Box& room, LogoPlace place,
                 const Typesetter& type) {
    const double aspect = logo.mm.width() / logo.mm.height();
    const double height = std::min(type.mm(logoMm), type.mm(longestLogoMm) / aspect);
    const double left = place == LogoPlace::Left ? room.minX : room.maxX - aspect * height;
    Picture picture = logo;
    picture.mm = {left, room.minY, left + aspect * height, room.minY + height};
    return picture;
}

} // namespace

std::string titleOf(const Page& page, const figures::EvaluatedTheme& evaluated,
                    const PageShapes& data) {
    if (!page.title.empty())
        return page.title;
    const figures::PageWords words(evaluated, *data.gazetteer);
    const std::string title =
        data.shapes.anyApproximate() ? words.titleOfSketch(words.title()) : words.title();
    return titleIn(page.layout, title, words.language());
}

std::string titleIn(const Layout& layout, const std::string& title, Language language) {
    const std::string& own = layout.title.in(language);
    return own.empty() ? title : withWords(own, "{title}", title);
}

std::string subtitleOf(const Layout& layout, const figures::PageWords& words) {
    constexpr std::string_view themes = "{subtitle}";
    const std::string& own = layout.subtitle.in(words.language());
    if (own.empty())
        return words.subtitle();
    const std::string only = words.only();
    return only.empty() || own.find(themes) != std::string::npos
               ? withWords(own, themes, words.subtitle())
               : own + ", " + only;
}

Letterhead addLetterhead(Group& group, const Layout& layout, const Picture* logo,
                         const geometry::Box& room, Language language, const Typesetter& type) {
    Letterhead head;
    double y = room.minY - type.mm(1.5); // over the title
    head.left = room.minX;
    head.right = room.maxX;
    if (logo != nullptr) {
        head.logo = inCorner(*logo, room, layout.logoAt, type);
        if (layout.logoAt == LogoPlace::Left)
            head.left = head.logo->mm.maxX + type.mm(3.5);
        else
            head.right = head.logo->mm.minX - type.mm(3.5);
    }
    head.bottom = y;
    if (layout.department.empty() && layout.fileNumber.empty())
        return head;
    const double width = head.right - head.left;
    const TextStyle strong = type.style(8.6, true), plain = type.style(7.6);
    double forDepartment = width;
    if (!layout.fileNumber.empty()) {
        const std::string words =
            type.wrap(fileNumberWords(layout.fileNumber, language), plain, 0.4 * width, 1).front();
        forDepartment -= type.width(words, plain) + type.mm(4);
        group.items.emplace_back(TextItem{
            {head.right, y + (Typesetter::lineHeight(strong) + Typesetter::capHeight(plain)) / 2},
            words,
            plain,
            Align::Right,
            ink::quietText});
    }
    const double end = y + Typesetter::lineHeight(strong);
    if (!layout.department.empty())
        y = addLines(group, type.wrap(layout.department, strong, forDepartment, 2), strong,
                     ink::quietText, head.left, y);
    head.bottom = std::max(y, end);
    return head;
}

PageHead headOf(const Page& page, const LegendInput& input, const Picture* logo,
                const Typesetter& type) {
    PageHead head;
    const Layout& layout = page.layout;
    const double margin = type.mm(pageMarginMm);
    Letterhead above = addLetterhead(
        head.group, layout, logo, {margin, margin, page.widthMm - margin, page.heightMm - margin},
        input.words.language(), type);
    const double left = above.left, width = above.right - left;
    const std::string title = titleOf(page, input.evaluated, input.data);
    TextStyle style = type.style(16.5, true);
    if (type.wrap(title, style, width).size() > 1)
        style = type.style(14, true);
    double y = addLines(head.group, type.wrap(title, style, width, 2), style, ink::text, left,
                        above.bottom);
    const TextStyle below = type.style(9.6);
    const std::string subtitle = subtitleOf(layout, input.words);
    // What the figures are narrowed to must be told whole.
    const std::size_t lines = input.words.only().empty() ? 2 : 5;
    y = addLines(head.group, type.wrap(subtitle, below, width, lines), below, ink::quietText, left,
                 y + type.mm(0.3));
    head.bottom = std::max(above.logo ? above.logo->mm.maxY : 0, y);
    head.logo = std::move(above.logo);
    return head;
}

} // namespace terroir::map
