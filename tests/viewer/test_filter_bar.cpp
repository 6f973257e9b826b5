#include "plugin/viewer/filter_bar.hpp"
#include "plugin/viewer/remembered_map.hpp"
#include "plugin/viewer/table_panel.hpp"
#include "tests/viewer/open_desk.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

namespace terroir::viewer {

using testing::longestWaitMs;
using testing::OpenDesk;

class FilterBarTest final : public QObject {
    Q_OBJECT

    static QList<QToolButton*> chips(const FilterBar& bar) {
        QList<QToolButton*> shown;
        for (auto* chip : bar.findChildren<QToolButton*>(QStringLiteral("filterChip")))
            if (!chip->isHidden())
                shown.append(chip);
        return shown;
    }
    static QAction* entry(const FilterBar& bar, const QString& text) {
        auto* menu = bar.findChild<QMenu*>(QStringLiteral("filterMenu"));
        emit menu->aboutToShow();
        for (QAction* action : menu->findChildren<QAction*>())
            if (action->menu() == nullptr && action->text().remove(QLatin1Char('&')) == text)
                return action;
        return nullptr;
    }
    /// Types into the dialog that asks for a name when it comes, and presses Enter.
    static void answerName(const QString& text) {
        auto* timer = new QTimer(qApp);
        connect(timer, &QTimer::timeout, timer, [timer, text] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr || dialog->objectName() != QLatin1String("filterName"))
                return;
            timer->deleteLater();
            auto* names = dialog->findChild<QComboBox*>(QStringLiteral("filterNames"));
            names->setEditText({});
            QTest::keyClicks(names, text);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        timer->start(50);
    }
    /// Writes a day that is none, which is refused, then another one, and asks for six months.
    static void answerForce(const QString& wrong, const QString& right) {
        auto* timer = new QTimer(qApp);
        connect(timer, &QTimer::timeout, timer, [timer, wrong, right] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr || dialog->objectName() != QLatin1String("forceDialog"))
                return;
            timer->deleteLater();
            auto* day = dialog->findChild<QLineEdit*>(QStringLiteral("forceDay"));
            auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
            auto* states = dialog->findChild<QComboBox*>(QStringLiteral("forceStates"));
            states->setCurrentIndex(1);
            dialog->findChild<QSpinBox*>(QStringLiteral("forceMonths"))->setValue(6);
            day->setText(wrong);
            QTest::mouseClick(ok, Qt::LeftButton);
            QVERIFY(dialog->isVisible());
            day->setText(right);
            QTest::mouseClick(ok, Qt::LeftButton);
        });
        timer->start(50);
    }
    static double total(const OpenDesk& open) {
        double sum = 0;
        for (const auto& layer : open.desk.figures(0)->evaluated.layers)
            for (const auto& figures : layer.series)
                sum += figures.total;
        return sum;
    }

private slots:
    void a_product_that_is_typed_narrows_the_map_and_is_a_chip_that_takes_it_away() {
        OpenDesk open("ocop");
        FilterBar bar(open.desk);
        bar.show();
        const double all = total(open);
        QVERIFY(chips(bar).isEmpty());
        QSignalSpy figures(&open.desk, &Desk::figuresChanged);
        answerName(QStringLiteral("che"));
        entry(bar, QStringLiteral("Product…"))->trigger();
        QVERIFY(figures.wait(longestWaitMs));
        QCOMPARE(open.desk.limits().subject, std::string("che"));
        QVERIFY(total(open) > 0 && total(open) < all);
        QCOMPARE(chips(bar).size(), 1);
        QVERIFY(chips(bar).front()->text().startsWith(QStringLiteral("product che")));
        figures.clear();
        QTest::mouseClick(chips(bar).front(), Qt::LeftButton);
        QVERIFY(figures.wait(longestWaitMs));
        QVERIFY(chips(bar).isEmpty());
        QCOMPARE(total(open), all);
        figures.clear();
        open.desk.undoStack().undo(); // the chip comes back
        QVERIFY(figures.wait(longestWaitMs));
        QCOMPARE(chips(bar).size(), 1);
    }

    void sources_and_states_are_chosen_from_the_menu_and_cleared_together() {
        OpenDesk open("ocop");
        FilterBar bar(open.desk);
        bar.show();
        entry(bar, QStringLiteral("planned"))->trigger();
        entry(bar, QStringLiteral("done or in force"))->trigger();
        QCOMPARE(open.desk.limits().states.size(), std::size_t(2));
        QVERIFY(entry(bar, QStringLiteral("planned"))->isChecked());
        const auto& sources = *open.desk.contents()->sources;
        QAction* source = entry(bar, toQString(records::nameOfSource(sources.front().id, sources)));
        QVERIFY(source != nullptr);
        source->trigger();
        QCOMPARE(chips(bar).size(), 3);
        entry(bar, QStringLiteral("planned"))->trigger(); // once more: no longer
        QCOMPARE(chips(bar).size(), 2);
        auto* clear = bar.findChild<QToolButton*>(QStringLiteral("clearFilter"));
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(open.desk.limits().isEmpty());
        QVERIFY(!clear->isVisible());
    }

    /// OCOP of the packaged data on 31/12/2025: 73 in force, 33 ended, 16 of which nobody says it.
    /// Two more records that ended are totals of a report, whose products are among the 33.
    void what_was_granted_is_narrowed_by_how_it_stands_on_a_day() {
        theme::Settings settings;
        settings.asOf = *parseDate("2025-12-31");
        settings.within = std::string(theme::Settings::everywhere);
        OpenDesk open("ocop", settings);
        FilterBar bar(open.desk);
        bar.show();
        const struct {
            const char* entry;
            double products;
        } cases[] = {{"In force or not known to be in force", 89},
                     {"In force", 73},
                     {"Ended", 33},
                     {"Not known to be in force", 16}};
        for (const auto& [text, products] : cases) {
            QSignalSpy figures(&open.desk, &Desk::figuresChanged);
            entry(bar, QLatin1String(text))->trigger();
            QVERIFY(figures.wait(longestWaitMs));
            QCOMPARE(total(open), products);
            QCOMPARE(chips(bar).size(), 1);
            QVERIFY2(chips(bar).front()->toolTip().contains(QStringLiteral("2025-12-31")),
                     qPrintable(chips(bar).front()->toolTip()));
        }
        answerForce(QStringLiteral("30/02/2026"), QStringLiteral("30/06/2026"));
        entry(bar, QStringLiteral("Another day or time…"))->trigger();
        QCOMPARE(open.desk.limits().force->day, *parseDate("2026-06-30"));
        QVERIFY(open.desk.limits().force->endsWithin == std::optional(6));
        QTest::mouseClick(chips(bar).front(), Qt::LeftButton);
        QVERIFY(open.desk.limits().isEmpty());
    }

    void another_theme_is_narrowed_alike_and_an_empty_table_says_why() {
        OpenDesk open("ocop");
        FilterBar bar(open.desk);
        TablePanel table(open.desk);
        table.show();
        records::Limits limits;
        limits.subject = "chữ không có ở đâu";
        QSignalSpy figures(&open.desk, &Desk::figuresChanged);
        open.desk.limit(limits);
        QVERIFY(figures.wait(longestWaitMs));
        figures.clear();
        open.desk.showTheme(0, "livestock");
        QVERIFY(figures.wait(longestWaitMs));
        QCOMPARE(open.desk.limits(), limits);
        QCOMPARE(chips(bar).size(), 1);
        QVERIFY(!open.desk.figures(0)->evaluated.hasFigures());
    }

    void the_filter_is_kept_with_the_map_of_the_workspace() {
        RememberedMap map;
        map.workspace = QStringLiteral("/w.sqlite");
        map.theme = QStringLiteral("ocop");
        map.settings.only.subject = "chè";
        map.settings.only.sources = {"bảng, 3", "LC24"};
        map.settings.only.states = {records::State::Planned};
        map.settings.only.force = {{records::Force::InForce}, 12, *parseDate("2025-12-31")};
        remember(map);
        QCOMPARE(rememberedMap().settings.only, map.settings.only);
        map.settings.only = {};
        remember(map);
        QVERIFY(rememberedMap().settings.only.isEmpty());
    }
};

} // namespace terroir::viewer

using terroir::viewer::FilterBarTest;
TERROIR_VIEWER_TEST_MAIN(FilterBarTest)
#include "test_filter_bar.moc"
