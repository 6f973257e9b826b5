#include "core/map/page_layout.hpp"

#include "core/map/ink.hpp"
#include "core/map/page_side.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace terroir::map {

namespace {

using geometry::Box;

constexpr double minLegendWidth = 0.19, maxLegendWidth = 0.27; // of a landscape page
constexpr double legendShare = 0.46; // of a portrait page's height, at most
constexpr std::array legendScales{1.2, 1.1, 1.0, 0.92, 0.85, 0.78};

/// More than any citations need: none is cut.
constexpr std::size_t maxSourceLines = 100;

/// The footer stands on the lower margin; returns where it begins.
double setFooter(Group& group, const Page& page, const LegendInput& input,
                 const std::string& imprint, const Typesetter& type) {
    const double margin = type.mm(pageMarginMm), width = page.widthMm - 2 * margin;
    const TextStyle style = type.style(6.8);
    const std::string program = "terroir";
    const double programWidth = type.width(program, style);
    const double textWidth = width - programWidth - type.mm(6);
    std::vector<std::string> sources =
        type.wrap(input.words.sourceLine(input.data.sources), style, textWidth, maxSourceLines);
    if (!imprint.empty()) {
        const std::vector<std::string> lines = type.wrap(imprint, style, textWidth);
        sources.insert(sources.begin(), lines.begin(), lines.end());
    }
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

/// Where it ends, and how many entries found no room.
struct PanelEnd {
    double bottom = 0;
    std::size_t leftOut = std::numeric_limits<std::size_t>::max();
};

PanelEnd setLegendPanel(Group& group, const Box& box, const LegendInput& input,
                        const Typesetter& type) {
    PanelEnd end{box.maxY};
    for (const Setting& setting : settings) {
        const Typesetter small = type.scaled(setting.scale);
        const double gap = small.mm(5);
        const double width = (box.width() - gap * (setting.columns - 1)) / setting.columns;
        if (setting.columns > 1 && width < small.mm(minColumnMm))
            continue;
        const std::vector<LegendRow> rows =
            legendRows(input, small, width, roomIn(setting.columns, box.height()));
        const double height = heightFor(rows, setting.columns);
        const bool fits = height <= roomFor(setting.scale, box.height());
        if (!fits && setting.scale > settings.back().scale)
            continue;
        const LegendFlow flow = flowRows(rows, {box.minX, box.minY}, setting.columns, width, gap,
                                         box.height(), Typesetter::lineHeight(small.style(7.4)));
        if (flow.entriesLeftOut < end.leftOut) {
            end = {fits ? box.minY + height : box.maxY, flow.entriesLeftOut};
            group.items = flow.items;
            addMoreEntries(group, flow, input, small);
        }
        if (fits)
            break;
    }
    return end;
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

namespace {

constexpr double besideMm = 6, belowMm = 4;     // from the map, on A4
constexpr double sideMm = 56, sideShare = 0.32; // of a column with more than the legend
constexpr double bandShare = 0.34;              // of the height, for all rows of a table
constexpr double maxBandShare = 0.46;           // of the height, for all that stands beside it

void put(PageLayout& layout, PageSide::Placed placed) {
    layout.side = std::move(placed.groups);
    layout.locator = placed.locator;
}

/// The legend in a column at one side of the map, and below it what else stands there.
void setBeside(PageLayout& layout, const Box& body, const Page& page, const LegendInput& legend,
               const Typesetter& type) {
    const double most = maxLegendWidth * page.widthMm;
    const auto sideOf = [&](double width) {
        return PageSide(page, legend, type, width, body.height());
    };
    double width = legendColumnWidth(page, legend, type, body.height());
    const bool hasSide = !sideOf(width).isEmpty();
    if (hasSide)
        width = std::max(width, std::min(most, type.mm(sideMm)));
    const double gap = type.mm(besideMm);
    const bool isLeft = page.layout.legend == LegendPlace::Left;
    layout.frame = isLeft ? Box{body.minX + width + gap, body.minY, body.maxX, body.maxY}
                          : Box{body.minX, body.minY, body.maxX - width - gap, body.maxY};
    const Box column = isLeft ? Box{body.minX, body.minY, body.minX + width, body.maxY}
                              : Box{layout.frame.maxX + gap, body.minY, body.maxX, body.maxY};
    const PageSide side = sideOf(width);
    const auto setLegend = [&](double keptMm) {
        return setLegendPanel(layout.legend,
                              {column.minX, column.minY, column.maxX, column.maxY - keptMm}, legend,
                              type);
    };
    PanelEnd end = setLegend(side.leastMm());
    if (end.leftOut > 0 && side.fixedMm() < side.leastMm())
        end = setLegend(side.fixedMm()); // the table can be had elsewhere, the legend cannot
    if (hasSide)
        put(layout, side.place({column.minX, end.bottom, column.maxX, column.maxY}));
}

/// The legend in a band below the map, and in its last column what else stands there.
void setBelow(PageLayout& layout, const Box& body, const Page& page, const LegendInput& legend,
              const Typesetter& type) {
    const double gap = type.mm(besideMm);
    const double width = std::min(sideShare * body.width(), type.mm(1.4 * sideMm));
    const double most = maxBandShare * body.height(); // the rest is the map's
    const PageSide side(page, legend, type, width, most);
    Box band = body;
    if (!side.isEmpty())
        band.maxX -= width + gap;
    double top = setLegendBand(layout.legend, band, legend, type);
    if (!side.isEmpty()) {
        const double wanted = std::min(
            most, std::max(side.leastMm(), std::min(side.fullMm(), bandShare * body.height())));
        const double higher = std::min(top, body.maxY - wanted);
        for (Item& item : layout.legend.items)
            translate(item, 0, higher - top);
        top = higher;
        put(layout, side.place({body.maxX - width, top, body.maxX, body.maxY}));
    }
    layout.frame = {body.minX, body.minY, body.maxX, top - type.mm(belowMm)};
}

} // namespace

PageLayout layOut(const Page& page, const LegendInput& legend, const PageMatter& matter,
                  const Typesetter& type) {
    PageLayout layout;
    const double margin = type.mm(pageMarginMm), gap = type.mm(3);
    PageHead head = headOf(page, legend, matter.logo ? &*matter.logo : nullptr, type);
    layout.title = std::move(head.group);
    layout.logo = std::move(head.logo);
    const double bottom =
        setFooter(layout.footer, page, legend, matter.imprint, type) - type.mm(2.2);
    const Box body{margin, head.bottom + gap, page.widthMm - margin, bottom};
    if (page.layout.isLegendBeside(page.widthMm, page.heightMm))
        setBeside(layout, body, page, legend, type);
    else
        setBelow(layout, body, page, legend, type);
    return layout;
}

} // namespace terroir::map
