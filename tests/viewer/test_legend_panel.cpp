// What a person changes with the mouse on the legend.
#include "plugin/viewer/legend_panel.hpp"
#include "plugin/viewer/save_theme_dialog.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QColorDialog>
#include <QInputDialog>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

class LegendBench {
public:
    explicit LegendBench(const std::string& theme, theme::Settings settings = {}) {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        panel.resize(300, 700);
        panel.show();
        if (!sandbox.open(theme) || !waitForFigures())
            qFatal("there are no figures");
        if (settings != theme::Settings()) {
            MapSpec spec = desk().spec(0);
            spec.settings = std::move(settings);
            desk().change(0, spec, QStringLiteral("Settings"));
            if (!waitForFigures())
                qFatal("there are no figures");
        }
    }
    Desk& desk() { return sandbox.desk(); }
    bool waitForFigures() {
        QSignalSpy changed(&desk(), &Desk::figuresChanged);
        return changed.wait(patienceMs);
    }
    LegendView& view() { return *panel.findChild<LegendView*>(QStringLiteral("legendView")); }
    const figures::EvaluatedLayer& layer(std::size_t at = 0) {
        return desk().figures(0)->evaluated.layers.at(at);
    }
    /// The first line of a kind.
    const LegendView::Line* line(map::LegendEntry::Kind kind) {
        const auto& lines = view().lines();
        const auto found = std::find_if(lines.begin(), lines.end(),
                                        [&](const auto& one) { return one.entry.kind == kind; });
        return found == lines.end() ? nullptr : &*found;
    }
    void clickSample(const LegendView::Line& line) {
        QTest::mouseClick(&view(), Qt::LeftButton, {}, line.sample.center().toPoint());
    }
    void doubleClickWords(const LegendView::Line& line) {
        QTest::mouseDClick(
            &view(), Qt::LeftButton, {},
            (line.sample.topRight() + QPointF(20, line.sample.height() / 2)).toPoint());
    }
    /// Not one that was closed and is not gone yet.
    template <typename Dialog>
    Dialog* opened(const char* name) {
        for (Dialog* dialog : panel.findChildren<Dialog*>(QLatin1String(name)))
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    /// In the dialog that is open.
    bool chooseColour(const QColor& colour) {
        auto* dialog = opened<QColorDialog>("legendColour");
        if (dialog == nullptr)
            return false;
        dialog->setCurrentColor(colour);
        dialog->accept();
        return true;
    }
    bool typeBreak(const QString& text) {
        auto* dialog = opened<QInputDialog>("legendBreak");
        if (dialog == nullptr)
            return false;
        dialog->setTextValue(text);
        dialog->accept();
        return true;
    }

    Sandbox sandbox;
    LegendPanel panel{sandbox.desk()};
};

theme::Settings filled() {
    theme::Settings settings;
    theme::read(settings, theme::Setting::Method, "jenks");
    return settings;
}

} // namespace

class LegendPanelTest final : public QObject {
    Q_OBJECT
private slots:
    void a_click_on_a_class_changes_its_colour_on_the_map() {
        LegendBench bench("aquaculture", filled());
        const auto* line = bench.line(map::LegendEntry::Kind::Class);
        QVERIFY(line != nullptr);
        const std::size_t at = line->entry.index;
        const auto before = bench.layer().breaks.borders;
        const Colour next = bench.layer().classes[at + 1].colour;
        bench.clickSample(*line);
        QVERIFY(bench.chooseColour(QColor(1, 2, 3)));
        QVERIFY(bench.waitForFigures());
        QVERIFY((bench.layer().classes[at].colour == Colour{1, 2, 3}));
        QVERIFY(bench.layer().classes[at + 1].colour == next);
        QCOMPARE(bench.layer().breaks.borders, before);
        // It is of the theme, and kept with it.
        const theme::Theme kept = themeOf(bench.desk().spec(0));
        QVERIFY((kept.layers[0].classes.colours.at(at) == Colour{1, 2, 3}));
        bench.desk().undoStack().undo();
        QVERIFY(bench.waitForFigures());
        QVERIFY(!(bench.layer().classes[at].colour == Colour{1, 2, 3}));
    }

    void a_double_click_on_a_class_types_its_limit() {
        LegendBench bench("aquaculture", filled());
        const auto* line = bench.line(map::LegendEntry::Kind::Class);
        QVERIFY(line != nullptr);
        const std::size_t border = line->entry.index + 1;
        const auto before = bench.layer().breaks.borders;
        const double wanted = (before[border] + before[border + 1]) / 2;
        bench.doubleClickWords(*line);
        QVERIFY(bench.typeBreak(QString::number(wanted)));
        QVERIFY(bench.waitForFigures());
        QCOMPARE(bench.layer().breaks.borders[border], wanted);
        // Outside its neighbours it is refused with their numbers.
        line = bench.line(map::LegendEntry::Kind::Class);
        QVERIFY(line != nullptr);
        bench.doubleClickWords(*line);
        QString asked;
        answerQuestion({}, &asked);
        QVERIFY(bench.typeBreak(QStringLiteral("-5")));
        QVERIFY2(asked.contains(QStringLiteral("between its neighbours")), qPrintable(asked));
        bench.doubleClickWords(*bench.line(map::LegendEntry::Kind::Class));
        answerQuestion({}, &asked);
        QVERIFY(bench.typeBreak(QStringLiteral("many")));
        QVERIFY2(asked.contains(QStringLiteral("no number")), qPrintable(asked));
        QCOMPARE(bench.layer().breaks.borders[border], wanted);
    }

    void circles_and_kinds_have_another_colour() {
        LegendBench bench("livestock");
        const auto* line = bench.line(map::LegendEntry::Kind::Series);
        QVERIFY(line != nullptr);
        const std::size_t at = line->entry.index;
        bench.clickSample(*line);
        QVERIFY(bench.chooseColour(QColor(9, 8, 7)));
        QVERIFY(bench.waitForFigures());
        QVERIFY((bench.layer().layer->series[at].colour == Colour{9, 8, 7}));
    }

    void a_legend_that_is_another_meanwhile_is_not_changed() {
        LegendBench bench("aquaculture", filled());
        const auto* line = bench.line(map::LegendEntry::Kind::Class);
        QVERIFY(line != nullptr);
        bench.clickSample(*line);
        bench.desk().undoStack().undo(); // circles again
        const MapSpec before = bench.desk().spec(0);
        QVERIFY(bench.chooseColour(QColor(1, 2, 3)));
        QVERIFY(bench.desk().spec(0).theme == before.theme);
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::LegendPanelTest)
#include "test_legend_panel.moc"
