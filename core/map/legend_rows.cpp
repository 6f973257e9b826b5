#include "core/map/legend_rows.hpp"

#include "core/map/ink.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

namespace terroir::map {

namespace {

constexpr std::size_t maxLines = 8; // of one entry

} // namespace

void LegendRows::appendLines(LegendRow& row, const std::string& text, const TextStyle& style,
                             Colour colour, double indentMm) const {
    for (const std::string& line : m_type.wrap(text, style, m_width - indentMm, maxLines)) {
        const double baseline =
            row.heightMm + 0.5 * Typesetter::lineHeight(style) + 0.5 * Typesetter::capHeight(style);
        row.items.emplace_back(TextItem{{indentMm, baseline}, line, style, Align::Left, colour});
        row.heightMm += Typesetter::lineHeight(style);
    }
}

void LegendRows::sample(std::vector<Item> picture, double pictureWidth, double pictureHeight,
                        const std::string& text, const std::string& note) {
    const TextStyle style = m_type.style(bodyPt);
    const double indent = pictureWidth + m_type.mm(2);
    LegendRow row;
    row.entries = 1;
    appendLines(row, text, style, ink::text, indent);
    if (!note.empty() && !row.items.empty()) {
        const auto last = std::get<TextItem>(row.items.back());
        const double end = last.at.x + m_type.width(last.text, style) + m_type.mm(1.6);
        if (end + m_type.width(note, style) <= m_width)
            row.items.emplace_back(
                TextItem{{end, last.at.y}, note, style, Align::Left, ink::quietText});
        else
            appendLines(row, note, style, ink::quietText, indent);
    }
    // The picture stands beside the first line, in its middle.
    const double lineHeight = Typesetter::lineHeight(style);
    double down = (lineHeight - pictureHeight) / 2;
    if (down < 0) {
        for (Item& item : row.items)
            translate(item, 0, -down);
        row.heightMm -= 2 * down;
        down = 0;
    }
    for (Item& item : picture) {
        translate(item, 0, down);
        row.items.push_back(std::move(item));
    }
    row.heightMm += m_type.mm(0.9);
    m_rows.push_back(std::move(row));
}

void LegendRows::listed(const std::string& heading, const std::vector<std::string>& items,
                        Colour colour) {
    const TextStyle style = m_type.style(smallPt);
    const auto firstOf = [&](std::size_t count) {
        const std::span first(items.data(), count);
        return heading + (count == items.size()
                              ? fmt::format("{}", fmt::join(first, ", "))
                              : fmt::format("{} {}", fmt::join(first, ", "),
                                            m_words.moreEntries(items.size() - count)));
    };
    const auto fits = [&](std::size_t count) {
        return m_type.wrap(firstOf(count), style, m_width, maxLines + 1).size() <= maxLines;
    };
    // From few to more, since of thousands only some find room: `least` items fit, `most` do not.
    std::size_t least = 0, most = 8;
    while (most < items.size() && fits(most)) {
        least = most;
        most *= 2;
    }
    if (most >= items.size() && fits(items.size()))
        least = items.size();
    else
        for (most = std::min(most, items.size()); least + 1 < most;) {
            const std::size_t middle = (least + most) / 2;
            (fits(middle) ? least : most) = middle;
        }
    paragraph(firstOf(least), style, colour, 0, 1);
}

void LegendRows::swatch(const Fill& fill, const std::string& text, const std::string& note) {
    const double width = m_type.mm(7), height = m_type.mm(3.7);
    sample({rectangle({0, 0, width, height}, fill, {ink::unitLine, m_type.mm(0.15)})}, width,
           height, text, note);
}

} // namespace terroir::map
