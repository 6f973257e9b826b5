#include "core/base/error.hpp"
#include "plugin/viewer/job_runner.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

namespace terroir::viewer {

class TestJobRunner final : public QObject {
    Q_OBJECT
private slots:
    void what_a_finished_job_starts_runs_once_and_after_it() {
        JobRunner jobs;
        std::atomic<int> second = 0, third = 0;
        QStringList order;
        jobs.start(
            QStringLiteral("first"), [](const Progress&) {},
            [&](const QString&) {
                order << QStringLiteral("first");
                jobs.start(
                    QStringLiteral("second"), [&](const Progress&) { ++second; },
                    [&](const QString&) {
                        order << QStringLiteral("second");
                        jobs.start(
                            QStringLiteral("third"), [&](const Progress&) { ++third; },
                            [&](const QString&) { order << QStringLiteral("third"); });
                    });
            });
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(order, (QStringList{QStringLiteral("first"), QStringLiteral("second"),
                                     QStringLiteral("third")}));
        QCOMPARE(second.load(), 1);
        QCOMPARE(third.load(), 1);
    }

    void a_failure_is_told_and_the_next_job_runs() {
        JobRunner jobs;
        QString failure, after = QStringLiteral("not yet");
        jobs.start(
            QStringLiteral("bad"),
            [](const Progress&) {
                throw InputError(LocalText{"Trời mưa.", "It is raining."});
            },
            [&](const QString& why) { failure = why; });
        jobs.start(QStringLiteral("worse"), [](const Progress&) { throw std::bad_alloc(); }, {});
        jobs.start(
            QStringLiteral("good"), [](const Progress&) {},
            [&](const QString& why) { after = why; });
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(failure, QStringLiteral("It is raining."));
        QCOMPARE(after, QString());
    }

    void cancelling_stops_the_job_under_way_and_no_other() {
        JobRunner jobs;
        QString stopped;
        bool wentOn = false;
        QSignalSpy progressed(&jobs, &JobRunner::progressed);
        jobs.start(
            QStringLiteral("long"),
            [](const Progress& progress) {
                while (progress(0.5, {"đang đi", "walking"}))
                    QThread::msleep(1);
                throw Error(LocalText{"Dừng giữa chừng.", "Stopped half-way."});
            },
            [&](const QString& why) { stopped = why; });
        jobs.start(QStringLiteral("next"),
                   [&](const Progress& progress) { wentOn = progress(1, {}); }, {});
        QVERIFY(progressed.wait(10'000));
        jobs.cancel();
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(stopped, QStringLiteral("Stopped half-way."));
        QVERIFY(wentOn);
    }
};

} // namespace terroir::viewer

using terroir::viewer::TestJobRunner;
TERROIR_VIEWER_TEST_MAIN(TestJobRunner)
#include "test_job_runner.moc"
