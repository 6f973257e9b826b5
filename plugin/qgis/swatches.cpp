#include "plugin/qgis/swatches.hpp"

#include <QPainter>
#include <QPixmap>

namespace terroir::qgis {

QIcon swatchesOf(const theme::Palette& palette) {
    constexpr int count = 6;
    QPixmap pixmap(swatchSize);
    QPainter painter(&pixmap);
    const std::vector<Colour> colours = theme::sample(palette, count);
    const int width = swatchSize.width() / count;
    for (int i = 0; i < count; ++i) {
        const Colour& colour = colours[std::size_t(i)];
        painter.fillRect(i * width, 0, width, swatchSize.height(),
                         QColor(colour.r, colour.g, colour.b));
    }
    return pixmap;
}

} // namespace terroir::qgis
