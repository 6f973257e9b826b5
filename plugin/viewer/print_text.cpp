#include "plugin/viewer/print_text.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"

#include <QAbstractTextDocumentLayout>
#include <QFontMetrics>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <vector>

namespace terroir::viewer {

namespace {

constexpr int leastLines = 6; ///< that a page must have room for, and as wide

/// A part of the text, from edge to edge: a paragraph or a row.
struct TextStrip {
    double top = 0, bottom = 0;
};

/// What is not cut at the foot of a page.
struct TextPiece {
    TextStrip strip;
    bool staysWithNext = false;
    TextStrip header; ///< of the table, where the piece is a row below it; else empty
};

struct TextPage {
    TextStrip strip, header;
};

double topOfRow(const QTextTable& table, int row, const QAbstractTextDocumentLayout& layout) {
    double top = layout.frameBoundingRect(const_cast<QTextTable*>(&table)).bottom();
    for (int column = 0; row < table.rows() && column < table.columns(); ++column) {
        const QTextBlock first = table.cellAt(row, column).firstCursorPosition().block();
        top = std::min(top, layout.blockBoundingRect(first).top());
    }
    return top;
}

void addTable(std::vector<TextPiece>& pieces, const QTextTable& table,
              const QAbstractTextDocumentLayout& layout, double padding) {
    const auto top = [&](int row) {
        return topOfRow(table, row, layout) - (row < table.rows() ? padding : 0);
    };
    const TextStrip header{top(0), top(1)};
    pieces.push_back({header, true, {}});
    for (int row = 1; row < table.rows(); ++row)
        pieces.push_back({{top(row), top(row + 1)}, false, header});
}

std::vector<TextPiece> piecesOf(const QTextDocument& text, double padding) {
    const QAbstractTextDocumentLayout& layout = *text.documentLayout();
    std::vector<TextPiece> pieces;
    for (auto at = text.rootFrame()->begin(); !at.atEnd(); ++at) {
        if (const auto* table = qobject_cast<const QTextTable*>(at.currentFrame())) {
            addTable(pieces, *table, layout, padding);
        } else if (at.currentBlock().isValid()) {
            const QRectF box = layout.blockBoundingRect(at.currentBlock());
            pieces.push_back({{box.top(), box.bottom()},
                              at.currentBlock().blockFormat().headingLevel() > 0,
                              {}});
        }
    }
    return pieces;
}

/// From the first piece of each page to that of the next one; a piece higher than a page is cut. A
/// header that leaves less than half of the page, whose height is above 0, is not repeated.
std::vector<TextPage> pagesOf(const std::vector<TextPiece>& pieces, double height) {
    std::vector<TextPage> pages;
    for (std::size_t first = 0; first < pieces.size();) {
        TextStrip header = pieces[first].header;
        if (header.bottom - header.top > height / 2)
            header = {};
        const double room = height - (header.bottom - header.top);
        double top = pieces[first].strip.top;
        std::size_t end = first;
        while (end < pieces.size() && pieces[end].strip.bottom - top <= room)
            ++end;
        std::size_t kept = end;
        while (end < pieces.size() && kept > first && pieces[kept - 1].staysWithNext)
            --kept;
        if (kept > first)
            end = kept;
        if (end > first) {
            pages.push_back({{top, pieces[end - 1].strip.bottom}, header});
            first = end;
            continue;
        }
        for (; top < pieces[first].strip.bottom; top += room)
            pages.push_back({{top, std::min(top + room, pieces[first].strip.bottom)}, header});
        ++first;
    }
    return pages;
}

void drawStrip(QPainter& painter, const QTextDocument& text, const TextStrip& strip, double at,
               double width) {
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    context.palette.setColor(QPalette::Link, Qt::black);
    const double line = 1.5 * painter.device()->logicalDpiY() / 96; // the lower edge of a row
    context.clip = {0, strip.top, width, strip.bottom - strip.top + line};
    painter.save();
    painter.translate(0, at - strip.top);
    painter.setClipRect(context.clip);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
}

void requireRoom(const QPagedPaintDevice& paper, const QRectF& sheet, double line) {
    if (sheet.height() >= leastLines * line && sheet.width() >= leastLines * line)
        return;
    const QSizeF size = paper.pageLayout().fullRect(QPageLayout::Millimeter).size();
    throw InputError(
        localText("Giấy {} × {} mm không đủ chỗ cho vài dòng chữ; hãy chọn khổ giấy lớn hơn.",
                  "Paper of {} × {} mm has no room for some lines of text; choose a larger one.",
                  numberText(size.width(), 1), numberText(size.height(), 1)));
}

} // namespace

bool printText(QTextDocument& text, const QString& footer, QPagedPaintDevice& paper) {
    const int dpi = paper.logicalDpiY();
    const QRectF sheet = paper.pageLayout().paintRectPixels(dpi);
    const double line = QFontMetrics(text.defaultFont(), &paper).lineSpacing();
    requireRoom(paper, sheet, line);
    QPainter painter;
    if (!painter.begin(&paper))
        return false;
    text.documentLayout()->setPaintDevice(&paper);
    text.setDocumentMargin(0);
    painter.setFont(text.defaultFont());
    text.setTextWidth(sheet.width());
    const double pixel = dpi / 96.0;
    const std::vector<TextPage> pages =
        pagesOf(piecesOf(text, 4 * pixel), sheet.height() - 2 * line);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !paper.newPage())
            return false;
        const TextPage& page = pages[i];
        drawStrip(painter, text, page.header, 0, sheet.width());
        drawStrip(painter, text, page.strip, page.header.bottom - page.header.top, sheet.width());
        const QRectF foot(0, sheet.height() - line, sheet.width(), line);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, footer);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1/%2").arg(i + 1).arg(pages.size()));
    }
    return painter.end();
}

} // namespace terroir::viewer
