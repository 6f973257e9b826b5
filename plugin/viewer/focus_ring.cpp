#include "plugin/viewer/focus_ring.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <utility>

namespace terroir::viewer {

FocusRing::FocusRing(QWidget* window) : QFocusFrame(window), m_window(window) {
    setObjectName(QStringLiteral("focusRing"));
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* focused) { follow(focused); });
}

void FocusRing::follow(QWidget* focused) {
    const bool isOurs = focused != nullptr && focused->window() == m_window;
    setWidget(m_isByKeys && isOurs ? focused : nullptr);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        m_isByKeys = m_isByKeys || key == Qt::Key_Tab || key == Qt::Key_Backtab;
    } else if (event->type() == QEvent::MouseButtonPress && std::exchange(m_isByKeys, false)) {
        setWidget(nullptr);
    }
    return QFocusFrame::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(QPen(QColor(20, 90, 200), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace terroir::viewer
