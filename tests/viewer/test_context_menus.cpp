#include "core/records/record_ground.hpp"
#include "core/records/record_store.hpp"
#include "core/theme/known_themes.hpp"
#include "core/workspace/attachments.hpp"
#include "plugin/viewer/attachments_dialog.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/record_commands.hpp"
#include "plugin/viewer/record_dialog.hpp"
#include "plugin/viewer/source_commands.hpp"
#include "plugin/viewer/source_dialogs.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

class MenuWindow {
public:
    MenuWindow() : window(sandbox.desk()) {
        window.resize(1366, 768);
        window.show();
        QSignalSpy shown(&window.mapArea(), &MapPane::pictureShown);
        if (!sandbox.open() || (shown.isEmpty() && !shown.wait(patienceMs)))
            qFatal("the packaged workspace does not open");
    }
    /// Within huyện Tam Đường, which the theme shows whole.
    QPoint middle() { return window.mapArea().canvas(0).rect().center(); }
    void rightClick(QPoint at) {
        MapCanvas& canvas = window.mapArea().canvas(0);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas.mapToGlobal(at));
        QApplication::sendEvent(&canvas, &event);
    }
    QMenu* menu(const char* name) {
        QMenu* found = nullptr;
        const bool isThere = QTest::qWaitFor(
            [&] {
                found = window.findChild<QMenu*>(QLatin1String(name));
                return found != nullptr && found->isVisible();
            },
            patienceMs);
        return isThere ? found : nullptr;
    }
    static void choose(QMenu* menu, const char* action) {
        auto* chosen = menu->findChild<QAction*>(QLatin1String(action));
        chosen->trigger();
        menu->close();
    }
    std::filesystem::path file() const {
        return toPath(sandbox.path(QStringLiteral("terroir.sqlite")));
    }

    Sandbox sandbox;
    MainWindow window;
};

} // namespace

class ContextMenusTest final : public QObject {
    Q_OBJECT
private slots:
    void the_map_says_what_lies_there_and_adds_a_record_there() {
        MenuWindow open;
        const QPoint at = open.middle();
        open.rightClick(at);
        QMenu* menu = open.menu("mapMenu");
        QVERIFY(menu != nullptr);
        MenuWindow::choose(menu, "menuCopyName");
        const QString name = QApplication::clipboard()->text();
        QVERIFY2(name.contains(QStringLiteral("Lai Châu")), qPrintable(name));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        open.rightClick(at);
        menu = open.menu("mapMenu");
        MenuWindow::choose(menu, "menuCopyCoordinates");
        const QStringList parts = QApplication::clipboard()->text().split(QStringLiteral(", "));
        QCOMPARE(parts.size(), 2);
        QVERIFY(parts[0].toDouble() > 22 && parts[0].toDouble() < 23);
        QVERIFY(parts[1].toDouble() > 103 && parts[1].toDouble() < 104);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        open.rightClick(at);
        MenuWindow::choose(open.menu("mapMenu"), "menuAdd");
        auto* form = open.window.findChild<RecordDialog*>();
        QVERIFY(form != nullptr);
        QCOMPARE(form->findChild<QLineEdit*>(QStringLiteral("field_place"))->text(), name);
        delete form;
    }

    void a_position_is_clicked_on_the_map_and_stored_with_the_record() {
        MenuWindow open;
        open.window.findChild<RecordCommands*>()->edit("TD22-097");
        RecordDialog* form = nullptr;
        QVERIFY(QTest::qWaitFor(
            [&] { return (form = open.window.findChild<RecordDialog*>()) != nullptr; },
            patienceMs));
        QTest::mouseClick(form->findChild<QPushButton*>(QStringLiteral("pickPoint")),
                          Qt::LeftButton);
        QVERIFY(!form->isVisible());
        QVERIFY(open.window.mapArea().isPicking());
        const auto selected = open.sandbox.desk().selectedUnit();
        QTest::mouseClick(&open.window.mapArea().canvas(0), Qt::LeftButton, {},
                          open.middle());
        QVERIFY(QTest::qWaitFor([&] { return form->isVisible(); }, patienceMs));
        QVERIFY(!open.window.mapArea().isPicking());
        QCOMPARE(open.sandbox.desk().selectedUnit(), selected); // it selects nothing
        QVERIFY(form->findChild<QLineEdit*>(QStringLiteral("coordinates"))
                    ->text()
                    .startsWith(QStringLiteral("22.")));
        auto* save = form->findChild<QPushButton*>(QStringLiteral("saveRecord"));
        for (int press = 0; press < 2 && open.window.findChild<RecordDialog*>() != nullptr;
             ++press) { // the second for a doubt that was seen
            QSignalSpy checked(form, &RecordDialog::checked);
            QTest::mouseClick(save, Qt::LeftButton);
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return !checked.isEmpty() ||
                           open.window.findChild<RecordDialog*>() == nullptr;
                },
                patienceMs));
            QVERIFY(open.sandbox.waitForJobs());
            QTest::qWait(50);
        }
        QVERIFY(QTest::qWaitFor(
            [&] { return open.window.findChild<RecordDialog*>() == nullptr; }, patienceMs));
        workspace::Workspace now(open.file(), store::Mode::ReadOnly);
        const auto ground = records::loadGround(now.file(), "TD22-097");
        QVERIFY(ground.has_value());
        QCOMPARE(ground->shape.points.size(), std::size_t(1));
        QVERIFY(ground->accuracy == records::Accuracy::Drawn);
    }

    void escape_gives_the_form_back_without_a_position() {
        MenuWindow open;
        RecordCommands* commands = open.window.findChild<RecordCommands*>();
        commands->add();
        auto* form = open.window.findChild<RecordDialog*>();
        QTest::mouseClick(form->findChild<QPushButton*>(QStringLiteral("pickPoint")),
                          Qt::LeftButton);
        QVERIFY(!form->isVisible());
        QApplication::setActiveWindow(&open.window);
        QTest::keyClick(&open.window.mapArea().canvas(0), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return form->isVisible(); }, patienceMs));
        QVERIFY(form->findChild<QLineEdit*>(QStringLiteral("coordinates"))->text().isEmpty());
        auto* coordinates = form->findChild<QLineEdit*>(QStringLiteral("coordinates"));
        coordinates->setFocus();
        QTest::keyClicks(coordinates, QStringLiteral("99.5, 200"));
        QSignalSpy checked(form, &RecordDialog::checked);
        QVERIFY(checked.wait(patienceMs));
        QVERIFY(form->findChild<QLabel*>(QStringLiteral("verdict"))
                    ->text()
                    .contains(QStringLiteral("99.5, 200")));
        coordinates->clear();
        QTest::keyClicks(coordinates, QStringLiteral("22.36, 103.71"));
        QVERIFY(form->findChild<QLabel*>(QStringLiteral("groundWords"))
                    ->text()
                    .contains(QStringLiteral("103")));
        delete form;
    }

    void a_document_is_renamed_and_removed_with_its_records_after_a_question() {
        MenuWindow open;
        open.window.findChild<QAction*>(QStringLiteral("sourcesAll"))->trigger();
        auto* list = open.window.findChild<SourcesDialog*>();
        QVERIFY(list != nullptr);
        auto* rows = list->findChild<QTableView*>(QStringLiteral("sourceRows"));
        const auto choose = [&](const QString& id) {
            for (int row = 0; row < rows->model()->rowCount(); ++row)
                if (rows->model()->index(row, 0).data().toString() == id)
                    rows->selectRow(row);
        };
        choose(QStringLiteral("TD22"));
        QTest::mouseClick(list->findChild<QPushButton*>(QStringLiteral("changeSource")),
                          Qt::LeftButton);
        auto* form = open.window.findChild<SourceDialog*>();
        QVERIFY(form != nullptr);
        auto* date = form->findChild<QLineEdit*>(QStringLiteral("date"));
        date->setText(QStringLiteral("31/2/2022"));
        QTest::mouseClick(form->findChild<QPushButton*>(QStringLiteral("saveSource")),
                          Qt::LeftButton);
        QVERIFY(open.sandbox.waitForJobs());
        QVERIFY(form->isVisible());
        QVERIFY(form->findChild<QLabel*>(QStringLiteral("problem"))
                    ->text()
                    .contains(QStringLiteral("31/2/2022")));
        date->setText(QStringLiteral("31/12/2022"));
        form->findChild<QLineEdit*>(QStringLiteral("title"))->setText(QStringLiteral("Bao cao"));
        QTest::mouseClick(form->findChild<QPushButton*>(QStringLiteral("saveSource")),
                          Qt::LeftButton);
        QVERIFY(open.sandbox.waitForJobs());
        const auto titleIs = [&](const char* title) {
            return QTest::qWaitFor(
                [&] {
                    for (const records::Source& source : *open.sandbox.desk().contents()->sources)
                        if (source.id == "TD22")
                            return source.title == title;
                    return false;
                },
                patienceMs);
        };
        QVERIFY(titleIs("Bao cao"));
        choose(QStringLiteral("TD22"));
        const std::size_t before = open.sandbox.records();
        QString asked;
        answerQuestion({}, &asked);
        QTest::mouseClick(list->findChild<QPushButton*>(QStringLiteral("removeSource")),
                          Qt::LeftButton);
        QCOMPARE(open.sandbox.records(), before);
        answerQuestion(QStringLiteral("yes"), &asked);
        QTest::mouseClick(list->findChild<QPushButton*>(QStringLiteral("removeSource")),
                          Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return open.sandbox.records() < before; }, patienceMs));
        QVERIFY2(asked.contains(QString::number(before - open.sandbox.records())),
                 qPrintable(asked));
        QVERIFY(open.sandbox.waitForJobs());
        open.window.findChild<QAction*>(QStringLiteral("undo"))->trigger();
        QVERIFY(QTest::qWaitFor([&] { return open.sandbox.records() == before; }, patienceMs));
    }

    void documents_are_attached_opened_and_taken_off() {
        MenuWindow open;
        const QString file = open.sandbox.write(QStringLiteral("gcn.pdf"), "%PDF-1");
        open.window.findChild<RecordCommands*>()->showAttachments("TD22-097");
        auto* dialog = open.window.findChild<AttachmentsDialog*>();
        QVERIFY(dialog != nullptr);
        auto* rows = dialog->findChild<QListWidget*>(QStringLiteral("attachments"));
        dialog->attach(file.toStdString());
        QVERIFY(QTest::qWaitFor([&] { return rows->count() == 1; }, patienceMs));
        // Nothing is opened in a test.
        QObject::disconnect(dialog, &AttachmentsDialog::opening, dialog, nullptr);
        QSignalSpy opening(dialog, &AttachmentsDialog::opening);
        QVERIFY(open.sandbox.waitForJobs());
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("openAttachment")),
                          Qt::LeftButton);
        QVERIFY(opening.wait(patienceMs));
        const QString kept = opening.front()[0].toString();
        QVERIFY(kept.endsWith(QStringLiteral("terroir.files/gcn.pdf")));
        open.sandbox.write(QStringLiteral("terroir.files/gcn.pdf"), "another");
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("openAttachment")),
                          Qt::LeftButton);
        auto* state = dialog->findChild<QLabel*>(QStringLiteral("attachmentsState"));
        QVERIFY(QTest::qWaitFor([&] { return state->text().contains(kept); }, patienceMs));
        QCOMPARE(opening.count(), 1);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("removeAttachment")),
                          Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return rows->count() == 0; }, patienceMs));
        QVERIFY(open.sandbox.waitForJobs());
        QVERIFY(QFile::exists(kept));
    }

    void only_own_themes_are_deleted() {
        MenuWindow open;
        auto* themes = open.window.findChild<QListView*>(QStringLiteral("themes"));
        emit themes->customContextMenuRequested(
            themes->visualRect(themes->model()->index(0, 0)).center());
        QMenu* menu = open.menu("themeMenu");
        QVERIFY(menu != nullptr);
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("themeDelete"))->isEnabled());
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        Desk& desk = open.sandbox.desk();
        theme::saveOwnTheme(theme::withTitle(desk.themes().front(), {"A riêng", "A own"}),
                            Overwrite::Allow);
        desk.readThemes();
        const auto row = [&]() -> QModelIndex {
            for (int i = 0; i < themes->model()->rowCount(); ++i)
                if (themes->model()->index(i, 0).data(Qt::UserRole) ==
                    QLatin1String("a-rieng"))
                    return themes->model()->index(i, 0);
            return {};
        };
        QVERIFY(row().isValid());
        themes->scrollTo(row());
        emit themes->customContextMenuRequested(themes->visualRect(row()).center());
        menu = open.menu("themeMenu");
        MenuWindow::choose(menu, "themeDelete");
        QVERIFY(!row().isValid());
        QVERIFY(!theme::isOwnTheme("a-rieng"));
        auto* undo = open.window.findChild<QAction*>(QStringLiteral("undo"));
        auto* redo = open.window.findChild<QAction*>(QStringLiteral("redo"));
        QVERIFY2(undo->text().contains(QStringLiteral("A own")), qPrintable(undo->text()));
        undo->trigger();
        QVERIFY(row().isValid() && theme::isOwnTheme("a-rieng"));
        redo->trigger();
        QVERIFY(!row().isValid() && !theme::isOwnTheme("a-rieng"));
        // In another session: by the menu of the themes.
        desk.undoStack().clear();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        emit themes->customContextMenuRequested(
            themes->visualRect(themes->model()->index(0, 0)).center());
        MenuWindow::choose(open.menu("themeMenu"), "themeUndo");
        QVERIFY(row().isValid() && theme::isOwnTheme("a-rieng"));
        theme::removeOwnTheme("a-rieng");
    }

    void the_legend_is_copied_as_a_picture() {
        MenuWindow open;
        auto* legend = open.window.findChild<QWidget*>(QStringLiteral("legendView"));
        emit legend->customContextMenuRequested({5, 5});
        MenuWindow::choose(open.menu("legendMenu"), "legendCopy");
        QVERIFY(!QApplication::clipboard()->pixmap().isNull());
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::ContextMenusTest)
#include "test_context_menus.moc"
