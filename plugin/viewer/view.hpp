#pragma once

#include "core/map/compose_view.hpp"

#include <QPointF>
#include <QSize>
#include <QTransform>

namespace terroir::viewer {

/// Millimetres of the screen for a logical pixel (96 to the inch).
inline constexpr double mmPerPixel = 25.4 / 96;

/// Which part of the world a widget shows: north up, EPSG:3857, logical pixels from the upper left.
struct View {
    geometry::Point centre;
    double metresPerPixel = 1000;

    geometry::Point toMercator(QPointF pixel, QSizeF size) const;
    QPointF toPixel(geometry::Point mercator, QSizeF size) const;
    geometry::Box box(QSizeF size) const;
    map::ViewPort port(QSizeF size) const;
    /// The view that shows the whole box with a margin.
    static View fitting(const geometry::Box& box, QSizeF size);
    /// Enlarged by `factor` so that what lies under `pixel` stays there; within sensible limits.
    View zoomed(double factor, QPointF pixel, QSizeF size) const;
    View moved(QPointF pixels) const;
    bool operator==(const View&) const = default;
};

/// From the pixels of a picture made for `from` to those of a widget that shows `to`.
QTransform pictureTransform(const View& from, QSizeF fromSize, const View& to, QSizeF toSize);

} // namespace terroir::viewer
