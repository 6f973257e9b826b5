// How decisions about a report come into the workspace and out of it, and what of them is not
// stored.
#include "plugin/viewer/file_commands.hpp"
#include "tests/viewer/report_window.hpp"

#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace terroir::viewer {

class TestReportStoring : public QObject {
    Q_OBJECT
private slots:
    void what_is_accepted_is_stored_as_one_edit_that_can_be_undone();
    void the_same_document_shows_what_was_decided();
    void every_step_can_be_taken_back_in_one_order_with_the_store();
    void closing_asks_for_what_is_not_stored();
    void what_is_written_into_an_open_proposal_is_not_stored_with_those_of_before();
    void a_report_stays_open_when_the_door_refuses_what_is_stored_first();
    void nothing_is_decided_between_a_job_and_its_answer();
    void storing_first_goes_on_when_it_was_stored_meanwhile();
    void another_workspace_asks_for_what_is_not_stored();
    void another_edit_of_the_workspace_does_not_make_stored_decisions_new();
};

void TestReportStoring::what_is_accepted_is_stored_as_one_edit_that_can_be_undone() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    const std::size_t before = open.sandbox.records();
    open.press(Qt::Key_A);
    open.press(Qt::Key_A);
    open.press(Qt::Key_R);
    QVERIFY(open.counts().contains(QStringLiteral("3 not stored yet")));
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before + 2, patienceMs);
    QVERIFY(open.sandbox.hasSource("bc"));
    QVERIFY(!open.counts().contains(QStringLiteral("not stored")));
    open.undo();
    QVERIFY(open.sandbox.waitForJobs());
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(open.counts().contains(QStringLiteral("3 not stored yet")),
                             patienceMs);
    QVERIFY2(open.counts().startsWith(QStringLiteral("2 accepted")), "the decisions stay");
}

void TestReportStoring::the_same_document_shows_what_was_decided() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_T);
    open.press(Qt::Key_A);
    open.press(Qt::Key_R);
    QCOMPARE(open.rows().size(), 4U);
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    open.press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!open.pane().isOpen());
    QVERIFY(open.read());
    QCOMPARE(open.rows().size(), 4U);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted, 1 refused, 2 open")));
    QVERIFY(!open.counts().contains(QStringLiteral("not stored")));
}

void TestReportStoring::every_step_can_be_taken_back_in_one_order_with_the_store() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    const std::size_t before = open.sandbox.records();
    open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    open.press(Qt::Key_R);
    open.undo();
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted, 0 refused")));
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before + 1, patienceMs);
    open.undo();
    QVERIFY(open.sandbox.waitForJobs());
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(*open.window, "undo")->isEnabled(), patienceMs);
    open.undo();
    QVERIFY(open.counts().startsWith(QStringLiteral("0 accepted")));
    // Steps of a report that is closed are none of the window any more.
    open.press(Qt::Key_A);
    answerQuestion(QStringLiteral("discard"));
    open.click("reportClose");
    QVERIFY(!open.pane().isOpen());
    QVERIFY(!open.sandbox.desk().undoStack().canUndo());
}

void TestReportStoring::closing_asks_for_what_is_not_stored() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    const std::size_t before = open.sandbox.records();
    open.press(Qt::Key_A);
    QString asked;
    answerQuestion({}, &asked);
    QVERIFY(!open.window->close());
    QVERIFY(asked.contains(QStringLiteral("1 decision")));
    QVERIFY(open.pane().isOpen());
    answerQuestion(QStringLiteral("yes"));
    open.click("reportClose");
    QTRY_VERIFY_WITH_TIMEOUT(!open.pane().isOpen(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before + 1, patienceMs);
}

void TestReportStoring::what_is_written_into_an_open_proposal_is_not_stored_with_those_of_before() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    open.press(Qt::Key_E);
    QVERIFY(open.form() != nullptr);
    find<QLineEdit>(*open.form(), "subject")->setText(QStringLiteral("bò lai Sind"));
    QTest::mouseClick(find<QPushButton>(*open.form(), "changeRow"), Qt::LeftButton);
    QVERIFY(open.counts().endsWith(QStringLiteral("2 open · 1 not stored yet")));
    QString asked;
    answerQuestion({}, &asked);
    open.click("reportClose");
    QVERIFY(asked.contains(QStringLiteral("1 decision")));
    open.click("reportStore");
    QVERIFY(open.waitUntilStored());
}

void TestReportStoring::a_report_stays_open_when_the_door_refuses_what_is_stored_first() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    const std::size_t before = open.sandbox.records();
    open.press(Qt::Key_A);
    extract::ReviewCells cells = open.rows()[1]->cells;
    cells["subject"].clear();
    open.pane().rows().change(1, cells);
    open.press(Qt::Key_A);
    answerQuestion(QStringLiteral("yes"));
    open.click("reportClose");
    QVERIFY(open.sandbox.waitForJobs());
    QVERIFY(open.pane().isOpen());
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before + 1, patienceMs);
    QVERIFY(open.cell(1, 0).contains(QStringLiteral("(!)")));
    QCOMPARE(open.view().currentIndex().row(), 1);
    QVERIFY2(open.remarks().contains(QStringLiteral("subject")), qPrintable(open.remarks()));
}

void TestReportStoring::nothing_is_decided_between_a_job_and_its_answer() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    QTest::mouseClick(find<QPushButton>(*open.window, "readAgain"), Qt::LeftButton);
    open.press(Qt::Key_A);
    emit open.view().doubleClicked(open.view().currentIndex());
    QVERIFY(open.form() == nullptr);
    QVERIFY(!find<QPushButton>(*open.window, "readAgain")->isEnabled());
    QVERIFY(open.counts().startsWith(QStringLiteral("0 accepted")));
    QVERIFY(open.sandbox.waitForJobs());
    open.press(Qt::Key_A);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted")));
    open.press(Qt::Key_S);
    open.press(Qt::Key_R);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted, 0 refused")));
    QVERIFY(open.waitUntilStored());
    open.press(Qt::Key_R);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted, 1 refused")));
}

void TestReportStoring::storing_first_goes_on_when_it_was_stored_meanwhile() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QTimer answer;
    connect(&answer, &QTimer::timeout, &answer, [&] {
        auto* box = find<QDialog>(open.pane(), "question");
        if (box != nullptr && open.pane().rows().unstored() == 0) {
            answer.stop();
            find<QPushButton>(*box, "yes")->click();
        }
    });
    answer.start(5);
    bool isDone = false;
    open.pane().closeFirst([&isDone] { isDone = true; });
    QVERIFY(isDone);
    QVERIFY(!open.pane().isOpen());
}

void TestReportStoring::another_workspace_asks_for_what_is_not_stored() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    const auto before = open.sandbox.desk().contents()->file;
    const QString other = open.sandbox.path(QStringLiteral("khac.sqlite"));
    QVERIFY(QFile::copy(pathText(before), other));
    open.press(Qt::Key_A);
    const auto drop = [&] {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(other)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(open.window.get(), &enter);
        QDropEvent dropped(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(open.window.get(), &dropped);
        open.waitForWorker();
    };
    const auto openRecent = [&] {
        QSettings().setValue(QStringLiteral("recentWorkspaces"), QStringList{other});
        auto* recent = find<QMenu>(*open.window, "recent");
        emit recent->aboutToShow();
        recent->actions().front()->trigger();
        open.waitForWorker();
    };
    const auto create = [&] {
        open.window->findChild<FileCommands*>()->createWorkspace(
            open.sandbox.path(QStringLiteral("moi.sqlite")));
        open.sandbox.waitForJobs();
        open.waitForWorker();
    };
    for (const std::function<void()>& work :
         {std::function<void()>(drop), {openRecent}, {create}}) {
        QString asked;
        answerQuestion({}, &asked);
        work();
        QVERIFY(asked.contains(QStringLiteral("1 decision")));
        QVERIFY(open.pane().isOpen());
        QVERIFY(open.sandbox.desk().contents()->file == before);
    }
    QSignalSpy opened(&open.sandbox.desk(), &Desk::contentsChanged);
    answerQuestion(QStringLiteral("discard"));
    drop();
    QVERIFY(!open.pane().isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(open.sandbox.desk().contents()->file == toPath(other), patienceMs);
}

void TestReportStoring::another_edit_of_the_workspace_does_not_make_stored_decisions_new() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_T);
    open.press(Qt::Key_A); // the other part stays open
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    const std::size_t before = open.sandbox.records();
    open.sandbox.desk().editWorkspace(
        QStringLiteral("Delete"), [](workspace::Workspace& workspace, const Progress&) {
            store::Transaction transaction(workspace.file().database());
            workspace.file().database().execute("DELETE FROM record WHERE id = 'TD22-116'");
            transaction.commit();
        });
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before - 1, patienceMs);
    QVERIFY(open.waitForWorker());
    QTRY_COMPARE_WITH_TIMEOUT(open.pane().rows().unstored(), 0U, patienceMs);
    QVERIFY(!open.counts().contains(QStringLiteral("not stored")));
    // The part that nobody has decided is news when it is changed, and none when that is undone.
    extract::ReviewCells cells = open.rows()[1]->cells;
    cells["note"] = "xem lại";
    open.pane().rows().change(1, cells);
    QVERIFY(open.counts().endsWith(QStringLiteral("1 not stored yet")));
    open.undo();
    QVERIFY(!open.counts().contains(QStringLiteral("not stored")));
}

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::TestReportStoring)
#include "test_report_storing.moc"
