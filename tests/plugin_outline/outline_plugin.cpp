#include "outline_plugin.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

namespace outline {

namespace map = terroir::map;

namespace {

constexpr int referencePixels = 100;

QFont referenceFont() {
    QFont font(QStringLiteral("Open Sans"));
    font.setPixelSize(referencePixels);
    return font;
}

double scaleOf(const map::TextStyle& style) {
    return style.sizePt * 25.4 / 72 / referencePixels;
}

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// How much of a line of text stands before its anchor.
double shareBefore(map::Align align) {
    switch (align) {
    case map::Align::Left:
        return 0;
    case map::Align::Centre:
        return 0.5;
    case map::Align::Right:
        return 1;
    }
    return 0;
}

class OutlinePainter final : public terroir::plugin::Painter {
public:
    map::TextExtent measure(std::string_view text, const map::TextStyle& style) const override {
        const QFontMetricsF metrics(referenceFont());
        const double scale = scaleOf(style);
        return {metrics.horizontalAdvance(toQString(text)) * scale, metrics.ascent() * scale,
                metrics.descent() * scale};
    }

    void paint(const map::Scene& scene, QPainter& painter) const override {
        painter.setRenderHint(QPainter::Antialiasing);
        for (const map::Group& group : scene.groups)
            for (const map::Item& item : group.items)
                std::visit([&](const auto& kind) { paintItem(kind, painter); }, item);
    }

private:
    static void paintItem(const map::PathItem& item, QPainter& painter) {
        painter.setPen(QPen(Qt::black, 0.2));
        for (const auto& ring : item.rings) {
            QPolygonF line;
            for (const auto& point : ring)
                line << QPointF(point.x, point.y);
            painter.drawPolyline(line);
        }
    }
    static void paintItem(const map::CircleItem& item, QPainter& painter) {
        painter.setPen(QPen(Qt::black, 0.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(item.centre.x, item.centre.y), item.radiusMm, item.radiusMm);
    }
    void paintItem(const map::TextItem& item, QPainter& painter) const {
        const double width = measure(item.text, item.style).widthMm;
        painter.save();
        painter.translate(item.at.x - shareBefore(item.align) * width, item.at.y);
        painter.scale(scaleOf(item.style), scaleOf(item.style));
        painter.setFont(referenceFont());
        painter.setPen(Qt::black);
        painter.drawText(QPointF(), toQString(item.text));
        painter.restore();
    }
};

} // namespace

std::vector<terroir::plugin::PainterInfo> OutlinePlugin::painters() const {
    return {{QStringLiteral("outline"), QStringLiteral("Nét vẽ"), QStringLiteral("Pen drawing")}};
}

std::unique_ptr<terroir::plugin::Painter> OutlinePlugin::create(const QString& id) const {
    if (id != QLatin1String("outline"))
        return nullptr;
    return std::make_unique<OutlinePainter>();
}

} // namespace outline
