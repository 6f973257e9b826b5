#pragma once

#include "core/base/remembered.hpp"
#include "core/map/scene.hpp"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QString>

namespace terroir::thematic {

/// The font of every map, in the four faces that scenes use. It is measured and painted at one
/// large reference size and scaled from there, without hinting, so that a line of text is equally
/// wide, to a fraction of a per cent, in the layout, in a picture of any resolution and in a PDF.
class TextFont {
public:
    /// The first family that is installed of Open Sans, Noto Sans and DejaVu Sans, all of which
    /// have every Vietnamese letter; InputError naming the package to install when there is none.
    TextFont();

    map::TextExtent measure(std::string_view text, const map::TextStyle& style) const;
    /// Paints one line as text, in millimetres.
    void paintText(QPainter& painter, const map::TextItem& item) const;
    /// What lies beneath it: the outline of its letters, stroked. Nothing without a halo.
    void paintHalo(QPainter& painter, const map::TextItem& item) const;

private:
    const QFont& face(const map::TextStyle& style) const;
    /// In reference pixels. A layout asks for the same words at one size after another, and Qt
    /// loads each letter of this size anew.
    double widthOf(std::string_view text, const map::TextStyle& style) const;
    /// Where the line begins, in reference pixels from its anchor.
    double startOf(const map::TextItem& item) const;

    QFont m_faces[2][2];                       ///< [bold][italic]
    mutable Remembered<double> m_widths[2][2]; ///< the same
};

} // namespace terroir::thematic
