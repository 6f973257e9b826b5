#include "core/base/csv.hpp"
#include "core/geometry/table_writer.hpp"
#include "core/records/decisions.hpp"
#include "plugin/viewer/column_choice_model.hpp"
#include "plugin/viewer/import_dialog.hpp"
#include "plugin/viewer/import_report_model.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/sheets/sheet_files.hpp"
#include "tests/support/values_of.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <algorithm>

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

/// A dialog with the trials, shown and read.
class ShownDialog {
public:
    explicit ShownDialog(Sandbox& sandbox, const QByteArray& table = trials)
        : m_dialog(sandbox.desk()) {
        m_dialog.setFile(sandbox.write(QStringLiteral("t.csv"), table));
        chooseKind(m_dialog, "trial");
        m_dialog.resize(1366, 700);
        m_dialog.show();
        m_isReady = QTest::qWaitForWindowExposed(&m_dialog) && waitUntilReady(m_dialog);
    }

    ImportDialog& operator*() { return m_dialog; }
    bool isReady() const { return m_isReady; }
    QTableView& view() { return *find<QTableView>(m_dialog, "report"); }
    QString cell(int row, ImportReportModel::Column column) {
        return cellAt(*view().model(), row, column);
    }
    QPoint at(int row, ImportReportModel::Column column) {
        return view().visualRect(view().model()->index(row, column)).center();
    }
    void select(int row) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                          at(row, ImportReportModel::Subject));
    }
    void doubleClick(int row, ImportReportModel::Column column) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at(row, column));
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, at(row, column));
    }
    void press(const char* button) {
        QTest::mouseClick(find<QPushButton>(m_dialog, button), Qt::LeftButton);
    }
    /// Types over the cell that is being edited.
    bool type(const QString& text) {
        auto* editor = view().viewport()->findChild<QLineEdit*>();
        if (editor == nullptr)
            return false;
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        // The view takes the text with the next events.
        return QTest::qWaitFor([&] { return !m_dialog.canImport(); }) && waitUntilReady(m_dialog);
    }

private:
    ImportDialog m_dialog;
    bool m_isReady = false;
};

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
        outcome->setCurrentIndex(outcome->findData(QStringLiteral("refused")));
        QCOMPARE(report->rowCount(), 1);
        QVERIFY(sentenceAt(*report, 0).contains(QStringLiteral("nhiều")));

        QSignalSpy imported(&dialog, &ImportDialog::imported);
        QSignalSpy contents(&sandbox.desk(), &Desk::contentsChanged);
        QSignalSpy said(&sandbox.desk(), &Desk::said);
        find<QPushButton>(dialog, "import")->click();
        QVERIFY(imported.wait(patienceMs));
        QCOMPARE(imported.front().front().toInt(), 1);
        QVERIFY(said.back().front().toString().contains(QStringLiteral("Shown by the themes")));
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
        geometry::writeTable(terroir::testing::valuesOf(parseCsv(trials, "t.csv")), toPath(file));
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

    void a_cell_is_put_right_where_it_is_shown_and_the_record_keeps_what_the_file_says() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const std::size_t before = sandbox.records();
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        // A row that is refused shows what its cells say.
        QCOMPARE(dialog.cell(2, ImportReportModel::Value), QStringLiteral("nhiều"));
        dialog.doubleClick(2, ImportReportModel::Value);
        QVERIFY(dialog.type(QStringLiteral("1,75")));
        QCOMPARE(dialog.cell(2, ImportReportModel::Value), QStringLiteral("1.75 ha"));
        QVERIFY(sentenceAt(*dialog.view().model(), 2)
                    .contains(QStringLiteral("the file says 'nhiều'")));
        const QModelIndex value = dialog.view().model()->index(2, ImportReportModel::Value);
        QVERIFY(value.data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("nhiều")));
        QVERIFY(!find<QLabel>(*dialog, "summary")->text().contains(QStringLiteral("1 refused")));
        dialog.press("import");
        QVERIFY(QTest::qWaitFor([&] { return sandbox.records() == before + 3; }, patienceMs));
        const auto& records = *sandbox.desk().contents()->records;
        const auto stored =
            std::find_if(records.begin(), records.end(),
                         [](const records::Record& one) { return one.id == "t-r4"; });
        QVERIFY(stored != records.end());
        QCOMPARE(stored->details.size(), 1U);
        QVERIFY(stored->details.front().text.find("nhiều") != std::string::npos);
    }

    void several_cells_of_a_row_are_put_right_together_and_taken_back() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        dialog.doubleClick(1, ImportReportModel::Place);
        auto* cells = find<QDialog>(*dialog, "rowCells");
        QVERIFY(cells != nullptr);
        auto* commune = find<QLineEdit>(*cells, "commune");
        QCOMPARE(commune->text(), QStringLiteral("Không Có Xã Này"));
        commune->selectAll();
        QTest::keyClicks(commune, QStringLiteral("Ban Bo"));
        QTest::mouseClick(find<QPushButton>(*cells, "putRight"), Qt::LeftButton);
        QVERIFY(waitUntilReady(*dialog));
        QVERIFY(dialog.cell(1, ImportReportModel::Unit).startsWith(QStringLiteral("xã Bản Bo,")));
        auto* takeBack = find<QPushButton>(*dialog, "takeBack");
        QVERIFY(takeBack->isVisible());
        dialog.press("takeBack");
        QVERIFY(waitUntilReady(*dialog));
        QCOMPARE(dialog.cell(1, ImportReportModel::Unit), QString());
        QVERIFY(!takeBack->isVisible());
    }

    void a_place_is_found_as_its_name_is_typed_and_holds_for_all_rows_with_it() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox,
                           QByteArray(trials) + "Ngô,,Không Có Xã Này,Tam Đường,Lai Châu,2,2023\n");
        QVERIFY(dialog.isReady());
        dialog.select(1);
        dialog.press("choosePlace");
        auto* choice = find<QDialog>(*dialog, "placeChoice");
        QVERIFY(choice != nullptr);
        QVERIFY(find<QLabel>(*choice, "rows")->text().contains(QStringLiteral("for 2 row")));
        auto* search = find<QLineEdit>(*choice, "unitSearch");
        auto* choose = find<QPushButton>(*choice, "chooseUnit");
        auto* units = find<QListWidget>(*choice, "units");
        QTest::keyClicks(search, QStringLiteral("xyzqwx"));
        QVERIFY(!choose->isEnabled());
        search->selectAll();
        QTest::keyClicks(search, QStringLiteral("binh lu tam duong"));
        QVERIFY(units->count() > 0);
        QTest::mouseClick(units->viewport(), Qt::LeftButton, {},
                          units->visualItemRect(units->item(0)).center());
        QTest::mouseClick(choose, Qt::LeftButton);
        QVERIFY(waitUntilReady(*dialog));
        for (const int row : {1, 3})
            QVERIFY(dialog.cell(row, ImportReportModel::Unit).contains(QStringLiteral("Bình Lư")));
        QVERIFY(find<QPlainTextEdit>(*dialog, "remarks")
                    ->toPlainText()
                    .contains(QStringLiteral("in 2 rows")));
        dialog.press("import");
        QVERIFY(QTest::qWaitFor([&] { return sandbox.hasSource("t"); }, patienceMs));
        workspace::Workspace workspace(sandbox.desk().contents()->file, store::Mode::ReadOnly);
        QCOMPARE(records::loadDecisions(workspace.file()).size(), 2U);
    }

    void a_row_that_is_unticked_is_left_out_and_can_come_back() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const std::size_t before = sandbox.records();
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        const auto tick = [&] {
            const QRect cell =
                dialog.view().visualRect(dialog.view().model()->index(0, ImportReportModel::Row));
            QTest::mouseClick(dialog.view().viewport(), Qt::LeftButton, {},
                              {cell.left() + 10, cell.center().y()});
            return waitUntilReady(*dialog);
        };
        auto* summary = find<QLabel>(*dialog, "summary");
        QVERIFY(tick());
        QVERIFY(summary->text().contains(QStringLiteral("1 left out")));
        QCOMPARE(dialog.cell(0, ImportReportModel::Outcome), QStringLiteral("left out"));
        QVERIFY(tick());
        QVERIFY(!summary->text().contains(QStringLiteral("left out")));
        QVERIFY(tick());
        dialog.press("import");
        QVERIFY(QTest::qWaitFor([&] { return sandbox.records() == before + 1; }, patienceMs));
    }

    void the_rows_are_filtered_by_what_becomes_of_them_with_counts() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        auto* outcome = find<QComboBox>(*dialog, "outcome");
        QStringList texts;
        for (int i = 0; i < outcome->count(); ++i)
            texts.append(outcome->itemText(i));
        QCOMPARE(texts, (QStringList{"All rows (3)", "Only: accepted (1)", "Only: doubtful (1)",
                                     "Only: refused (1)", "Only: left out (0)"}));
        for (const auto& [chosen, shown] : {std::pair{2, "3"}, {3, "4"}}) {
            outcome->setCurrentIndex(chosen);
            QCOMPARE(dialog.view().model()->rowCount(), 1);
            QCOMPARE(dialog.cell(0, ImportReportModel::Row), QLatin1String(shown));
        }
    }

    void ten_rows_are_seen_on_a_small_screen() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        QByteArray table = trials;
        for (int i = 0; i < 12; ++i)
            table += "Ngô,,Không Có Xã Này,Tam Đường,Lai Châu,2,2023\n";
        ShownDialog dialog(sandbox, table);
        QVERIFY(dialog.isReady());
        QVERIFY((*dialog).height() <= 700);
        const int row = dialog.view().verticalHeader()->defaultSectionSize();
        QVERIFY2(dialog.view().viewport()->height() >= 10 * row,
                 qPrintable(QString::number(dialog.view().viewport()->height() / row)));
    }

    void advice_is_given_in_words_of_the_window() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox, "Thứ đã trồng,Xã,Tỉnh,Lạ\nLúa,Bản Bo,Lai Châu,x y z\n");
        QVERIFY(dialog.isReady());
        const QString said = find<QPlainTextEdit>(*dialog, "remarks")->toPlainText() +
                             sentenceAt(*dialog.view().model(), 0);
        QVERIFY2(said.contains(QStringLiteral("choose the column")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("--")), qPrintable(said));
    }

    void cancel_stops_an_import_and_then_closes() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        const std::size_t before = sandbox.records();
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        auto* cancel = (*dialog).findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel);
        connect(&sandbox.desk().jobs(), &JobRunner::started, this,
                [cancel] { QTest::mouseClick(cancel, Qt::LeftButton); });
        dialog.press("import");
        QVERIFY(sandbox.waitForJobs());
        QVERIFY((*dialog).isVisible());
        QVERIFY(find<QLabel>(*dialog, "summary")->text().contains(QStringLiteral("cancelled")));
        QCOMPARE(sandbox.records(), before);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!(*dialog).isVisible());
    }

    void a_dialog_that_goes_while_a_cell_is_edited_takes_the_text_with_it() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        dialog.doubleClick(2, ImportReportModel::Value);
        auto* editor = dialog.view().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("5"));
    }

    void the_whole_sentence_of_the_chosen_row_is_shown() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        dialog.select(2);
        QCOMPARE(find<QLabel>(*dialog, "sentence")->text(), sentenceAt(*dialog.view().model(), 2));
        dialog.select(0);
        QCOMPARE(find<QLabel>(*dialog, "sentence")->text(), QString());
    }

    void cancel_ends_the_reading() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ShownDialog dialog(sandbox);
        QVERIFY(dialog.isReady());
        QSignalSpy shown(&*dialog, &ImportDialog::previewShown);
        chooseKind(*dialog, "model");
        QTest::mouseClick(
            (*dialog).findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel),
            Qt::LeftButton);
        QVERIFY(!(*dialog).isVisible());
        QVERIFY(!shown.wait(500)); // what was read is dropped
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
