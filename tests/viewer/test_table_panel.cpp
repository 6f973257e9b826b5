#include "core/sheets/table.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/figure_model.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_panel.hpp"
#include "tests/viewer/open_desk.hpp"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTextDocument>

namespace terroir::viewer {

using testing::longestWaitMs;
using testing::OpenDesk;

namespace {

struct ShownTable {
    explicit ShownTable(Desk& desk) : panel(desk) {
        panel.resize(1000, 400);
        QSignalSpy shown(&panel, &TablePanel::shown);
        panel.show();
        if (desk.activeFigures() != nullptr && !desk.activeFigures()->evaluated.units.empty())
            QVERIFY(shown.wait(longestWaitMs));
        view = panel.findChild<QTableView*>(QStringLiteral("tableView"));
    }
    QString cell(int row, int column) const {
        return view->model()->index(row, column).data().toString();
    }
    QStringList column(int column) const {
        QStringList cells;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            cells.append(cell(row, column));
        return cells;
    }
    void trigger(const char* action) {
        for (QAction* one : view->actions())
            if (one->objectName() == QLatin1String(action))
                return one->trigger();
        QFAIL("no such action");
    }

    TablePanel panel;
    QTableView* view = nullptr;
};

} // namespace

class TestTablePanel : public QObject {
    Q_OBJECT
private slots:
    void names_are_sorted_by_the_vietnamese_alphabet() {
        theme::Settings everywhere;
        everywhere.within = "tỉnh Lai Châu";
        OpenDesk open("livestock", everywhere);
        ShownTable table(open.desk);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.view->sortByColumn(FigureModel::Name, order);
            QStringList names = table.column(FigureModel::Name);
            QCOMPARE(names.last(), QStringLiteral("Total"));
            const auto units = open.desk.figures(0)->evaluated.units.size();
            std::vector<std::string> sorted;
            for (std::size_t i = 0; i < units; ++i)
                sorted.push_back(names[int(i)].toStdString());
            QVERIFY(std::is_sorted(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
                return order == Qt::AscendingOrder ? text::compare(a, b) < 0
                                                   : text::compare(b, a) < 0;
            }));
        }
        QVERIFY(text::compare("Dào San", "Đông Phong") < 0);
        table.view->sortByColumn(FigureModel::Name, Qt::AscendingOrder);
        const QStringList names = table.column(FigureModel::Name);
        QVERIFY(names.indexOf(QStringLiteral("Dào San")) >= 0);
        QVERIFY(names.indexOf(QStringLiteral("Dào San")) <
                names.indexOf(QStringLiteral("Đông Phong")));
    }

    void numbers_are_sorted_as_numbers_and_cells_without_data_come_behind() {
        OpenDesk open("aquaculture");
        ShownTable table(open.desk);
        constexpr int tanks = FigureModel::FirstFigure + 1;
        const auto& evaluated = open.desk.figures(0)->evaluated;
        const auto& cells = evaluated.layers[1].series[0].cells; // 13, 52, 323 tanks
        QVERIFY(cells.size() > 2);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.view->sortByColumn(tanks, order);
            std::vector<double> values;
            for (std::size_t row = 0; row < cells.size(); ++row) {
                const QString text = table.cell(int(row), tanks);
                QVERIFY(!text.isEmpty());
                values.push_back(QString(text).remove(QLatin1Char(',')).toDouble());
            }
            QVERIFY(order == Qt::AscendingOrder ? std::is_sorted(values.begin(), values.end())
                                                : std::is_sorted(values.rbegin(), values.rend()));
            if (cells.size() < evaluated.units.size())
                QVERIFY(table.cell(int(cells.size()), tanks).isEmpty());
            QCOMPARE(table.column(FigureModel::Name).last(), QStringLiteral("Total"));
        }
    }

    void only_rows_with_data_and_the_filter_leave_the_totals() {
        OpenDesk open("livestock");
        ShownTable table(open.desk);
        const auto& evaluated = open.desk.figures(0)->evaluated;
        const int all = table.view->model()->rowCount();
        const int others = all - int(evaluated.units.size());
        int withData = 0;
        for (const auto unit : evaluated.units)
            withData += evaluated.layers[0].hasData(unit) ? 1 : 0;
        QVERIFY(withData > 0 && withData < int(evaluated.units.size()));
        auto* box = table.panel.findChild<QCheckBox*>(QStringLiteral("tableOnlyWithData"));
        box->click();
        QCOMPARE(table.view->model()->rowCount(), withData + others);
        auto* filter = table.panel.findChild<QLineEdit*>(QStringLiteral("tableFilter"));
        QTest::keyClicks(filter, QStringLiteral("son binh"));
        QCOMPARE(table.view->model()->rowCount(), 1 + others);
        QCOMPARE(table.cell(0, FigureModel::Name), QStringLiteral("Sơn Bình"));
        filter->clear();
        box->click();
        QCOMPARE(table.view->model()->rowCount(), all);
    }

    void the_selection_follows_the_map_and_the_map_follows_it() {
        OpenDesk open("livestock");
        ShownTable table(open.desk);
        open.desk.selectUnit(open.unit("03413@2007"), Desk::Zoom::No);
        QCOMPARE(table.cell(table.view->currentIndex().row(), FigureModel::Name),
                 QStringLiteral("Sơn Bình"));
        const auto other = table.column(FigureModel::Name).indexOf(QStringLiteral("Bản Hon"));
        table.view->setCurrentIndex(table.view->model()->index(int(other), FigureModel::Name));
        QCOMPARE(open.selected(), QStringLiteral("03421@2004"));
        open.desk.selectUnit(gazetteer::noUnit, Desk::Zoom::No);
        QVERIFY(!table.view->selectionModel()->hasSelection());
        // A total is no unit.
        table.view->setCurrentIndex(
            table.view->model()->index(table.view->model()->rowCount() - 1, FigureModel::Name));
        QVERIFY(open.selected().isEmpty());
    }

    void copied_rows_are_written_as_vietnamese_tables_are() {
        OpenDesk open("production-zones", {}, Language::Vietnamese);
        ShownTable table(open.desk);
        table.view->sortByColumn(FigureModel::FirstFigure, Qt::DescendingOrder);
        table.view->selectRow(0);
        table.trigger("tableCopy");
        const QString row = QGuiApplication::clipboard()->text();
        QVERIFY(row.endsWith(QLatin1Char('\n')));
        QCOMPARE(int(row.count(QLatin1Char('\t'))), table.view->model()->columnCount() - 2);
        QCOMPARE(row.split(QLatin1Char('\t'))[FigureModel::FirstFigure - 1],
                 table.cell(0, FigureModel::FirstFigure));
        table.trigger("tableCopyWithHeader");
        const QString both = QGuiApplication::clipboard()->text();
        QCOMPARE(both.count(QLatin1Char('\n')), 2);
        QVERIFY(both.endsWith(row));
    }

    void an_export_has_all_rows_in_every_format() {
        OpenDesk open("livestock");
        ShownTable table(open.desk);
        const QTemporaryDir folder;
        for (const char* name : {"t.csv", "t.xlsx", "t.ods", "t.json"}) {
            const QString file = folder.filePath(QLatin1String(name));
            QSignalSpy finished(&open.desk.jobs(), &JobRunner::finished);
            table.panel.exportTo(toPath(file));
            QVERIFY(finished.wait(longestWaitMs));
            QCOMPARE(finished.front()[1].toString(), QString());
            if (file.endsWith(QLatin1String("json"))) {
                QFile json(file);
                QVERIFY(json.open(QIODevice::ReadOnly));
                QCOMPARE(int(json.readAll().count("\"row\"")), table.view->model()->rowCount());
            } else {
                QCOMPARE(int(sheets::readTable(toPath(file)).rows.size()),
                         table.view->model()->rowCount());
            }
        }
        QSignalSpy finished(&open.desk.jobs(), &JobRunner::finished);
        table.panel.exportTo(toPath(folder.filePath(QStringLiteral("t.dbf"))));
        QVERIFY(finished.wait(longestWaitMs));
        QVERIFY(finished.front()[1].toString().contains(QStringLiteral(".ods")));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("t.dbf"))));
    }

    void a_tool_tip_shows_what_a_cell_says_as_it_is() {
        const std::string cell = "<img src=\"/dev/zero\">\nxã <b>Bản Bo</b>";
        const ResultTableModel model({{"note"}, {{cell}}}, Language::English);
        const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(!tip.contains(QStringLiteral("<b>")));
        QTextDocument shown;
        shown.setHtml(tip);
        QCOMPARE(shown.toPlainText(), toQString(cell));
        QCOMPARE(plainToolTip({}), QString());
    }

    void without_figures_it_says_what_to_do() {
        Desk desk(Language::English);
        ShownTable none(desk);
        auto* notice = none.panel.findChild<QLabel*>(QStringLiteral("tableNotice"));
        QVERIFY(notice->text().contains(QStringLiteral("No workspace is open")));
        QVERIFY(!none.view->isVisible());
        theme::Settings other;
        other.only.sources = {"LC22"}; // speaks of no livestock
        OpenDesk open("livestock", other);
        QVERIFY(open.desk.figures(0)->evaluated.units.empty());
        ShownTable empty(open.desk);
        notice = empty.panel.findChild<QLabel*>(QStringLiteral("tableNotice"));
        QVERIFY(notice->text().contains(QStringLiteral("within the filter")));
        QVERIFY(!empty.view->isVisible());
        MapSpec spec{theme::findTheme(open.desk.themes(), "livestock")};
        spec.settings.within = theme::Settings::everywhere;
        for (theme::Layer& layer : spec.theme.layers)
            for (theme::Series& series : layer.series)
                series.selection.groups = {"no such group"};
        QSignalSpy figures(&open.desk, &Desk::figuresChanged);
        open.desk.startWith(spec);
        QVERIFY(figures.wait(testing::longestWaitMs));
        QVERIFY(notice->text().contains(QStringLiteral("no figures for this theme")));
    }
};

} // namespace terroir::viewer

QTEST_MAIN(terroir::viewer::TestTablePanel)
#include "test_table_panel.moc"
