#pragma once

#include "core/extract/row_parts.hpp"
#include "plugin/viewer/report_rows.hpp"

#include <QColor>
#include <QString>
#include <QTextCharFormat>

#include <compare>
#include <string_view>
#include <vector>

class QPalette;

namespace terroir::viewer {

/// How phrases of a report look: a colour a kind; underlined when accepted, struck out when
/// refused, dotted where it is not known what is counted. Never by the colour alone.
enum class MarkLook { Open, Accepted, Refused, LeftOpen };

/// The same for one kind each time, to be read on the palette's base.
QColor colourOfKind(std::string_view kind, const QPalette& palette);
QTextCharFormat formatOf(MarkLook look, const QColor& colour, const QPalette& palette);

/// A phrase of the text; positions as of Qt.
struct ReportMark {
    int first = 0, end = 0;
    MarkLook look = MarkLook::Open;
    QRgb colour = 0;
    int row = -1; ///< of the rows, or of what is left open
    auto operator<=>(const ReportMark&) const = default;
};

/// Positions of Qt (units of UTF-16) for characters, as the core counts.
class TextPositions {
public:
    TextPositions() = default;
    explicit TextPositions(const QString& text);
    int of(std::size_t character) const;
    std::size_t characterAt(int position) const;

private:
    std::vector<std::size_t> m_pairs; ///< characters that are two units, ascending
};

/// In the order of the text.
std::vector<ReportMark> marksOf(const ReportRows::Rows& rows,
                                const std::vector<extract::ReviewCells>& leftOpen,
                                const TextPositions& positions, const QPalette& palette);

} // namespace terroir::viewer
