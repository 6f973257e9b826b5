#include "core/boundaries/boundaries.hpp"
#include "core/store/workspace_file.hpp"
#include "plugin/viewer/main_window.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>
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

/// Notes the longest that the handling of one event worked.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (QThread::currentThread() != thread() || m_isInside || !isWatching)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        const double began = threadMs();
        const bool result = QApplication::notify(receiver, event);
        if (const double took = threadMs() - began; took > longestMs) {
            longestMs = took;
            what = QStringLiteral("%1 for %2")
                       .arg(int(event->type()))
                       .arg(QLatin1String(receiver->metaObject()->className()));
        }
        m_isInside = false;
        return result;
    }
    bool isWatching = false;
    double longestMs = 0;
    QString what; ///< event type and receiver

private:
    bool m_isInside = false;
};

} // namespace

class TestEventLoop final : public QObject {
    Q_OBJECT
private slots:
    void the_window_answers_while_every_commune_of_the_country_is_drawn() {
        Sandbox sandbox;
        MainWindow window(sandbox.desk());
        window.resize(1366, 768);
        window.show();
        MainWindow::Start start;
        start.theme = QStringLiteral("models");
        start.asOf = QStringLiteral("2022-12-31");
        window.setStart(start);
        sandbox.desk().open(sandbox.path(QStringLiteral("terroir.sqlite")).toStdString());
        QSignalSpy pictures(&window.mapArea(), &MapPane::pictureShown);
        QVERIFY(pictures.wait(60'000));
        MapSpec spec = sandbox.desk().spec(0);
        spec.settings.within = theme::Settings::country;
        QCoreApplication::processEvents();

        auto& application = *static_cast<WatchedApplication*>(qApp);
        application.isWatching = true;
        sandbox.desk().change(0, spec, QStringLiteral("all"));
        MapCanvas& canvas = window.mapArea().canvas(0);
        const QPointF middle(canvas.width() / 2.0, canvas.height() / 2.0);
        for (int i = 0; i < 60; ++i) {
            QWheelEvent event(middle, canvas.mapToGlobal(middle), {}, {0, i < 30 ? 60 : -60},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&canvas, &event);
            QTest::qWait(16);
        }
        QVERIFY(pictures.wait(60'000) || !pictures.isEmpty());
        application.isWatching = false;
        QVERIFY(application.longestMs > 0);
        qInfo("the longest event took %.1f ms of work: %s", application.longestMs,
              qPrintable(application.what));
        QVERIFY2(application.longestMs < 50, qPrintable(application.what));
    }
};

} // namespace terroir::viewer

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    terroir::viewer::WatchedApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("terroir-test"));
    terroir::viewer::TestEventLoop test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_event_loop.moc"
