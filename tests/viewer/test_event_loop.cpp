#include "core/boundaries/boundaries.hpp"
#include "core/store/workspace.hpp"
#include "plugin/viewer/main_window.hpp"
#include "tests/viewer/desk.hpp"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QWheelEvent>

#include <ctime>

namespace terroir::viewer {

namespace {

/// Milliseconds of work of this thread: what others do on the processors does not count.
double threadMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The longest that one round of the event loop worked.
class LoopWatch final : public QObject {
public:
    LoopWatch() {
        QAbstractEventDispatcher* loop = QAbstractEventDispatcher::instance();
        connect(loop, &QAbstractEventDispatcher::awake, this, [this] { m_began = threadMs(); });
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_began > 0)
                m_longest = std::max(m_longest, threadMs() - m_began);
            m_began = 0;
        });
    }
    double longestMs() const { return m_longest; }

private:
    double m_began = 0, m_longest = 0;
};

} // namespace

class TestEventLoop final : public QObject {
    Q_OBJECT
private slots:
    void the_window_answers_while_every_commune_of_the_country_is_drawn() {
        Desk desk;
        MainWindow window(desk.workbench());
        window.resize(1366, 768);
        window.show();
        MainWindow::Start start;
        start.theme = QStringLiteral("models");
        start.asOf = QStringLiteral("2022-12-31");
        window.setStart(start);
        desk.workbench().open(desk.path(QStringLiteral("terroir.sqlite")).toStdString());
        QSignalSpy pictures(&window.mapArea(), &MapArea::pictureShown);
        QVERIFY(pictures.wait(60'000));
        MapSpec spec = desk.workbench().spec(0);
        spec.choice.within = session::ThemeChoice::country;
        QCoreApplication::processEvents();

        const LoopWatch watch;
        desk.workbench().change(0, spec, QStringLiteral("all"));
        MapCanvas& canvas = window.mapArea().canvas(0);
        const QPointF middle(canvas.width() / 2.0, canvas.height() / 2.0);
        for (int i = 0; i < 60; ++i) {
            QWheelEvent event(middle, canvas.mapToGlobal(middle), {}, {0, i < 30 ? 60 : -60},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&canvas, &event);
            QTest::qWait(16);
        }
        QVERIFY(pictures.wait(60'000) || !pictures.isEmpty());
        qInfo("longest round of the event loop: %.1f ms of work", watch.longestMs());
        QVERIFY2(watch.longestMs() < 50, qPrintable(QString::number(watch.longestMs())));
    }
};

} // namespace terroir::viewer

using terroir::viewer::TestEventLoop;
TERROIR_VIEWER_TEST_MAIN(TestEventLoop)
#include "test_event_loop.moc"
