// Pages that are laid out by hand, and what the command line makes of the layouts that are kept.
#include "core/map/known_layouts.hpp"
#include "plugin/viewer/map_page_dialog.hpp"
#include "plugin/viewer/page_form.hpp"
#include "plugin/viewer/page_preview.hpp"
#include "plugin/viewer/save_layout_dialog.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

#include <filesystem>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 120'000;

class LayoutBench {
public:
    explicit LayoutBench(Language language = Language::English) : sandbox(language) {
        std::filesystem::remove_all(map::ownLayoutsFolder());
        if (!sandbox.open())
            qFatal("the packaged workspace does not open");
        dialog = std::make_unique<MapPageDialog>(sandbox.desk(), MapPageDialog::Purpose::File);
        dialog->setFile(sandbox.path(QStringLiteral("a.pdf")));
        dialog->resize(1200, 700);
        dialog->show();
    }
    ~LayoutBench() { std::filesystem::remove_all(map::ownLayoutsFolder()); }

    template <typename Widget>
    Widget* find(const char* name) {
        return dialog->findChild<Widget*>(QLatin1String(name));
    }
    void choose(const char* box, const QVariant& data) {
        auto* combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(data));
        emit combo->activated(combo->currentIndex());
    }
    void write(const char* line, const char* text) {
        find<QLineEdit>(line)->setText(toQString(text));
    }
    PagePreview& preview() { return *find<PagePreview>("preview"); }
    /// Of what is set now.
    bool waitForPreview() {
        return QTest::qWaitFor(
            [this] {
                const map::Page wanted = dialog->page().sheet(), &shown = preview().page();
                return !dialog->preview().isNull() && shown.layout == wanted.layout &&
                       shown.widthMm == wanted.widthMm && shown.heightMm == wanted.heightMm;
            },
            patienceMs);
    }
    QString state() { return find<QLabel>("state")->text(); }
    /// Drags what stands at one point of the page to another, both as shares of the page.
    void drag(QPointF from, QPointF to) {
        const map::Page sheet = dialog->page().sheet();
        const auto at = [&](QPointF share) {
            return preview()
                .toWidget(geometry::Point{share.x() * sheet.widthMm, share.y() * sheet.heightMm})
                .toPoint();
        };
        QTest::mousePress(&preview(), Qt::LeftButton, {}, at(from));
        QTest::mouseMove(&preview(), at((from + to) / 2));
        QTest::mouseRelease(&preview(), Qt::LeftButton, {}, at(to));
    }
    /// The sentence of the failure.
    QString exported() {
        auto* work = find<QPushButton>("work");
        if (!QTest::qWaitFor([&] { return work->isEnabled(); }, patienceMs))
            return state() + QStringLiteral(" (never ready)");
        QSignalSpy written(dialog.get(), &MapPageDialog::written);
        work->click();
        return written.wait(patienceMs) ? written.front().front().toString()
                                        : QStringLiteral("never written");
    }
    /// What the command line draws of the theme; its exit code.
    int run(const QStringList& options) {
        QProcess program;
        program.start(
            QStringLiteral(TERROIR_PROGRAM),
            QStringList{"--lang", "en", "-w", sandbox.path("terroir.sqlite"), "map", "livestock"} +
                options);
        program.waitForFinished(patienceMs);
        return program.exitCode();
    }
    /// Presses "Keep…" and types a name.
    void keepAs(const QString& name) {
        QTimer::singleShot(0, dialog.get(), [this, name] {
            auto* asked = find<SaveLayoutDialog>("saveLayoutDialog");
            asked->findChild<QLineEdit*>(QStringLiteral("layoutName"))->setText(name);
            asked->accept();
            if (asked->isVisible()) {
                problem = asked->findChild<QLabel*>(QStringLiteral("problem"))->text();
                asked->reject();
            }
        });
        find<QPushButton>("saveLayout")->click();
    }

    /// For people who look at it: $TERROIR_PICTURES is a folder.
    void keepPicture(const QString& name) {
        if (const QString folder = qEnvironmentVariable("TERROIR_PICTURES"); !folder.isEmpty())
            dialog->grab().save(QDir(folder).filePath(name));
    }

    Sandbox sandbox;
    std::unique_ptr<MapPageDialog> dialog;
    QString problem; ///< of keepAs()
};

} // namespace

class PageLayoutTest final : public QObject {
    Q_OBJECT
private slots:
    void a_page_of_a_layout_is_that_of_the_command_line() {
        LayoutBench bench;
        bench.choose("layout", QStringLiteral("a4-landscape"));
        bench.write("department", "Sở Khoa học và Công nghệ");
        bench.write("author", "Nguyễn Văn A");
        bench.write("fileNumber", "12/BĐ");
        bench.find<QPlainTextEdit>("note")->setPlainText(QStringLiteral("Preliminary."));
        QCOMPARE(bench.exported(), QString());
        const QString other = bench.sandbox.path(QStringLiteral("b.pdf"));
        QCOMPARE(bench.run({"-o", other, "--layout", "a4-landscape", "--department",
                            QString::fromUtf8("Sở Khoa học và Công nghệ"), "--author",
                            QString::fromUtf8("Nguyễn Văn A"), "--file-number",
                            QString::fromUtf8("12/BĐ"), "--note", "Preliminary."}),
                 0);
        const QByteArray mine =
            pageContentOf(contentOf(bench.sandbox.path(QStringLiteral("a.pdf"))));
        QVERIFY(mine.size() > 10'000);
        QVERIFY(mine == pageContentOf(contentOf(other)));
    }

    void a_layout_brings_its_paper_and_its_parts() {
        LayoutBench bench;
        bench.choose("layout", QStringLiteral("a3-portrait"));
        QVERIFY(bench.waitForPreview());
        QVERIFY(bench.dialog->preview().height() > bench.dialog->preview().width());
        QCOMPARE(bench.find<QComboBox>("size")->currentData().toString(), QStringLiteral("A3"));
        QVERIFY(bench.find<QCheckBox>("table")->isChecked());
        bench.choose("layout", QStringLiteral("slide-16x9"));
        QVERIFY(bench.waitForPreview());
        QVERIFY(!bench.find<QCheckBox>("table")->isChecked());
        const map::Page sheet = bench.dialog->page().sheet();
        QCOMPARE(sheet.widthMm, 338.7);
        QVERIFY(!bench.find<QComboBox>("orientation")->isEnabled());
        // A person's words stay with another layout.
        bench.write("department", "Sở A");
        bench.choose("layout", QStringLiteral("a4-portrait"));
        QCOMPARE(bench.dialog->page().layout.department, std::string("Sở A"));
        bench.choose("size", QStringLiteral("A2"));
        QCOMPARE(bench.dialog->page().sheet().heightMm, 594.0);
    }

    void the_legend_is_dragged_to_another_side() {
        LayoutBench bench;
        bench.choose("layout", QStringLiteral("a4-landscape"));
        QVERIFY(bench.waitForPreview());
        bench.drag({0.9, 0.25}, {0.1, 0.5});
        QCOMPARE(bench.dialog->page().layout.legend, map::LegendPlace::Left);
        QVERIFY(bench.waitForPreview());
        bench.drag({0.1, 0.25}, {0.5, 0.95});
        QCOMPARE(bench.dialog->page().layout.legend, map::LegendPlace::Below);
        QVERIFY(bench.waitForPreview());
        // Neither a click nor a drop on the map moves anything.
        const map::Layout before = bench.dialog->page().layout;
        bench.drag({0.1, 0.9}, {0.1, 0.9});
        bench.drag({0.1, 0.9}, {0.5, 0.4});
        QCOMPARE(bench.dialog->page().layout, before);
    }

    void a_layout_that_is_kept_is_used_by_the_command_line() {
        LayoutBench bench;
        bench.choose("layout", QStringLiteral("a4-landscape"));
        bench.write("department", "Sở Khoa học và Công nghệ");
        bench.choose("legendPlace", int(map::LegendPlace::Left));
        bench.find<QCheckBox>("table")->setChecked(true);
        bench.keepAs(QString::fromUtf8("Sở KHCN"));
        QVERIFY2(bench.problem.isEmpty(), qPrintable(bench.problem));
        QCOMPARE(bench.find<QComboBox>("layout")->currentData().toString(),
                 QStringLiteral("so-khcn"));
        QVERIFY(bench.sandbox.said().contains(QStringLiteral("--layout so-khcn")));
        QCOMPARE(bench.exported(), QString());
        const QString other = bench.sandbox.path(QStringLiteral("b.pdf"));
        QCOMPARE(bench.run({"-o", other, "--layout", "so-khcn"}), 0);
        QVERIFY(pageContentOf(contentOf(bench.sandbox.path(QStringLiteral("a.pdf")))) ==
                pageContentOf(contentOf(other)));
    }

    void a_layout_of_ones_own_is_changed_under_its_name_when_that_is_confirmed() {
        LayoutBench bench;
        bench.choose("layout", QStringLiteral("a4-landscape"));
        bench.keepAs(QStringLiteral("mine"));
        bench.choose("grid", int(map::Grid::None));
        QTimer::singleShot(50, bench.dialog.get(), [] { answerQuestion(QStringLiteral("yes")); });
        bench.keepAs(QStringLiteral("mine"));
        QCOMPARE(map::findLayout("mine").grid, map::Grid::None);
        QVERIFY(map::findLayout("mine").locator);
        bench.keepAs(QStringLiteral("A4 landscape")); // a packaged one has it
        QVERIFY2(bench.problem.contains(QStringLiteral("packaged")), qPrintable(bench.problem));
        bench.keepAs(QStringLiteral("…"));
        QVERIFY2(bench.problem.contains(QStringLiteral("no name")), qPrintable(bench.problem));
    }

    void what_cannot_be_is_said_and_nothing_is_written() {
        LayoutBench bench;
        bench.write("scale", "1:many");
        QTRY_VERIFY_WITH_TIMEOUT(bench.state().contains(QStringLiteral("1:many")), patienceMs);
        QVERIFY(!bench.find<QPushButton>("work")->isEnabled());
        bench.write("scale", "1:1000");
        QTRY_VERIFY_WITH_TIMEOUT(bench.state().contains(QStringLiteral("1:1")) &&
                                     !bench.state().contains(QStringLiteral("many")),
                                 patienceMs);
        bench.write("scale", "");
        bench.write("logo", "/no/such/logo.png");
        QTRY_VERIFY_WITH_TIMEOUT(bench.state().contains(QStringLiteral("/no/such/logo.png")),
                                 patienceMs);
    }

    void it_fits_a_small_screen_in_vietnamese() {
        const Speech speech(Language::Vietnamese);
        LayoutBench bench(Language::Vietnamese);
        bench.choose("layout", QStringLiteral("a4-landscape"));
        bench.write("department", "Sở Khoa học và Công nghệ tỉnh Lai Châu");
        bench.find<QCheckBox>("table")->setChecked(true);
        QVERIFY(bench.waitForPreview());
        bench.dialog->resize(1300, 700);
        for (int tab = 0; tab < 3; ++tab) {
            bench.find<QTabWidget>("pageTabs")->setCurrentIndex(tab);
            bench.keepPicture(QStringLiteral("page-%1.png").arg(tab));
        }
        bench.dialog->resize(bench.dialog->minimumSizeHint());
        QVERIFY2(
            bench.dialog->width() <= 1366 && bench.dialog->height() <= 768,
            qPrintable(
                QStringLiteral("%1 x %2").arg(bench.dialog->width()).arg(bench.dialog->height())));
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::PageLayoutTest)
#include "test_page_layout.moc"
