#include "plugin/viewer/report_marks.hpp"

#include "core/records/fields.hpp"

#include <QPalette>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr int goldenAngle = 137; ///< degrees: hues that follow each other lie far apart

MarkLook lookOf(const ReportRow& row) {
    return row.choice == extract::Choice::Accept   ? MarkLook::Accepted
           : row.choice == extract::Choice::Refuse ? MarkLook::Refused
                                                   : MarkLook::Open;
}

} // namespace

QColor colourOfKind(std::string_view kind, const QPalette& palette) {
    const auto& kinds = records::kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [kind](const auto& one) { return one.id == kind; });
    const int hue = int(found - kinds.begin()) * goldenAngle % 360;
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    return QColor::fromHsl(hue, isDark ? 110 : 190, isDark ? 70 : 210);
}

QTextCharFormat formatOf(MarkLook look, const QColor& colour, const QPalette& palette) {
    QTextCharFormat format;
    switch (look) {
    case MarkLook::Open:
        format.setBackground(colour);
        break;
    case MarkLook::Accepted:
        format.setBackground(colour);
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setFontWeight(QFont::Bold);
        break;
    case MarkLook::Refused:
        format.setFontStrikeOut(true);
        format.setForeground(palette.brush(QPalette::Disabled, QPalette::Text));
        break;
    case MarkLook::LeftOpen:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        break;
    }
    return format;
}

TextPositions::TextPositions(const QString& text) {
    std::size_t character = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++character)
        if (text[i].isHighSurrogate()) {
            m_pairs.push_back(character);
            ++i;
        }
}

int TextPositions::of(std::size_t character) const {
    return int(character) +
           int(std::lower_bound(m_pairs.begin(), m_pairs.end(), character) - m_pairs.begin());
}

std::size_t TextPositions::characterAt(int position) const {
    std::size_t character = std::size_t(position);
    for (const std::size_t pair : m_pairs) {
        if (pair + 1 > character)
            break;
        --character;
    }
    return character;
}

std::vector<ReportMark> marksOf(const ReportRows::Rows& rows,
                                const std::vector<extract::ReviewCells>& leftOpen,
                                const TextPositions& positions, const QPalette& palette) {
    std::vector<ReportMark> marks;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto& [first, end] : rows[i]->spans)
            marks.push_back({positions.of(first), positions.of(end), lookOf(*rows[i]),
                             colourOfKind(extract::cellOf(rows[i]->cells, "kind"), palette).rgb(),
                             int(i)});
    for (std::size_t i = 0; i < leftOpen.size(); ++i)
        for (const auto& [first, end] : extract::charactersOf(leftOpen[i]))
            marks.push_back(
                {positions.of(first), positions.of(end), MarkLook::LeftOpen, 0, int(i)});
    std::sort(marks.begin(), marks.end());
    return marks;
}

} // namespace terroir::viewer
