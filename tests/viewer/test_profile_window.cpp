#include "core/base/day_words.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/profile_page.hpp"
#include "plugin/viewer/profile_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/pdf_pages.hpp"
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
#include <QRegularExpression>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

#include <functional>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;
constexpr const char* binhLu = "03390@2025";

class ProfileBench {
public:
    explicit ProfileBench(Language language = Language::English) : sandbox(language) {
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
    /// Presses "Save…" and names a file in the dialog; `meanwhile` is done while it is open.
    void saveAs(const QString& file, const std::function<void()>& meanwhile = {}) {
        press("profileSave");
        auto* dialog = profile()->findChild<QFileDialog*>(QStringLiteral("profileFile"));
        QVERIFY(dialog != nullptr && dialog->isVisible());
        if (meanwhile)
            meanwhile();
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // no person is there to ask
        dialog->selectFile(file);
        QMetaObject::invokeMethod(dialog, "accept");
        QVERIFY(sandbox.waitForJobs());
        QTRY_VERIFY(profile()->findChild<QFileDialog*>(QStringLiteral("profileFile")) == nullptr);
    }
    /// Chooses a PDF in the dialog of "Print…" and prints.
    void printTo(const QString& file, const std::function<void()>& meanwhile = {}) {
        press("profilePrint");
        auto* dialog = profile()->findChild<QPrintDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
        dialog->printer()->setOutputFileName(file);
        if (meanwhile)
            meanwhile();
        emit dialog->QDialog::accepted();
        dialog->close();
        QVERIFY(sandbox.waitForJobs());
    }
    void limitTo(const char* subject) {
        records::Limits only;
        only.subject = subject;
        sandbox.desk().limit(only);
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

    void the_button_in_the_details_is_whole_on_a_small_screen() {
        ProfileBench bench;
        bench.select();
        auto* button = bench.window->findChild<QPushButton*>(QStringLiteral("detailsProfile"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->height() > 10, patienceMs);
        QCOMPARE(bench.window->size(), QSize(1366, 768));
        QVERIFY(button->width() >= button->minimumSizeHint().width());
        QCOMPARE(button->visibleRegion().boundingRect().size(), button->size());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(bench.waitForPage());
        QVERIFY2(bench.text().startsWith(QStringLiteral("Xã Bình Lư, tỉnh Lai Châu")),
                 qPrintable(bench.text().left(80)));
        for (const char* const name : {"profileCopy", "profilePrint", "profileSave"}) {
            const QPushButton& one = *bench.button(name);
            QVERIFY2(one.isVisible() && one.width() >= one.minimumSizeHint().width(), name);
        }
        bench.profile()->resize(bench.profile()->minimumSizeHint());
        QVERIFY(bench.profile()->width() < 1366 && bench.profile()->height() < 768);
    }

    void a_unit_of_another_province_has_a_page_on_the_units_of_today() {
        ProfileBench bench;
        Desk& desk = bench.sandbox.desk();
        const gazetteer::Gazetteer& gazetteer = *desk.contents()->gazetteer;
        const Date today = Date::today();
        MapSpec spec = desk.spec(0);
        spec.settings.asOf = today;
        desk.change(0, spec, QStringLiteral("Day"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.activeFigures()->evaluated.asOf == today, patienceMs);
        QStringList pages;
        for (const char* const code : {"12", "11"}) { // Lai Châu, Điện Biên
            const gazetteer::UnitIndex province = gazetteer.findCode(code, today);
            QVERIFY(province != gazetteer::noUnit);
            QVERIFY(bench.open(gazetteer.unit(province).uid.c_str()));
            const QString name = toQString(gazetteer.unit(province).fullName());
            QVERIFY2(bench.text().startsWith(name, Qt::CaseInsensitive), qPrintable(name));
            QVERIFY2(
                bench.text().contains(QStringLiteral("Profile on the units of ") +
                                      toQString(dateInWords(today.toString(), Language::English))),
                qPrintable(bench.text().left(300)));
            pages += bench.text();
            bench.profile()->close();
            QTRY_VERIFY(bench.profile() == nullptr);
        }
        QVERIFY(pages[0] != pages[1]);
        QVERIFY2(!pages[1].contains(QStringLiteral("Lai Châu")) ||
                     pages[1].contains(QStringLiteral("Điện Biên")),
                 qPrintable(pages[1].left(300)));
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
        QVERIFY2(bench.text().contains(QStringLiteral("units of 31 December 2022")),
                 qPrintable(bench.text().left(400)));
        QVERIFY(bench.text().contains(QStringLiteral("Cây gai")) ||
                bench.text().contains(QStringLiteral("Lợn")));
        // A unit that is not in force then: its own day, and that is said.
        QVERIFY(bench.open());
        QVERIFY2(bench.text().contains(QStringLiteral("not in force on 31 December 2022")) &&
                     bench.text().contains(QStringLiteral("units of 1 July 2025")),
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
        QVERIFY(bench.text().contains(
            QStringLiteral("Nothing is known of xã Bình Lư, tỉnh Lai Châu itself")));
        QVERIFY(bench.text().contains(QStringLiteral("No record concerns this unit")));
    }

    void days_have_one_form_on_a_page_in_vietnamese() {
        ProfileBench bench(Language::Vietnamese);
        QVERIFY(bench.open());
        const QRegularExpression other(
            QStringLiteral("\\b(19|20)\\d\\d-\\d\\d-\\d\\d\\b|\\b0\\d/\\d+/(19|20)\\d\\d\\b"));
        const QString facts = bench.text().section(QStringLiteral("\n"), 0, 6);
        QVERIFY2(facts.contains(QStringLiteral("1/7/2025")), qPrintable(facts));
        QVERIFY2(!facts.contains(other), qPrintable(facts));
    }

    void a_theme_of_ones_own_that_is_changed_or_removed_is_followed() {
        ProfileBench bench;
        QVERIFY(bench.open("106@2020"));
        Desk& desk = bench.sandbox.desk();
        theme::Theme own = theme::findTheme(desk.themes(), "livestock");
        own = theme::withTitle(std::move(own), {"Đàn vật nuôi riêng", "Herd of my own"});
        theme::saveOwnTheme(own, Overwrite::Allow);
        desk.readThemes();
        QTRY_VERIFY_WITH_TIMEOUT(bench.text().contains(QStringLiteral("Herd of my own")),
                                 patienceMs);
        theme::removeOwnTheme(own.id);
        desk.readThemes();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.text().contains(QStringLiteral("Herd of my own")) &&
                                     bench.button("profileCopy")->isEnabled(),
                                 patienceMs);
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
        // Every row of the rich text is one of the plain text.
        const auto tabbed = data->text().split(u'\n').filter(QStringLiteral("\t"));
        QCOMPARE(tabbed.size(), data->html().count(QStringLiteral("<tr>")));
        // Nothing to copy while another page is made.
        bench.limitTo("lợn");
        QVERIFY(!bench.button("profileCopy")->isEnabled());
    }

    void what_is_saved_and_printed_is_what_was_shown_when_the_button_was_pressed() {
        ProfileBench bench;
        QVERIFY(bench.open());
        const QString saved = bench.sandbox.path(QStringLiteral("saved.csv")),
                      printed = bench.sandbox.path(QStringLiteral("printed.pdf"));
        bench.saveAs(saved, [&] { bench.limitTo("không có thứ này"); });
        QVERIFY2(contentOf(saved).contains("TD22-117"), qPrintable(bench.state()));
        QVERIFY(bench.waitForPage());
        bench.limitTo("");
        QVERIFY(bench.waitForPage());
        bench.printTo(printed, [&] { bench.limitTo("không có thứ này"); });
        QVERIFY(contentOf(printed).startsWith("%PDF"));
        const auto pages = pagesOf(printed);
        if (!pages)
            QSKIP("pdftotext is not installed");
        QVERIFY(pages->join(u'\n').contains(QStringLiteral("Cá hồi phi lê")));
    }

    void a_file_that_cannot_be_written_stays_as_it_was_and_why_is_said() {
        ProfileBench bench;
        QVERIFY(bench.open());
        const QString good = bench.sandbox.write(QStringLiteral("good.pdf"), "good"),
                      link = bench.sandbox.path(QStringLiteral("link.pdf"));
        QVERIFY(QFile::link(good, link));
        bench.saveAs(link);
        QVERIFY2(bench.state().contains(QStringLiteral("link.pdf")) &&
                     !bench.state().contains(QStringLiteral("is in")),
                 qPrintable(bench.state()));
        QCOMPARE(contentOf(good), QByteArray("good"));
        QVERIFY(bench.button("profileSave")->isEnabled());
    }

    void save_writes_a_pdf_or_the_rows_that_the_command_line_gives() {
        ProfileBench bench;
        QVERIFY(bench.open());
        const QString pdf = bench.sandbox.path(QStringLiteral("hồ sơ.pdf"));
        bench.saveAs(pdf);
        QVERIFY2(bench.state().contains(pdf), qPrintable(bench.state()));
        const QByteArray content = contentOf(pdf);
        QVERIFY(content.startsWith("%PDF") && content.count("/Type /Page\n") >= 2);
        if (const auto pages = pagesOf(pdf)) {
            QVERIFY(pages->front().contains(QStringLiteral("Xã Bình Lư, tỉnh Lai Châu")));
            QVERIFY(pages->front().contains(QStringLiteral("1/%1").arg(pages->size())));
            QVERIFY(pages->join(u' ').contains(QStringLiteral("TD22-118")));
        }
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
        bench.printTo(file);
        QTRY_VERIFY_WITH_TIMEOUT(bench.state().contains(QStringLiteral("printed")), patienceMs);
        QVERIFY(contentOf(file).startsWith("%PDF"));
        if (const auto pages = pagesOf(file)) {
            QVERIFY(pages->size() >= 2);
            QVERIFY(pages->front().contains(QStringLiteral("Xã Bình Lư, tỉnh Lai Châu")));
        }
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
