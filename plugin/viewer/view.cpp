#include "plugin/viewer/view.hpp"

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr double finest = 0.25, coarsest = 12'000; ///< metres per pixel
constexpr double fitMargin = 1.06;

} // namespace

geometry::Point View::toMercator(QPointF pixel, QSizeF size) const {
    return {centre.x + (pixel.x() - size.width() / 2) * metresPerPixel,
            centre.y - (pixel.y() - size.height() / 2) * metresPerPixel};
}

QPointF View::toPixel(geometry::Point mercator, QSizeF size) const {
    return {size.width() / 2 + (mercator.x - centre.x) / metresPerPixel,
            size.height() / 2 - (mercator.y - centre.y) / metresPerPixel};
}

geometry::Box View::box(QSizeF size) const {
    const geometry::Point low = toMercator({0, size.height()}, size);
    const geometry::Point high = toMercator({size.width(), 0}, size);
    return {low.x, low.y, high.x, high.y};
}

map::ViewPort View::port(QSizeF size) const {
    return {centre, metresPerPixel / mmPerPixel, size.width() * mmPerPixel,
            size.height() * mmPerPixel};
}

View View::fitting(const geometry::Box& box, QSizeF size) {
    const double width = std::max(1.0, size.width()), height = std::max(1.0, size.height());
    const double metres = fitMargin * std::max(box.width() / width, box.height() / height);
    return {{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2},
            std::clamp(metres, finest, coarsest)};
}

View View::zoomed(double factor, QPointF pixel, QSizeF size) const {
    const geometry::Point fixed = toMercator(pixel, size);
    View view{centre, std::clamp(metresPerPixel / factor, finest, coarsest)};
    view.centre.x = fixed.x - (pixel.x() - size.width() / 2) * view.metresPerPixel;
    view.centre.y = fixed.y + (pixel.y() - size.height() / 2) * view.metresPerPixel;
    return view;
}

View View::moved(QPointF pixels) const {
    return {{centre.x - pixels.x() * metresPerPixel, centre.y + pixels.y() * metresPerPixel},
            metresPerPixel};
}

QTransform pictureTransform(const View& from, QSizeF fromSize, const View& to, QSizeF toSize) {
    const double scale = from.metresPerPixel / to.metresPerPixel;
    const QPointF origin = to.toPixel(from.toMercator({0, 0}, fromSize), toSize);
    return {scale, 0, 0, scale, origin.x(), origin.y()};
}

} // namespace terroir::viewer
