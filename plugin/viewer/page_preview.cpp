#include "plugin/viewer/page_preview.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace terroir::viewer {

PagePreview::PagePreview(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
}

void PagePreview::showPage(ShownPage page) {
    m_shown = std::move(page);
    letGo();
    m_pointed.reset();
    setToolTip(m_shown.parts.empty()
                   ? QString()
                   : tr("Drag the legend, and what stands beside it, to another side of the map"));
    update();
}

QRectF PagePreview::sheet() const {
    if (m_shown.image.isNull())
        return {};
    const QSizeF size = QSizeF(m_shown.image.size()).scaled(this->size(), Qt::KeepAspectRatio);
    return {(width() - size.width()) / 2, (height() - size.height()) / 2, size.width(),
            size.height()};
}

QPointF PagePreview::toWidget(geometry::Point mm) const {
    const QRectF on = sheet();
    return {on.left() + mm.x / m_shown.page.widthMm * on.width(),
            on.top() + mm.y / m_shown.page.heightMm * on.height()};
}

geometry::Point PagePreview::toPage(QPointF pixel) const {
    const QRectF on = sheet();
    return {(pixel.x() - on.left()) / on.width() * m_shown.page.widthMm,
            (pixel.y() - on.top()) / on.height() * m_shown.page.heightMm};
}

QRectF PagePreview::toWidget(const geometry::Box& mm) const {
    return {toWidget(geometry::Point{mm.minX, mm.minY}),
            toWidget(geometry::Point{mm.maxX, mm.maxY})};
}

/// The smallest.
const map::PlacedPart* PagePreview::partAt(QPointF pixel) const {
    const map::PlacedPart* hit = nullptr;
    const auto sizeOf = [](const geometry::Box& box) { return box.width() * box.height(); };
    for (const map::PlacedPart& part : m_shown.parts)
        if (toWidget(part.mm).contains(pixel) &&
            (hit == nullptr || sizeOf(part.mm) < sizeOf(hit->mm)))
            hit = &part;
    return hit;
}

void PagePreview::point(QPointF pixel) {
    const map::PlacedPart* const part = partAt(pixel);
    m_pointed = part == nullptr ? std::nullopt : std::optional(*part);
    setCursor(part == nullptr ? Qt::ArrowCursor : Qt::OpenHandCursor);
    update();
}

void PagePreview::letGo() {
    m_isDragged = false;
    m_places.clear();
    setCursor(m_pointed ? Qt::OpenHandCursor : Qt::ArrowCursor);
    update();
}

void PagePreview::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    point(event->position());
    if (!m_pointed)
        return;
    m_isDragged = true;
    m_from = m_at = event->position();
    m_places = map::placesFor(m_pointed->part, m_shown.page, m_shown.parts);
    setCursor(Qt::ClosedHandCursor);
    update();
}

void PagePreview::mouseMoveEvent(QMouseEvent* event) {
    if (!m_isDragged)
        return point(event->position());
    m_at = event->position();
    update();
}

void PagePreview::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_isDragged || event->button() != Qt::LeftButton)
        return;
    m_at = event->position();
    const bool isMoved = (m_at - m_from).manhattanLength() >= QApplication::startDragDistance();
    const map::PartPlace* const place = isMoved ? map::placeAt(m_places, toPage(m_at)) : nullptr;
    const std::optional<map::Layout> layout =
        place == nullptr ? std::nullopt : std::optional(place->layout);
    letGo();
    if (layout && *layout != m_shown.page.layout)
        emit moved(*layout);
}

void PagePreview::keyPressEvent(QKeyEvent* event) {
    if (m_isDragged && event->key() == Qt::Key_Escape)
        return letGo();
    QWidget::keyPressEvent(event);
}

void PagePreview::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m_isDragged)
        return;
    m_pointed.reset();
    update();
}

void PagePreview::paintEvent(QPaintEvent*) {
    if (m_shown.image.isNull())
        return;
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    const QRectF on = sheet();
    painter.drawImage(on, m_shown.image.scaled((on.size() * ratio).toSize(), Qt::IgnoreAspectRatio,
                                               Qt::SmoothTransformation));
    if (!m_pointed)
        return;
    const QColor mark = palette().color(QPalette::Highlight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mark, 1.5, Qt::DashLine));
    const QRectF part = toWidget(m_pointed->mm);
    if (!m_isDragged)
        return painter.drawRect(part);
    const map::PartPlace* const chosen = map::placeAt(m_places, toPage(m_at));
    for (const map::PartPlace& place : m_places) {
        QColor fill = mark;
        fill.setAlpha(&place == chosen ? 90 : 25);
        painter.setBrush(fill);
        painter.drawRect(toWidget(place.mm));
    }
    QColor fill = mark;
    fill.setAlpha(60);
    painter.setBrush(fill);
    painter.setPen(QPen(mark, 1.5));
    painter.drawRect(part.translated(m_at - m_from));
}

} // namespace terroir::viewer
