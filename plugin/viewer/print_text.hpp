#pragma once

#include <QString>

class QPagedPaintDevice;
class QTextDocument;

namespace terroir::viewer {

/// Rich text on the pages of a printer or a PDF: a row of a table is on one page, unless it is
/// higher; the header of a table stands on each page that it goes on to; a heading stays with what
/// it is of. Below each page: `footer`, and its number of how many. Black, whatever colours the
/// window has. Any thread. False when the printer does not take it; InputError for a paper that is
/// smaller than some lines.
bool printText(QTextDocument& text, const QString& footer, QPagedPaintDevice& paper);

} // namespace terroir::viewer
