#include "plugin/viewer/chart_panel.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/province_dialog.hpp"
#include "plugin/viewer/report_pane.hpp"
#include "plugin/viewer/search_box.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/viewer.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>

namespace terroir::viewer {

class WindowTest final : public QObject {
    Q_OBJECT

    static constexpr int patienceMs = 60'000;

    /// A window on a workspace of its own, as large as a small screen has room for.
    struct Bench {
        Sandbox sandbox;
        std::unique_ptr<MainWindow> window;
        Bench() {
            QSettings().clear();
            window = std::make_unique<MainWindow>(sandbox.desk());
            window->restoreLook();
            window->setWindowState(Qt::WindowNoState);
            window->resize(1366, 740);
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
            QVERIFY(sandbox.open());
            QTRY_VERIFY_WITH_TIMEOUT(sandbox.desk().figures(0) != nullptr, patienceMs);
        }
        template <typename Widget>
        Widget* find(const char* name) {
            return window->findChild<Widget*>(QLatin1String(name));
        }
        QAction* action(const QString& text) {
            for (QAction* one : window->findChildren<QAction*>())
                if (one->text().remove(QLatin1Char('&')) == text)
                    return one;
            return nullptr;
        }
        bool waitForFigures() {
            QSignalSpy changed(&sandbox.desk(), &Desk::figuresChanged);
            return changed.wait(patienceMs);
        }
    };

    /// Does something with the dialog of a name as soon as it is up.
    static void whenAsked(const char* name, std::function<void(QDialog&)> work) {
        auto* timer = new QTimer(qApp);
        connect(timer, &QTimer::timeout, timer, [=] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr || dialog->objectName() != QLatin1String(name))
                return;
            timer->deleteLater();
            work(*dialog);
        });
        timer->start(50);
    }

private slots:
    void a_report_named_at_the_start_is_opened_when_the_workspace_is_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRead");
        const QByteArray report("Xã Bản Bo, huyện Tam Đường có 5 mô hình khuyến nông.\n");
        QTest::newRow("text") << "bc.txt" << report << true;
        QTest::newRow("text with marks") << "bc.md" << report << true;
        QTest::newRow("damaged") << "bc.docx" << QByteArray("PK\x03\x04 damaged") << false;
        QTest::newRow("not there") << "bc.pdf" << QByteArray() << false;
    }
    void a_report_named_at_the_start_is_opened_when_the_workspace_is() {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(bool, isRead);
        QSettings().clear();
        const Sandbox files;
        const QString workspace = files.path(QStringLiteral("terroir.sqlite"));
        const QString file = text.isEmpty() ? files.path(name) : files.write(name, text);
        QString asked;
        if (!isRead)
            answerQuestion({}, &asked);
        Viewer viewer({{workspace, file, files.path(QStringLiteral("b.pdf"))}, {}, {}, {}, "en"});
        QStringList said;
        connect(&viewer.desk(), &Desk::said, this, [&said](const QString& one) { said += one; });
        QTRY_VERIFY_WITH_TIMEOUT(isRead ? viewer.window().report().isOpen() : !asked.isEmpty(),
                                 patienceMs);
        QVERIFY2(isRead || asked.contains(name), qPrintable(asked));
        QVERIFY2(said.join(u' ').contains(QStringLiteral("b.pdf")), "left out in silence");
        QCOMPARE(pathText(viewer.desk().contents()->file), workspace);
    }

    void a_small_screen_has_eight_rows_of_the_table_and_names_beside_the_bars() {
        Bench bench;
        auto* table = bench.find<QTableView>("tableView");
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->model()->rowCount() > 8, patienceMs);
        const int rows =
            table->viewport()->height() / table->verticalHeader()->defaultSectionSize();
        QVERIFY2(rows >= 8, qPrintable(QString::number(rows)));
        QVERIFY(bench.window->mapArea().height() >= 250);
    }

    void the_province_is_found_as_it_is_typed_and_is_the_area_of_every_theme() {
        Bench bench;
        Desk& desk = bench.sandbox.desk();
        QVERIFY(!wasAskedForProvince());
        const std::string before = desk.spec(0).settings.within;
        QCOMPARE(before, std::string());
        whenAsked("provinceDialog", [](QDialog& dialog) {
            auto* names = dialog.findChild<QListWidget*>(QStringLiteral("provinces"));
            QVERIFY(names->count() > 30);
            QTest::keyClicks(dialog.findChild<QLineEdit*>(QStringLiteral("provinceName")),
                             QStringLiteral("son la"));
            QCOMPARE(names->count(), 1);
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("chooseProvince")),
                              Qt::LeftButton);
        });
        bench.action(QStringLiteral("My province…"))->trigger();
        QVERIFY(bench.waitForFigures());
        const auto& gazetteer = *desk.contents()->gazetteer;
        const auto within = [&] { return desk.figures(0)->evaluated.within; };
        QCOMPARE(gazetteer.unit(within()).name, std::string("Sơn La"));
        desk.showTheme(0, "ocop");
        QVERIFY(bench.waitForFigures());
        QCOMPARE(gazetteer.unit(within()).name, std::string("Sơn La"));
        QCOMPARE(storedProvince(), desk.province());
        // An area that was chosen stays.
        MapSpec spec = desk.spec(0);
        spec.settings.within = theme::Settings::country;
        desk.change(0, spec, QStringLiteral("Area"));
        QVERIFY(bench.waitForFigures());
        whenAsked("provinceDialog", [](QDialog& dialog) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("noProvince")),
                              Qt::LeftButton);
        });
        bench.action(QStringLiteral("My province…"))->trigger();
        QCOMPARE(desk.spec(0).settings.within, std::string(theme::Settings::country));
        QCOMPARE(desk.province(), std::string());
        QVERIFY(wasAskedForProvince());
    }

    void a_question_that_is_skipped_is_not_asked_again() {
        Bench bench;
        whenAsked("provinceDialog",
                  [](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
        bench.action(QStringLiteral("My province…"))->trigger();
        QVERIFY(wasAskedForProvince());
        QCOMPARE(storedProvince(), std::string());
    }

    void a_day_is_typed_as_people_write_it_and_refused_when_it_is_none() {
        Bench bench;
        Desk& desk = bench.sandbox.desk();
        auto* day = bench.find<DayEdit>("day");
        QCOMPARE(day->text(), QStringLiteral("15/04/2022"));
        day->setFocus();
        const auto type = [day](const QString& text) {
            day->selectAll();
            QTest::keyClicks(day, text);
            QTest::keyClick(day, Qt::Key_Return);
        };
        for (const char* none : {"31/2/2024", "linh tinh", "2019-13-45", ""}) {
            type(QString::fromUtf8(none));
            QVERIFY(!day->day());
            QVERIFY2(!desk.spec(0).settings.asOf, none);
            QVERIFY(!day->styleSheet().isEmpty());
        }
        QVERIFY(bench.sandbox.said().contains(QStringLiteral("31/12/2024")));
        QTest::keyClick(day, Qt::Key_Escape);
        QCOMPARE(day->text(), QStringLiteral("15/04/2022"));
        type(QStringLiteral("1/7/2023"));
        QVERIFY(bench.waitForFigures());
        QCOMPARE(desk.figures(0)->evaluated.asOf, Date::of(2023, 7, 1));
        QCOMPARE(day->text(), QStringLiteral("01/07/2023"));
        desk.undoStack().undo();
        QVERIFY(bench.waitForFigures());
        QCOMPARE(day->text(), QStringLiteral("15/04/2022"));
    }

    void coordinates_that_are_typed_are_gone_to() {
        Bench bench;
        auto* search = bench.find<SearchBox>("search");
        QTRY_VERIFY_WITH_TIMEOUT(search->isReady(), patienceMs);
        // The zone of VN-2000 is that of the units on the map.
        QTRY_VERIFY_WITH_TIMEOUT(bench.sandbox.desk().activeFigures() != nullptr, patienceMs);
        auto* edit = bench.find<QLineEdit>("searchEdit");
        MapCanvas& canvas = bench.window->mapArea().canvas(0);
        for (const char* text : {"22.36, 103.7", "22°21'36\"B 103°42'Đ", "2473200 572000"}) {
            canvas.showAll();
            edit->setFocus();
            edit->clear();
            edit->setText(QString::fromUtf8(text));
            emit edit->textEdited(edit->text());
            QVERIFY2(bench.find<QLabel>("searchNotice")
                         ->text()
                         .startsWith(QStringLiteral("Coordinates 22.3")),
                     text);
            QTest::keyClick(edit, Qt::Key_Return);
            QCOMPARE(canvas.markers().size(), std::size_t(1));
            QVERIFY(std::abs(canvas.markers().front().at.x - 103.7 * 111'319.49) < 3000);
            QVERIFY(canvas.view().box(canvas.size()).width() < 60'000);
        }
    }

    void the_coordinates_under_the_pointer_are_copied() {
        Bench bench;
        QAction* copy = bench.action(QStringLiteral("Copy the coordinates under the pointer"));
        QVERIFY(!copy->isEnabled());
        QTest::mouseMove(&bench.window->mapArea().canvas(0), {100, 100});
        QTRY_VERIFY(copy->isEnabled());
        copy->trigger();
        const QStringList parts = QGuiApplication::clipboard()->text().split(QStringLiteral(", "));
        QCOMPARE(parts.size(), 2);
        QVERIFY(parts[0].toDouble() > 8 && parts[0].toDouble() < 24);
        QVERIFY(parts[1].toDouble() > 102 && parts[1].toDouble() < 110);
    }

    void help_is_a_key_away_and_lists_the_keys() {
        Bench bench;
        QString guide, keys, about;
        const auto read = [](QString& into) {
            return [&into](QDialog& dialog) {
                into = dialog.findChild<QTextBrowser*>(QStringLiteral("helpText"))->toPlainText();
                QTest::keyClick(&dialog, Qt::Key_Escape);
            };
        };
        whenAsked("helpGuideDialog", read(guide));
        auto* action = bench.find<QAction>("helpGuide");
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F1));
        action->trigger();
        QVERIFY(guide.contains(QStringLiteral("Filter")));
        whenAsked("helpKeysDialog", read(keys));
        bench.find<QAction>("helpKeys")->trigger();
        QVERIFY2(keys.contains(QStringLiteral("Ctrl+Z")) && keys.contains(QStringLiteral("F1")),
                 qPrintable(keys));
        whenAsked("helpAboutDialog", read(about));
        bench.find<QAction>("helpAbout")->trigger();
        QVERIFY(about.startsWith(QStringLiteral("terroir")));
    }

    void every_control_has_a_tool_tip() {
        Bench bench;
        QStringList without;
        const auto isControl = [](const QWidget& widget) {
            return qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
                   qobject_cast<const QComboBox*>(&widget) != nullptr ||
                   qobject_cast<const QLineEdit*>(&widget) != nullptr ||
                   qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr ||
                   qobject_cast<const QSlider*>(&widget) != nullptr;
        };
        for (const QWidget* widget : bench.window->findChildren<QWidget*>()) {
            const QString name = widget->objectName();
            const bool isPart = qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                                qobject_cast<const QComboBox*>(widget->parentWidget()) ||
                                qobject_cast<const QTabBar*>(widget->parentWidget()) ||
                                qobject_cast<const QMenuBar*>(widget->parentWidget()) ||
                                qobject_cast<const QTableView*>(widget->parentWidget()) ||
                                qobject_cast<const QLineEdit*>(widget->parentWidget());
            if (!isControl(*widget) || isPart || name.startsWith(QStringLiteral("qt_")))
                continue;
            if (widget->toolTip().isEmpty())
                without.append(name + QLatin1Char(' ') + widget->accessibleName());
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(QLatin1Char('\n'))));
    }

    void what_has_the_keyboard_is_seen_after_tab() {
        Bench bench;
        auto* ring = bench.find<QWidget>("focusRing");
        QVERIFY(ring != nullptr);
        bench.window->activateWindow();
        bench.find<QLineEdit>("searchEdit")->setFocus();
        QTest::keyClick(bench.find<QLineEdit>("searchEdit"), Qt::Key_Tab);
        QTRY_VERIFY(ring->isVisible());
        QTest::mouseClick(&bench.window->mapArea().canvas(0), Qt::LeftButton, {}, {5, 5});
        QVERIFY(!ring->isVisible());
    }

    void two_maps_have_two_legends_and_the_note_on_boundaries() {
        Bench bench;
        bench.window->mapArea().setMode(MapPane::Mode::SideBySide);
        QTRY_VERIFY_WITH_TIMEOUT(bench.sandbox.desk().figures(1) != nullptr, patienceMs);
        for (const char* name : {"legendTitle0", "legendTitle1"})
            QTRY_VERIFY(bench.find<QLabel>(name)->isVisibleTo(bench.window.get()));
        QVERIFY(bench.find<QWidget>("legendView1")->isVisibleTo(bench.window.get()));
        for (const char* name : {"mapTitle0", "mapTitle1"})
            QVERIFY2(
                bench.find<QLabel>(name)->text().contains(QStringLiteral("Approximate boundaries")),
                qPrintable(bench.find<QLabel>(name)->text()));
        bench.window->mapArea().setMode(MapPane::Mode::Single);
        QVERIFY(!bench.find<QLabel>("legendTitle0")->isVisibleTo(bench.window.get()));
        QVERIFY(!bench.find<QWidget>("legendView1")->isVisibleTo(bench.window.get()));
    }
};

} // namespace terroir::viewer

using terroir::viewer::WindowTest;
TERROIR_VIEWER_TEST_MAIN(WindowTest)
#include "test_window.moc"
