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
    void a_job_that_waits_its_turn_is_cancelled_by_itself() {
        JobRunner jobs;
        std::atomic<bool> goOn = false;
        std::atomic<int> begun = 0;
        QString first = QStringLiteral("not yet"), second, third = first;
        const auto work = [&](const Progress& progress) {
            ++begun;
            while (!goOn)
                QThread::msleep(1);
            if (!progress(1, {}))
                throw Error(LocalText{"Dừng.", "Stopped."});
        };
        jobs.start(QStringLiteral("first"), work, [&](const QString& why) { first = why; });
        const auto waiting =
            jobs.start(QStringLiteral("second"), work, [&](const QString& why) { second = why; });
        const auto last =
            jobs.start(QStringLiteral("third"), work, [&](const QString& why) { third = why; });
        jobs.cancel(waiting);
        QVERIFY2(second.contains(QStringLiteral("before it began")), qPrintable(second));
        jobs.cancel(waiting); // it is gone
        goOn = true;
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(first, QString());
        QCOMPARE(third, QString());
        QCOMPARE(begun.load(), 2);
        jobs.cancel(last); // long over: nothing to stop
        jobs.start(QStringLiteral("fourth"), work, [&](const QString& why) { first = why; });
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(first, QString());
    }
};

} // namespace terroir::viewer

using terroir::viewer::TestJobRunner;
TERROIR_VIEWER_TEST_MAIN(TestJobRunner)
#include "test_job_runner.moc"
