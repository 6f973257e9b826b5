#include "core/map/page_layout.hpp"

#include "core/map/ink.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace terroir::map {

namespace {

using geometry::Box;

constexpr double marginMm = 8;                                 // on A4, like all below
constexpr double minLegendWidth = 0.19, maxLegendWidth = 0.27; // of a landscape page
constexpr double legendShare = 0.46; // of a portrait page's height, at most
constexpr std::array legendScales{1.2, 1.1, 1.0, 0.92, 0.85, 0.78};

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

/// Title over at most two lines and the subtitle; returns where they end.
double setTitle(Group& group, const Page& page, const LegendInput& input, const Typesetter& type) {
    const double margin = type.mm(marginMm), width = page.widthMm - 2 * margin;
    const std::string title = titleOf(page, input.evaluated, input.data);
    TextStyle style = type.style(16.5, true);
    if (type.wrap(title, style, width).size() > 1)
        style = type.style(14, true);
    double y = margin - type.mm(1.5);
    y = addLines(group, type.wrap(title, style, width, 2), style, ink::text, margin, y);
    const TextStyle below = type.style(9.6);
    // What the figures are narrowed to must be told whole.
    const std::size_t lines = input.words.only().empty() ? 2 : 5;
    return addLines(group, type.wrap(input.words.subtitle(), below, width, lines), below,
                    ink::quietText, margin, y + type.mm(0.3));
}

/// More than any citations need: none is cut.
constexpr std::size_t maxSourceLines = 100;

/// The footer stands on the lower margin; returns where it begins.
double setFooter(Group& group, const Page& page, const LegendInput& input, const Typesetter& type) {
    const double margin = type.mm(marginMm), width = page.widthMm - 2 * margin;
    const TextStyle style = type.style(6.8);
    const std::string program = "terroir";
    const double programWidth = type.width(program, style);
    const double textWidth = width - programWidth - type.mm(6);
    const std::vector<std::string> sources =
        type.wrap(input.words.sourceLine(input.data.sources), style, textWidth, maxSourceLines);
    const TextStyle noticeStyle = type.style(7.2, true);
    std::vector<std::string> notice;
    if (input.data.shapes.anyApproximate())
        notice = type.wrap(input.words.approximateLong(approximateOf(input.data)), noticeStyle,
                           textWidth, 2);

    const double height =
        static_cast<double>(std::max<std::size_t>(sources.size(), notice.empty() ? 1 : 0)) *
            Typesetter::lineHeight(style) +
        static_cast<double>(notice.size()) * Typesetter::lineHeight(noticeStyle);
    const double bottom = page.heightMm - margin + type.mm(2);
    const double top = bottom - height;
    const double y = addLines(group, notice, noticeStyle, ink::notice, margin, top);
    addLines(group, sources, style, ink::quietText, margin, y);
    group.items.emplace_back(
        TextItem{{page.widthMm - margin,
                  bottom - Typesetter::lineHeight(style) / 2 + Typesetter::capHeight(style) / 2},
                 program,
                 style,
                 Align::Right,
                 ink::quietText});
    return top;
}

void addMoreEntries(Group& group, const LegendFlow& flow, const LegendInput& input,
                    const Typesetter& type) {
    if (flow.entriesLeftOut == 0)
        return;
    const TextStyle style = type.style(7.4, false, true);
    addLines(group, {input.words.moreEntries(flow.entriesLeftOut)}, style, ink::quietText,
             flow.end.x, flow.end.y);
}

/// Enlarged text only where it leaves the column loose, so that the page stays calm.
double roomFor(double scale, double heightMm) {
    return scale > 1 ? 0.8 * heightMm : heightMm;
}

/// More than rows in columns of that height can fill.
double roomIn(int columns, double heightMm) {
    return columns * (heightMm + 1);
}

/// A way to set the legend into the panel of a landscape page.
struct Setting {
    double scale;
    int columns;
};
constexpr std::array settings{Setting{1.2, 1},  Setting{1.1, 1},  Setting{1.0, 1},
                              Setting{0.92, 1}, Setting{0.92, 2}, Setting{0.85, 1},
                              Setting{0.85, 2}, Setting{0.78, 1}, Setting{0.78, 2}};
constexpr double minColumnMm = 42;

void setLegendPanel(Group& group, const Box& box, const LegendInput& input,
                    const Typesetter& type) {
    std::size_t leftOut = std::numeric_limits<std::size_t>::max();
    for (const Setting& setting : settings) {
        const Typesetter small = type.scaled(setting.scale);
        const double gap = small.mm(5);
        const double width = (box.width() - gap * (setting.columns - 1)) / setting.columns;
        if (setting.columns > 1 && width < small.mm(minColumnMm))
            continue;
        const std::vector<LegendRow> rows =
            legendRows(input, small, width, roomIn(setting.columns, box.height()));
        const bool fits = heightFor(rows, setting.columns) <= roomFor(setting.scale, box.height());
        if (!fits && setting.scale > settings.back().scale)
            continue;
        const LegendFlow flow = flowRows(rows, {box.minX, box.minY}, setting.columns, width, gap,
                                         box.height(), Typesetter::lineHeight(small.style(7.4)));
        if (flow.entriesLeftOut < leftOut) {
            leftOut = flow.entriesLeftOut;
            group.items = flow.items;
            addMoreEntries(group, flow, input, small);
        }
        if (fits)
            return;
    }
}

/// A band of columns that ends at `bottom`; returns where it begins.
double setLegendBand(Group& group, const Box& available, const LegendInput& input,
                     const Typesetter& type) {
    const double gap = type.mm(7);
    const double limit = legendShare * available.height();
    for (const double scale : legendScales) {
        const Typesetter small = type.scaled(scale);
        const int columns = available.width() > small.mm(240)   ? 4
                            : available.width() > small.mm(150) ? 3
                                                                : 2;
        const double width = (available.width() - gap * (columns - 1)) / columns;
        const std::vector<LegendRow> rows = legendRows(input, small, width, roomIn(columns, limit));
        const double needed = heightFor(rows, columns);
        if (needed > (scale > 1 ? 0.6 : 1.0) * limit && scale != legendScales.back())
            continue;
        const double height = std::min(needed, limit);
        const double top = available.maxY - height;
        const LegendFlow flow = flowRows(rows, {available.minX, top}, columns, width, gap,
                                         height + 0.01, Typesetter::lineHeight(small.style(7.4)));
        group.items = flow.items;
        addMoreEntries(group, flow, input, small);
        return top;
    }
    return available.maxY;
}

} // namespace

double typeScale(const Page& page) {
    const double toA4 = std::sqrt(page.widthMm * page.heightMm / (297.0 * 210.0));
    return std::clamp(std::pow(toA4, 0.62), 0.45, 2.6);
}

namespace {

/// As wide as the longest line, within limits: a short legend leaves its room to the map. A long
/// one gets the most, for two columns.
double legendColumnWidth(const Page& page, const LegendInput& input, const Typesetter& type,
                         double heightMm) {
    const Typesetter large = type.scaled(legendScales.front());
    const double most = std::max(maxLegendWidth * page.widthMm, type.mm(52));
    double widest = 0;
    const double shrink = legendScales.back() / legendScales.front();
    const std::vector<LegendRow> rows =
        legendRows(input, large, most, roomIn(1, heightMm / shrink));
    if (heightFor(rows, 1) * legendScales.back() / legendScales.front() > heightMm)
        return most;
    for (const LegendRow& row : rows)
        for (const Item& item : row.items)
            if (const auto* text = std::get_if<TextItem>(&item))
                widest = std::max(widest, text->at.x + large.width(text->text, text->style));
    return std::clamp(widest + type.mm(1), std::max(minLegendWidth * page.widthMm, type.mm(45)),
                      most);
}

} // namespace

std::string titleOf(const Page& page, const figures::EvaluatedTheme& evaluated,
                    const PageShapes& data) {
    if (!page.title.empty())
        return page.title;
    const figures::PageWords words(evaluated, *data.gazetteer);
    return data.shapes.anyApproximate() ? words.titleOfSketch(words.title()) : words.title();
}

PageLayout layOut(const Page& page, const LegendInput& legend, const Typesetter& type) {
    PageLayout layout;
    const double margin = type.mm(marginMm), gap = type.mm(3);
    const double top = setTitle(layout.title, page, legend, type) + gap;
    const double bottom = setFooter(layout.footer, page, legend, type) - type.mm(2.2);
    if (page.widthMm >= page.heightMm) {
        const double width = legendColumnWidth(page, legend, type, bottom - top);
        layout.frame = {margin, top, page.widthMm - margin - width - type.mm(6), bottom};
        setLegendPanel(layout.legend,
                       {layout.frame.maxX + type.mm(6), top, page.widthMm - margin, bottom}, legend,
                       type);
    } else {
        const double legendTop = setLegendBand(
            layout.legend, {margin, top, page.widthMm - margin, bottom}, legend, type);
        layout.frame = {margin, top, page.widthMm - margin, legendTop - type.mm(4)};
    }
    return layout;
}

} // namespace terroir::map
