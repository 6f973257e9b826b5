#include "plugin/thematic/text_font.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/thematic/colour.hpp"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPen>

#include <initializer_list>

namespace terroir::thematic {

namespace {

constexpr int referencePixels = 1000;
constexpr double haloPixels = 24;
constexpr double mmPerPoint = 25.4 / 72.0;

QString installedFamily() {
    for (const char* family : {"Open Sans", "Noto Sans", "DejaVu Sans"})
        if (QFontInfo(QFont(QString::fromLatin1(family))).family() == QLatin1String(family))
            return QString::fromLatin1(family);
    throw InputError(localText(
        "Không tìm thấy phông chữ có đủ chữ tiếng Việt; hãy cài gói Debian fonts-open-sans.",
        "No font with the Vietnamese letters was found; install the Debian package "
        "fonts-open-sans."));
}

double scaleOf(const map::TextStyle& style) {
    return style.sizePt * mmPerPoint / referencePixels;
}

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

TextFont::TextFont() {
    const QString family = installedFamily();
    for (const bool bold : {false, true}) {
        for (const bool italic : {false, true}) {
            QFont font(family);
            font.setPixelSize(referencePixels);
            font.setBold(bold);
            font.setItalic(italic);
            font.setHintingPreference(QFont::PreferNoHinting);
            m_faces[bold][italic] = font;
        }
    }
}

const QFont& TextFont::face(const map::TextStyle& style) const {
    return m_faces[style.bold][style.italic];
}

double TextFont::widthOf(std::string_view text, const map::TextStyle& style) const {
    return m_widths[style.bold][style.italic].of(text, [&](std::string_view line) {
        return QFontMetricsF(face(style)).horizontalAdvance(toQString(line));
    });
}

map::TextExtent TextFont::measure(std::string_view text, const map::TextStyle& style) const {
    const QFontMetricsF metrics(face(style));
    const double scale = scaleOf(style);
    return {widthOf(text, style) * scale, metrics.ascent() * scale, metrics.descent() * scale};
}

double TextFont::startOf(const map::TextItem& item) const {
    if (item.align == map::Align::Left)
        return 0;
    const double width = widthOf(item.text, item.style);
    return item.align == map::Align::Centre ? -width / 2 : -width;
}

void TextFont::paintText(QPainter& painter, const map::TextItem& item) const {
    const double scale = scaleOf(item.style);
    painter.save();
    painter.translate(item.at.x, item.at.y);
    painter.scale(scale, scale);
    painter.setFont(face(item.style));
    painter.setPen(toQColor(item.colour));
    painter.drawText(QPointF(startOf(item), 0), toQString(item.text));
    painter.restore();
}

void TextFont::paintHalo(QPainter& painter, const map::TextItem& item) const {
    if (item.halo.a == 0 || item.haloMm <= 0)
        return;
    QPainterPath outline;
    outline.addText(startOf(item), 0, face(item.style), toQString(item.text));
    // Polygons as coarse as letters of `haloPixels`: a halo needs no curves, and stroking them
    // takes longer than all else on the map.
    const QList<QPolygonF> rings = outline.toSubpathPolygons(
        QTransform::fromScale(haloPixels / referencePixels, haloPixels / referencePixels));
    const double scale = scaleOf(item.style) * referencePixels / haloPixels;
    painter.save();
    painter.translate(item.at.x, item.at.y);
    painter.scale(scale, scale);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(toQColor(item.halo), 2 * item.haloMm / scale, Qt::SolidLine, Qt::RoundCap,
                        Qt::BevelJoin));
    for (const QPolygonF& ring : rings)
        painter.drawPolygon(ring);
    painter.restore();
}

} // namespace terroir::thematic
