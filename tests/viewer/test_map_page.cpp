#include "plugin/paint/page_choice.hpp"
#include "plugin/viewer/map_page_dialog.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <atomic>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 120'000;

using Purpose = MapPageDialog::Purpose;

QString stateOf(const MapPageDialog& dialog) {
    return dialog.findChild<QLabel*>(QStringLiteral("state"))->text();
}

/// Presses the button when the page is there; the sentence of the failure.
QString exported(MapPageDialog& dialog) {
    auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
    if (!QTest::qWaitFor([&] { return work->isEnabled(); }, patienceMs))
        return stateOf(dialog) + QStringLiteral(" (never ready)");
    QSignalSpy written(&dialog, &MapPageDialog::written);
    work->click();
    if (!written.wait(patienceMs))
        return QStringLiteral("never written");
    return written.front().front().toString();
}

} // namespace

class MapPageTest final : public QObject {
    Q_OBJECT
private slots:
    void a_file_is_that_of_the_command_line_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("picture") << "a.png" << QStringList{};
        QTest::newRow("page") << "a.pdf" << QStringList{};
        QTest::newRow("upright drawing, A3")
            << "a.svg" << QStringList{"--paper", "A3", "--portrait"};
        QTest::newRow("picture of a page, in English, titled")
            << "a.png" << QStringList{"--paper", "A4", "--dpi", "100", "--title", "Farms & tanks"};
    }
    void a_file_is_that_of_the_command_line() {
        QFETCH(QString, name);
        QFETCH(QStringList, options);
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        dialog.setFile(sandbox.path(name));
        const auto valueOf = [&](const char* option) {
            const qsizetype at = options.indexOf(QLatin1String(option));
            return at < 0 ? QString() : options.at(at + 1);
        };
        if (const QString paper = valueOf("--paper"); !paper.isEmpty()) {
            auto* size = dialog.findChild<QComboBox*>(QStringLiteral("size"));
            size->setCurrentIndex(size->findData(paper));
            emit size->activated(size->currentIndex());
        }
        if (options.contains(QStringLiteral("--portrait")))
            dialog.findChild<QComboBox*>(QStringLiteral("orientation"))->setCurrentIndex(1);
        dialog.findChild<QSpinBox*>(QStringLiteral("dpi"))->setValue(valueOf("--dpi").toInt());
        dialog.findChild<QLineEdit*>(QStringLiteral("title"))->setText(valueOf("--title"));
        QCOMPARE(exported(dialog), QString());

        const QString other = sandbox.path(QStringLiteral("cli-") + name);
        QProcess program;
        program.start(QStringLiteral(TERROIR_PROGRAM),
                      QStringList{"--lang", "en", "-w", sandbox.path("terroir.sqlite"), "map",
                                  "livestock", "-o", other} +
                          options);
        QVERIFY(program.waitForFinished(patienceMs));
        QCOMPARE(program.exitCode(), 0);
        const QByteArray mine = pageContentOf(contentOf(sandbox.path(name))),
                         theirs = pageContentOf(contentOf(other));
        QVERIFY(mine.size() > 10'000);
        QCOMPARE(mine.size(), theirs.size());
        QVERIFY(mine == theirs);
    }

    void the_preview_is_the_page() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        dialog.setFile(sandbox.path(QStringLiteral("a.pdf")));
        QVERIFY(QTest::qWaitFor([&] { return !dialog.preview().isNull(); }, patienceMs));
        QVERIFY(dialog.preview().width() > dialog.preview().height());
        dialog.findChild<QComboBox*>(QStringLiteral("orientation"))->setCurrentIndex(1);
        QVERIFY(QTest::qWaitFor(
            [&] { return dialog.preview().height() > dialog.preview().width(); }, patienceMs));
    }

    void a_file_that_is_there_is_asked_about_and_kept() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const QString file = sandbox.write(QStringLiteral("a.png"), "mine");
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        dialog.setFile(file);
        auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
        QVERIFY(QTest::qWaitFor([&] { return work->isEnabled(); }, patienceMs));
        QString asked;
        answerQuestion({}, &asked);
        work->click();
        QVERIFY(asked.contains(file));
        QCOMPARE(contentOf(file), QByteArray("mine"));
        answerQuestion(QStringLiteral("yes"));
        QCOMPARE(exported(dialog), QString());
        QVERIFY(contentOf(file).startsWith("\x89PNG"));
    }

    void what_cannot_be_written_says_why() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        dialog.setFile(sandbox.path(QStringLiteral("a.jpg")));
        QTRY_VERIFY(stateOf(dialog).contains(QStringLiteral(".png, .pdf")));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("work"))->isEnabled());
        dialog.setFile(sandbox.path(QStringLiteral("no/such/folder/a.png")));
        QVERIFY(exported(dialog).contains(QStringLiteral("no/such/folder")));
    }

    void a_name_that_was_just_typed_is_written_to_at_once() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
        QVERIFY(QTest::qWaitFor([&] { return work->isEnabled(); }, patienceMs));
        const QString file = sandbox.path(QStringLiteral("typed.png"));
        dialog.findChild<QLineEdit*>(QStringLiteral("file"))->setText(file);
        QSignalSpy written(&dialog, &MapPageDialog::written);
        work->click(); // while the preview is not drawn again
        QVERIFY(written.wait(patienceMs));
        QVERIFY(QFileInfo::exists(file));
    }

    void a_cancelled_export_leaves_no_file() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const QString file = sandbox.path(QStringLiteral("a.png"));
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        dialog.setFile(file);
        auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
        QVERIFY(QTest::qWaitFor([&] { return work->isEnabled(); }, patienceMs));
        dialog.show();
        work->click();
        auto* cancel = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(dialog.isVisible()); // it stays to say how the export ended
        QVERIFY(sandbox.waitForJobs());
        QVERIFY(stateOf(dialog).contains(QStringLiteral("cancelled")));
        QVERIFY(!QFileInfo::exists(file));
    }

    void a_cancelled_export_stops_no_other_work() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::File);
        dialog.setFile(sandbox.path(QStringLiteral("a.png")));
        auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
        QVERIFY(QTest::qWaitFor([&] { return work->isEnabled(); }, patienceMs));
        std::atomic<bool> goOn = false, isStopped = true;
        sandbox.desk().jobs().start(QStringLiteral("Import"),
                                    [&](const Progress& progress) {
                                        while (!goOn)
                                            QThread::msleep(5);
                                        isStopped = !progress(1, {});
                                    },
                                    {});
        dialog.show();
        work->click(); // it waits its turn
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY(stateOf(dialog).contains(QStringLiteral("before it began")));
        goOn = true;
        QVERIFY(sandbox.waitForJobs());
        QVERIFY(!isStopped);
        QVERIFY(!QFileInfo::exists(sandbox.path(QStringLiteral("a.png"))));
    }

    /// A preview that was on its way neither takes the word nor frees the button.
    void how_an_export_ended_is_said_though_a_preview_was_being_drawn() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::File); // it begins a preview
        auto* work = dialog.findChild<QPushButton*>(QStringLiteral("work"));
        dialog.findChild<QLineEdit*>(QStringLiteral("file"))
            ->setText(sandbox.path(QStringLiteral("no/such/folder/a.png")));
        QSignalSpy previewed(&dialog, &MapPageDialog::previewShown);
        QSignalSpy written(&dialog, &MapPageDialog::written);
        work->click();
        QVERIFY(!work->isEnabled());
        QVERIFY(written.wait(patienceMs));
        QVERIFY(previewed.isEmpty()); // none while it was written
        const QString sentence = stateOf(dialog);
        QVERIFY2(sentence.contains(QStringLiteral("no/such/folder")), qPrintable(sentence));
        QVERIFY(previewed.wait(patienceMs)); // the one that was missed
        QCOMPARE(stateOf(dialog), sentence);
        dialog.findChild<QLineEdit*>(QStringLiteral("title"))->setText(QStringLiteral("x"));
        QTRY_VERIFY(stateOf(dialog).isEmpty()); // another page: another matter
    }

    void the_printed_page_has_the_paper_and_the_text() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        MapPageDialog dialog(sandbox.desk(), Purpose::Print);
        auto* size = dialog.findChild<QComboBox*>(QStringLiteral("size"));
        size->setCurrentIndex(size->findData(QStringLiteral("A3")));
        const QString file = sandbox.path(QStringLiteral("printed.pdf"));
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file);
        QSignalSpy written(&dialog, &MapPageDialog::written);
        dialog.printOn(printer);
        QVERIFY(written.wait(patienceMs));
        QCOMPARE(written.front().front().toString(), QString());
        const QByteArray pdf = contentOf(file);
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        // A3 on its side, in points.
        const qsizetype at = pdf.indexOf("/MediaBox");
        QVERIFY2(pdf.mid(at, 60).contains("1190") || pdf.mid(at, 60).contains("1191"),
                 pdf.mid(at, 60).constData());
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::MapPageTest)
#include "test_map_page.moc"
