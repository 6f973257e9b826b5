#include "core/records/record_ground.hpp"
#include "core/records/record_store.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/record_commands.hpp"
#include "plugin/viewer/record_dialog.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

class DrawingWindow {
public:
    DrawingWindow() : window(sandbox.desk()) {
        window.resize(1366, 768);
        window.show();
        QSignalSpy shown(&window.mapArea(), &MapPane::pictureShown);
        if (!sandbox.open() || (shown.isEmpty() && !shown.wait(patienceMs)))
            qFatal("the packaged workspace does not open");
    }
    MapCanvas& canvas() { return window.mapArea().canvas(0); }
    /// By so many pixels from the middle, which lies within huyện Tam Đường.
    QPoint at(int x, int y) { return canvas().rect().center() + QPoint(x, y); }
    void click(int x, int y) { QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at(x, y)); }
    /// As a mouse sends it: the first click comes before the event of the second.
    void doubleClick(int x, int y) {
        click(x, y);
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, at(x, y));
    }
    void key(Qt::Key key) { QTest::keyClick(&canvas(), key); }
    RecordCommands& commands() { return *window.findChild<RecordCommands*>(); }
    QPushButton* button(const char* name) {
        return window.findChild<QPushButton*>(QLatin1String(name));
    }
    QWidget& strip() { return *window.findChild<QWidget*>(QStringLiteral("groundDrawing")); }
    QString words() { return window.findChild<QLabel*>(QStringLiteral("drawnWords"))->text(); }

    RecordDialog& form() {
        RecordDialog* found = nullptr;
        if (!QTest::qWaitFor(
                [&] {
                    found = window.findChild<RecordDialog*>();
                    return found != nullptr && found->isVisible();
                },
                patienceMs))
            qFatal("no form");
        return *found;
    }
    /// Presses "Draw…" and chooses.
    void draw(const char* what) {
        auto* menu = form().findChild<QMenu*>(QStringLiteral("drawMenu"));
        emit menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(QLatin1String(what));
        if (action == nullptr)
            qFatal("%s is not offered", what);
        action->trigger();
    }
    bool offers(const char* what) {
        auto* menu = form().findChild<QMenu*>(QStringLiteral("drawMenu"));
        emit menu->aboutToShow();
        return menu->findChild<QAction*>(QLatin1String(what)) != nullptr;
    }
    QString text(const char* label) {
        return form().findChild<QLabel*>(QLatin1String(label))->text();
    }
    QString verdict() {
        QSignalSpy checked(&form(), &RecordDialog::checked);
        checked.wait(patienceMs);
        return text("verdict");
    }
    /// Stores what the form says; a doubt is seen first.
    bool save() {
        for (int press = 0; press < 2 && window.findChild<RecordDialog*>() != nullptr; ++press) {
            QSignalSpy checked(&form(), &RecordDialog::checked);
            QTest::mouseClick(form().findChild<QPushButton*>(QStringLiteral("saveRecord")),
                              Qt::LeftButton);
            if (!QTest::qWaitFor(
                    [&] {
                        return !checked.isEmpty() || window.findChild<RecordDialog*>() == nullptr;
                    },
                    patienceMs) ||
                !sandbox.waitForJobs())
                return false;
            QTest::qWait(50);
        }
        return QTest::qWaitFor([&] { return window.findChild<RecordDialog*>() == nullptr; },
                               patienceMs);
    }
    void undo() {
        auto* action = window.findChild<QAction*>(QStringLiteral("undo"));
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        sandbox.waitForJobs();
    }
    std::optional<records::RecordGround> ground(const char* id) const {
        workspace::Workspace now(file(), store::Mode::ReadOnly);
        return records::loadGround(now.file(), id);
    }
    bool hasRecord(const char* id) const {
        workspace::Workspace now(file(), store::Mode::ReadOnly);
        return records::loadRecord(now.file(), id).has_value();
    }
    std::filesystem::path file() const {
        return toPath(sandbox.path(QStringLiteral("terroir.sqlite")));
    }
    /// For people who look at it: $TERROIR_PICTURES is a folder.
    void keepPicture(const char* name) {
        if (const QString folder = qEnvironmentVariable("TERROIR_PICTURES"); !folder.isEmpty())
            window.grab().save(QDir(folder).filePath(QLatin1String(name)));
    }

    Sandbox sandbox;
    MainWindow window;
};

} // namespace

class GroundDrawingTest final : public QObject {
    Q_OBJECT
private slots:
    void a_zone_is_drawn_corner_by_corner_compared_with_the_stated_area_stored_and_undone() {
        DrawingWindow open;
        open.commands().add({{"subject", "chè"}, {"area", "1000000 ha"}, {"period", "2024"}});
        RecordDialog& form = open.form();
        open.draw("drawZones");
        QVERIFY(!form.isVisible());
        QVERIFY(open.strip().isVisible());
        const auto selected = open.sandbox.desk().selectedUnit();
        open.click(0, 0);
        open.click(60, 0);
        QVERIFY2(open.words().startsWith(QStringLiteral("2 of at least 3")),
                 qPrintable(open.words()));
        open.key(Qt::Key_Return); // too few corners: it goes on
        QVERIFY(open.strip().isVisible());
        open.click(60, 50);
        QVERIFY2(open.words().contains(QStringLiteral(" ha, ")) &&
                     open.words().contains(QStringLiteral("km around")),
                 qPrintable(open.words()));
        open.click(300, 50);
        open.key(Qt::Key_Backspace);
        open.keepPicture("zone.png");
        QCOMPARE(open.sandbox.desk().selectedUnit(), selected); // a click selects nothing
        open.doubleClick(0, 50);
        QTRY_VERIFY(form.isVisible());
        QVERIFY(!open.strip().isVisible());
        QVERIFY2(open.text("groundWords").startsWith(QStringLiteral("zone of ")),
                 qPrintable(open.text("groundWords")));
        const QString verdict = open.verdict();
        QVERIFY2(verdict.contains(QStringLiteral("The stated area is 1,000,000 ha")),
                 qPrintable(verdict));
        QVERIFY(open.save());
        const auto ground = open.ground("nhap-tay-n1");
        QVERIFY(ground && ground->accuracy == records::Accuracy::Drawn);
        QCOMPARE(ground->shape.polygons.size(), std::size_t(1));
        QCOMPARE(ground->shape.polygons.front().outer.size(), std::size_t(5)); // four, closed
        open.undo();
        QVERIFY(!open.hasRecord("nhap-tay-n1"));
        QVERIFY(!open.ground("nhap-tay-n1"));
    }

    void what_is_there_is_kept_replaced_or_taken_away_each_undone_alone() {
        DrawingWindow open;
        const char* id = "TD22-097";
        open.commands().edit(id);
        open.form();
        QVERIFY(!open.offers("addZones"));
        open.draw("drawZones");
        open.click(0, 0);
        open.click(40, 0);
        open.click(40, 40);
        QTest::mouseClick(open.button("drawAnother"), Qt::LeftButton);
        open.click(-60, 0);
        open.click(-20, 0);
        open.click(-20, 40);
        QTest::mouseClick(open.button("drawDone"), Qt::LeftButton);
        auto* coordinates = open.form().findChild<QLineEdit*>(QStringLiteral("coordinates"));
        QVERIFY(coordinates);
        QTest::keyClicks(coordinates, QStringLiteral("2"));
        QTest::keyClick(coordinates, Qt::Key_Backspace); // no point stood there: the zones stay
        QVERIFY(open.save());
        QCOMPARE(open.ground(id)->shape.polygons.size(), std::size_t(2));

        open.commands().edit(id); // one more, by the keys alone: the map moves below the middle
        open.form();
        QVERIFY(open.offers("addZones") && open.offers("drawZones") && open.offers("drawLines"));
        QVERIFY(!open.offers("addLines"));
        open.draw("addZones");
        QTest::qWait(50);
        for (const Qt::Key move : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Up}) {
            open.key(Qt::Key_Plus);
            open.key(move);
            open.key(Qt::Key_Space);
        }
        open.key(Qt::Key_Return);
        QVERIFY(open.save());
        const auto three = open.ground(id);
        QVERIFY(three && three->accuracy == records::Accuracy::Drawn);
        QVERIFY(three->shape.polygons.size() >= 2); // one that overlaps becomes part of the other

        open.commands().edit(id);
        QTest::mouseClick(open.form().findChild<QPushButton*>(QStringLiteral("noGround")),
                          Qt::LeftButton);
        QVERIFY(open.save());
        QVERIFY(!open.ground(id));
        open.undo();
        QCOMPARE(open.ground(id)->shape.polygons.size(), three->shape.polygons.size());
        open.undo();
        QCOMPARE(open.ground(id)->shape.polygons.size(), std::size_t(2));
        open.undo();
        QVERIFY(!open.ground(id));
    }

    void escape_gives_up_and_the_form_is_as_it_was() {
        DrawingWindow open;
        open.commands().add();
        RecordDialog& form = open.form();
        open.draw("drawZones");
        open.click(0, 0);
        open.click(40, 0);
        open.click(40, 40);
        QApplication::setActiveWindow(&open.window);
        open.key(Qt::Key_Escape);
        QTRY_VERIFY(form.isVisible());
        QVERIFY(open.text("groundWords").isEmpty());
        // The map is a map again.
        QSignalSpy clicked(&open.canvas(), &MapCanvas::clicked);
        open.click(0, 0);
        QCOMPARE(clicked.size(), 1);
        delete &form;
    }

    void sides_that_cross_are_said_while_drawing_and_in_the_form() {
        DrawingWindow open;
        open.commands().add({{"subject", "chè"}, {"area", "2 ha"}, {"period", "2024"}});
        open.form();
        open.draw("drawZones");
        open.click(0, 0);
        open.click(80, 80);
        open.click(80, 0);
        open.click(0, 80);
        QVERIFY2(open.words().contains(QStringLiteral("sides cross")), qPrintable(open.words()));
        open.key(Qt::Key_Return);
        const QString verdict = open.verdict();
        QVERIFY2(verdict.contains(QStringLiteral("crossed itself")), qPrintable(verdict));
        delete &open.form();
    }

    void a_zone_is_drawn_first_from_the_menu_of_the_map() {
        DrawingWindow open;
        QContextMenuEvent event(QContextMenuEvent::Mouse, open.at(0, 0),
                                open.canvas().mapToGlobal(open.at(0, 0)));
        QApplication::sendEvent(&open.canvas(), &event);
        QMenu* menu = nullptr;
        QVERIFY(QTest::qWaitFor(
            [&] {
                menu = open.window.findChild<QMenu*>(QStringLiteral("mapMenu"));
                return menu != nullptr && menu->isVisible();
            },
            patienceMs));
        menu->findChild<QAction*>(QStringLiteral("menuDraw"))->trigger();
        menu->close();
        open.click(0, 0);
        open.click(40, 0);
        open.doubleClick(40, 40);
        open.form();
        QVERIFY(open.text("groundWords").startsWith(QStringLiteral("zone of ")));
        delete &open.form();
    }

    void a_line_ends_with_a_double_click_at_its_last_corner() {
        DrawingWindow open;
        open.commands().add();
        open.draw("drawLines");
        open.click(0, 0);
        open.doubleClick(60, 0);
        open.form();
        QVERIFY2(open.text("groundWords").startsWith(QStringLiteral("line of ")),
                 qPrintable(open.text("groundWords")));
        delete &open.form();
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::GroundDrawingTest)
#include "test_ground_drawing.moc"
