#include "plugin/viewer/bar_chart.hpp"
#include "plugin/viewer/chart_panel.hpp"
#include "tests/viewer/open_desk.hpp"

#include <QLabel>
#include <QToolButton>
#include <QtCharts/QChartView>

#include <set>

namespace terroir::viewer {

using testing::longestWaitMs;
using testing::OpenDesk;

namespace {

struct ShownChart {
    explicit ShownChart(Desk& desk) : panel(desk) {
        panel.resize(700, 500);
        QSignalSpy shown(&panel, &ChartPanel::shown);
        panel.show();
        if (desk.activeFigures() != nullptr)
            QVERIFY(shown.wait(longestWaitMs));
    }
    void press(const char* name) {
        QSignalSpy shown(&panel, &ChartPanel::shown);
        panel.findChild<QToolButton*>(QLatin1String(name))->click();
        QVERIFY(shown.wait(longestWaitMs));
    }
    QLabel* label(const char* name) { return panel.findChild<QLabel*>(QLatin1String(name)); }

    ChartPanel panel;
};

double sumAt(const ChartData& data, std::size_t category) {
    double sum = 0;
    for (const ChartSeries& series : data.series)
        sum += series.values[category] ? series.values[category]->value : 0;
    return sum;
}

} // namespace

class TestChartPanel : public QObject {
    Q_OBJECT
private slots:
    void bars_are_the_figures_of_the_map_the_largest_first() {
        OpenDesk open("livestock");
        ShownChart chart(open.desk);
        const ChartData& data = chart.panel.data();
        const figures::EvaluatedLayer& layer = open.desk.figures(0)->evaluated.layers[0];
        QCOMPARE(data.series.size(), layer.series.size());
        for (std::size_t s = 0; s < data.series.size(); ++s) {
            QVERIFY(data.series[s].colour == layer.layer->series[s].colour);
            for (std::size_t c = 0; c < data.units.size(); ++c) {
                const auto cell = layer.series[s].cells.find(data.units[c]);
                QCOMPARE(data.series[s].values[c].has_value(), cell != layer.series[s].cells.end());
                if (data.series[s].values[c])
                    QCOMPARE(data.series[s].values[c]->value, cell->second.value);
            }
        }
        for (std::size_t c = 1; c < data.units.size(); ++c)
            QVERIFY(sumAt(data, c - 1) >= sumAt(data, c));
        const auto sonBinh =
            std::find(data.units.begin(), data.units.end(), open.unit("03413@2007"));
        QVERIFY(sonBinh != data.units.end());
    }

    void what_is_left_out_is_said() {
        OpenDesk open("livestock");
        const MapFigures& figures = *open.desk.figures(0);
        const std::string measure = measuresOf(figures).front();
        const ChartData all = chartByUnit(figures, measure, 1000);
        QVERIFY(all.units.size() > 3);
        QCOMPARE(all.leftOutUnits, std::size_t(0));
        const ChartData some = chartByUnit(figures, measure, 2);
        QCOMPARE(some.units.size(), std::size_t(2));
        QCOMPARE(some.leftOutUnits, all.units.size() - 2);
        double rest = 0;
        for (std::size_t c = 2; c < all.units.size(); ++c)
            rest += sumAt(all, c);
        QCOMPARE(some.leftOut, rest);
    }

    void every_year_counts_by_itself_and_a_year_without_data_has_no_bar() {
        for (const char* theme : {"livestock", "production-zones", "plantings", "ocop", "titles"}) {
            OpenDesk open(theme);
            const MapFigures& figures = *open.desk.figures(0);
            for (const std::string& measure : measuresOf(figures)) {
                const ChartData data = chartByYear(figures, measure);
                if (data.categories.empty())
                    continue;
                for (std::size_t c = 1; c < data.categories.size(); ++c)
                    QCOMPARE(std::stoi(data.categories[c]), std::stoi(data.categories[c - 1]) + 1);
                for (const std::size_t end : {std::size_t(0), data.categories.size() - 1})
                    QVERIFY(
                        std::any_of(data.series.begin(), data.series.end(),
                                    [&](const auto& one) { return one.values[end].has_value(); }));
            }
        }
    }

    void the_years_of_the_farms_add_up_to_the_total_of_the_map() {
        OpenDesk open("livestock");
        const MapFigures& figures = *open.desk.figures(0);
        const ChartData data = chartByYear(figures, measuresOf(figures).front());
        QCOMPARE(data.categories, std::vector<std::string>{"2022"});
        for (std::size_t s = 0; s < data.series.size(); ++s) {
            const auto& value = data.series[s].values[0];
            QCOMPARE(value ? value->value : 0, figures.evaluated.layers[0].series[s].total);
        }
        QVERIFY(data.severalYears > 0); // "2012-2022"
        ShownChart chart(open.desk);
        chart.press("chartByYear");
        QVERIFY(chart.label("chartNote")->text().contains(QStringLiteral("last one")));
        chart.press("chartByUnit");
        QVERIFY(!chart.panel.data().units.empty());
    }

    void a_click_on_a_bar_selects_the_unit() {
        OpenDesk open("livestock");
        ShownChart chart(open.desk);
        auto* bars = static_cast<BarChart*>(
            chart.panel.findChild<QChartView*>(QStringLiteral("chartView"))->chart());
        emit bars->clicked(0);
        QCOMPARE(open.desk.selectedUnit(), chart.panel.data().units.front());
    }

    void the_picture_is_a_png_or_an_svg() {
        OpenDesk open("livestock");
        ShownChart chart(open.desk);
        QVERIFY(!QImage::fromData(chart.panel.picture(QStringLiteral("png")), "PNG").isNull());
        QVERIFY(chart.panel.picture(QStringLiteral("svg")).contains("<svg"));
    }

    void without_figures_there_is_a_sentence_and_no_chart() {
        Desk desk(Language::English);
        ShownChart none(desk);
        QVERIFY(none.label("chartNotice")->text().contains(QStringLiteral("No workspace is open")));
        theme::Settings elsewhere;
        elsewhere.within = "tỉnh Cà Mau";
        OpenDesk open("livestock", elsewhere);
        ShownChart chart(open.desk);
        QVERIFY(chart.panel.data().categories.empty());
        QVERIFY(chart.label("chartNotice")->text().contains(QStringLiteral("no figures to draw")));
        QVERIFY(!chart.panel.findChild<QChartView*>(QStringLiteral("chartView"))->isVisible());
    }
};

} // namespace terroir::viewer

QTEST_MAIN(terroir::viewer::TestChartPanel)
#include "test_chart_panel.moc"
