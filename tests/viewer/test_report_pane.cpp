#include "core/extract/review.hpp"
#include "plugin/viewer/file_commands.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/report_commands.hpp"
#include "plugin/viewer/report_pane.hpp"
#include "plugin/viewer/report_text.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <atomic>
#include <functional>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

constexpr const char* report =
    "UBND HUYỆN TAM ĐƯỜNG\nSố: 31/BC-UBND\nTam Đường, ngày 12 tháng 10 năm 2023\nBÁO CÁO\n"
    "Xã Bản Bo, xã Khun Há có 5 mô hình khuyến nông. Xã Tả Lèng có 7 cơ sở chăn nuôi.\n"
    "Xã Sơn Bình có 9 nhiệm vụ khoa học và công nghệ.\n"
    "Hợp tác xã Hương Trà trồng chè Kim Tuyên từ nhiều năm nay.\n";

template <typename W>
W* find(QWidget& parent, const char* name) {
    return parent.findChild<W*>(QLatin1String(name));
}

/// A window with the report in it.
class OpenWindow {
public:
    explicit OpenWindow(Language language = Language::English) : sandbox(language) {
        if (!sandbox.open())
            return;
        window = std::make_unique<MainWindow>(sandbox.desk());
        window->resize(1366, 768);
        window->show();
        m_isReady = QTest::qWaitForWindowExposed(window.get());
    }
    bool isReady() const { return m_isReady; }

    bool read(const QByteArray& text = report, const QString& name = QStringLiteral("bc.txt")) {
        pane().open({toPath(sandbox.write(name, text)), {}});
        return waitForReport();
    }
    bool waitForReport() {
        return QTest::qWaitFor([this] { return pane().isOpen(); }, patienceMs) &&
               sandbox.waitForJobs() && waitForWorker();
    }
    /// Until what was asked of the map's thread is answered.
    bool waitForWorker() {
        auto isDone = std::make_shared<bool>(false);
        sandbox.desk().worker().run([isDone](workspace::Workspace&) {
            QMetaObject::invokeMethod(
                qApp, [isDone] { *isDone = true; }, Qt::QueuedConnection);
        });
        return QTest::qWaitFor([isDone] { return *isDone; }, patienceMs);
    }
    bool waitUntilStored() {
        return QTest::qWaitFor([this] { return pane().rows().unstored() == 0; }, patienceMs) &&
               sandbox.waitForJobs();
    }

    ReportPane& pane() { return window->report(); }
    const ReportRows::Rows& rows() { return pane().rows().rows(); }
    QTableView& view() { return *find<QTableView>(*window, "proposals"); }
    ReportText& text() { return *find<ReportText>(*window, "reportText"); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&view(), Qt::Key(key), modifiers);
    }
    void click(const char* action) {
        for (QToolButton* button : window->findChildren<QToolButton*>())
            if (button->defaultAction() != nullptr &&
                button->defaultAction()->objectName() == QLatin1String(action))
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(action);
    }
    QString counts() { return find<QLabel>(*window, "reportCounts")->text(); }
    QString remarks() { return find<QLabel>(*window, "reportRemarks")->text(); }
    QString cell(int row, int column) {
        return view().model()->index(row, column).data().toString();
    }
    std::string cellAt(std::size_t row, const char* column) {
        return std::string(extract::cellOf(rows()[row]->cells, column));
    }
    QDialog* form() { return find<QDialog>(*window, "reportRowDialog"); }
    void undo() { find<QAction>(*window, "undo")->trigger(); }

    Sandbox sandbox;
    std::unique_ptr<MainWindow> window;

private:
    bool m_isReady = false;
};

} // namespace

class TestReportPane : public QObject {
    Q_OBJECT
private slots:
    void keys_accept_and_refuse_and_go_on_to_the_next_open_one();
    void what_is_accepted_is_stored_as_one_edit_that_can_be_undone();
    void the_same_document_shows_what_was_decided();
    void every_step_can_be_taken_back_in_one_order_with_the_store();
    void a_proposal_is_split_and_proposals_are_merged_by_one_key();
    void a_form_changes_what_a_proposal_says_and_refuses_what_is_none();
    void words_of_the_text_become_a_proposal();
    void text_and_list_lead_to_each_other();
    void what_the_door_refuses_stands_at_its_row();
    void all_above_a_confidence_are_accepted_at_once();
    void closing_asks_for_what_is_not_stored();
    void what_is_written_into_an_open_proposal_is_not_stored_with_those_of_before();
    void a_report_stays_open_when_the_door_refuses_what_is_stored_first();
    void nothing_is_decided_between_a_job_and_its_answer();
    void a_report_that_was_closed_does_not_come_back();
    void storing_first_goes_on_when_it_was_stored_meanwhile();
    void the_filter_stays_when_a_proposal_is_decided();
    void a_proposal_is_merged_with_the_next_one_that_is_shown();
    void another_holder_is_not_where_the_one_before_stood();
    void another_workspace_asks_for_what_is_not_stored();
    void a_workspace_that_was_opened_meanwhile_has_no_report_of_the_other();
    void a_document_of_another_issuer_is_told();
    void other_facts_of_the_document_read_it_again_and_keep_what_is_decided();
    void a_later_version_says_what_changed();
    void what_cannot_be_read_is_said();
    void reading_can_be_stopped();
    void dropped_and_pasted_texts_are_read();
    void panels_step_aside_and_come_back();
    void many_proposals_of_a_long_text_are_shown();
};

void TestReportPane::keys_accept_and_refuse_and_go_on_to_the_next_open_one() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    QCOMPARE(open.rows().size(), 3U);
    QCOMPARE(open.view().currentIndex().row(), 0);
    open.press(Qt::Key_A);
    QCOMPARE(open.view().currentIndex().row(), 1);
    open.press(Qt::Key_J);
    QCOMPARE(open.view().currentIndex().row(), 2);
    open.press(Qt::Key_R);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted, 1 refused, 1 open")));
    open.press(Qt::Key_P);
    QCOMPARE(open.view().currentIndex().row(), 1);
    open.press(Qt::Key_K);
    QCOMPARE(open.view().currentIndex().row(), 0);
    open.press(Qt::Key_A);
    QVERIFY2(open.counts().startsWith(QStringLiteral("0 accepted")), "pressed again: open again");
    open.click("rowAccept");
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted")));
    open.press(Qt::Key_U);
    QVERIFY(open.counts().startsWith(QStringLiteral("0 accepted")));
    open.press(Qt::Key_U, Qt::ShiftModifier);
    QVERIFY(open.counts().startsWith(QStringLiteral("1 accepted")));
}

void TestReportPane::what_is_accepted_is_stored_as_one_edit_that_can_be_undone() {
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

void TestReportPane::the_same_document_shows_what_was_decided() {
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

void TestReportPane::every_step_can_be_taken_back_in_one_order_with_the_store() {
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

void TestReportPane::a_proposal_is_split_and_proposals_are_merged_by_one_key() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_T);
    QCOMPARE(open.rows().size(), 4U);
    QVERIFY(open.cellAt(0, "place_names") != open.cellAt(1, "place_names"));
    QVERIFY(open.remarks().contains(QStringLiteral("part")));
    open.press(Qt::Key_G); // with the next
    QCOMPARE(open.rows().size(), 3U);
    QVERIFY(open.cellAt(0, "place_names").find("; ") != std::string::npos);
    open.press(Qt::Key_J);
    open.press(Qt::Key_T);
    QVERIFY2(open.remarks().startsWith(QStringLiteral("It cannot be split")), "one of each");
    open.press(Qt::Key_G);
    QVERIFY2(open.remarks().startsWith(QStringLiteral("They cannot be merged")), "7 and 9");
    QCOMPARE(open.rows().size(), 3U);
    open.undo();
    open.undo();
    QCOMPARE(open.rows().size(), 3U);
    QCOMPARE(open.cellAt(0, "made_of"), std::string());
}

void TestReportPane::a_form_changes_what_a_proposal_says_and_refuses_what_is_none() {
    OpenWindow open(Language::Vietnamese);
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_E);
    QVERIFY(open.form() != nullptr);
    auto* value = find<QLineEdit>(*open.form(), "value");
    value->setText(QStringLiteral("nhiều"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(open.form() != nullptr);
    QVERIFY(!find<QLabel>(*open.form(), "verdict")->text().isEmpty());
    value->setText(QStringLiteral("1.947,5"));
    find<QLineEdit>(*open.form(), "subject")->setText(QStringLiteral("chè Shan"));
    find<QLineEdit>(*open.form(), "place_names")
        ->setText(QStringLiteral("xã Khun Há, huyện Tam Đường, tỉnh Lai Châu"));
    auto* scope = find<QComboBox>(*open.form(), "value_scope");
    scope->setCurrentIndex(scope->findData(QStringLiteral("own")));
    QTest::mouseClick(find<QPushButton>(*open.form(), "changeRow"), Qt::LeftButton);
    QCOMPARE(open.cellAt(0, "value"), std::string("1947.5"));
    QCOMPARE(open.cellAt(0, "subject"), std::string("chè Shan"));
    QCOMPARE(open.cellAt(0, "place_codes"), std::string());
    const std::size_t before = open.sandbox.records();
    open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before + 1, patienceMs);
    const auto& records = *open.sandbox.desk().contents()->records;
    const auto made = std::find_if(records.begin(), records.end(),
                                   [](const auto& one) { return one.source == "bc"; });
    QVERIFY(made != records.end());
    QCOMPARE(*made->value, 1947.5);
    QCOMPARE(made->places.size(), 1U);
}

void TestReportPane::words_of_the_text_become_a_proposal() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_W);
    QVERIFY(open.form() == nullptr);
    QVERIFY(open.remarks().contains(QStringLiteral("Select words")));
    const QString words = QStringLiteral("chè Kim Tuyên");
    QVERIFY(open.text().find(words));
    QTest::keyClick(&open.text(), Qt::Key_W);
    QVERIFY(open.form() != nullptr);
    QVERIFY(find<QLabel>(*open.form(), "words")->text().contains(words));
    auto* kind = find<QComboBox>(*open.form(), "kind");
    kind->setCurrentIndex(kind->findData(QStringLiteral("model")));
    find<QLineEdit>(*open.form(), "subject")->setText(words);
    QTest::mouseClick(find<QPushButton>(*open.form(), "changeRow"), Qt::LeftButton);
    QVERIFY2(open.form()->isVisible(), "it lacks its place, which is said");
    find<QLineEdit>(*open.form(), "place_names")
        ->setText(QStringLiteral("huyện Tam Đường, tỉnh Lai Châu"));
    QTest::mouseClick(find<QPushButton>(*open.form(), "changeRow"), Qt::LeftButton);
    QCOMPARE(open.rows().size(), 4U);
    QCOMPARE(open.cellAt(3, "text"), words.toStdString());
    QCOMPARE(open.cellAt(3, "line"), std::string("7"));
    const std::size_t before = open.sandbox.records();
    open.press(Qt::Key_S);
    QVERIFY(open.waitUntilStored());
    QTRY_COMPARE_WITH_TIMEOUT(open.sandbox.records(), before + 1, patienceMs);
}

void TestReportPane::text_and_list_lead_to_each_other() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    open.press(Qt::Key_J);
    QCOMPARE(open.text().extraSelections().size(), 1);
    QVERIFY(open.text().extraSelections().front().cursor.selectedText().startsWith(u'7'));
    QTextCursor at = open.text().document()->find(QStringLiteral("9 nhiệm vụ"));
    at.setPosition(at.selectionStart() + 1);
    open.text().setTextCursor(at);
    QTest::mouseClick(open.text().viewport(), Qt::LeftButton, {},
                      open.text().cursorRect().center());
    QCOMPARE(open.view().currentIndex().row(), 2);
    // What does not fit the search is found all the same.
    find<QLineEdit>(*open.window, "reportSearch")->setText(QStringLiteral("mo hinh"));
    QCOMPARE(open.view().model()->rowCount(), 1);
    emit open.text().rowClicked(2);
    QCOMPARE(open.view().model()->rowCount(), 3);
    QCOMPARE(open.view().currentIndex().row(), 2);
}

void TestReportPane::what_the_door_refuses_stands_at_its_row() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    extract::ReviewCells cells = open.rows()[1]->cells;
    cells["subject"].clear();
    open.pane().rows().change(1, cells);
    open.press(Qt::Key_A);
    open.press(Qt::Key_S);
    QVERIFY(open.sandbox.waitForJobs());
    QTRY_VERIFY_WITH_TIMEOUT(open.cell(1, 0).contains(QStringLiteral("(!)")), patienceMs);
    open.view().setCurrentIndex(open.view().model()->index(1, 0));
    QVERIFY2(open.remarks().contains(QStringLiteral("subject")), qPrintable(open.remarks()));
    QVERIFY(open.counts().contains(QStringLiteral("1 not stored yet")));
}

void TestReportPane::all_above_a_confidence_are_accepted_at_once() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    find<QDoubleSpinBox>(*open.window, "aboveConfidence")->setValue(0.05);
    open.click("rowAcceptAbove");
    QVERIFY(open.counts().startsWith(QStringLiteral("3 accepted")));
    QVERIFY(open.remarks().contains(QStringLiteral("nobody has looked")));
    open.undo();
    QVERIFY(open.counts().startsWith(QStringLiteral("0 accepted")));
}

void TestReportPane::closing_asks_for_what_is_not_stored() {
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

void TestReportPane::what_is_written_into_an_open_proposal_is_not_stored_with_those_of_before() {
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

void TestReportPane::a_report_stays_open_when_the_door_refuses_what_is_stored_first() {
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

void TestReportPane::nothing_is_decided_between_a_job_and_its_answer() {
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

void TestReportPane::a_report_that_was_closed_does_not_come_back() {
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

void TestReportPane::storing_first_goes_on_when_it_was_stored_meanwhile() {
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

void TestReportPane::the_filter_stays_when_a_proposal_is_decided() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    auto* which = find<QComboBox>(*open.window, "reportWhich");
    which->setCurrentIndex(which->findText(QStringLiteral("Open")));
    const int wanted = which->currentIndex();
    open.view().setCurrentIndex(open.view().model()->index(1, 0));
    const QString last = open.cell(2, 1);
    open.press(Qt::Key_R);
    QCOMPARE(which->currentIndex(), wanted);
    QCOMPARE(open.view().model()->rowCount(), 2);
    QCOMPARE(open.cell(open.view().currentIndex().row(), 1), last);
    // The last that is shown has one above it.
    open.press(Qt::Key_A);
    QCOMPARE(which->currentIndex(), wanted);
    QCOMPARE(open.view().model()->rowCount(), 1);
    QCOMPARE(open.view().currentIndex().row(), 0);
    open.press(Qt::Key_A);
    QCOMPARE(open.view().model()->rowCount(), 0);
    QVERIFY(open.counts().startsWith(QStringLiteral("2 accepted, 1 refused, 0 open")));
    open.press(Qt::Key_U);
    QCOMPARE(which->currentIndex(), wanted);
    QCOMPARE(open.view().model()->rowCount(), 1);
    // Words that are searched for, too; but a phrase of the text is shown whatever they are.
    which->setCurrentIndex(0);
    auto* search = find<QLineEdit>(*open.window, "reportSearch");
    search->setText(open.cell(0, 4));
    const int shown = open.view().model()->rowCount();
    QVERIFY(shown < 3);
    open.view().setCurrentIndex(open.view().model()->index(0, 0));
    open.press(Qt::Key_R);
    QVERIFY(!search->text().isEmpty());
    QCOMPARE(open.view().model()->rowCount(), shown);
    emit open.text().rowClicked(2);
    QVERIFY(search->text().isEmpty());
    QCOMPARE(open.view().currentIndex().row(), 2);
}

void TestReportPane::a_proposal_is_merged_with_the_next_one_that_is_shown() {
    OpenWindow open;
    QVERIFY(open.isReady());
    QVERIFY(open.read(QByteArray(report).replace("xã Khun Há có", "xã Khun Há, xã Sơn Bình có")));
    open.press(Qt::Key_T);
    QCOMPARE(open.rows().size(), 5U);
    const std::string first = open.cellAt(0, "place_names"), third = open.cellAt(2, "place_names");
    open.view().setCurrentIndex(open.view().model()->index(1, 0));
    open.press(Qt::Key_R);
    auto* which = find<QComboBox>(*open.window, "reportWhich");
    which->setCurrentIndex(which->findText(QStringLiteral("Open")));
    open.view().setCurrentIndex(open.view().model()->index(0, 0));
    open.press(Qt::Key_G);
    QVERIFY2(open.rows().size() == 4, qPrintable(open.remarks()));
    QVERIFY(open.cellAt(0, "place_names").find(first) != std::string::npos);
    QVERIFY(open.cellAt(0, "place_names").find(third) != std::string::npos);
    QVERIFY(open.rows()[1]->choice == extract::Choice::Refuse);
    open.view().setCurrentIndex(open.view().model()->index(2, 0)); // the last that is shown
    open.press(Qt::Key_G);
    QCOMPARE(open.rows().size(), 4U);
}

void TestReportPane::another_holder_is_not_where_the_one_before_stood() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    extract::ReviewCells cells = open.rows()[0]->cells;
    cells["holder"] = "Hợp tác xã A";
    cells["holder_start"] = "20";
    cells["holder_end"] = "32";
    open.pane().rows().change(0, cells);
    open.press(Qt::Key_E);
    find<QLineEdit>(*open.form(), "note")->setText(QStringLiteral("xem lại"));
    QTest::mouseClick(find<QPushButton>(*open.form(), "changeRow"), Qt::LeftButton);
    QCOMPARE(open.cellAt(0, "holder_start"), std::string("20"));
    open.press(Qt::Key_E);
    // As long as the one before: nothing else tells that it is another.
    auto* form = open.window->findChildren<QDialog*>(QStringLiteral("reportRowDialog")).back();
    find<QLineEdit>(*form, "holder")->setText(QStringLiteral("Hợp tác xã B"));
    QTest::mouseClick(find<QPushButton>(*form, "changeRow"), Qt::LeftButton);
    QCOMPARE(open.cellAt(0, "holder"), std::string("Hợp tác xã B"));
    QCOMPARE(open.cellAt(0, "holder_start") + open.cellAt(0, "holder_end"), std::string());
}

void TestReportPane::another_workspace_asks_for_what_is_not_stored() {
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

void TestReportPane::a_workspace_that_was_opened_meanwhile_has_no_report_of_the_other() {
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

void TestReportPane::a_document_of_another_issuer_is_told() {
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

void TestReportPane::other_facts_of_the_document_read_it_again_and_keep_what_is_decided() {
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

void TestReportPane::a_later_version_says_what_changed() {
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

void TestReportPane::what_cannot_be_read_is_said() {
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

void TestReportPane::reading_can_be_stopped() {
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

void TestReportPane::dropped_and_pasted_texts_are_read() {
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

void TestReportPane::panels_step_aside_and_come_back() {
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

void TestReportPane::many_proposals_of_a_long_text_are_shown() {
    OpenWindow open;
    QVERIFY(open.isReady());
    QByteArray text(report);
    for (int i = 0; i < 2000; ++i)
        text += QStringLiteral("Năm %1, xã Bản Bo có %2 mô hình trồng chè, %3 cơ sở chăn nuôi.\n")
                    .arg(2000 + i % 20)
                    .arg(i + 1)
                    .arg(i + 2)
                    .toUtf8() +
                QByteArray(500, 'x') + "\n";
    QVERIFY(open.read(text));
    QVERIFY(open.rows().size() > 2000);
    open.view().setCurrentIndex(open.view().model()->index(int(open.rows().size()) - 1, 0));
    open.press(Qt::Key_A);
    open.press(Qt::Key_U);
    QVERIFY(open.counts().startsWith(QStringLiteral("0 accepted")));
}

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::TestReportPane)
#include "test_report_pane.moc"
