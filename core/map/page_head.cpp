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

/// In an upper corner of the margins.
Picture inCorner(const Picture& logo, const Page& page, const Typesetter& type) {
    const double margin = type.mm(pageMarginMm);
    const double aspect = logo.mm.width() / logo.mm.height();
    const double height = std::min(type.mm(logoMm), type.mm(longestLogoMm) / aspect);
    const double left =
        page.layout.logoAt == LogoPlace::Left ? margin : page.widthMm - margin - aspect * height;
    Picture picture = logo;
    picture.mm = {left, margin, left + aspect * height, margin + height};
    return picture;
}

} // namespace

double addLines(Group& group, const std::vector<std::string>& lines, const TextStyle& style,
                Colour colour, double x, double top) {
    for (const std::string& line : lines) {
        const double height = Typesetter::lineHeight(style);
        group.items.emplace_back(TextItem{{x, top + (height + Typesetter::capHeight(style)) / 2},
                                          line,
                                          style,
                                          Align::Left,
                                          colour});
        top += height;
    }
    return top;
}

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
    const std::string& own = layout.subtitle.in(words.language());
    return own.empty() ? words.subtitle() : withWords(own, "{subtitle}", words.subtitle());
}

PageHead headOf(const Page& page, const LegendInput& input, const Picture* logo,
                const Typesetter& type) {
    PageHead head;
    const Layout& layout = page.layout;
    const Language language = input.words.language();
    const double margin = type.mm(pageMarginMm);
    double left = margin, right = page.widthMm - margin, y = margin - type.mm(1.5);
    if (logo != nullptr) {
        head.logo = inCorner(*logo, page, type);
        if (layout.logoAt == LogoPlace::Left)
            left = head.logo->mm.maxX + type.mm(3.5);
        else
            right = head.logo->mm.minX - type.mm(3.5);
        head.bottom = head.logo->mm.maxY;
    }
    const double width = right - left;
    if (!layout.department.empty() || !layout.fileNumber.empty()) {
        const TextStyle strong = type.style(8.6, true), plain = type.style(7.6);
        double room = width;
        if (!layout.fileNumber.empty()) {
            const std::string words =
                type.wrap(fileNumberWords(layout.fileNumber, language), plain, 0.4 * width, 1)
                    .front();
            room -= type.width(words, plain) + type.mm(4);
            head.group.items.emplace_back(TextItem{
                {right, y + (Typesetter::lineHeight(strong) + Typesetter::capHeight(plain)) / 2},
                words,
                plain,
                Align::Right,
                ink::quietText});
        }
        const double end = y + Typesetter::lineHeight(strong);
        if (!layout.department.empty())
            y = addLines(head.group, type.wrap(layout.department, strong, room, 2), strong,
                         ink::quietText, left, y);
        y = std::max(y, end);
    }
    const std::string title = titleOf(page, input.evaluated, input.data);
    TextStyle style = type.style(16.5, true);
    if (type.wrap(title, style, width).size() > 1)
        style = type.style(14, true);
    y = addLines(head.group, type.wrap(title, style, width, 2), style, ink::text, left, y);
    const TextStyle below = type.style(9.6);
    const std::string subtitle = subtitleOf(layout, input.words);
    // What the figures are narrowed to must be told whole.
    const std::size_t lines = input.words.only().empty() ? 2 : 5;
    y = addLines(head.group, type.wrap(subtitle, below, width, lines), below, ink::quietText, left,
                 y + type.mm(0.3));
    head.bottom = std::max(head.bottom, y);
    return head;
}

} // namespace terroir::map
