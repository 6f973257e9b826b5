#include "core/boundaries/issue_words.hpp"
#include "core/geometry/projection.hpp"
#include "core/workspace/review_list.hpp"
#include "plugin/viewer/base_layers_dialog.hpp"
#include "plugin/viewer/boundaries_dialog.hpp"
#include "plugin/viewer/export_layers_dialog.hpp"
#include "plugin/viewer/file_commands.hpp"
#include "plugin/viewer/held_boundaries_dialog.hpp"
#include "plugin/viewer/import_dialog.hpp"
#include "plugin/viewer/layers_job.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/workspace_watcher.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTimer>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;
const QString faults =
    QStringLiteral(TERROIR_SOURCE_DIR "/tests/data/boundaries/communes_with_faults.geojson");

bool waitForBoundaryFile(BoundariesDialog& dialog) {
    return QTest::qWaitFor([&] { return dialog.canImport(); }, patienceMs);
}

} // namespace

class FilesTest final : public QObject {
    Q_OBJECT
private slots:
    void boundaries_are_imported_reported_and_undone() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        BoundariesDialog dialog(sandbox.desk());
        dialog.setFile(faults);
        QVERIFY(waitForBoundaryFile(dialog));
        dialog.findChild<QDateEdit*>(QStringLiteral("validFrom"))->setDate(QDate(2026, 1, 1));
        QSignalSpy imported(&dialog, &BoundariesDialog::imported);
        dialog.findChild<QPushButton*>(QStringLiteral("import"))->click();
        QVERIFY2(imported.wait(patienceMs),
                 qPrintable(dialog.findChild<QLabel*>(QStringLiteral("state"))->text()));
        auto* report = imported.front().front().value<QDialog*>();
        QVERIFY(report->findChild<QLabel*>(QStringLiteral("summary"))
                    ->text()
                    .contains(QStringLiteral("matched")));
        auto* model = report->findChild<QTableView*>(QStringLiteral("rows"))->model();
        const int all = model->rowCount();
        report->findChild<QLineEdit*>(QStringLiteral("filter"))
            ->setText(toQString(boundaries::issueInWords("no-polygon").en));
        QVERIFY(model->rowCount() > 0 && model->rowCount() < all);
        delete report;
        QTRY_VERIFY(!sandbox.desk().contents()->boundaries.empty());
        sandbox.desk().undoStack().undo();
        QTRY_VERIFY(sandbox.desk().contents()->boundaries.empty());
    }

    void a_layer_in_metres_goes_in_with_the_meridian_that_is_proposed() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        // Squares about three communes of Lai Châu in VN-2000 of 103°00', and no word of it.
        QByteArray features;
        const geometry::Transform toPlane("EPSG:4326", "EPSG:9205");
        for (const auto& [code, name, lon, lat] : {std::tuple("03390", "Bình Lư", 103.667, 22.354),
                                                   std::tuple("03405", "Bản Bo", 103.70, 22.27),
                                                   std::tuple("03430", "Khun Há", 103.57, 22.22)}) {
            QStringList corners;
            for (const auto& [x, y] : {std::pair(-1, -1), {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
                const geometry::Point at = toPlane({lon + x * 0.03, lat + y * 0.03});
                corners.append(QStringLiteral("[%1,%2]").arg(at.x, 0, 'f', 1).arg(at.y, 0, 'f', 1));
            }
            features +=
                (features.isEmpty() ? "" : ",") +
                QStringLiteral(R"({"type":"Feature","properties":{"code":"%1","name":"%2"},)"
                               R"("geometry":{"type":"Polygon","coordinates":[[%3]]}})")
                    .arg(QString::fromUtf8(code), QString::fromUtf8(name),
                         corners.join(QLatin1Char(',')))
                    .toUtf8();
        }
        BoundariesDialog dialog(sandbox.desk());
        dialog.setFile(
            sandbox.write(QStringLiteral("met.geojson"),
                          R"({"type":"FeatureCollection","features":[)" + features + "]}"));
        QVERIFY(waitForBoundaryFile(dialog));
        dialog.findChild<QDateEdit*>(QStringLiteral("validFrom"))->setDate(QDate(2026, 1, 1));
        auto* state = dialog.findChild<QLabel*>(QStringLiteral("state"));
        auto* button = dialog.findChild<QPushButton*>(QStringLiteral("import"));
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QStringLiteral("vn2000:103°00'")),
                                 patienceMs);
        auto* crs = dialog.findChild<QComboBox*>(QStringLiteral("crs"));
        crs->setEditText(QStringLiteral("vn2000:105°15'"));
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QVERIFY2(state->text().contains(QStringLiteral("105°15'")), qPrintable(state->text()));
        crs->setCurrentIndex(crs->findData(QStringLiteral("vn2000:103°00'")));
        QSignalSpy imported(&dialog, &BoundariesDialog::imported);
        button->click();
        QVERIFY2(imported.wait(patienceMs), qPrintable(state->text()));
        delete imported.front().front().value<QDialog*>();
        QTRY_VERIFY(!sandbox.desk().contents()->boundaries.empty());
    }

    void all_layers_of_a_file_are_imported_at_once_and_undone_at_once() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const auto square = [](const char* code, const char* name, double lon, double lat) {
            QStringList corners;
            for (const auto& [x, y] : {std::pair(-1, -1), {1, -1}, {1, 1}, {-1, 1}, {-1, -1}})
                corners.append(QStringLiteral("%1,%2").arg(lon + x * 0.03).arg(lat + y * 0.03));
            return QStringLiteral(
                       "<Placemark><name>%1</name><ExtendedData><SchemaData schemaUrl=\"#s\">"
                       "<SimpleData name=\"code\">%2</SimpleData></SchemaData></ExtendedData>"
                       "<Polygon><outerBoundaryIs><LinearRing><coordinates>%3</coordinates>"
                       "</LinearRing></outerBoundaryIs></Polygon></Placemark>")
                .arg(QString::fromUtf8(name), QString::fromUtf8(code), corners.join(u' '));
        };
        const QString kml =
            QStringLiteral("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Schema "
                           "name=\"s\" id=\"s\"><SimpleField name=\"code\" type=\"string\"/>"
                           "</Schema><Folder><name>dong</name>%1</Folder><Folder><name>tay</name>"
                           "%2</Folder></Document></kml>")
                .arg(square("03390", "Bình Lư", 103.667, 22.354),
                     square("03424", "Bản Bo", 103.72, 22.29));
        BoundariesDialog dialog(sandbox.desk());
        dialog.setFile(sandbox.write(QStringLiteral("two.kml"), kml.toUtf8()));
        QVERIFY(waitForBoundaryFile(dialog));
        auto* layers = dialog.findChild<QComboBox*>(QStringLiteral("layer"));
        QCOMPARE(layers->currentText(), QStringLiteral("all 2 layers that hold units"));
        QVERIFY(!dialog.findChild<QComboBox*>(QStringLiteral("code"))->isEnabled());
        dialog.findChild<QDateEdit*>(QStringLiteral("validFrom"))->setDate(QDate(2026, 1, 1));
        QSignalSpy imported(&dialog, &BoundariesDialog::imported);
        dialog.findChild<QPushButton*>(QStringLiteral("import"))->click();
        QVERIFY2(imported.wait(patienceMs),
                 qPrintable(dialog.findChild<QLabel*>(QStringLiteral("state"))->text()));
        auto* report = imported.front().front().value<QDialog*>();
        const QString summary = report->findChild<QLabel*>(QStringLiteral("summary"))->text();
        QVERIFY2(summary.contains(QStringLiteral("2 matched")), qPrintable(summary));
        delete report;
        QTRY_COMPARE(sandbox.desk().contents()->boundaries.communes, std::size_t(2));
        sandbox.desk().undoStack().undo();
        QTRY_VERIFY(sandbox.desk().contents()->boundaries.empty());
    }

    void boundaries_that_are_held_are_listed_removed_and_put_back() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        BoundariesDialog import(sandbox.desk());
        import.setFile(faults);
        QVERIFY(waitForBoundaryFile(import));
        import.findChild<QDateEdit*>(QStringLiteral("validFrom"))->setDate(QDate(2026, 1, 1));
        import.findChild<QPushButton*>(QStringLiteral("import"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!sandbox.desk().contents()->boundaries.empty(), patienceMs);

        HeldBoundariesDialog dialog(sandbox.desk());
        auto* rows = dialog.findChild<QTableView*>(QStringLiteral("rows"));
        auto* remove = dialog.findChild<QPushButton*>(QStringLiteral("remove"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QVERIFY(!remove->isEnabled());
        const QString cells = rows->model()->index(0, 0).data().toString() +
                              rows->model()->index(0, 5).data().toString();
        QVERIFY2(cells.contains(QStringLiteral("commune")) &&
                     cells.contains(QStringLiteral("communes_with_faults.geojson")),
                 qPrintable(cells));
        rows->selectRow(0);
        remove->click();
        QTRY_VERIFY(sandbox.desk().contents()->boundaries.empty());
        QTRY_COMPARE(rows->model()->rowCount(), 0);
        QVERIFY(sandbox.said().contains(QStringLiteral("removed")));
        sandbox.desk().undoStack().undo();
        QTRY_COMPARE(rows->model()->rowCount(), 1);
    }

    void files_of_the_base_map_are_added_drawn_taken_out_and_put_back() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        BaseLayersDialog dialog(sandbox.desk());
        auto* rows = dialog.findChild<QTableView*>(QStringLiteral("rows"));
        auto* state = dialog.findChild<QLabel*>(QStringLiteral("state"));
        QTRY_VERIFY(state->text().contains(QStringLiteral("OpenStreetMap")));
        dialog.addFile(sandbox.write(
            QStringLiteral("song.geojson"),
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
            R"("geometry":{"type":"LineString","coordinates":[[103.5,22.3],[103.7,22.4]]}}]})"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QCOMPARE(rows->model()->index(0, 1).data().toString(), QStringLiteral("rivers"));
        dialog.addFile(sandbox.write(QStringLiteral("hong.geojson"), "{"));
        QTRY_VERIFY(state->text().contains(QStringLiteral("hong.geojson")));
        QCOMPARE(rows->model()->rowCount(), 1);

        auto* remove = dialog.findChild<QPushButton*>(QStringLiteral("remove"));
        QVERIFY(!remove->isEnabled());
        rows->selectRow(0);
        remove->click();
        QTRY_COMPARE(rows->model()->rowCount(), 0);
        sandbox.desk().undoStack().undo();
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        sandbox.desk().undoStack().undo();
        QTRY_COMPARE(rows->model()->rowCount(), 0);
    }

    void a_file_without_boundaries_says_why_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("broken") << QByteArray("{\"type\":");
        QTest::newRow("points") << QByteArray(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
            R"("geometry":{"type":"Point","coordinates":[103,22]}}]})");
    }
    void a_file_without_boundaries_says_why() {
        QFETCH(QByteArray, content);
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        BoundariesDialog dialog(sandbox.desk());
        dialog.setFile(sandbox.write(QStringLiteral("b.geojson"), content));
        auto* state = dialog.findChild<QLabel*>(QStringLiteral("state"));
        QTRY_VERIFY(state->text().contains(QStringLiteral("b.geojson")));
        QVERIFY(!dialog.canImport());
    }

    void a_cancelled_import_of_boundaries_leaves_none() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        BoundariesDialog dialog(sandbox.desk());
        dialog.setFile(faults);
        QVERIFY(waitForBoundaryFile(dialog));
        dialog.show();
        dialog.findChild<QPushButton*>(QStringLiteral("import"))->click();
        auto* cancel = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(dialog.isVisible()); // it stays to say how the import ended
        QVERIFY(sandbox.waitForJobs());
        QVERIFY(!sandbox.desk().undoStack().canUndo());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        workspace::Workspace workspace(sandbox.desk().contents()->file, store::Mode::ReadOnly);
        QVERIFY(boundaries::inventory(workspace.file()).empty());
    }

    void a_dropped_file_is_what_its_extension_says_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("dialog");
        QTest::newRow("table") << "t.csv"
                               << "importDialog";
        QTest::newRow("workbook") << "T.XLSX"
                                  << "importDialog";
        QTest::newRow("old workbook") << "t.xls"
                                      << "importDialog";
        QTest::newRow("boundaries") << "b.gpkg"
                                    << "boundariesDialog";
        QTest::newRow("boundaries as text") << "b.geojson"
                                            << "boundariesDialog";
        QTest::newRow("report") << "a.docx"
                                << "report";
        QTest::newRow("text without cells") << "a.txt"
                                            << "report";
        QTest::newRow("text with marks") << "a.md"
                                         << "report";
        QTest::newRow("something else") << "a.png"
                                        << "";
    }
    void a_dropped_file_is_what_its_extension_says() {
        QFETCH(QString, name);
        QFETCH(QString, dialog);
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        QWidget window;
        FileCommands files(sandbox.desk(), &window);
        QSignalSpy reports(&files, &FileCommands::reportTaken);
        files.take(sandbox.write(name, "x"));
        QCOMPARE(reports.size(), dialog == QLatin1String("report") ? 1 : 0);
        if (!reports.isEmpty())
            return;
        const auto dialogs = window.findChildren<QDialog*>();
        QCOMPARE(dialogs.size(), dialog.isEmpty() ? 0 : 1);
        if (dialog.isEmpty())
            QVERIFY(sandbox.said().contains(name));
        else
            QCOMPARE(dialogs.front()->objectName(), dialog);
        qDeleteAll(dialogs);
    }

    void a_dropped_theme_is_shown_and_a_wrong_one_refused() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        QWidget window;
        FileCommands files(sandbox.desk(), &window);
        files.take(sandbox.write(QStringLiteral("wrong.theme.json"), "{"));
        QTRY_VERIFY(sandbox.said().contains(QStringLiteral("wrong.theme.json")));
        QCOMPARE(sandbox.desk().spec(0).theme.id, std::string("livestock"));
    }

    void a_workspace_with_own_work_is_not_replaced_without_a_question() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const QString file = sandbox.write(QStringLiteral("mine.sqlite"), "somebody's file");
        QWidget window;
        FileCommands files(sandbox.desk(), &window);
        QString asked;
        answerQuestion({}, &asked);
        files.createWorkspace(file);
        QTRY_VERIFY(!asked.isEmpty());
        QVERIFY(sandbox.waitForJobs());
        QCOMPARE(contentOf(file), QByteArray("somebody's file"));
        answerQuestion(QStringLiteral("yes"));
        QSignalSpy opened(&sandbox.desk(), &Desk::contentsChanged);
        files.createWorkspace(file);
        QVERIFY(opened.wait(patienceMs));
        QCOMPARE(pathText(sandbox.desk().contents()->file), file);
        QCOMPARE(FileCommands::recentWorkspaces().front(), file);
    }

    void a_workspace_that_cannot_be_opened_says_why_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no database") << QByteArray("not a database at all, but long enough to be");
        QTest::newRow("empty") << QByteArray();
    }
    void a_workspace_that_cannot_be_opened_says_why() {
        QFETCH(QByteArray, content);
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        QSignalSpy failed(&sandbox.desk(), &Desk::openFailed);
        sandbox.desk().open(toPath(sandbox.write(QStringLiteral("bad.sqlite"), content)));
        QVERIFY(failed.wait(patienceMs));
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("bad.sqlite")));
        QVERIFY(sandbox.desk().contents() != nullptr); // the old one stays open
    }

    void what_another_program_changes_is_read_again() {
        Sandbox sandbox;
        const WorkspaceWatcher watcher(sandbox.desk());
        QVERIFY(sandbox.open());
        const workspace::PlaceId place{sandbox.desk().contents()->records->front().id, 0};
        {
            workspace::Workspace other(sandbox.desk().contents()->file, store::Mode::ReadWrite);
            store::Transaction transaction(other.file().database());
            records::decide(other.file(), place.record, place.place, "");
            transaction.commit();
        }
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto& all = *sandbox.desk().contents()->records;
                return records::isDecided(workspace::requireRecord(all, place).places[place.place]);
            },
            patienceMs));
        QFile::remove(sandbox.path(QStringLiteral("terroir.sqlite")));
        QVERIFY(QTest::qWaitFor([&] { return sandbox.said().contains(QStringLiteral("gone")); },
                                patienceMs));
    }

    void layers_are_written_and_what_is_there_is_asked_about() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ExportLayersDialog dialog(sandbox.desk());
        const QString file = sandbox.write(QStringLiteral("l.geojson"), "mine");
        dialog.setFile(file);
        auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
        answerQuestion({});
        work->click();
        QCOMPARE(contentOf(file), QByteArray("mine"));
        QSignalSpy written(&dialog, &ExportLayersDialog::written);
        answerQuestion(QStringLiteral("yes"));
        work->click();
        QVERIFY(written.wait(patienceMs));
        QCOMPARE(written.front().front().toString(), QString());
        QVERIFY(contentOf(file).contains("unit_code"));
        dialog.setFile(sandbox.path(QStringLiteral("l.shp")));
        const auto* state = dialog.findChild<QLabel*>(QStringLiteral("state"));
        QVERIFY2(state->text().contains(QStringLiteral("Shapefile")), "what the format holds");
        QSignalSpy said(&sandbox.desk(), &Desk::said);
        work->click();
        QVERIFY(written.wait(patienceMs));
        QVERIFY2(said.back().front().toString().contains(QStringLiteral("l.columns.csv")),
                 "what it had no room for");
        dialog.setFile(sandbox.path(QStringLiteral("l.docx")));
        work->click();
        QVERIFY(written.wait(patienceMs));
        QVERIFY(written.back().front().toString().contains(QStringLiteral("no known extension")));
    }

    void the_map_becomes_a_page_for_browsers_by_the_menu() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QWidget window;
        FileCommands files(sandbox.desk(), &window);
        QMenu menu;
        files.addTo(&menu);
        const QString file = sandbox.path(QStringLiteral("trang.html"));
        QTimer::singleShot(0, &window, [&window, file] {
            auto* dialog = window.findChild<QFileDialog*>(QStringLiteral("pageFile"));
            dialog->selectFile(file);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        menu.findChild<QAction*>(QStringLiteral("exportPage"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.said().contains(file), patienceMs);
        const QByteArray page = contentOf(file);
        QVERIFY(page.contains("Content-Security-Policy") && page.contains("Bình Lư"));
    }

    void without_qgis_the_file_is_named() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        qputenv("PATH", "/nonexistent");
        openInQgis(sandbox.desk());
        const QString project = sandbox.path(QStringLiteral("terroir-livestock.qgz"));
        QVERIFY(QTest::qWaitFor([&] { return sandbox.said().contains(project); }, patienceMs));
        QVERIFY(contentOf(project).startsWith("PK"));
        QVERIFY(contentOf(sandbox.path(QStringLiteral("terroir-livestock.gpkg")))
                    .startsWith("SQLite format 3"));
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::FilesTest)
#include "test_files.moc"
