#include "plugin/viewer/hit_model.hpp"
#include "plugin/viewer/search_box.hpp"
#include "tests/viewer/open_desk.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QToolBar>

namespace terroir::viewer {

using testing::longestWaitMs;
using testing::OpenDesk;

/// A search box in a window, as in the viewer.
struct SearchWindow {
    explicit SearchWindow(Desk& desk) {
        box = new SearchBox(desk);
        window.addToolBar(QStringLiteral("bar"))->addWidget(box);
        window.setCentralWidget(new QWidget);
        window.resize(900, 600);
        window.show();
        window.activateWindow();
        edit = window.findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    }
    QListView* list() { return window.findChild<QListView*>(QStringLiteral("searchHits")); }
    QLabel* notice() { return window.findChild<QLabel*>(QStringLiteral("searchNotice")); }
    QString row(int row) { return list()->model()->index(row, 0).data().toString(); }

    QMainWindow window;
    SearchBox* box = nullptr;
    QLineEdit* edit = nullptr;
};

class TestSearchBox : public QObject {
    Q_OBJECT
private slots:
    void a_name_without_diacritics_is_found_and_enter_selects_it() {
        OpenDesk open("livestock");
        SearchWindow search(open.desk);
        QTRY_VERIFY_WITH_TIMEOUT(search.box->isReady(), longestWaitMs);
        QSignalSpy zoom(&open.desk, &Desk::zoomToUnitWanted);
        QTest::keyClicks(search.edit, QStringLiteral("ban hon"));
        QVERIFY(search.list()->isVisible());
        QCOMPARE(search.row(0), QStringLiteral("xã Bản Hon"));
        const QModelIndex first = search.list()->model()->index(0, 0);
        QCOMPARE(first.data(HitModel::KindRole).toString(), QStringLiteral("commune"));
        QVERIFY(first.data(HitModel::DetailRole).toString().contains(QStringLiteral("Tam Đường")));
        const auto matched = first.data(HitModel::MatchedRole).value<QList<QPair<int, int>>>();
        QCOMPARE(matched, (QList<QPair<int, int>>{{3, 3}, {7, 3}}));
        QTest::keyClick(search.edit, Qt::Key_Return);
        QCOMPARE(open.selected(), QStringLiteral("03421@2004"));
        QCOMPARE(zoom.count(), 1);
        QVERIFY(!search.list()->isVisible());
    }

    void what_is_typed_before_the_names_are_read_is_answered_when_they_are() {
        OpenDesk open("livestock");
        SearchWindow search(open.desk);
        QVERIFY(!search.box->isReady());
        QTest::keyClicks(search.edit, QStringLiteral("ban hon"));
        QVERIFY(search.notice()->isVisible());
        QSignalSpy ready(search.box, &SearchBox::ready);
        QVERIFY(ready.wait(longestWaitMs));
        QVERIFY(search.list()->isVisible());
        QCOMPARE(search.row(0), QStringLiteral("xã Bản Hon"));
    }

    void arrows_move_through_the_hits_and_escape_closes_them() {
        OpenDesk open("livestock");
        SearchWindow search(open.desk);
        QTRY_VERIFY_WITH_TIMEOUT(search.box->isReady(), longestWaitMs);
        QTest::keyClicks(search.edit, QStringLiteral("tam duong"));
        QCOMPARE(search.list()->currentIndex().row(), 0);
        QTest::keyClick(search.edit, Qt::Key_Down);
        QCOMPARE(search.list()->currentIndex().row(), 1);
        QTest::keyClick(search.edit, Qt::Key_Up);
        QTest::keyClick(search.edit, Qt::Key_Up);
        QCOMPARE(search.list()->currentIndex().row(), search.list()->model()->rowCount() - 1);
        QTest::keyClick(search.edit, Qt::Key_Escape);
        QVERIFY(!search.list()->isVisible());
        QCOMPARE(search.edit->text(), QStringLiteral("tam duong"));
        QTest::keyClick(search.edit, Qt::Key_Escape);
        QVERIFY(search.edit->text().isEmpty());
        QVERIFY(open.selected().isEmpty());
    }

    void a_product_selects_its_records() {
        OpenDesk open("livestock");
        SearchWindow search(open.desk);
        QTRY_VERIFY_WITH_TIMEOUT(search.box->isReady(), longestWaitMs);
        QTest::keyClicks(search.edit, QStringLiteral("mien dong binh lu"));
        QTest::keyClick(search.edit, Qt::Key_Return);
        const Desk::RecordSelection& selected = open.desk.selectedRecords();
        QCOMPARE(selected.title.toLower(), QStringLiteral("miến dong bình lư"));
        QVERIFY(!selected.records.empty());
        for (const std::size_t record : selected.records) {
            const auto& subjects = (*open.desk.contents()->records)[record].subjects;
            QVERIFY(std::find(subjects.begin(), subjects.end(), selected.title.toStdString()) !=
                    subjects.end());
        }
    }

    void a_unit_outside_the_map_is_selected_all_the_same() {
        OpenDesk open("livestock");
        SearchWindow search(open.desk);
        QTRY_VERIFY_WITH_TIMEOUT(search.box->isReady(), longestWaitMs);
        QTest::keyClicks(search.edit, QStringLiteral("tinh ca mau"));
        QTest::keyClick(search.edit, Qt::Key_Return);
        QCOMPARE(open.selected(), QStringLiteral("96@2004"));
    }

    void what_nothing_is_called_is_said() {
        OpenDesk open("livestock");
        SearchWindow search(open.desk);
        QTRY_VERIFY_WITH_TIMEOUT(search.box->isReady(), longestWaitMs);
        QTest::keyClicks(search.edit, QStringLiteral("qqqzzz"));
        QVERIFY(search.notice()->text().contains(QStringLiteral("qqqzzz")));
        QTest::keyClick(search.edit, Qt::Key_Return);
        QVERIFY(open.selected().isEmpty());
    }

    void without_a_workspace_there_is_nothing_to_search() {
        Desk desk(Language::English);
        SearchWindow search(desk);
        QTest::keyClicks(search.edit, QStringLiteral("ban hon"));
        QVERIFY(search.notice()->text().contains(QStringLiteral("No workspace is open")));
        QTest::keyClick(search.edit, Qt::Key_Return);
        QCOMPARE(desk.selectedUnit(), gazetteer::noUnit);
    }
};

} // namespace terroir::viewer

QTEST_MAIN(terroir::viewer::TestSearchBox)
#include "test_search_box.moc"
