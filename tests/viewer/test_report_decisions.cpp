// What a person says of the proposals of a report: by keys, forms and words of the text.
#include "tests/viewer/report_window.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace terroir::viewer {

class TestReportDecisions : public QObject {
    Q_OBJECT
private slots:
    void keys_accept_and_refuse_and_go_on_to_the_next_open_one();
    void a_proposal_is_split_and_proposals_are_merged_by_one_key();
    void a_form_changes_what_a_proposal_says_and_refuses_what_is_none();
    void words_of_the_text_become_a_proposal();
    void text_and_list_lead_to_each_other();
    void what_the_door_refuses_stands_at_its_row();
    void all_above_a_confidence_are_accepted_at_once();
    void the_filter_stays_when_a_proposal_is_decided();
    void a_proposal_is_merged_with_the_next_one_that_is_shown();
    void another_holder_is_not_where_the_one_before_stood();
    void many_proposals_of_a_long_text_are_shown();
};

void TestReportDecisions::keys_accept_and_refuse_and_go_on_to_the_next_open_one() {
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

void TestReportDecisions::a_proposal_is_split_and_proposals_are_merged_by_one_key() {
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

void TestReportDecisions::a_form_changes_what_a_proposal_says_and_refuses_what_is_none() {
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

void TestReportDecisions::words_of_the_text_become_a_proposal() {
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

void TestReportDecisions::text_and_list_lead_to_each_other() {
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

void TestReportDecisions::what_the_door_refuses_stands_at_its_row() {
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

void TestReportDecisions::all_above_a_confidence_are_accepted_at_once() {
    OpenWindow open;
    QVERIFY(open.isReady() && open.read());
    find<QDoubleSpinBox>(*open.window, "aboveConfidence")->setValue(0.05);
    open.click("rowAcceptAbove");
    QVERIFY(open.counts().startsWith(QStringLiteral("3 accepted")));
    QVERIFY(open.remarks().contains(QStringLiteral("nobody has looked")));
    open.undo();
    QVERIFY(open.counts().startsWith(QStringLiteral("0 accepted")));
}

void TestReportDecisions::the_filter_stays_when_a_proposal_is_decided() {
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

void TestReportDecisions::a_proposal_is_merged_with_the_next_one_that_is_shown() {
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

void TestReportDecisions::another_holder_is_not_where_the_one_before_stood() {
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

void TestReportDecisions::many_proposals_of_a_long_text_are_shown() {
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

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::TestReportDecisions)
#include "test_report_decisions.moc"
