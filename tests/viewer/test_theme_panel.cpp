#include "core/theme/choices.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "plugin/viewer/legend_panel.hpp"
#include "plugin/viewer/save_theme_dialog.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/theme_panel.hpp"
#include "plugin/viewer/time_bar.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <filesystem>
#include <fstream>

namespace terroir::viewer {

class TestThemePanel final : public QObject {
    Q_OBJECT

    /// The desk with figures of a theme, and the panel.
    struct Bench {
        Sandbox sandbox;
        std::unique_ptr<ThemePanel> panel;
        explicit Bench(const std::string& theme) {
            panel = std::make_unique<ThemePanel>(sandbox.desk());
            if (!sandbox.open(theme) || !waitForFigures())
                QTest::qFail("there are no figures", __FILE__, __LINE__);
        }
        Desk& desk() { return sandbox.desk(); }
        bool waitForFigures() {
            QSignalSpy changed(&desk(), &Desk::figuresChanged);
            return changed.wait(30'000);
        }
        const figures::EvaluatedTheme& evaluated() { return desk().figures(0)->evaluated; }
        template <typename Widget>
        Widget* find(const char* name) {
            return panel->findChild<Widget*>(QLatin1String(name));
        }
        void choose(const char* box, const QString& id) {
            auto* combo = find<QComboBox>(box);
            combo->setCurrentIndex(combo->findData(id));
            emit combo->activated(combo->currentIndex());
        }
    };

private slots:
    void themes_stand_in_vietnamese_order() {
        Sandbox sandbox;
        const ThemeListModel model(sandbox.desk());
        QVERIFY(model.rowCount() >= 10);
        QVERIFY(model.rowOf("livestock") >= 0);
        QCOMPARE(model.rowOf("no-such-theme"), -1);
    }

    void symbols_are_drawn_otherwise_as_the_command_line_draws_them() {
        Bench bench("livestock");
        QCOMPARE(bench.evaluated().layers[0].layer->type, theme::LayerType::Symbols);
        bench.choose("drawAs", QStringLiteral("bars"));
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().layers[0].layer->type, theme::LayerType::Bars);
        QCOMPARE(bench.find<QComboBox>("drawAs")->currentData().toString(), QStringLiteral("bars"));
        bench.desk().undoStack().undo();
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().layers[0].layer->type, theme::LayerType::Symbols);
        QCOMPARE(bench.find<QComboBox>("drawAs")->currentIndex(), 0);
        QVERIFY(!bench.find<QComboBox>("change")->isEnabled());
        QVERIFY2(
            bench.find<QComboBox>("change")->toolTip().contains(QStringLiteral("several figures")),
            qPrintable(bench.find<QComboBox>("change")->toolTip()));
    }

    void a_change_between_two_times_is_chosen_or_typed() {
        Bench bench("crop-areas");
        auto* change = bench.find<QComboBox>("change");
        QVERIFY(change->isEnabled());
        const auto type = [&](const QString& text) {
            change->lineEdit()->setText(text);
            emit change->lineEdit()->editingFinished();
        };
        type(QStringLiteral("31/12/2021,31/12/2022"));
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().layers.size(), std::size_t(1));
        QCOMPARE(bench.evaluated().layers[0].layer->type, theme::LayerType::Change);
        QCOMPARE(change->currentData().toString(), QStringLiteral("2021-12-31,2022-12-31"));
        QVERIFY(!bench.find<QComboBox>("per")->isEnabled());
        QVERIFY2(bench.find<QComboBox>("per")->toolTip().contains(QStringLiteral("two times")),
                 qPrintable(bench.find<QComboBox>("per")->toolTip()));
        // What is no pair of times is said, and nothing is changed.
        type(QStringLiteral("2024,2020"));
        QVERIFY2(bench.sandbox.said().contains(QStringLiteral("2024,2020")),
                 qPrintable(bench.sandbox.said()));
        QCOMPARE(change->currentData().toString(), QStringLiteral("2021-12-31,2022-12-31"));
        // With other symbols it is no change any more.
        bench.choose("change", QString());
        QVERIFY(bench.waitForFigures());
        QVERIFY(bench.evaluated().layers[0].layer->type != theme::LayerType::Change);
        QVERIFY(bench.find<QComboBox>("per")->isEnabled());
    }

    void fewer_classes_are_seen_at_once_and_undone() {
        Bench bench("aquaculture");
        QVERIFY(bench.evaluated().layers[0].classes.empty()); // symbols
        bench.choose("method", QStringLiteral("jenks"));
        QVERIFY(bench.waitForFigures());
        const std::size_t before = bench.evaluated().layers[0].breaks.count();
        QCOMPARE(before, std::size_t(3));
        bench.find<QSpinBox>("classes")->setValue(2);
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().layers[0].breaks.count(), std::size_t(2));
        bench.desk().undoStack().undo();
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().layers[0].breaks.count(), before);
        QCOMPARE(bench.find<QSpinBox>("classes")->value(), 3);
    }

    void palette_and_method_change_the_map() {
        Bench bench("aquaculture");
        bench.choose("palette", QStringLiteral("Blues"));
        QVERIFY(bench.waitForFigures());
        const Colour before = bench.evaluated().layers[0].classes.back().colour;
        bench.choose("palette", QStringLiteral("YlGn"));
        QVERIFY(bench.waitForFigures());
        QVERIFY(!(bench.evaluated().layers[0].classes.back().colour == before));
        bench.choose("method", QStringLiteral("equal"));
        QVERIFY(bench.waitForFigures());
        QCOMPARE(*bench.desk().spec(0).settings.method, std::string("equal"));
        QVERIFY(bench.find<QToolButton>("resetTheme")->isEnabled());
        bench.find<QToolButton>("resetTheme")->click();
        QVERIFY(bench.waitForFigures());
        QVERIFY(bench.evaluated().layers[0].classes.empty()); // symbols again
    }

    void another_level_shows_the_units_of_that_level() {
        Bench bench("titles");
        bench.choose("level", QStringLiteral("province"));
        QVERIFY(bench.waitForFigures());
        QVERIFY(bench.evaluated().level == gazetteer::Level::Province);
    }

    void a_hidden_layer_is_not_drawn_and_the_last_one_stays() {
        Bench bench("aquaculture");
        auto* layers = bench.find<QListWidget>("layers");
        QCOMPARE(layers->count(), 2);
        layers->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().layers.size(), std::size_t(1));
        QVERIFY(!(layers->item(0)->flags() & Qt::ItemIsUserCheckable));
    }

    void everywhere_and_back_to_the_area_of_the_theme() {
        Bench bench("livestock");
        const std::size_t before = bench.evaluated().units.size();
        bench.choose("area", QStringLiteral("all"));
        QVERIFY(bench.waitForFigures());
        QVERIFY(bench.evaluated().units.size() > before);
        bench.desk().undoStack().undo();
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().units.size(), before);
    }

    void plugins_bring_their_painters_along() {
        Bench bench("livestock");
        auto* painters = bench.find<QComboBox>("painter");
        QVERIFY(painters->findData(QStringLiteral("outline")) >= 0); // of the tests' own plugin
        bench.choose("painter", QStringLiteral("outline"));
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.evaluated().theme.painter, std::string("outline"));
    }

    void a_theme_of_ones_own_is_saved_with_what_was_set_and_listed() {
        Bench bench("aquaculture");
        bench.find<QSpinBox>("classes")->setValue(2);
        QVERIFY(bench.waitForFigures());
        SaveThemeDialog dialog(bench.desk(), bench.desk().spec(0));
        dialog.findChild<QLineEdit*>(QStringLiteral("themeTitle"))
            ->setText(QStringLiteral("Cá nước lạnh, hai lớp"));
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(bench.desk().spec(0).theme.id, std::string("ca-nuoc-lanh-hai-lop"));
        QCOMPARE(bench.desk().spec(0).theme.layers[0].classes.count, std::size_t(2));
        const auto file = Desk::ownThemesFolder() / "ca-nuoc-lanh-hai-lop.theme.json";
        QVERIFY(std::filesystem::exists(file));
        QVERIFY(theme::readTheme(file).layers.size() == 2);
        std::filesystem::remove(file);
    }

    void a_broken_file_among_ones_own_themes_takes_no_other_away() {
        std::filesystem::create_directories(Desk::ownThemesFolder());
        const auto bad = Desk::ownThemesFolder() / "bad.theme.json";
        std::ofstream(bad) << "{ \"id\": ";
        Bench bench("aquaculture");
        QTRY_VERIFY(bench.sandbox.said().contains(QStringLiteral("bad.theme.json")));
        const std::size_t before = bench.desk().themes().size();
        SaveThemeDialog dialog(bench.desk(), bench.desk().spec(0));
        dialog.findChild<QLineEdit*>(QStringLiteral("themeTitle"))->setText(QStringLiteral("Cá"));
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(bench.desk().themes().size(), before + 1);
        QCOMPARE(bench.desk().spec(0).theme.id, std::string("ca"));
        std::filesystem::remove(bad);
        std::filesystem::remove(Desk::ownThemesFolder() / "ca.theme.json");
    }

    void a_theme_that_could_not_be_read_again_is_not_written() {
        Bench bench("plantings");
        MapSpec spec = bench.desk().spec(0);
        spec.theme.layers[0].type = theme::LayerType::Choropleth;
        spec.theme.layers[0].palette = "YlGn";
        spec.theme.layers[0].classes = {"given", 3, {0, 1, 2, 5}, {{1, 2, 3, 255}}, {}}; // for one
        SaveThemeDialog dialog(bench.desk(), spec);
        dialog.findChild<QLineEdit*>(QStringLiteral("themeTitle"))->setText(QStringLiteral("Hỏng"));
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
        const auto* problem = dialog.findChild<QLabel*>(QStringLiteral("problem"));
        QVERIFY2(problem->text().contains(QStringLiteral("hong.theme.json")),
                 qPrintable(problem->text()));
        QVERIFY(!std::filesystem::exists(Desk::ownThemesFolder() / "hong.theme.json"));
    }

    void a_theme_of_a_file_elsewhere_is_reset_to_what_the_file_says() {
        Bench bench("livestock");
        MapSpec spec = bench.desk().spec(0);
        spec.theme.id = "elsewhere";
        bench.desk().change(0, spec, QStringLiteral("open"));
        bench.choose("area", QStringLiteral("all"));
        QVERIFY(bench.waitForFigures());
        bench.find<QToolButton>("resetTheme")->click();
        QVERIFY(bench.desk().spec(0).settings == theme::Settings());
        QCOMPARE(bench.desk().spec(0).theme.id, std::string("elsewhere"));
    }

    void a_title_without_letters_or_of_a_packaged_theme_is_refused() {
        Bench bench("aquaculture");
        SaveThemeDialog dialog(bench.desk(), bench.desk().spec(0));
        auto* title = dialog.findChild<QLineEdit*>(QStringLiteral("themeTitle"));
        auto* problem = dialog.findChild<QLabel*>(QStringLiteral("problem"));
        for (const char* refused : {"  ", "…!", "Livestock"}) {
            title->setText(QString::fromUtf8(refused));
            problem->clear();
            dialog.accept();
            QVERIFY2(!problem->text().isEmpty(), refused);
            QVERIFY(dialog.result() != int(QDialog::Accepted));
        }
    }

    void the_time_bar_moves_the_units_over_the_end_of_the_districts() {
        Bench bench("livestock");
        TimeBar bar(bench.desk());
        auto* slider = bar.findChild<QSlider*>(QStringLiteral("daySlider"));
        const std::vector<Date> stops = TimeBar::stops(Date::today());
        const auto first = std::find(stops.begin(), stops.end(), Date::of(2025, 7, 1));
        QVERIFY(first != stops.end() && *(first - 1) == Date::of(2025, 6, 30));
        slider->setValue(static_cast<int>(first - stops.begin()));
        QVERIFY(bench.waitForFigures());
        QVERIFY(bench.evaluated().asOf == Date::of(2025, 7, 1));
        bench.desk().undoStack().undo();
        QVERIFY(bench.waitForFigures());
        QVERIFY(bench.evaluated().asOf == Date::of(2022, 4, 15));
    }

    void days_before_the_lists_and_after_today_are_no_stops() {
        const std::vector<Date> stops = TimeBar::stops(Date::of(2024, 3, 1));
        QVERIFY(stops.front() == Date::of(2004, 12, 31));
        QVERIFY(stops.back() == Date::of(2024, 3, 1));
    }

    void years_choose_the_figures() {
        Bench bench("livestock");
        TimeBar bar(bench.desk());
        auto* from = bar.findChild<QComboBox*>(QStringLiteral("yearFrom"));
        QVERIFY(from->count() > 1);
        QCOMPARE(from->itemText(0), said(theme::yearChoices({}).front().name));
        from->setCurrentIndex(1);
        emit from->activated(1);
        QVERIFY(bench.waitForFigures());
        const auto& period = bench.desk().spec(0).settings.period;
        QVERIFY(period.has_value());
        QCOMPARE(period->from.year(), from->itemData(1).toInt());
    }

    void the_legend_says_what_the_map_shows() {
        Bench bench("aquaculture");
        LegendView legend;
        legend.resize(260, 100);
        legend.show(bench.desk().figures(0), 1, bench.desk().plugins().createPainter("thematic"));
        QVERIFY(legend.height() > 100);
        QVERIFY(legend.accessibleDescription().contains(
            toQString(bench.evaluated().layers[0].layer->label.in(Language::English))));
        QVERIFY(legend.accessibleDescription().contains(
            toQString(bench.evaluated().layers[1].layer->label.in(Language::English))));
    }
};

} // namespace terroir::viewer

using terroir::viewer::TestThemePanel;
TERROIR_VIEWER_TEST_MAIN(TestThemePanel)
#include "test_theme_panel.moc"
