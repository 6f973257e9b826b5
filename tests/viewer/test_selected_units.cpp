#include "core/geometry/mercator.hpp"
#include "plugin/viewer/details_panel.hpp"
#include "plugin/viewer/figure_model.hpp"
#include "plugin/viewer/map_pane.hpp"
#include "plugin/viewer/selection_bar.hpp"
#include "plugin/viewer/table_panel.hpp"
#include "tests/viewer/open_desk.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

namespace terroir::viewer {

using testing::longestWaitMs;
using testing::OpenDesk;

class SelectedUnitsTest final : public QObject {
    Q_OBJECT

    /// A map of livestock that is on the screen.
    struct Bench {
        OpenDesk open{"livestock"};
        MapPane pane{open.desk};
        Bench() {
            pane.resize(800, 600);
            pane.show();
            QVERIFY(QTest::qWaitForWindowExposed(&pane));
            // The pane was made after the figures: they are made once more.
            QSignalSpy shown(&pane, &MapPane::pictureShown);
            QSignalSpy figures(&open.desk, &Desk::figuresChanged);
            open.desk.startWith(open.desk.spec(0));
            QVERIFY(figures.wait(longestWaitMs));
            QVERIFY(shown.count() > 0 || shown.wait(longestWaitMs));
        }
        QPoint pixelOf(const char* uid) {
            const auto& point = *open.desk.contents()->gazetteer->unit(open.unit(uid)).point;
            MapCanvas& canvas = pane.canvas(0);
            return canvas.view()
                .toPixel(geometry::toMercator({point.lon, point.lat}), canvas.size())
                .toPoint();
        }
        void ctrlClick(const char* uid) {
            QSignalSpy changed(&open.desk, &Desk::selectionChanged);
            QTest::mouseClick(&pane.canvas(0), Qt::LeftButton, Qt::ControlModifier, pixelOf(uid));
            QVERIFY(changed.wait(longestWaitMs));
        }
        double sumOf(std::initializer_list<const char*> uids) const {
            double sum = 0;
            const auto& cells = open.desk.figures(0)->evaluated.layers[0].series[0].cells;
            for (const char* uid : uids)
                if (const auto cell = cells.find(open.unit(uid)); cell != cells.end())
                    sum += cell->second.value;
            return sum;
        }
    };
    static constexpr const char *sonBinh = "03413@2007", *banHon = "03421@2004";

private slots:
    void ctrl_and_click_adds_and_takes_away() {
        Bench bench;
        QTest::mouseClick(&bench.pane.canvas(0), Qt::LeftButton, {}, bench.pixelOf(sonBinh));
        QTRY_COMPARE(bench.open.selected(), QString::fromUtf8(sonBinh));
        bench.ctrlClick(banHon);
        QCOMPARE(bench.open.desk.selectedUnits().size(), std::size_t(2));
        QCOMPARE(bench.open.desk.selectedUnit(), gazetteer::noUnit);
        bench.ctrlClick(sonBinh);
        QCOMPARE(bench.open.selected(), QString::fromUtf8(banHon));
    }

    void ctrl_and_a_box_selects_what_has_its_middle_in_it() {
        Bench bench;
        MapCanvas& canvas = bench.pane.canvas(0);
        QSignalSpy changed(&bench.open.desk, &Desk::selectionChanged);
        const QPoint last = canvas.rect().bottomRight() - QPoint(3, 3);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::ControlModifier, {3, 3});
        QTest::mouseMove(&canvas, {200, 200});
        QTest::mouseMove(&canvas, last);
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ControlModifier, last);
        QVERIFY(changed.wait(longestWaitMs));
        QCOMPARE(bench.open.desk.selectedUnits().size(),
                 bench.open.desk.figures(0)->evaluated.units.size()); // all of the map
        const View before = canvas.view();
        bench.pane.setBoxSelect(true); // the tool does the same without a key, and does not zoom
        const QPoint at = bench.pixelOf(sonBinh);
        changed.clear();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at - QPoint(60, 60));
        QTest::mouseMove(&canvas, at);
        QTest::mouseMove(&canvas, at + QPoint(60, 60));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at + QPoint(60, 60));
        QVERIFY(changed.wait(longestWaitMs));
        QVERIFY(!bench.open.desk.selectedUnits().empty());
        QVERIFY(bench.open.desk.selectedUnits().size() < 6);
        QCOMPARE(canvas.view(), before);
    }

    void the_sum_is_shown_copied_written_and_cleared() {
        Bench bench;
        SelectionBar bar(bench.open.desk);
        DetailsPanel details(bench.open.desk);
        details.show();
        QVERIFY(bar.isHidden());
        QSignalSpy shown(&bar, &SelectionBar::shown);
        bench.open.desk.selectUnits({bench.open.unit(sonBinh), bench.open.unit(banHon)});
        QVERIFY(shown.wait(longestWaitMs));
        QVERIFY(!bar.isHidden());
        const double sum = bench.sumOf({sonBinh, banHon});
        QVERIFY(sum > 0);
        const QString text =
            bar.findChild<QLabel*>(QStringLiteral("selectionSum"))->accessibleName();
        QVERIFY2(text.startsWith(QStringLiteral("2 communes selected – ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(": %1 ").arg(sum)), qPrintable(text));
        const QString told =
            details.findChild<QTextBrowser*>(QStringLiteral("detailsText"))->toPlainText();
        QVERIFY2(told.contains(QStringLiteral(": %1 ").arg(sum)) &&
                     told.contains(QStringLiteral("Bản Hon")),
                 qPrintable(told));
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("selectionCopy")),
                          Qt::LeftButton);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines =
            QGuiApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 4); // names of columns, two units, the sum
        QCOMPARE(lines.last().split(QLatin1Char('\t'))[5], QString::number(sum));
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.csv"));
        QSignalSpy finished(&bench.open.desk.jobs(), &JobRunner::finished);
        bar.exportTo(toPath(file));
        QVERIFY(finished.wait(longestWaitMs));
        QVERIFY(contentOf(file).contains("Sơn Bình"));
        QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("selectionClear")),
                          Qt::LeftButton);
        QVERIFY(bench.open.desk.selectedUnits().empty());
        QVERIFY(bar.isHidden());
    }

    void several_rows_of_the_table_are_units_and_the_filtered_ones_have_a_sum() {
        OpenDesk open("livestock");
        TablePanel panel(open.desk);
        panel.resize(900, 300);
        QSignalSpy shown(&panel, &TablePanel::shown);
        panel.show();
        QVERIFY(shown.count() > 0 || shown.wait(longestWaitMs));
        auto* view = panel.findChild<QTableView*>(QStringLiteral("tableView"));
        view->selectRow(0);
        view->selectionModel()->select(view->model()->index(2, FigureModel::Name),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(open.desk.selectedUnits().size(), std::size_t(2));
        open.desk.selectUnits({open.unit(sonBinh), open.unit(banHon)});
        QCOMPARE(view->selectionModel()->selectedRows().size(), 2);
        view->scrollToBottom();
        QSignalSpy summed(&panel, &TablePanel::summed);
        QTest::keyClicks(panel.findChild<QLineEdit*>(QStringLiteral("tableFilter")),
                         QStringLiteral("son binh"));
        QVERIFY(summed.wait(longestWaitMs));
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("tableSum"))
                    ->text()
                    .startsWith(QStringLiteral("These units: ")));
        QCOMPARE(view->rowAt(1), 0); // the first row is seen
        QVERIFY(view->model()
                    ->headerData(view->model()->columnCount() - 3, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("≥")));
    }

    void records_that_were_searched_have_pins_that_lead_to_their_units() {
        Bench bench;
        const auto& records = *bench.open.desk.contents()->records;
        std::vector<std::size_t> some;
        for (std::size_t i = 0; i < records.size() && some.size() < 3; ++i)
            if (records[i].kind == "livestock" && records[i].places.size() == 1 &&
                records[i].places[0].status == geocode::Status::Matched)
                some.push_back(i);
        bench.open.desk.selectRecords({QStringLiteral("three"), some});
        MapCanvas& canvas = bench.pane.canvas(0);
        QVERIFY(!canvas.markers().empty());
        const QPoint at =
            canvas.view().toPixel(canvas.markers().front().at, canvas.size()).toPoint();
        QVERIFY(canvas.rect().contains(at));
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, at);
        QVERIFY(bench.open.desk.selectedUnit() != gazetteer::noUnit);
        QVERIFY(canvas.markers().empty());
        bench.pane.goTo({103.7, 22.36}, QStringLiteral("here"));
        QCOMPARE(canvas.markers().size(), std::size_t(1));
    }
};

} // namespace terroir::viewer

using terroir::viewer::SelectedUnitsTest;
TERROIR_VIEWER_TEST_MAIN(SelectedUnitsTest)
#include "test_selected_units.moc"
