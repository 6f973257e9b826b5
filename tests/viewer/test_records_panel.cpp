#include "core/figures/record_list.hpp"
#include "core/records/records_by_unit.hpp"
#include "core/store/edit_log.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/viewer/details_panel.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/records_panel.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

namespace terroir::viewer {

using figures::RecordColumn;

namespace {

constexpr int patienceMs = 60'000;

/// The window with the packaged workspace open and the dock of records in front.
class RecordsWindow {
public:
    explicit RecordsWindow(Language language = Language::English)
        : sandbox(language), window(std::make_unique<MainWindow>(sandbox.desk())) {
        window->resize(1366, 768);
        window->show();
        if (!sandbox.open())
            qFatal("the packaged workspace does not open");
        auto* dock = window->findChild<QDockWidget*>(QStringLiteral("recordsDock"));
        dock->raise();
        panel = window->findChild<RecordsPanel*>();
        table = panel->findChild<QTableView*>(QStringLiteral("recordsTable"));
        waitForList();
        // What becomes active gives the focus to the map: before anything is clicked.
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    /// Until the list that was asked for last is there.
    bool waitForList() {
        return QTest::qWaitFor(
            [this] { return !countText().isEmpty() && !countText().contains(QChar(0x2026)); },
            patienceMs);
    }
    QString countText() const {
        return panel->findChild<QLabel*>(QStringLiteral("recordsCount"))->text();
    }
    QString cell(int row, RecordColumn column) const {
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    }
    std::vector<std::string> column(RecordColumn column) const {
        std::vector<std::string> cells;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            cells.push_back(cell(row, column).toStdString());
        return cells;
    }
    int rowOf(const QString& id) const {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (cell(row, RecordColumn::Id) == id)
                return row;
        return -1;
    }
    void click(const QString& id, Qt::KeyboardModifiers keys = {}) const {
        const int row = rowOf(id);
        if (row < 0)
            qFatal("no such row");
        const QModelIndex index =
            table->model()->index(row, static_cast<int>(RecordColumn::Subject));
        table->scrollTo(index, QAbstractItemView::PositionAtCenter);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, keys,
                          table->visualRect(index).center());
        table->setFocus();
    }
    void clickHeader(RecordColumn column) const {
        QHeaderView* header = table->horizontalHeader();
        const int at = static_cast<int>(column);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(at) + header->sectionSize(at) / 2,
                           header->height() / 2});
    }
    template <typename Widget>
    Widget* part(const char* name) const {
        return window->findChild<Widget*>(QLatin1String(name));
    }
    QAction* action(const char* name) const {
        return window->findChild<QAction*>(QLatin1String(name));
    }
    /// The workspace as another program sees it.
    bool has(const std::string& id) const {
        workspace::Workspace file(toPath(sandbox.path(QStringLiteral("terroir.sqlite"))),
                                  store::Mode::ReadOnly);
        return records::loadRecord(file.file(), id).has_value();
    }
    bool waitForEdit() {
        return sandbox.waitForJobs() &&
               QTest::qWaitFor(
                   [this] {
                       return window->findChild<QAction*>(QStringLiteral("undo"))->isEnabled();
                   },
                   patienceMs);
    }
    bool waitUntilRow(const QString& id, bool isThere) {
        return QTest::qWaitFor([&] { return (rowOf(id) >= 0) == isThere; }, patienceMs);
    }

    Sandbox sandbox;
    std::unique_ptr<MainWindow> window;
    RecordsPanel* panel = nullptr;
    QTableView* table = nullptr;
};

} // namespace

class RecordsPanelTest final : public QObject {
    Q_OBJECT
private slots:
    void all_records_of_the_workspace_are_there_at_least_eight_at_once() {
        const RecordsWindow open;
        const int all = int(open.sandbox.records());
        QCOMPARE(open.table->model()->rowCount(), all);
        QCOMPARE(open.countText(), QStringLiteral("%1 records").arg(all));
        const int top = open.table->rowAt(0),
                  bottom = open.table->rowAt(open.table->viewport()->height() - 1);
        QVERIFY2(bottom - top + 1 > 8, qPrintable(QString::number(bottom - top + 1)));
    }

    void the_line_of_filter_narrows_the_list_and_the_count_says_so() {
        RecordsWindow open;
        const auto& records = *open.sandbox.desk().contents()->records;
        const auto& sources = *open.sandbox.desk().contents()->sources;
        const auto countOf = [&](const records::RecordFilter& filter) {
            const records::RecordMatcher matcher(filter, sources);
            return int(std::count_if(records.begin(), records.end(),
                                     [&](const auto& one) { return matcher.accepts(one); }));
        };
        const auto expect = [&](const records::RecordFilter& filter) {
            const int expected = countOf(filter);
            QVERIFY(expected > 0 && expected < int(records.size()));
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return open.countText() ==
                           QStringLiteral("%1 of %2 records").arg(expected).arg(records.size());
                },
                patienceMs));
            QCOMPARE(open.table->model()->rowCount(), expected);
        };
        records::RecordFilter filter;
        auto* kind = open.part<QComboBox>("recordsKind");
        kind->setCurrentIndex(kind->findData(QStringLiteral("ocop")));
        filter.kinds = {"ocop"};
        expect(filter);
        QTest::keyClicks(open.part<QLineEdit>("recordsText"), QStringLiteral("mien dong"));
        filter.text = "miến dong";
        expect(filter);
        open.part<QLineEdit>("recordsText")->clear();
        kind->setCurrentIndex(0);
        filter = {};
        auto* source = open.part<QComboBox>("recordsSource");
        source->setCurrentIndex(source->findData(QStringLiteral("TD22")));
        filter.sources = {"TD22"};
        expect(filter);
        source->setCurrentIndex(0);
        auto* state = open.part<QComboBox>("recordsState");
        state->setCurrentIndex(state->findData(QStringLiteral("planned")));
        filter = {};
        filter.states = {records::State::Planned};
        expect(filter);
        state->setCurrentIndex(0);
        open.part<QCheckBox>("recordsDoubtful")->click();
        filter = {};
        filter.isDoubtful = true;
        if (countOf(filter) > 0)
            expect(filter);
        // What the map is narrowed to holds for the list, and the list narrows it further.
        open.part<QCheckBox>("recordsDoubtful")->click();
        records::Limits limits;
        limits.sources = {"TD22"};
        open.sandbox.desk().limit(limits);
        filter = {};
        filter.sources = {"TD22"};
        expect(filter);
        kind->setCurrentIndex(kind->findData(QStringLiteral("livestock")));
        filter.kinds = {"livestock"};
        expect(filter);
        kind->setCurrentIndex(0);
        source->setCurrentIndex(source->findData(QStringLiteral("SL20")));
        QVERIFY(QTest::qWaitFor(
            [&] { return open.countText().startsWith(QStringLiteral("0 of ")); }, patienceMs));
    }

    void a_click_on_a_heading_sorts_as_a_vietnamese_reads() {
        RecordsWindow open;
        for (const bool isDescending : {false, true}) {
            open.clickHeader(RecordColumn::Subject);
            QVERIFY(open.waitForList());
            std::vector<std::string> names = open.column(RecordColumn::Subject);
            const auto firstEmpty = std::find(names.begin(), names.end(), std::string());
            QVERIFY(
                std::all_of(firstEmpty, names.end(), [](const auto& one) { return one.empty(); }));
            QVERIFY(std::is_sorted(names.begin(), firstEmpty, [&](const auto& a, const auto& b) {
                return isDescending ? text::compare(b, a) < 0 : text::compare(a, b) < 0;
            }));
        }
        for (const bool isDescending : {false, true}) {
            open.clickHeader(RecordColumn::Value);
            QVERIFY(open.waitForList());
            std::vector<double> numbers;
            bool isEnd = false;
            for (const std::string& text : open.column(RecordColumn::Value)) {
                isEnd = isEnd || text.empty();
                QCOMPARE(text.empty(), isEnd); // those without a value are last
                if (!isEnd)
                    numbers.push_back(toQString(text).remove(u',').toDouble());
            }
            QVERIFY(numbers.size() > 50);
            QVERIFY(isDescending ? std::is_sorted(numbers.rbegin(), numbers.rend())
                                 : std::is_sorted(numbers.begin(), numbers.end()));
        }
    }

    void columns_are_hidden_and_shown_by_the_menu_of_the_headings() {
        RecordsWindow open;
        const int note = static_cast<int>(RecordColumn::Note),
                  holder = static_cast<int>(RecordColumn::Holder);
        QVERIFY(open.table->isColumnHidden(note));
        QHeaderView* header = open.table->horizontalHeader();
        for (const int column : {note, holder}) {
            emit header->customContextMenuRequested({5, 5});
            auto* menu = open.table->findChild<QMenu*>(QStringLiteral("columnMenu"));
            QVERIFY(menu != nullptr);
            const bool was = open.table->isColumnHidden(column);
            menu->actions()[column]->trigger();
            QCOMPARE(open.table->isColumnHidden(column), !was);
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        // So it is in the next window, too.
        const MainWindow another(open.sandbox.desk());
        const auto* table = another.findChild<QTableView*>(QStringLiteral("recordsTable"));
        QVERIFY(!table->isColumnHidden(note));
        QVERIFY(table->isColumnHidden(holder));
    }

    void a_record_that_is_clicked_is_shown_in_the_details_and_on_the_map() {
        RecordsWindow open;
        open.click(QStringLiteral("TD22-097"));
        auto* details = open.part<QTextBrowser>("detailsRecord");
        QVERIFY(QTest::qWaitFor([&] { return details->isVisible(); }, patienceMs));
        QVERIFY(details->toPlainText().contains(QStringLiteral("Sơn Bình")));
        const auto unit = open.sandbox.desk().selectedUnit();
        QVERIFY(unit != gazetteer::noUnit);
        QCOMPARE(open.sandbox.desk().contents()->gazetteer->unit(unit).name,
                 std::string("Sơn Bình"));
        QCOMPARE(open.countText(), QStringLiteral("%1 records").arg(open.sandbox.records()));
    }

    void the_selected_unit_of_the_map_narrows_the_list_when_asked() {
        RecordsWindow open;
        const Snapshot& contents = *open.sandbox.desk().contents();
        Desk& desk = open.sandbox.desk();
        open.click(QStringLiteral("TD22-097"));
        const auto sonBinh = desk.selectedUnit();
        open.part<QCheckBox>("recordsInUnit")->click();
        const records::RecordsByUnit byUnit(contents.gazetteer, contents.records);
        QVERIFY(QTest::qWaitFor([&] { return desk.activeFigures() != nullptr; }, patienceMs));
        desk.selectUnit(sonBinh, Desk::Zoom::No);
        const auto within = byUnit.within(sonBinh, desk.activeFigures()->evaluated.asOf).size();
        QVERIFY(within > 0 && within < contents.records->size());
        QVERIFY(QTest::qWaitFor([&] { return open.table->model()->rowCount() == int(within); },
                                patienceMs));
        desk.selectUnit(gazetteer::noUnit, Desk::Zoom::No);
        QVERIFY(QTest::qWaitFor(
            [&] { return open.table->model()->rowCount() == int(contents.records->size()); },
            patienceMs));
    }

    void selected_records_are_deleted_with_a_key_and_come_back_with_the_button() {
        RecordsWindow open;
        open.click(QStringLiteral("TD22-097"));
        open.click(QStringLiteral("TD22-098"), Qt::ControlModifier);
        QCOMPARE(open.panel->selectedIds().size(), std::size_t(2));
        QTest::keyClick(open.table, Qt::Key_Delete);
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-097"), false));
        QVERIFY(open.waitForEdit());
        QVERIFY(!open.has("TD22-097") && !open.has("TD22-098"));
        QCOMPARE(open.sandbox.said(), QStringLiteral("2 records were deleted."));
        QCOMPARE(open.action("undo")->text(), QStringLiteral("&Undo: Delete 2 records"));
        auto* offer = open.part<QToolButton>("undoOffer");
        QVERIFY(offer->isVisible());
        QTest::mouseClick(offer, Qt::LeftButton);
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-097"), true));
        QVERIFY(open.has("TD22-097") && open.has("TD22-098"));
        QVERIFY(open.sandbox.waitForJobs());
        QVERIFY(QTest::qWaitFor([&] { return open.action("redo")->isEnabled(); }, patienceMs));
        open.action("redo")->trigger();
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-098"), false));
        QVERIFY(open.sandbox.waitForJobs());
        QVERIFY(!open.has("TD22-098"));
    }

    void what_was_done_before_the_program_was_closed_is_taken_back_newest_first() {
        RecordsWindow open;
        // As another session, or the command line, does it.
        const auto file = toPath(open.sandbox.path(QStringLiteral("terroir.sqlite")));
        {
            workspace::Workspace other(file, store::Mode::ReadWrite);
            workspace::deleteRecords(other, "Lan", {"TD22-097"});
            workspace::changeRecord(other, "Lan", "TD22-098", {{"holder", "HTX Bản Bo"}});
        }
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-097"), false)); // it is read again by itself
        QVERIFY(QTest::qWaitFor(
            [&] { return open.action("undo")->text().contains(QStringLiteral("TD22-098")); },
            patienceMs));
        // An edit of this window comes after them, and goes first.
        open.click(QStringLiteral("TD22-099"));
        QTest::keyClick(open.table, Qt::Key_Delete);
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-099"), false));
        QVERIFY(open.waitForEdit());
        QCOMPARE(open.action("undo")->text(), QStringLiteral("&Undo: Delete the record TD22-099"));
        const auto undo = [&](const QString& next) {
            open.action("undo")->trigger();
            return open.sandbox.waitForJobs() &&
                   QTest::qWaitFor([&] { return open.action("undo")->text().contains(next); },
                                   patienceMs);
        };
        QVERIFY(undo(QStringLiteral("changed the record TD22-098")));
        QVERIFY(open.has("TD22-099"));
        QVERIFY(undo(QStringLiteral("deleted the record TD22-097")));
        QVERIFY(!open.has("TD22-097"));
        QVERIFY(undo(QStringLiteral("&Undo")));
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-097"), true));
        QVERIFY(QTest::qWaitFor([&] { return !open.action("undo")->isEnabled(); }, patienceMs));
        workspace::Workspace now(file, store::Mode::ReadOnly);
        QVERIFY(records::loadRecord(now.file(), "TD22-098")->holder != "HTX Bản Bo");
        store::EditLog log(now.file());
        QCOMPARE(log.edits().size(), std::size_t(3)); // the history keeps them all
        QVERIFY(!log.newest());
    }

    void an_edit_of_another_program_is_not_undone_in_place_of_ones_own() {
        RecordsWindow open;
        open.click(QStringLiteral("TD22-099"));
        QCOMPARE(open.panel->selectedIds(), std::vector<std::string>{"TD22-099"});
        QTest::keyClick(open.table, Qt::Key_Delete);
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-099"), false));
        QVERIFY(open.waitForEdit());
        {
            workspace::Workspace other(toPath(open.sandbox.path(QStringLiteral("terroir.sqlite"))),
                                       store::Mode::ReadWrite);
            workspace::deleteRecords(other, "Lan", {"TD22-097"});
        }
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-097"), false));
        QVERIFY(QTest::qWaitFor(
            [&] { return open.action("undo")->text().contains(QStringLiteral("TD22-097")); },
            patienceMs));
        open.action("undo")->trigger();
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-097"), true));
        QVERIFY(!open.has("TD22-099"));
        QVERIFY(open.sandbox.waitForJobs());
        QVERIFY(QTest::qWaitFor(
            [&] { return open.action("undo")->text().contains(QStringLiteral("TD22-099")); },
            patienceMs));
        open.action("undo")->trigger();
        QVERIFY(open.waitUntilRow(QStringLiteral("TD22-099"), true));
    }

    void the_history_of_a_record_says_who_did_what() {
        RecordsWindow open;
        {
            workspace::Workspace other(toPath(open.sandbox.path(QStringLiteral("terroir.sqlite"))),
                                       store::Mode::ReadWrite);
            workspace::changeRecord(other, "Lan", "TD22-097", {{"holder", "HTX Bản Bo"}});
        }
        open.click(QStringLiteral("TD22-097"));
        for (QAction* action : open.table->actions())
            if (action->objectName() == QLatin1String("recordHistory"))
                action->trigger();
        QWidget* history = nullptr;
        QVERIFY(QTest::qWaitFor(
            [&] {
                history = open.window->findChild<QWidget*>(QStringLiteral("resultWindow"));
                return history != nullptr;
            },
            patienceMs));
        const auto* rows = history->findChild<QTableView*>(QStringLiteral("rows"));
        QStringList texts;
        for (int column = 0; column < rows->model()->columnCount(); ++column)
            texts.append(rows->model()->index(0, column).data().toString());
        QVERIFY(texts.contains(QStringLiteral("Lan")));
        QVERIFY(texts.contains(QStringLiteral("HTX Bản Bo")));
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::RecordsPanelTest)
#include "test_records_panel.moc"
