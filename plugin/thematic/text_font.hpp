#pragma once

#include "core/theme/scene.hpp"

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

    theme::TextExtent measure(std::string_view text, const theme::TextStyle& style) const;
    /// Paints one line, in millimetres: a halo as a stroked outline beneath, then the text as text.
    void paint(QPainter& painter, const theme::TextItem& item) const;

private:
    const QFont& face(const theme::TextStyle& style) const;

    QFont m_faces[2][2]; ///< [bold][italic]
};

} // namespace terroir::thematic
