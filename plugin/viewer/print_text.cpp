#include "plugin/viewer/print_text.hpp"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPrinter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <vector>

namespace terroir::viewer {

namespace {

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

/// From the first piece of each page to that of the next one; a piece higher than a page is cut.
std::vector<TextPage> pagesOf(const std::vector<TextPiece>& pieces, double height) {
    std::vector<TextPage> pages;
    for (std::size_t first = 0; first < pieces.size();) {
        const TextStrip& header = pieces[first].header;
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

} // namespace

bool printText(QTextDocument& text, const QString& footer, QPrinter& printer) {
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    text.documentLayout()->setPaintDevice(&printer);
    text.setDocumentMargin(0);
    const QRectF sheet = printer.pageLayout().paintRectPixels(printer.resolution());
    painter.setFont(text.defaultFont());
    const double line = painter.fontMetrics().lineSpacing();
    text.setTextWidth(sheet.width());
    const double pixel = printer.resolution() / 96.0;
    const std::vector<TextPage> pages =
        pagesOf(piecesOf(text, 4 * pixel), sheet.height() - 2 * line);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !printer.newPage())
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
