#include "core/gazetteer/gazetteer.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/print_text.hpp"
#include "plugin/viewer/profile_page.hpp"
#include "plugin/viewer/profile_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTimer>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;
constexpr const char* binhLu = "03390@2025";

class ProfileBench {
public:
    ProfileBench() {
        QSettings().clear();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        window = std::make_unique<MainWindow>(sandbox.desk());
        window->resize(1366, 768);
        window->show();
        QSignalSpy shown(&window->mapArea(), &MapPane::pictureShown);
        if (!sandbox.open() || (shown.isEmpty() && !shown.wait(patienceMs)))
            qFatal("the packaged workspace does not open");
    }

    gazetteer::UnitIndex unit(const char* uid = binhLu) {
        return sandbox.desk().contents()->gazetteer->find(uid);
    }
    void select(const char* uid = binhLu) { sandbox.desk().selectUnit(unit(uid), Desk::Zoom::No); }
    QAction* action(const char* name) { return window->findChild<QAction*>(QLatin1String(name)); }
    ProfileWindow* profile() { return window->findChild<ProfileWindow*>(); }
    /// Of the unit that is selected, by the menu.
    bool open(const char* uid = binhLu) {
        select(uid);
        action("profile")->trigger();
        return waitForPage();
    }
    bool waitForPage() {
        return QTest::qWaitFor(
            [this] { return profile() != nullptr && button("profileCopy")->isEnabled(); },
            patienceMs);
    }
    QPushButton* button(const char* name) {
        return profile()->findChild<QPushButton*>(QLatin1String(name));
    }
    void press(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QTextBrowser* browser() { return profile()->findChild<QTextBrowser*>(); }
    QString text() { return browser()->toPlainText(); }
    QString state() {
        return profile()->findChild<QLabel*>(QStringLiteral("profileState"))->text();
    }
    /// Presses "Save…" and names a file in the dialog.
    void saveAs(const QString& file) {
        QTimer::singleShot(0, window.get(), [this, file] {
            auto* dialog = profile()->findChild<QFileDialog*>(QStringLiteral("profileFile"));
            dialog->selectFile(file);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        press("profileSave");
        sandbox.waitForJobs();
    }

    Sandbox sandbox;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class ProfileWindowTest final : public QObject {
    Q_OBJECT
private slots:
    void the_page_has_all_that_is_known_of_a_unit_with_document_and_line() {
        ProfileBench bench;
        QVERIFY(bench.open());
        const QString text = bench.text();
        for (const char* known : {
                 "Xã Bình Lư, tỉnh Lai Châu", "Code: 03390", "173.91 km²", // the unit
                 "xã Sơn Bình, huyện Tam Đường",                           // old names
                 "23 ",                                                    // figures of themes
                 "2 ha",                                                   // hectares
                 "Cá hồi phi lê", "3 stars", "15 April 2025",              // OCOP with expiry
                 "Miến dong Bình Lư",                                      // a mark, by its name
                 "with xã Bản Bo",                                         // shared
                 "24-BC/HU", "no. 24-BC/HU", "line 118", "TD22-118",       // where it is written
             })
            QVERIFY2(text.contains(QString::fromUtf8(known)), known);
        QVERIFY(bench.profile()->windowTitle().contains(QStringLiteral("Bình Lư")));
        const QSize room = bench.profile()->screen()->availableSize();
        QVERIFY(bench.profile()->width() <= room.width());
        QVERIFY(bench.profile()->height() <= room.height());
    }

    void it_is_asked_for_on_the_map_in_the_table_in_the_panel_and_by_a_key() {
        ProfileBench bench;
        // Without a unit it says what to do.
        bench.action("profile")->trigger();
        QVERIFY(bench.profile() == nullptr);
        QVERIFY2(bench.sandbox.said().contains(QStringLiteral("Select one unit")),
                 qPrintable(bench.sandbox.said()));
        MapCanvas& canvas = bench.window->mapArea().canvas(0);
        const QPoint at = canvas.rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas.mapToGlobal(at));
        QApplication::sendEvent(&canvas, &event);
        QMenu* menu = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(
            (menu = bench.window->findChild<QMenu*>(QStringLiteral("mapMenu"))) != nullptr,
            patienceMs);
        const QString name = menu->actions().front()->text();
        menu->findChild<QAction*>(QStringLiteral("menuProfile"))->trigger();
        menu->close();
        QVERIFY(bench.waitForPage());
        QVERIFY2(bench.text().startsWith(name, Qt::CaseInsensitive), qPrintable(name));
        bench.profile()->close();
        QTRY_VERIFY(bench.profile() == nullptr);

        auto* panel = bench.window->findChild<QPushButton*>(QStringLiteral("detailsProfile"));
        QVERIFY(!panel->isVisible()); // nothing is selected
        bench.select();
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible() && panel->height() > 10, patienceMs);
        QTest::mouseClick(panel, Qt::LeftButton);
        QVERIFY(bench.waitForPage());
        QVERIFY(bench.text().contains(QStringLiteral("Bình Lư")));
        bench.profile()->close();
        QTRY_VERIFY(bench.profile() == nullptr);

        auto* table = bench.window->findChild<QTableView*>(QStringLiteral("tableView"));
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 2, patienceMs);
        bench.sandbox.desk().selectUnit(gazetteer::noUnit, Desk::Zoom::No);
        for (int row = 0; bench.sandbox.desk().selectedUnit() == gazetteer::noUnit; ++row)
            table->setCurrentIndex(table->model()->index(row, 1)); // past totals
        bench.action("tableProfile")->trigger();
        QVERIFY(bench.waitForPage());
        bench.profile()->close();
        QTRY_VERIFY(bench.profile() == nullptr);

        bench.select();
        bench.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        QTest::keyClick(bench.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bench.waitForPage());
    }

    void it_is_of_the_day_and_the_filter_of_the_window_and_follows_them() {
        ProfileBench bench;
        Desk& desk = bench.sandbox.desk();
        MapSpec spec = desk.spec(0);
        const Date day = *parseDate("2022-12-31");
        spec.settings.asOf = day;
        desk.change(0, spec, QStringLiteral("Day"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.activeFigures()->evaluated.asOf == day, patienceMs);
        QVERIFY(bench.open("03412@2004"));
        QVERIFY2(bench.text().contains(QStringLiteral("units of 2022-12-31")),
                 qPrintable(bench.text().left(400)));
        QVERIFY(bench.text().contains(QStringLiteral("Cây gai")) ||
                bench.text().contains(QStringLiteral("Lợn")));
        // A unit that is not in force then: its own day, and that is said.
        QVERIFY(bench.open());
        QVERIFY2(bench.text().contains(QStringLiteral("not in force on 2022-12-31")) &&
                     bench.text().contains(QStringLiteral("units of 2025-07-01")),
                 qPrintable(bench.text().left(400)));
        QVERIFY(bench.text().contains(QStringLiteral("Ngô DK 6919S")));
        records::Limits only;
        only.subject = "lợn";
        desk.limit(only);
        QVERIFY(!bench.button("profileCopy")->isEnabled());
        QVERIFY(bench.waitForPage());
        QVERIFY2(bench.text().contains(QStringLiteral("within the filter: ")),
                 qPrintable(bench.text().left(600)));
        QVERIFY(bench.text().contains(QStringLiteral("TD22-103")));
        QVERIFY(!bench.text().contains(QStringLiteral("Ngô DK 6919S")));
        // Neither are figures of what is left out.
        QVERIFY(!bench.text().contains(QStringLiteral("323 ")));
        only.subject = "không có thứ này";
        desk.limit(only);
        QVERIFY(bench.waitForPage());
        QVERIFY(bench.text().contains(QStringLiteral("Nothing is known of this unit itself")));
        QVERIFY(bench.text().contains(QStringLiteral("No record concerns this unit")));
    }

    void links_lead_to_the_parts_and_to_the_units_before() {
        ProfileBench bench;
        QVERIFY(bench.open());
        emit bench.browser()->anchorClicked(QUrl(QStringLiteral("#larger")));
        emit bench.browser()->anchorClicked(QUrl(QStringLiteral("unit:03413@2007")));
        QVERIFY(bench.waitForPage());
        QVERIFY2(bench.text().startsWith(QStringLiteral("Xã Sơn Bình, huyện Tam Đường")),
                 qPrintable(bench.text().left(100)));
        QVERIFY(bench.text().contains(QStringLiteral("Became:")));
    }

    void copy_puts_rich_and_plain_text_on_the_clipboard() {
        ProfileBench bench;
        QVERIFY(bench.open());
        bench.press("profileCopy");
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasHtml() && data->hasText());
        QVERIFY(data->html().contains(QStringLiteral("<table")));
        QVERIFY(data->text().startsWith(QStringLiteral("Xã Bình Lư, tỉnh Lai Châu\n")));
        // A row of a sheet, its cells with tabs between.
        const QStringList rows = data->text().split(u'\n').filter(QStringLiteral("TD22-117"));
        QVERIFY(rows.size() == 1 && rows.front().startsWith(QStringLiteral("Cá hồi phi lê")));
        QVERIFY2(rows.front().count(u'\t') >= 4, qPrintable(rows.front()));
        QVERIFY2(bench.state().contains(QStringLiteral("copied")), qPrintable(bench.state()));
    }

    void save_writes_a_pdf_or_the_rows_that_the_command_line_gives() {
        ProfileBench bench;
        QVERIFY(bench.open());
        const QString pdf = bench.sandbox.path(QStringLiteral("hồ sơ.pdf"));
        bench.saveAs(pdf);
        QVERIFY2(bench.state().contains(pdf), qPrintable(bench.state()));
        const QByteArray content = contentOf(pdf);
        QVERIFY(content.startsWith("%PDF") && content.count("/Type /Page\n") >= 2);
        const QString csv = bench.sandbox.path(QStringLiteral("a.csv"));
        bench.saveAs(csv);
        const QString other = bench.sandbox.path(QStringLiteral("b.csv"));
        QProcess program;
        program.start(QStringLiteral(TERROIR_PROGRAM),
                      {QStringLiteral("-q"), QStringLiteral("--lang"), QStringLiteral("en"),
                       QStringLiteral("-w"), bench.sandbox.path(QStringLiteral("terroir.sqlite")),
                       QStringLiteral("table"), QStringLiteral("--profile"), QLatin1String(binhLu),
                       QStringLiteral("--as-of"),
                       toQString(bench.sandbox.desk().activeFigures()->evaluated.asOf.toString()),
                       QStringLiteral("-o"), other});
        QVERIFY(program.waitForFinished(patienceMs));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        QCOMPARE(contentOf(csv), contentOf(other));
        bench.saveAs(bench.sandbox.path(QStringLiteral("a.docx")));
        QVERIFY2(bench.state().contains(QStringLiteral(".pdf or .csv")), qPrintable(bench.state()));
        QVERIFY(!QFile::exists(bench.sandbox.path(QStringLiteral("a.docx"))));
    }

    void print_asks_for_a_printer_and_says_how_it_went() {
        ProfileBench bench;
        QVERIFY(bench.open());
        const QString file = bench.sandbox.path(QStringLiteral("printed.pdf"));
        bench.press("profilePrint");
        auto* dialog = bench.profile()->findChild<QPrintDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
        dialog->printer()->setOutputFileName(file);
        emit dialog->QDialog::accepted();
        dialog->close();
        QVERIFY(bench.sandbox.waitForJobs());
        QTRY_VERIFY_WITH_TIMEOUT(bench.state().contains(QStringLiteral("printed")), patienceMs);
        QVERIFY(contentOf(file).startsWith("%PDF"));
    }

    void a_printed_row_is_on_one_page_with_the_header_of_its_table() {
        QTextDocument text;
        QString html = QStringLiteral("<h2>Title</h2><table border='1'><thead><tr><th>Header</th>"
                                      "<th>Note</th></tr></thead>");
        constexpr int rows = 90;
        for (int i = 0; i < rows; ++i)
            html += QStringLiteral("<tr><td>begin%1<br>middle<br>end%1</td><td>x</td></tr>").arg(i);
        text.setHtml(html + QStringLiteral("</table><h3>Last</h3><p>word</p>"));
        const Sandbox sandbox;
        const QString file = sandbox.path(QStringLiteral("text.pdf"));
        {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(file);
            QVERIFY(printText(text, QStringLiteral("Foot"), printer));
        }
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"),
                     {QStringLiteral("-layout"), file, QStringLiteral("-")});
        if (!reader.waitForStarted())
            QSKIP("pdftotext is not installed");
        QVERIFY(reader.waitForFinished(patienceMs));
        const QStringList pages =
            QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() > 3);
        int found = 0;
        for (int page = 0; page < pages.size(); ++page) {
            const QString& words = pages[page];
            QCOMPARE(words.count(QStringLiteral("begin")), words.count(QStringLiteral("end")));
            QCOMPARE(words.count(QStringLiteral("Header")),
                     words.contains(QStringLiteral("begin")) ? 1 : 0);
            QCOMPARE(words.contains(QStringLiteral("Last")),
                     words.contains(QStringLiteral("word")));
            QVERIFY2(words.contains(QStringLiteral("%1/%2").arg(page + 1).arg(pages.size())),
                     qPrintable(words));
            found += int(words.count(QStringLiteral("begin")));
        }
        QCOMPARE(found, rows);
    }

    void records_that_are_edited_are_on_the_page_at_once() {
        ProfileBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.text().contains(QStringLiteral("Cá tầm cắt khúc")));
        bench.sandbox.desk().editWorkspace(
            QStringLiteral("Delete"), [](workspace::Workspace& workspace, const Progress&) {
                store::Transaction transaction(workspace.file().database());
                workspace.file().database().execute("DELETE FROM record WHERE id = 'TD22-116'");
                transaction.commit();
            });
        QTRY_VERIFY_WITH_TIMEOUT(!bench.text().contains(QStringLiteral("Cá tầm cắt khúc")),
                                 patienceMs);
    }

    void names_of_somebody_s_file_are_no_rich_text() {
        Table table;
        for (const char* const name :
             {"row",        "kind",        "subject",   "category", "indicator", "value",
              "value_max",  "unit",        "qualifier", "status",   "period",    "holder",
              "valid_from", "valid_until", "until_by",  "in_force", "place",     "units",
              "document",   "source",      "line",      "id",       "note"})
            table.columns.emplace_back(name);
        const auto add = [&](const char* row, const char* kind, const char* subject) {
            table.rows.emplace_back(table.columns.size());
            table.rows.back()[0] = std::string(row);
            table.rows.back()[1] = std::string(kind);
            table.rows.back()[2] = std::string(subject);
        };
        add("unit", "xã", "xã <b>A</b>");
        for (int i = 0; i < maxProfileRows + 3; ++i)
            add("here", "model", "<img src='x'>\tchè"); // T
        const ProfilePage page = profilePage(table, {}, {QStringLiteral("<i>")}, Language::English);
        QVERIFY(!page.html.contains(QStringLiteral("<img")));
        QVERIFY(!page.html.contains(QStringLiteral("<b>")) &&
                !page.html.contains(QStringLiteral("<i>")));
        QVERIFY2(page.html.contains(QStringLiteral("3 further")), "left out in silence");
        QVERIFY(!page.text.contains(QStringLiteral("\tchè")));
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::ProfileWindowTest)
#include "test_profile_window.moc"
