#include "core/store/change_recorder.hpp"
#include "core/workspace/table_import.hpp"
#include "plugin/viewer/review_panel.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

/// Two places that nobody can settle without knowing more: several communes are called so, and one
/// that is not there.
constexpr const char* doubtful = "Cây trồng,Xã,Tỉnh\n"
                                 "Lúa,Tân Lập,\n"
                                 "Chè,Không Có Xã Này,Lai Châu\n";

class ReviewDesk : public Sandbox {
public:
    bool openWithDoubts() {
        write(QStringLiteral("ghi chép.csv"), doubtful);
        if (!open())
            return false;
        {
            workspace::Workspace workspace(desk().contents()->file, store::Mode::ReadWrite);
            records::ImportOptions options;
            options.kind = "trial";
            options.source.territory = "tỉnh Lai Châu";
            workspace::storeImport(
                workspace::readImport(readCsv(toPath(path(QStringLiteral("ghi chép.csv")))),
                                      options, workspace),
                workspace);
        }
        QSignalSpy read(&desk(), &Desk::contentsChanged);
        desk().worker().readAgain();
        if (!read.wait(patienceMs))
            return false;
        for (const records::Record& record : *desk().contents()->records)
            for (std::size_t i = 0; i < record.places.size(); ++i)
                if (record.source == "ghi-chep" && records::isOpen(record.places[i]))
                    m_open.push_back({record.id, i});
        return true;
    }
    const std::vector<workspace::PlaceId>& open_() const { return m_open; }

    const records::Place& place(const workspace::PlaceId& id) {
        return workspace::requireRecord(*desk().contents()->records, id).places[id.place];
    }

private:
    std::vector<workspace::PlaceId> m_open;
};

} // namespace

class ReviewPanelTest final : public QObject {
    Q_OBJECT
private:
    /// The first open place with candidates.
    static std::optional<workspace::PlaceId> withCandidates(ReviewDesk& sandbox) {
        for (const records::Record& record : *sandbox.desk().contents()->records)
            for (std::size_t i = 0; i < record.places.size(); ++i)
                if (records::isOpen(record.places[i]) && !record.places[i].candidates.empty())
                    return workspace::PlaceId{record.id, i};
        return std::nullopt;
    }
    static bool waitForPlace(ReviewDesk& sandbox, const workspace::PlaceId& id, bool isDecided) {
        return QTest::qWaitFor([&] { return records::isDecided(sandbox.place(id)) == isDecided; },
                               patienceMs);
    }

private slots:
    void a_candidate_is_chosen_with_a_digit_and_taken_back_by_undo() {
        ReviewDesk sandbox;
        QVERIFY(sandbox.openWithDoubts());
        ReviewPanel panel(sandbox.desk());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto id = withCandidates(sandbox);
        QVERIFY(id);
        QSignalSpy markers(&panel, &ReviewPanel::markersWanted);
        QSignalSpy counts(&panel, &ReviewPanel::countChanged);
        panel.choose(*id);
        const std::string first = sandbox.place(*id).candidates.substr(0, 5);
        QVERIFY(panel.findChild<QPushButton*>(QStringLiteral("candidate1")) != nullptr);
        QVERIFY(!markers.isEmpty());
        QCOMPARE(markers.back().front().value<std::vector<Marker>>().front().label,
                 QStringLiteral("1"));

        panel.findChild<QWidget*>(QStringLiteral("places"))->setFocus();
        QTest::keyClick(panel.findChild<QWidget*>(QStringLiteral("places")), Qt::Key_1);
        QVERIFY(waitForPlace(sandbox, *id, true));
        QVERIFY(sandbox.place(*id).status == geocode::Status::Matched);
        QCOMPARE(sandbox.place(*id).uid.substr(0, 5), first);
        const int open = counts.back().front().toInt();
        sandbox.desk().undoStack().undo();
        QVERIFY(waitForPlace(sandbox, *id, false));
        QTRY_COMPARE(counts.back().front().toInt(), open + 1);
    }

    void none_of_the_candidates_is_a_decision_that_can_be_listed_and_taken_back() {
        ReviewDesk sandbox;
        QVERIFY(sandbox.openWithDoubts());
        ReviewPanel panel(sandbox.desk());
        const auto id = withCandidates(sandbox);
        QVERIFY(id);
        panel.choose(*id);
        panel.findChild<QPushButton*>(QStringLiteral("none"))->click();
        QVERIFY(waitForPlace(sandbox, *id, true));
        QVERIFY(sandbox.place(*id).uid.empty());
        panel.showOnly(workspace::ReviewWhich::Decided);
        panel.choose(*id);
        QVERIFY(panel.current());
        QCOMPARE(panel.current()->toString(), id->toString());
        QTRY_VERIFY(panel.findChild<QPushButton*>(QStringLiteral("takeBack"))->isEnabled());
        panel.findChild<QPushButton*>(QStringLiteral("takeBack"))->click();
        QVERIFY(waitForPlace(sandbox, *id, false));
    }

    void a_place_that_was_not_found_gets_a_unit_by_name() {
        ReviewDesk sandbox;
        QVERIFY(sandbox.openWithDoubts());
        QVERIFY(!sandbox.open_().empty());
        const workspace::PlaceId id = sandbox.open_().back();
        ReviewPanel panel(sandbox.desk());
        panel.choose(id);
        auto* other = panel.findChild<QLineEdit*>(QStringLiteral("other"));
        auto* failure = panel.findChild<QLabel*>(QStringLiteral("failure"));
        other->setText(QStringLiteral("xã Hoàn Toàn Không Có"));
        panel.findChild<QPushButton*>(QStringLiteral("chooseOther"))->click();
        QVERIFY(QTest::qWaitFor([&] { return !failure->text().isEmpty(); }, patienceMs));
        QVERIFY(failure->text().contains(QStringLiteral("Hoàn Toàn Không Có")));
        QVERIFY(!sandbox.desk().undoStack().canUndo());
        other->setText(QStringLiteral("tỉnh Lai Châu"));
        panel.findChild<QPushButton*>(QStringLiteral("chooseOther"))->click();
        QVERIFY(waitForPlace(sandbox, id, true));
        QCOMPARE(QString::fromStdString(sandbox.place(id).uid).left(2), QStringLiteral("12"));
    }

    void a_digit_without_a_candidate_decides_nothing() {
        ReviewDesk sandbox;
        QVERIFY(sandbox.openWithDoubts());
        ReviewPanel panel(sandbox.desk());
        panel.decideFor(1); // nothing is chosen
        const auto id = withCandidates(sandbox);
        QVERIFY(id);
        panel.choose(*id);
        panel.decideFor(0);
        panel.decideFor(99);
        QVERIFY(!sandbox.desk().jobs().isBusy());
    }

    void without_doubts_it_says_what_to_do() {
        Sandbox sandbox;
        QVERIFY(sandbox.open());
        ReviewPanel panel(sandbox.desk());
        panel.showOnly(workspace::ReviewWhich::Decided);
        QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("empty"))->text().isEmpty());
        QVERIFY(!panel.current());
    }
};

} // namespace terroir::viewer

Q_DECLARE_METATYPE(std::vector<terroir::viewer::Marker>)
TERROIR_VIEWER_TEST_MAIN(terroir::viewer::ReviewPanelTest)
#include "test_review_panel.moc"
