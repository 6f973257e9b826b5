#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/ink.hpp"
#include "core/map/legend_flow.hpp"
#include "core/map/typesetter.hpp"

#include <string>
#include <utility>
#include <vector>

namespace terroir::map {

// Sizes of letters in a legend.
inline constexpr double headingPt = 9;
inline constexpr double bodyPt = 8.2;
inline constexpr double smallPt = 7.4;

/// Rows of one legend column, set from top to bottom; what they say is said by legend.cpp and
/// legend_layers.cpp.
class LegendRows {
public:
    LegendRows(const figures::PageWords& words, const Typesetter& type, double widthMm,
               double roomMm)
        : m_type(type), m_width(widthMm), m_words(words), m_room(roomMm) {}

    std::vector<LegendRow> take() { return std::move(m_rows); }

    void gap(double onA4) {
        if (!m_rows.empty())
            m_rows.push_back({m_type.mm(onA4), {}, false, 0});
    }
    void heading(const std::string& text) {
        gap(3.2);
        paragraph(text, m_type.style(headingPt, true), ink::text, 0, 0);
        m_rows.back().heightMm += m_type.mm(0.6);
        m_rows.back().keepWithNext = true;
    }
    /// Wrapped text; all its lines are one row, so that it is shown whole or not at all.
    void paragraph(const std::string& text, const TextStyle& style, Colour colour, double indentMm,
                   std::size_t entries) {
        LegendRow row;
        row.entries = entries;
        appendLines(row, text, style, colour, indentMm);
        m_rows.push_back(std::move(row));
    }
    /// Wrapped text of a list after its heading; what does not fit is counted at its end.
    void listed(const std::string& heading, const std::vector<std::string>& items, Colour colour);
    /// A sample at the left, text and, after it in grey, a count.
    void sample(std::vector<Item> picture, double pictureWidth, double pictureHeight,
                const std::string& text, const std::string& note);
    void swatch(const Fill& fill, const std::string& text, const std::string& note);
    /// Keeps what was written since `first` in one column.
    void keepTogether(std::size_t first) {
        for (std::size_t i = first; i + 1 < m_rows.size(); ++i)
            m_rows[i].keepWithNext = true;
    }
    std::size_t rowCount() const { return m_rows.size(); }

protected:
    /// Whether the rows so far are higher than all columns together.
    bool isFull() {
        for (; m_counted < m_rows.size(); ++m_counted)
            m_used += m_rows[m_counted].heightMm;
        return m_used > m_room;
    }
    /// A row that fits nowhere, for entries that are not set.
    void rest(std::size_t entries) { m_rows.push_back({1e6, {}, false, entries}); }

    const Typesetter& m_type;
    double m_width;
    std::vector<LegendRow> m_rows;

private:
    void appendLines(LegendRow& row, const std::string& text, const TextStyle& style, Colour colour,
                     double indentMm) const;

    const figures::PageWords& m_words;
    double m_room;
    double m_used = 0; ///< height of the first m_counted rows
    std::size_t m_counted = 0;
};

} // namespace terroir::map
