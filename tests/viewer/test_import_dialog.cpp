#include "core/base/csv.hpp"
#include "core/geometry/table_writer.hpp"
#include "plugin/viewer/column_choice_model.hpp"
#include "plugin/viewer/import_dialog.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

constexpr const char* trials = "Cây trồng,Giống,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                               "Lúa,Séng cù,Bản Bo,Tam Đường,Lai Châu,\"2,5\",2023\n"
                               "Chè,Kim Tuyên,Không Có Xã Này,Tam Đường,Lai Châu,1,2023\n"
                               "Mắc ca,,Bản Bo,Tam Đường,Lai Châu,nhiều,2023\n";

template <typename W>
W* find(QWidget& parent, const char* name) {
    return parent.findChild<W*>(QLatin1String(name));
}

void chooseKind(ImportDialog& dialog, const char* kind) {
    auto* combo = find<QComboBox>(dialog, "kind");
    combo->setCurrentIndex(combo->findData(QLatin1String(kind)));
}

bool waitUntilReady(ImportDialog& dialog) {
    return QTest::qWaitFor([&] { return dialog.canImport(); }, patienceMs);
}

bool waitForSentence(ImportDialog& dialog, const QString& part) {
    auto* summary = find<QLabel>(dialog, "summary");
    return QTest::qWaitFor([&] { return summary->text().contains(part); }, patienceMs);
}

} // namespace

class ImportDialogTest final : public QObject {
    Q_OBJECT
private slots:
    void each_row_has_its_outcome_and_the_import_can_be_undone() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const std::size_t before = sandbox.records();
        ImportDialog dialog(sandbox.desk());
        dialog.setFile(sandbox.write(QStringLiteral("khao nghiem 2023.csv"), trials));
        chooseKind(dialog, "trial");
        QVERIFY(waitUntilReady(dialog));
        QVERIFY(find<QLabel>(dialog, "summary")->text().contains(QStringLiteral("1 refused")));
        auto* report = find<QTableView>(dialog, "report")->model();
        QCOMPARE(report->rowCount(), 3);
        auto* outcome = find<QComboBox>(dialog, "outcome");
        outcome->setCurrentIndex(outcome->count() - 1);
        QCOMPARE(report->rowCount(), 1);
        QVERIFY(report->index(0, 3).data().toString().contains(QStringLiteral("nhiều")));

        QSignalSpy imported(&dialog, &ImportDialog::imported);
        QSignalSpy contents(&sandbox.desk(), &Desk::contentsChanged);
        find<QPushButton>(dialog, "import")->click();
        QVERIFY(imported.wait(patienceMs));
        QCOMPARE(imported.front().front().toInt(), 1);
        QVERIFY(QTest::qWaitFor([&] { return sandbox.records() == before + 2; }, patienceMs));
        QVERIFY(sandbox.hasSource("khao-nghiem-2023"));
        sandbox.desk().undoStack().undo();
        QVERIFY(QTest::qWaitFor([&] { return sandbox.records() == before; }, patienceMs));
        QVERIFY(!sandbox.hasSource("khao-nghiem-2023"));
        sandbox.desk().undoStack().redo();
        QVERIFY(QTest::qWaitFor([&] { return sandbox.records() == before + 2; }, patienceMs));
    }

    void a_sheet_of_a_spreadsheet_is_read() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const QString file = sandbox.path(QStringLiteral("bang.xlsx"));
        geometry::writeTable(parseCsv(trials, "t.csv"), toPath(file));
        ImportDialog dialog(sandbox.desk());
        dialog.setFile(file);
        chooseKind(dialog, "trial");
        QVERIFY(waitUntilReady(dialog));
        QCOMPARE(find<QComboBox>(dialog, "sheet")->count(), 1);
        QVERIFY(find<QLabel>(dialog, "summary")->text().contains(QStringLiteral("1 refused")));
    }

    void columns_are_found_by_name_chosen_and_left_out() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ImportDialog dialog(sandbox.desk());
        dialog.setFile(
            sandbox.write(QStringLiteral("t.csv"),
                          "Thứ đã trồng,Xã,Tỉnh,Diện tích (ha)\nLúa,Bản Bo,Lai Châu,1\n"));
        chooseKind(dialog, "trial");
        QVERIFY(waitForSentence(dialog, QStringLiteral("what the rows are about")));
        QVERIFY(!dialog.canImport());
        auto* columns =
            static_cast<ColumnChoiceModel*>(find<QTableView>(dialog, "columns")->model());
        QVERIFY(!columns->choose("subject", QStringLiteral("no such column")));
        QVERIFY(columns->choose("subject", QStringLiteral("Thứ đã trồng")));
        QVERIFY(waitUntilReady(dialog));
        QVERIFY(columns->choose("area", {}));
        QVERIFY(!dialog.canImport());
        QVERIFY(waitUntilReady(dialog));
        // The table as a whole has something to say: a column means nothing now.
        const QString sentence =
            find<QTableView>(dialog, "report")->model()->index(0, 3).data().toString();
        QVERIFY2(sentence.contains(QStringLiteral("Diện tích")), qPrintable(sentence));
    }

    void the_same_table_twice_is_asked_about() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const QString file = sandbox.write(QStringLiteral("t.csv"), trials);
        const auto importOnce = [&](const QString& answer, QString* asked) {
            ImportDialog dialog(sandbox.desk());
            dialog.setFile(file);
            chooseKind(dialog, "trial");
            if (!waitUntilReady(dialog))
                return false;
            if (asked != nullptr)
                answerQuestion(answer, asked);
            const int edits = sandbox.desk().undoStack().count();
            QSignalSpy contents(&sandbox.desk(), &Desk::contentsChanged);
            find<QPushButton>(dialog, "import")->click();
            if (!sandbox.waitForJobs())
                return false;
            return sandbox.desk().undoStack().count() == edits || !contents.isEmpty() ||
                   contents.wait(patienceMs);
        };
        QVERIFY(importOnce({}, nullptr));
        const std::size_t once = sandbox.records();
        QString asked;
        QVERIFY(importOnce({}, &asked)); // cancelled
        QVERIFY(asked.contains(QStringLiteral("imported before")));
        QCOMPARE(sandbox.desk().undoStack().count(), 1);
        QVERIFY(importOnce(QStringLiteral("yes"), &asked));
        QCOMPARE(sandbox.records(), once);
    }

    void a_table_that_cannot_be_imported_says_why_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("part");
        QTest::newRow("no rows") << "t.csv" << QByteArray("Cây trồng,Xã,Tỉnh\n") << "no rows";
        QTest::newRow("no column is known")
            << "t.csv" << QByteArray("a,b,c\n1,2,3\n") << "what the rows are about";
        QTest::newRow("two columns of one meaning")
            << "t.csv" << QByteArray("Sản phẩm,Mô hình,Xã\na,b,c\n") << "both mean";
        QTest::newRow("not UTF-8") << "t.csv"
                                   << QByteArray("Cây trồng,Xã,Tỉnh\nLúa,B\xe1,Lai Châu\n")
                                   << "UTF-8";
        QTest::newRow("an open quote") << "t.csv" << QByteArray("a,b\n\"x,y\n") << "t.csv";
        QTest::newRow("a broken workbook") << "t.xlsx" << QByteArray("PK no zip") << "t.xlsx";
        QTest::newRow("no table") << "t.png" << QByteArray("png") << ".xlsx, .xls, .ods, .csv";
        QTest::newRow("every row is refused")
            << "t.csv" << QByteArray("Cây trồng,Xã,Tỉnh,Diện tích (ha)\nLúa,Bản Bo,Lai Châu,x\n")
            << "Nothing can be imported";
    }
    void a_table_that_cannot_be_imported_says_why() {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, part);
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ImportDialog dialog(sandbox.desk());
        chooseKind(dialog, "trial");
        dialog.setFile(sandbox.write(name, content));
        QVERIFY2(waitForSentence(dialog, part),
                 qPrintable(find<QLabel>(dialog, "summary")->text()));
        QVERIFY(!dialog.canImport());
    }

    void a_missing_file_says_so() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ImportDialog dialog(sandbox.desk());
        dialog.setFile(sandbox.path(QStringLiteral("gone.csv")));
        QVERIFY(waitForSentence(dialog, QStringLiteral("gone.csv")));
        QVERIFY(!dialog.canImport());
    }

    void without_a_kind_nothing_is_imported() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ImportDialog dialog(sandbox.desk());
        dialog.setFile(sandbox.write(QStringLiteral("t.csv"), trials));
        QVERIFY(waitForSentence(dialog, QStringLiteral("what kind of records")));
        QVERIFY(!dialog.canImport());
    }

    void a_cancelled_import_leaves_nothing() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const std::size_t before = sandbox.records();
        ImportDialog dialog(sandbox.desk());
        dialog.setFile(sandbox.write(QStringLiteral("t.csv"), trials));
        chooseKind(dialog, "trial");
        QVERIFY(waitUntilReady(dialog));
        // Before the job begins: a small table is stored sooner than a person can press anything.
        JobRunner& jobs = sandbox.desk().jobs();
        connect(&jobs, &JobRunner::started, this, [&jobs] { jobs.cancel(); });
        find<QPushButton>(dialog, "import")->click();
        QVERIFY(sandbox.waitForJobs());
        QVERIFY(find<QLabel>(dialog, "summary")->text().contains(QStringLiteral("cancelled")));
        QVERIFY(!sandbox.desk().undoStack().canUndo());
        workspace::Workspace workspace(sandbox.desk().contents()->file, store::Mode::ReadOnly);
        QCOMPARE(workspace.records().size(), before);
        QVERIFY(!records::hasSource(workspace.file(), "t"));
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::ImportDialogTest)
#include "test_import_dialog.moc"
