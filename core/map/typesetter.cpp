#include "core/map/typesetter.hpp"

#include <cmath>
#include <variant>

namespace terroir::map {

namespace {

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// Shortens by whole letters until the text with "…" fits.
std::string elided(const Typesetter& type, std::string text, const TextStyle& style,
                   double widthMm) {
    while (!text.empty() && type.width(text + "…", style) > widthMm) {
        while (!text.empty() && isContinuation(text.back()))
            text.pop_back();
        if (!text.empty())
            text.pop_back();
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == ';'))
        text.pop_back();
    return text + "…";
}

/// How many bytes of a word fit into the width; at least one letter.
std::size_t fittingBytes(const Typesetter& type, std::string_view word, const TextStyle& style,
                         double widthMm) {
    std::size_t fitting = 0;
    for (std::size_t end = 1; end <= word.size(); ++end) {
        if (end < word.size() && isContinuation(word[end]))
            continue;
        if (fitting > 0 && type.width(word.substr(0, end), style) > widthMm)
            break;
        fitting = end;
    }
    return fitting;
}

/// Up to the blank where a line may end: not the one between "≥" and its number.
std::size_t endOfWord(std::string_view text) {
    std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (word == "≥" || word == "<")
        end = text.find(' ', end + 1);
    return std::min(end, text.size());
}

} // namespace

std::vector<std::string> Typesetter::wrap(std::string_view text, const TextStyle& style,
                                          double widthMm, std::size_t maxLines) const {
    constexpr std::size_t longestLine = 1000; // bytes: no line of a page holds as many
    if (!text.empty() && text.size() <= longestLine && width(text, style) <= widthMm)
        return {std::string(text)}; // most texts, measured once
    // A line is measured whole only near its end: before and after, its words are added up, which
    // kerning beside blanks changes by less than this share.
    constexpr double kerning = 0.03;
    const double blankMm = width(" ", style);
    std::vector<std::string> lines;
    std::string current;
    double added = 0; ///< about the width of `current`
    while (!text.empty()) {
        const std::size_t space = endOfWord(text);
        const std::string_view word = text.substr(0, space);
        const std::string longer =
            current.empty() ? std::string(word) : current + ' ' + std::string(word);
        const double about = (current.empty() ? 0 : added + blankMm) + width(word, style);
        const bool isNear = std::abs(about - widthMm) <= kerning * widthMm;
        if (isNear ? width(longer, style) <= widthMm : about < widthMm) {
            current = longer;
            added = about;
            text.remove_prefix(std::min(space + 1, text.size()));
        } else if (current.empty()) {
            const std::size_t bytes = fittingBytes(*this, word, style, widthMm);
            lines.emplace_back(word.substr(0, bytes));
            text.remove_prefix(bytes);
        } else {
            lines.push_back(std::move(current));
            current.clear();
        }
        if (lines.size() == maxLines && (!text.empty() || !current.empty())) {
            lines.back() = elided(*this, lines.back() + ' ' + current, style, widthMm);
            return lines;
        }
    }
    if (!current.empty())
        lines.push_back(std::move(current));
    return lines;
}

double addLines(Group& group, const std::vector<std::string>& lines, const TextStyle& style,
                Colour colour, double x, double top) {
    const double height = Typesetter::lineHeight(style);
    for (const std::string& line : lines) {
        group.items.emplace_back(TextItem{{x, top + (height + Typesetter::capHeight(style)) / 2},
                                          line,
                                          style,
                                          Align::Left,
                                          colour});
        top += height;
    }
    return top;
}

void translate(Item& item, double dx, double dy) {
    const auto move = [&](geometry::Point& point) {
        point.x += dx;
        point.y += dy;
    };
    if (auto* path = std::get_if<PathItem>(&item)) {
        for (auto& ring : path->rings)
            for (geometry::Point& point : ring)
                move(point);
    } else if (auto* circle = std::get_if<CircleItem>(&item)) {
        move(circle->centre);
    } else {
        move(std::get<TextItem>(item).at);
    }
}

PathItem rectangle(const geometry::Box& box, const Fill& fill, const Stroke& stroke) {
    return {{{{box.minX, box.minY},
              {box.maxX, box.minY},
              {box.maxX, box.maxY},
              {box.minX, box.maxY},
              {box.minX, box.minY}}},
            false,
            fill,
            stroke};
}

PathItem line(geometry::Point from, geometry::Point to, const Stroke& stroke) {
    return {{{from, to}}, true, {}, stroke};
}

} // namespace terroir::map
