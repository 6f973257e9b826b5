#pragma once

#include "core/map/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::map {

/// Sets text for one page: sizes grow with the page, measures come from its painter.
class Typesetter {
public:
    Typesetter(const MeasureText& measure, double scale) : m_measure(measure), m_scale(scale) {}

    /// Points on an A4 page, enlarged for this one.
    TextStyle style(double sizePt, bool bold = false, bool italic = false) const {
        return {sizePt * m_scale, bold, italic};
    }
    /// Millimetres on an A4 page, enlarged for this one.
    double mm(double onA4) const { return onA4 * m_scale; }
    double scale() const { return m_scale; }
    Typesetter scaled(double factor) const { return {m_measure, m_scale * factor}; }

    double width(std::string_view text, const TextStyle& style) const {
        return m_measure(text, style).widthMm;
    }
    TextExtent extent(std::string_view text, const TextStyle& style) const {
        return m_measure(text, style);
    }
    /// Height of a capital letter, for centring a line on something.
    static double capHeight(const TextStyle& style) { return style.sizePt * 25.4 / 72 * 0.714; }
    /// From baseline to baseline.
    static double lineHeight(const TextStyle& style) { return style.sizePt * 25.4 / 72 * 1.32; }

    /// Breaks at spaces so that no line is wider than `widthMm`; a word that is wider by itself is
    /// broken between letters. At most `maxLines` lines, the last with "…" when text was left out.
    std::vector<std::string> wrap(std::string_view text, const TextStyle& style, double widthMm,
                                  std::size_t maxLines = 100) const;

private:
    const MeasureText& m_measure;
    double m_scale;
};

/// Lines one below the other from `top`; returns where they end.
double addLines(Group& group, const std::vector<std::string>& lines, const TextStyle& style,
                Colour colour, double x, double top);

/// Moves an item on the page.
void translate(Item& item, double dx, double dy);

PathItem rectangle(const geometry::Box& box, const Fill& fill, const Stroke& stroke);
PathItem line(geometry::Point from, geometry::Point to, const Stroke& stroke);

inline bool overlaps(const geometry::Box& a, const geometry::Box& b) {
    return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;
}
inline geometry::Box grown(const geometry::Box& box, double by) {
    return {box.minX - by, box.minY - by, box.maxX + by, box.maxY + by};
}
inline bool holds(const geometry::Box& outer, const geometry::Box& inner) {
    return outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX &&
           outer.maxY >= inner.maxY;
}

} // namespace terroir::map
