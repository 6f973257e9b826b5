// How a report comes into the window and goes, and what it says of itself.
#include "plugin/viewer/report_commands.hpp"
#include "tests/viewer/report_window.hpp"

#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <utility>

namespace terroir::viewer {

class TestReportDocuments : public QObject {
    Q_OBJECT
private slots:
    void a_report_that_was_closed_does_not_come_back();
    void a_workspace_that_was_opened_meanwhile_has_no_report_of_the_other();
    void a_document_of_another_issuer_is_told();
    void other_facts_of_the_document_read_it_again_and_keep_what_is_decided();
    void a_later_version_says_what_changed();
    void what_cannot_be_read_is_said();
    void reading_can_be_stopped();
    void dropped_and_pasted_texts_are_read();
    void panels_step_aside_and_come_back();
};

void TestReportDocuments::a_report_that_was_closed_does_not_come_back() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    QTest::mouseClick(find<QPushButton>(*open.window, "readAgain"), Qt::LeftButton);
    open.pane().closeFirst({});
    QVERIFY(!open.pane().isOpen());
    QVERIFY(open.sandbox.waitForJobs());
    QVERIFY(!open.pane().isOpen());
    // The second of two that are opened at once asks before it takes the place of the first.
    open.pane().open({toPath(open.sandbox.write(QStringLiteral("a.txt"), report)), {}});
    open.pane().open({toPath(open.sandbox.write(QStringLiteral("b.txt"), report)), {}});
    connect(&open.pane(), &ReportPane::openChanged, &open.pane(), [&open](bool isOpen) {
        if (isOpen)
            open.pane().rows().decide({0}, extract::Choice::Accept);
    });
    QString asked;
    answerQuestion({}, &asked);
    QVERIFY(open.waitForReport());
    QVERIFY(asked.contains(QStringLiteral("1 decision")));
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted")));
}

void TestReportDocuments::a_workspace_that_was_opened_meanwhile_has_no_report_of_the_other() {
    OpenWindow open;
    QVERIFY(open.isReady());
    const QString other = open.sandbox.path(QStringLiteral("khac.sqlite"));
    QVERIFY(QFile::copy(pathText(open.sandbox.desk().contents()->file), other));
    // A job that is under way holds the reading up.
    std::atomic<bool> goOn = false;
    open.sandbox.desk().jobs().start(
        QStringLiteral("Busy"),
        [&goOn](const Progress&) {
            while (!goOn)
                QThread::msleep(5);
        },
        [](const QString&) {});
    open.pane().open({toPath(open.sandbox.write(QStringLiteral("bc.txt"), report)), {}});
    open.sandbox.desk().open(toPath(other));
    QTRY_VERIFY_WITH_TIMEOUT(open.sandbox.desk().contents()->file == toPath(other), patienceMs);
    QString asked;
    answerQuestion({}, &asked);
    goOn = true;
    QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), patienceMs);
    QVERIFY2(asked.contains(QStringLiteral("Another workspace")), qPrintable(asked));
    QVERIFY(!open.pane().isOpen());
}

void TestReportDocuments::a_document_of_another_issuer_is_told() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    const auto* remark = find<QLabel>(*open.window, "reportRemark");
    QVERIFY2(remark->text().isEmpty(), qPrintable(remark->text()));
    open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    open.click("reportClose");
    QByteArray other(report);
    other.replace("TAM ĐƯỜNG", "THAN UYÊN").replace("31/BC-UBND", "99/BC-UBND");
    QVERIFY(open.read(other));
    QVERIFY2(remark->text().contains(QStringLiteral("31/BC-UBND")), qPrintable(remark->text()));
    auto* title = find<QLineEdit>(*open.window, "reportTitle");
    QVERIFY(title->isVisible()); // where another one is to be written
    // What the workspace has of the other document is not this one's.
    open.press(Qt::Key_A);
    QVERIFY(open.waitForWorker());
    QVERIFY2(open.counts().endsWith(QStringLiteral("1 not stored yet")), qPrintable(open.counts()));
    open.press(Qt::Key_S);
    QVERIFY(open.sandbox.waitForJobs());
    QVERIFY2(open.remarks().contains(QStringLiteral("source")), qPrintable(open.remarks()));
    QVERIFY(open.counts().endsWith(QStringLiteral("1 not stored yet")));
    title->setText(QStringLiteral("Báo cáo Than Uyên"));
    QTest::mouseClick(find<QPushButton>(*open.window, "readAgain"), Qt::LeftButton);
    QVERIFY(open.sandbox.waitForJobs());
    QVERIFY2(remark->text().isEmpty(), qPrintable(remark->text()));
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    // The same document again, and a later one of the same number.
    open.click("reportClose");
    QVERIFY(open.read(QByteArray(report).replace("9 nhiệm vụ", "10 nhiệm vụ")));
    QVERIFY2(remark->text().isEmpty(), qPrintable(remark->text()));
}

void TestReportDocuments::other_facts_of_the_document_read_it_again_and_keep_what_is_decided() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    QVERIFY(
        find<QLabel>(*open.window, "reportSummary")->text().contains(QStringLiteral("31/BC-UBND")));
    open.press(Qt::Key_T);
    open.press(Qt::Key_A);
    find<QToolButton>(*open.window, "reportFacts")->setChecked(true);
    QCOMPARE(find<QLineEdit>(*open.window, "reportDate")->text(), QStringLiteral("12/10/2023"));
    auto* number = find<QLineEdit>(*open.window, "reportNumber");
    number->setText(QStringLiteral("77/BC-UBND"));
    QTest::mouseClick(find<QPushButton>(*open.window, "readAgain"), Qt::LeftButton);
    QVERIFY(open.sandbox.waitForJobs());
    QCOMPARE(open.rows().size(), 4U);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted")));
    QCOMPARE(open.cellAt(0, "source_number"), std::string("77/BC-UBND"));
    number->setText(QStringLiteral("78/BC-UBND"));
    QTest::mouseClick(find<QPushButton>(*open.window, "readAgain"), Qt::LeftButton);
    QVERIFY(open.sandbox.waitForJobs());
    QCOMPARE(open.rows().size(), 4U);
    QVERIFY2(open.counts().startsWith(QStringLiteral("1 accepted")), "kept a second time");
    find<QLineEdit>(*open.window, "reportWithin")->setText(QStringLiteral("xã Không Có"));
    QTest::mouseClick(find<QPushButton>(*open.window, "readAgain"), Qt::LeftButton);
    QVERIFY(open.sandbox.waitForJobs());
    QVERIFY2(open.remarks().contains(QStringLiteral("Không Có")), qPrintable(open.remarks()));
    QCOMPARE(open.rows().size(), 4U);
}

void TestReportDocuments::a_later_version_says_what_changed() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    for (int i = 0; i < 3; ++i)
        open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    open.press(Qt::Key_W, Qt::ControlModifier);
    QByteArray later(report);
    later.replace("9 nhiệm vụ", "10 nhiệm vụ").replace(" Xã Tả Lèng có 7 cơ sở chăn nuôi.", "");
    QVERIFY(open.read(later));
    QCOMPARE(open.rows().size(), 2U);
    open.press(Qt::Key_J);
    QVERIFY2(open.remarks().contains(QStringLiteral("said 9")), qPrintable(open.remarks()));
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted, 0 refused, 1 open")));
    QCOMPARE(find<QTableWidget>(*open.window, "gone")->rowCount(), 1);
}

void TestReportDocuments::what_cannot_be_read_is_said() {
    OpenWindow open;
    QVERIFY(open.isReady());
    const std::pair<const char*, QByteArray> cases[] = {
        {"trống.txt", "  \n"},
        {"hỏng.pdf", "%PDF-1.4\nhỏng"},
        {"cũ.doc", QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8)},
    };
    for (const auto& [name, content] : cases) {
        QString asked;
        answerQuestion({}, &asked);
        open.pane().open({toPath(open.sandbox.write(toQString(name), content)), {}});
        QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), patienceMs);
        QVERIFY2(asked.contains(toQString(name)), qPrintable(asked));
        QVERIFY(!open.pane().isOpen());
    }
}

void TestReportDocuments::reading_can_be_stopped() {
    OpenWindow open;
    QVERIFY(open.isReady());
    QString asked;
    answerQuestion({}, &asked);
    open.pane().open({toPath(open.sandbox.write(QStringLiteral("bc.txt"), report)), {}});
    open.sandbox.desk().jobs().cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), patienceMs);
    QVERIFY2(asked.contains(QStringLiteral("stopped")), qPrintable(asked));
    QVERIFY(!open.pane().isOpen());
}

void TestReportDocuments::dropped_and_pasted_texts_are_read() {
    OpenWindow open;
    QVERIFY(open.isReady());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(open.sandbox.write(QStringLiteral("bc.txt"), report))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(open.window.get(), &enter);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(open.window.get(), &drop);
    QVERIFY(open.waitForReport());
    QCOMPARE(open.rows().size(), 3U);
    open.click("reportClose");
    find<QAction>(*open.window, "pasteReport")->trigger();
    auto* dialog = find<QDialog>(*open.window, "pasteDialog");
    QVERIFY(dialog != nullptr);
    find<QPlainTextEdit>(*dialog, "pastedText")->setPlainText(QString::fromUtf8(report));
    QTest::mouseClick(find<QPushButton>(*dialog, "readPasted"), Qt::LeftButton);
    QVERIFY(open.waitForReport());
    QCOMPARE(open.rows().size(), 3U);
    QVERIFY(!ReportCommands::isReport(
        open.sandbox.write(QStringLiteral("bang.txt"), "Xã\tDiện tích\nBản Bo\t5\n")));
    QVERIFY(!ReportCommands::isReport(QStringLiteral("bang.xlsx")));
}

void TestReportDocuments::panels_step_aside_and_come_back() {
    OpenWindow open;
    QVERIFY(open.isReady());
    auto* legend = find<QDockWidget>(*open.window, "legendDock");
    QVERIFY(legend->isVisible());
    QVERIFY(open.read());
    QVERIFY(!legend->isVisible());
    QVERIFY(open.window->mapArea().isVisible());
    open.click("reportClose");
    QVERIFY(legend->isVisible());
    QVERIFY(!open.text().isVisible());
}

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::TestReportDocuments)
#include "test_report_documents.moc"
