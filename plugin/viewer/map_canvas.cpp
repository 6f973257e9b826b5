#include "plugin/viewer/map_canvas.hpp"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QRubberBand>
#include <QWheelEvent>

#include <cmath>

namespace terroir::viewer {

namespace {

/// Of the canvas's size on each side, and at most that many pixels: room to move into.
constexpr double pictureMargin = 0.2;
constexpr int maxMargin = 240;
constexpr double wheelStep = 1.25; ///< a notch
constexpr double keyStep = 1.5;
constexpr double keyPan = 0.15; ///< of the canvas's size
constexpr int requestDelayMs = 30;
constexpr int rememberDelayMs = 600;
constexpr std::size_t longestHistory = 100;
constexpr std::size_t keptFrames = 2000;
constexpr double markerRadius = 9;

} // namespace

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setCursor(Qt::OpenHandCursor);
    grabGesture(Qt::PinchGesture);
    m_requestTimer.setSingleShot(true);
    m_requestTimer.setInterval(requestDelayMs);
    connect(&m_requestTimer, &QTimer::timeout, this,
            [this] { emit pictureRequested(pictureRequest()); });
    m_rememberTimer.setSingleShot(true);
    m_rememberTimer.setInterval(rememberDelayMs);
    connect(&m_rememberTimer, &QTimer::timeout, this, &MapCanvas::remember);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(
        tr("Arrow keys move the map, plus and minus enlarge and reduce it, Home shows all of it."));
}

void MapCanvas::setPainter(std::shared_ptr<const plugin::Painter> painter) {
    m_painter = std::move(painter);
    update();
}

void MapCanvas::setPicture(const Picture& picture) {
    m_picture = picture;
    m_notice.clear();
    m_isBusy = false;
    update();
}

void MapCanvas::setNotice(const QString& notice) {
    m_notice = notice;
    if (!notice.isEmpty())
        m_picture = {};
    update();
}

void MapCanvas::setOutline(gazetteer::UnitIndex unit, const QPainterPath& mercator) {
    m_outlines[unit] = mercator;
    update();
}

void MapCanvas::clearOutlines() {
    m_outlines.clear();
    update();
}

void MapCanvas::setBusy(bool isBusy) {
    if (std::exchange(m_isBusy, isBusy) != isBusy)
        update();
}

void MapCanvas::setSketch(std::shared_ptr<const GroundSketch> sketch) {
    m_sketch = std::move(sketch);
    m_pointer.reset();
    setRestingCursor();
    update();
}

void MapCanvas::setRestingCursor() {
    const bool isCross = m_sketch != nullptr || m_boxZoomOn || m_boxSelectOn;
    setCursor(isCross ? Qt::CrossCursor : Qt::OpenHandCursor);
}

void MapCanvas::setMarkers(std::vector<Marker> markers) {
    m_markers = std::move(markers);
    update();
}

QSize MapCanvas::pictureSize() const {
    const auto grown = [](int side) {
        return side + 2 * std::min(maxMargin, static_cast<int>(pictureMargin * side));
    };
    return {grown(width()), grown(height())};
}

PictureRequest MapCanvas::pictureRequest() const {
    return {m_view, pictureSize(), devicePixelRatioF()};
}

void MapCanvas::requestSoon() {
    // Not restarted: while the map keeps moving, pictures keep coming.
    if (!m_requestTimer.isActive())
        m_requestTimer.start();
}

void MapCanvas::changeView(const View& view) {
    if (view == m_view)
        return;
    setView(view);
    m_rememberTimer.start();
    emit viewChanged(m_view);
}

void MapCanvas::setView(const View& view) {
    if (view == m_view)
        return;
    m_view = view;
    m_fitted.reset();
    update();
    requestSoon();
}

void MapCanvas::remember() {
    m_rememberTimer.stop();
    if (m_historyAt >= 0 && m_history[static_cast<std::size_t>(m_historyAt)] == m_view)
        return;
    m_history.resize(static_cast<std::size_t>(m_historyAt + 1));
    m_history.push_back(m_view);
    if (m_history.size() > longestHistory)
        m_history.erase(m_history.begin());
    m_historyAt = static_cast<int>(m_history.size()) - 1;
    emit historyChanged();
}

void MapCanvas::showBox(const geometry::Box& box) {
    if (box.isEmpty())
        return;
    if (!isVisible()) {
        m_fitted = box;
        return;
    }
    if (m_rememberTimer.isActive())
        remember();
    View view = View::fitting(box, size());
    if (box.width() <= 0 && box.height() <= 0)
        view.metresPerPixel = m_view.metresPerPixel;
    changeView(view);
    remember();
    m_fitted = box;
}

void MapCanvas::zoomAt(double factor, QPointF pixel) {
    changeView(m_view.zoomed(factor, pixel, size()));
}

void MapCanvas::zoomIn() {
    zoomAt(keyStep, QRectF(rect()).center());
}

void MapCanvas::zoomOut() {
    zoomAt(1 / keyStep, QRectF(rect()).center());
}

void MapCanvas::back() {
    if (m_rememberTimer.isActive())
        remember();
    if (!hasBack())
        return;
    changeView(m_history[static_cast<std::size_t>(--m_historyAt)]);
    m_rememberTimer.stop();
    emit historyChanged();
}

void MapCanvas::forward() {
    if (!hasForward())
        return;
    changeView(m_history[static_cast<std::size_t>(++m_historyAt)]);
    m_rememberTimer.stop();
    emit historyChanged();
}

void MapCanvas::showAll() {
    if (m_picture.figures != nullptr)
        showBox(m_picture.figures->extent);
}

bool MapCanvas::event(QEvent* event) {
    if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (const auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture))) {
            zoomAt(pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(1 + gesture->value(), gesture->position());
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        emit hovered(m_view.toMercator(help->pos(), size()), help->globalPos());
        return true;
    }
    return QWidget::event(event);
}

void MapCanvas::paintEvent(QPaintEvent*) {
    QElapsedTimer timer;
    timer.start();
    QPainter painter(this);
    paintPicture(painter);
    if (m_picture.figures != nullptr) {
        painter.save(); // a scene counts on no brush
        paintOverlays(painter);
        painter.restore();
        paintFurniture(painter);
    } else if (!m_notice.isEmpty()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_notice);
    }
    if (m_isBusy) {
        const QString text = tr("Computing the map…");
        const QRect box = painter.fontMetrics().boundingRect(text).adjusted(-12, -6, 12, 6);
        const QRect place(QPoint((width() - box.width()) / 2, 10), box.size());
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(20, 60, 120, 220));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(place, 6, 6);
        painter.setPen(Qt::white);
        painter.drawText(place, Qt::AlignCenter, text);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    painter.end();
    if (m_frameTimes.size() >= keptFrames)
        m_frameTimes.clear();
    m_frameTimes.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

void MapCanvas::paintPicture(QPainter& painter) const {
    const QColor ground =
        m_picture.figures == nullptr ? palette().color(QPalette::Window) : QColor(238, 238, 236);
    if (m_picture.image.isNull()) {
        painter.fillRect(rect(), ground);
        return;
    }
    const QTransform transform = pictureTransform(m_picture.view, m_picture.size, m_view, size());
    const QRectF target = transform.mapRect(QRectF(QPointF(), QSizeF(m_picture.size)));
    if (!target.contains(QRectF(rect())))
        painter.fillRect(rect(), ground);
    if (std::abs(transform.m11() - 1) > 1e-9) {
        painter.drawImage(target, m_picture.image);
        return;
    }
    // Only moved: whole pixels are copied as they are.
    const double ratio = m_picture.image.devicePixelRatioF();
    painter.drawImage(
        QPointF(std::round(target.x() * ratio) / ratio, std::round(target.y() * ratio) / ratio),
        m_picture.image);
}

void MapCanvas::paintOverlays(QPainter& painter) const {
    const QSizeF size = this->size();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_outlines.empty()) {
        const QPointF origin = m_view.toPixel({0, 0}, size);
        const double scale = 1 / m_view.metresPerPixel;
        QPainterPath all; // at once: what two have in common is as dark as the rest
        for (const auto& [unit, outline] : m_outlines)
            all.addPath(outline);
        // Darkens the ground only: names and figures, which are darker, stay above the line.
        painter.save();
        painter.setBrush(Qt::NoBrush);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.setPen(QPen(QColor(70, 140, 245), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(QTransform(scale, 0, 0, -scale, origin.x(), origin.y()).map(all));
        painter.restore();
    }
    for (const Marker& marker : m_markers) {
        const QPointF at = m_view.toPixel(marker.at, size);
        if (!QRectF(rect()).adjusted(-80, -20, 80, 20).contains(at))
            continue;
        painter.setPen(QPen(Qt::white, 2));
        painter.setBrush(QColor(200, 60, 20));
        painter.drawEllipse(at, markerRadius, markerRadius);
        QFont font = this->font();
        font.setBold(true);
        painter.setFont(font);
        const QRectF text(at.x() + markerRadius + 4, at.y() - 12, 400, 24);
        const QRectF box =
            painter.fontMetrics().boundingRect(text.toRect(), Qt::AlignVCenter, marker.label);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, 225));
        painter.drawRoundedRect(box.adjusted(-3, -1, 3, 1), 3, 3);
        painter.setPen(QColor(28, 28, 30));
        painter.drawText(text, Qt::AlignVCenter, marker.label);
    }
    if (m_sketch != nullptr)
        m_sketch->paint(painter, m_view, size, m_pointer);
}

void MapCanvas::paintFurniture(QPainter& painter) {
    if (m_painter == nullptr)
        return;
    const MapFigures& figures = *m_picture.figures;
    const map::Scene scene = map::composeViewFurniture(
        figures.evaluated, *figures.contents->gazetteer, figures.approximate, m_view.port(size()),
        [this](std::string_view text, const map::TextStyle& style) {
            return m_painter->measure(text, style);
        });
    painter.save();
    painter.scale(1 / mmPerPixel, 1 / mmPerPixel);
    m_painter->paint(scene, painter);
    painter.restore();
}

void MapCanvas::resizeEvent(QResizeEvent*) {
    if (m_fitted) {
        m_view = View::fitting(*m_fitted, size());
        emit viewChanged(m_view);
    }
    requestSoon();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        zoomAt(std::pow(wheelStep, notches), event->position());
    event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    m_pressedAt = m_lastAt = event->position();
    m_hasMoved = false;
    const bool selects =
        m_sketch == nullptr && (m_boxSelectOn || (event->modifiers() & Qt::ControlModifier));
    const bool boxed =
        m_sketch == nullptr && (selects || m_boxZoomOn || (event->modifiers() & Qt::ShiftModifier));
    if (event->button() == Qt::LeftButton && boxed) {
        m_drag = selects ? Drag::Select : Drag::Box;
        if (m_band == nullptr)
            m_band = new QRubberBand(QRubberBand::Rectangle, this);
        m_band->setGeometry(QRect(event->position().toPoint(), QSize()));
        m_band->show();
    } else if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_drag = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::BackButton) {
        back();
    } else if (event->button() == Qt::ForwardButton) {
        forward();
    }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    emit pointerMoved(m_view.toMercator(event->position(), size()));
    if (m_sketch != nullptr) {
        m_pointer = m_view.toMercator(event->position(), size());
        update();
    }
    if (m_drag == Drag::None)
        return;
    m_hasMoved = m_hasMoved || (event->position() - m_pressedAt).manhattanLength() >=
                                   QApplication::startDragDistance();
    if (!m_hasMoved)
        return;
    if (m_drag == Drag::Pan)
        changeView(m_view.moved(event->position() - m_lastAt));
    else
        m_band->setGeometry(QRect(m_pressedAt.toPoint(), event->position().toPoint()).normalized());
    m_lastAt = event->position();
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(m_drag, Drag::None);
    setRestingCursor();
    if (drag == Drag::Box || drag == Drag::Select) {
        m_band->hide();
        const QRect box = m_band->geometry();
        if (m_hasMoved && box.width() > 4 && box.height() > 4) {
            const geometry::Point low = m_view.toMercator(box.bottomLeft(), size());
            const geometry::Point high = m_view.toMercator(box.topRight(), size());
            const geometry::Box mercator{low.x, low.y, high.x, high.y};
            if (drag == Drag::Select)
                emit boxSelected(mercator);
            else
                showBox(mercator);
            return;
        }
    }
    if (drag == Drag::None || m_hasMoved || event->button() != Qt::LeftButton)
        return;
    if (m_sketch != nullptr)
        emit cornerSet(m_view.toMercator(event->position(), size()));
    else if (const Marker* marker = markerAt(event->position()))
        emit markerClicked(marker->id);
    else if (drag == Drag::Select)
        emit toggled(m_view.toMercator(event->position(), size()));
    else
        emit clicked(m_view.toMercator(event->position(), size()));
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (m_sketch != nullptr)
        emit drawingEnded(); // the first click of the two has set the last corner
    else
        zoomAt(2, event->position());
}

const Marker* MapCanvas::markerAt(QPointF pixel) const {
    for (const Marker& marker : m_markers) {
        const QPointF distance = m_view.toPixel(marker.at, size()) - pixel;
        if (std::hypot(distance.x(), distance.y()) <= markerRadius + 2)
            return &marker;
    }
    return nullptr;
}

bool MapCanvas::drawByKey(int key) {
    if (m_sketch == nullptr)
        return false;
    if (key == Qt::Key_Space)
        emit cornerSet(m_view.centre);
    else if (key == Qt::Key_Backspace)
        emit cornerTakenBack();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        emit drawingEnded();
    else
        return false;
    return true;
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    if (drawByKey(event->key()))
        return;
    const double x = keyPan * width(), y = keyPan * height();
    switch (event->key()) {
    case Qt::Key_Left:
        return changeView(m_view.moved({x, 0}));
    case Qt::Key_Right:
        return changeView(m_view.moved({-x, 0}));
    case Qt::Key_Up:
        return changeView(m_view.moved({0, y}));
    case Qt::Key_Down:
        return changeView(m_view.moved({0, -y}));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit clicked(m_view.centre);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (m_sketch != nullptr)
        return emit drawingEnded();
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = isKey ? rect().center() : event->pos();
    emit menuWanted(m_view.toMercator(at, size()), mapToGlobal(at));
}

void MapCanvas::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
    emit focused();
}

} // namespace terroir::viewer
