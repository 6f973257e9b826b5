#pragma once

#include <QFocusFrame>

namespace terroir::viewer {

/// A line around what has the keyboard, while a person goes from one to the next with Tab; gone
/// when the mouse is used.
class FocusRing final : public QFocusFrame {
    Q_OBJECT
public:
    explicit FocusRing(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(QWidget* focused);

    QWidget* m_window;
    bool m_isByKeys = false;
};

} // namespace terroir::viewer
