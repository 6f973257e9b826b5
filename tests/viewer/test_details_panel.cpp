#include "plugin/viewer/details_panel.hpp"
#include "plugin/viewer/record_model.hpp"
#include "tests/viewer/open_desk.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>
#include <QTextBrowser>

namespace terroir::viewer {

using testing::longestWaitMs;
using testing::OpenDesk;

namespace {

/// The panel about one unit, its records there.
struct ShownDetails {
    explicit ShownDetails(Desk& desk) : panel(desk) {
        panel.resize(420, 700);
        panel.show();
    }
    void select(Desk& desk, gazetteer::UnitIndex unit) {
        QSignalSpy shown(&panel, &DetailsPanel::recordsShown);
        desk.selectUnit(unit, Desk::Zoom::No);
        if (shown.isEmpty())
            QVERIFY(shown.wait(longestWaitMs));
    }
    QString text() { return browser("detailsText")->toPlainText(); }
    QTextBrowser* browser(const char* name) {
        return panel.findChild<QTextBrowser*>(QLatin1String(name));
    }
    QTableView* table() { return panel.findChild<QTableView*>(QStringLiteral("detailsRecords")); }
    QString cell(int row, int column) {
        return table()->model()->index(row, column).data().toString();
    }
    /// The first row of the table whose column has the text; -1 for none.
    int rowWith(int column, const QString& text) {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (cell(row, column).contains(text))
                return row;
        return -1;
    }
    void follow(const QString& link) { emit browser("detailsText")->anchorClicked(QUrl(link)); }

    DetailsPanel panel;
};

} // namespace

class TestDetailsPanel : public QObject {
    Q_OBJECT
private slots:
    void son_binh_in_2022_has_23_farms_with_the_line_that_says_so() {
        OpenDesk open("aquaculture");
        ShownDetails details(open.desk);
        details.select(open.desk, open.unit("03413@2007"));
        const QString text = details.text();
        for (const char* part :
             {"Xã Sơn Bình", "huyện Tam Đường, tỉnh Lai Châu", "03413@2007", "23 "})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
        const int row = details.rowWith(RecordModel::Value, QStringLiteral("23 sites"));
        QVERIFY(row >= 0);
        QVERIFY(details.cell(row, RecordModel::Source).contains(QStringLiteral("line 118")));
        QCOMPARE(details.cell(row, RecordModel::Subject), QStringLiteral("cá nước lạnh"));
    }

    void records_of_a_unit_are_narrowed_with_the_map_and_the_others_are_counted() {
        OpenDesk open("aquaculture");
        ShownDetails details(open.desk);
        details.select(open.desk, open.unit("03413@2007"));
        const int all = details.table()->model()->rowCount();
        records::Limits limits;
        limits.subject = "cá nước lạnh";
        QSignalSpy figures(&open.desk, &Desk::figuresChanged);
        open.desk.limit(limits);
        QVERIFY(figures.wait(longestWaitMs));
        const int some = details.table()->model()->rowCount();
        QVERIFY(some > 0 && some < all);
        for (int row = 0; row < some; ++row)
            QVERIFY(details.cell(row, RecordModel::Subject).contains(QStringLiteral("cá")));
        QVERIFY(details.panel.findChild<QLabel*>(QStringLiteral("detailsCount"))
                    ->text()
                    .endsWith(QStringLiteral("within the filter, of %1").arg(all)));
    }

    void a_commune_that_no_report_speaks_of_has_no_data_rather_than_0() {
        OpenDesk open("livestock");
        ShownDetails details(open.desk);
        details.select(open.desk, open.unit("03400@2004"));
        QVERIFY2(details.text().contains(QStringLiteral("No data")), qPrintable(details.text()));
    }

    void a_record_that_is_clicked_shows_its_places_and_source_and_moves_the_map() {
        OpenDesk open("aquaculture");
        ShownDetails details(open.desk);
        details.select(open.desk, open.unit("106@2020"));
        const int row = details.rowWith(RecordModel::Value, QStringLiteral("23 sites"));
        QVERIFY(row >= 0);
        QSignalSpy zoom(&open.desk, &Desk::zoomToUnitWanted);
        details.table()->setCurrentIndex(details.table()->model()->index(row, 0));
        QCOMPARE(zoom.count(), 1);
        QCOMPARE(open.selected(), QStringLiteral("03413@2007"));
        const QString record = details.browser("detailsRecord")->toPlainText();
        for (const char* part : {"Sơn Bình", "matched", "line 118", "15 April 2022"})
            QVERIFY2(record.contains(QString::fromUtf8(part)), qPrintable(record));
        // It goes on being about the district.
        QVERIFY(details.text().startsWith(QStringLiteral("Huyện Tam Đường")));
    }

    void values_that_belong_to_no_single_commune_are_labelled_so() {
        OpenDesk open("plantings");
        ShownDetails details(open.desk);
        bool any = false;
        for (const auto& layer : open.desk.figures(0)->evaluated.layers)
            for (const auto& series : layer.series)
                for (const auto& value : series.notAttributed)
                    if (!value.places.empty() && !any) {
                        any = true;
                        details.select(open.desk, value.places.front());
                        QVERIFY(details.text().contains(QStringLiteral("Not attributed")));
                    }
        QVERIFY(any);
    }

    void a_successor_is_a_link_that_selects_it() {
        OpenDesk open("livestock");
        ShownDetails details(open.desk);
        const auto old = open.unit("03412@2004");
        details.select(open.desk, old);
        QVERIFY(details.text().contains(QStringLiteral("Became")));
        const auto successors = open.desk.contents()->gazetteer->successors(old);
        QVERIFY(!successors.empty());
        const std::string uid =
            open.desk.contents()->gazetteer->unit(successors.front()->successor).uid;
        const QString link = QStringLiteral("unit:") + toQString(uid);
        QVERIFY(details.browser("detailsText")->toHtml().contains(link));
        details.follow(link);
        QCOMPARE(open.selected(), toQString(uid));
        QVERIFY(details.text().contains(QStringLiteral("Made from")));
        QVERIFY(details.text().contains(QStringLiteral("not on the map's day")));
    }

    void with_nothing_selected_it_lists_the_documents_and_their_records() {
        OpenDesk open("livestock");
        ShownDetails details(open.desk);
        QVERIFY(details.text().contains(QStringLiteral("Documents")));
        for (const records::Source& source : *open.desk.contents()->sources)
            QVERIFY(details.text().contains(toQString(source.title)));
        details.follow(QStringLiteral("source:TD22"));
        const auto& all = *open.desk.contents()->records;
        const auto expected = std::count_if(
            all.begin(), all.end(), [](const auto& record) { return record.source == "TD22"; });
        QCOMPARE(details.table()->model()->rowCount(), int(expected));
    }

    void copied_rows_have_tabs_between_their_cells() {
        OpenDesk open("livestock");
        ShownDetails details(open.desk);
        details.follow(QStringLiteral("source:TD22"));
        details.table()->selectRow(0);
        details.table()->findChild<QAction*>(QStringLiteral("detailsCopy"))->trigger();
        const QStringList cells =
            QGuiApplication::clipboard()->text().trimmed().split(QLatin1Char('\t'));
        QCOMPARE(cells.front(), details.cell(0, 0));
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 1);
    }

    void a_unit_that_no_record_names_says_so() {
        OpenDesk open("livestock");
        ShownDetails details(open.desk);
        details.select(open.desk, open.unit("34@2004"));
        QVERIFY(details.text().contains(QStringLiteral("no figures by units of this level")));
        QVERIFY(details.panel.findChild<QLabel*>(QStringLiteral("detailsCount"))
                    ->text()
                    .startsWith(QStringLiteral("No record")));
        QVERIFY(!details.table()->isVisible());
    }

    void without_a_workspace_it_says_what_to_do() {
        Desk desk(Language::English);
        ShownDetails details(desk);
        QVERIFY(details.text().contains(QStringLiteral("No workspace is open")));
    }
};

} // namespace terroir::viewer

QTEST_MAIN(terroir::viewer::TestDetailsPanel)
#include "test_details_panel.moc"
