#include "core/base/csv.hpp"
#include "core/geometry/table_writer.hpp"
#include "plugin/viewer/column_choice_model.hpp"
#include "plugin/viewer/import_dialog.hpp"
#include "plugin/viewer/import_report_model.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/sheets/sheet_files.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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

QString cellAt(const QAbstractItemModel& report, int row, ImportReportModel::Column column) {
    return report.index(row, column).data().toString();
}

QString sentenceAt(const QAbstractItemModel& report, int row) {
    return cellAt(report, row, ImportReportModel::Sentence);
}

ColumnChoiceModel& columnsOf(ImportDialog& dialog) {
    return *static_cast<ColumnChoiceModel*>(find<QTableView>(dialog, "columns")->model());
}

/// A sheet of an ODS file with one row, of a crop in Bản Bo.
std::string sheetOf(const std::string& name, const std::string& crop, const std::string& area) {
    const auto row = [](std::initializer_list<std::string> cells) {
        std::string text = "<table:table-row>";
        for (const std::string& cell : cells)
            text += "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
                    "</text:p></table:table-cell>";
        return text + "</table:table-row>";
    };
    return "<table:table table:name=\"" + name + "\">" +
           row({"Cây trồng", "Xã", "Tỉnh", "Diện tích (ha)"}) +
           row({crop, "Bản Bo", "Lai Châu", area}) + "</table:table>";
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
        QCOMPARE(cellAt(*report, 0, ImportReportModel::Row), QStringLiteral("2"));
        QCOMPARE(cellAt(*report, 0, ImportReportModel::Value), QStringLiteral("2.5 ha"));
        QCOMPARE(cellAt(*report, 0, ImportReportModel::Period), QStringLiteral("2023"));
        QVERIFY(
            cellAt(*report, 0, ImportReportModel::Unit).startsWith(QStringLiteral("xã Bản Bo,")));
        QCOMPARE(cellAt(*report, 1, ImportReportModel::Unit), QString());
        auto* outcome = find<QComboBox>(dialog, "outcome");
        outcome->setCurrentIndex(outcome->count() - 1);
        QCOMPARE(report->rowCount(), 1);
        QVERIFY(sentenceAt(*report, 0).contains(QStringLiteral("nhiều")));

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
        QCOMPARE(find<QComboBox>(dialog, "sheet")->count(), 2); // all of them, and the one
        QVERIFY(!find<QComboBox>(dialog, "sheet")->isEnabled());
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
        QVERIFY(waitUntilReady(dialog)); // the column that is left is taken for the subject
        ColumnChoiceModel& columns = columnsOf(dialog);
        QCOMPARE(columns.rowCount(), 4);
        QVERIFY(columns.choose(QStringLiteral("Thứ đã trồng"), {}));
        QVERIFY(waitForSentence(dialog, QStringLiteral("what the rows are about")));
        QVERIFY(!dialog.canImport());
        QCOMPARE(columns.rowCount(), 4); // to choose from, though nothing can be read
        QVERIFY(!columns.choose(QStringLiteral("no such column"), "subject"));
        QVERIFY(!columns.choose(QStringLiteral("Thứ đã trồng"), "no such field"));
        QVERIFY(columns.choose(QStringLiteral("Thứ đã trồng"), "subject"));
        QVERIFY(waitUntilReady(dialog));
        QVERIFY(columns.choose(QStringLiteral("Diện tích (ha)"), {}));
        QVERIFY(!dialog.canImport());
        QVERIFY(waitUntilReady(dialog));
        // The table as a whole has something to say: a column means nothing now.
        const QString remarks = find<QPlainTextEdit>(dialog, "remarks")->toPlainText();
        QVERIFY2(remarks.contains(QStringLiteral("Diện tích")), qPrintable(remarks));
    }

    void the_tables_of_all_sheets_are_read_and_one_can_be_chosen() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const std::string content =
            sheets::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                            {"content.xml", sheets::odsContent(sheetOf("Vụ lúa", "Lúa", "2") +
                                                               sheetOf("Vụ chè", "Chè", "3"))}});
        const QString file =
            sandbox.write(QStringLiteral("hai trang.ods"), QByteArray::fromStdString(content));
        ImportDialog dialog(sandbox.desk());
        chooseKind(dialog, "trial");
        dialog.setFile(file);
        QVERIFY(waitUntilReady(dialog));
        const auto* report = find<QTableView>(dialog, "report")->model();
        QCOMPARE(report->rowCount(), 2);
        QCOMPARE(cellAt(*report, 1, ImportReportModel::Sheet), QStringLiteral("Vụ chè"));
        QCOMPARE(columnsOf(dialog).rowCount(), 8);
        auto* sheet = find<QComboBox>(dialog, "sheet");
        QCOMPARE(sheet->count(), 3);
        sheet->setCurrentIndex(2);
        emit sheet->activated(2);
        QVERIFY(!dialog.canImport());
        QVERIFY(waitUntilReady(dialog));
        QCOMPARE(report->rowCount(), 1);
        QCOMPARE(cellAt(*report, 0, ImportReportModel::Value), QStringLiteral("3 ha"));
    }

    void a_value_that_is_given_for_all_rows_fills_what_they_leave_empty() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ImportDialog dialog(sandbox.desk());
        chooseKind(dialog, "trial");
        dialog.setFile(sandbox.write(QStringLiteral("t.csv"),
                                     "Cây trồng,Xã,Tỉnh,Diện tích (ha)\nLúa,Bản Bo,Lai Châu,1\n"));
        QVERIFY(waitUntilReady(dialog));
        auto* field = find<QComboBox>(dialog, "settingField");
        find<QLineEdit>(dialog, "settingText")->setText(QStringLiteral("2021"));
        field->setCurrentIndex(field->findData(QStringLiteral("period")));
        QVERIFY(waitUntilReady(dialog));
        const auto* report = find<QTableView>(dialog, "report")->model();
        QCOMPARE(cellAt(*report, 0, ImportReportModel::Period), QStringLiteral("2021"));
    }

    void what_a_table_says_is_no_html() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ImportDialog dialog(sandbox.desk());
        chooseKind(dialog, "trial");
        dialog.setFile(
            sandbox.write(QStringLiteral("t.csv"),
                          "Cây trồng,Xã,Tỉnh,Diện tích (ha)\n<b>Lúa</b>,Bản Bo,Lai Châu,1\n"));
        QVERIFY(waitUntilReady(dialog));
        const QModelIndex subject =
            find<QTableView>(dialog, "report")->model()->index(0, ImportReportModel::Subject);
        QVERIFY(subject.data().toString().contains(QStringLiteral("<b>")));
        QVERIFY(!subject.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
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
        QTest::newRow("no rows") << "t.csv" << QByteArray("Cây trồng,Xã,Tỉnh\n")
                                 << "no table is found";
        QTest::newRow("no column is known")
            << "t.csv" << QByteArray("a,b,c\n1,2,3\n") << "no table is found";
        QTest::newRow("not UTF-8")
            << "t.csv" << QByteArray("Cây trồng,Xã,Tỉnh\nLúa,B\xe1,Lai Châu\n") << "UTF-8";
        QTest::newRow("an open quote") << "t.csv" << QByteArray("a,b\n\"x,y\n") << "t.csv";
        QTest::newRow("a broken workbook") << "t.xlsx" << QByteArray("PK no zip") << "t.xlsx";
        QTest::newRow("no table") << "t.png" << QByteArray("png") << ".xlsx, .xls, .ods, .csv";
        QTest::newRow("every row is refused")
            << "t.csv"
            << QByteArray("Cây trồng,Xã,Tỉnh,Diện tích (ha)\n,Bản Bo,Lai Châu,1\n"
                          "Lúa,Bản Bo,Lai Châu,nhiều\n")
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
