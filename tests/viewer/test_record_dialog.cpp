#include "core/base/error.hpp"
#include "core/records/record_form.hpp"
#include "core/records/record_store.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/record_commands.hpp"
#include "plugin/viewer/record_dialog.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

class FormWindow {
public:
    explicit FormWindow(Language language = Language::English)
        : sandbox(language), window(sandbox.desk()) {
        window.resize(1366, 768);
        window.show();
        if (!sandbox.open())
            qFatal("the packaged workspace does not open");
    }
    ~FormWindow() {
        if (form != nullptr)
            delete form;
    }
    /// The form that has been opened, when the door has answered.
    RecordDialog& opened() {
        if (!QTest::qWaitFor(
                [this] {
                    form = window.findChild<RecordDialog*>();
                    return form != nullptr && form->isVisible();
                },
                patienceMs))
            qFatal("no form");
        waitForVerdict();
        return *form;
    }
    RecordDialog& add() {
        window.findChild<QAction*>(QStringLiteral("recordAdd"))->trigger();
        return opened();
    }
    RecordDialog& edit(const char* id) {
        window.findChild<RecordCommands*>()->edit(id);
        return opened();
    }
    QLineEdit* field(const char* name) const {
        auto* widget = form->findChild<QWidget*>(QStringLiteral("field_") + QLatin1String(name));
        if (auto* box = qobject_cast<QComboBox*>(widget))
            return box->lineEdit();
        return qobject_cast<QLineEdit*>(widget);
    }
    void type(const char* name, const QString& text) const {
        QLineEdit* edit = field(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        for (const QChar letter : text) // keyClicks() knows no letters of Vietnamese
            QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(letter),
                                Qt::NoModifier);
    }
    void choose(const char* name, const char* data) const {
        auto* box = form->findChild<QComboBox*>(QLatin1String(name));
        box->setCurrentIndex(box->findData(QLatin1String(data)));
        emit box->activated(box->currentIndex());
    }
    bool waitForVerdict() {
        QSignalSpy checked(form, &RecordDialog::checked);
        return checked.wait(patienceMs);
    }
    QString verdict() const {
        return form->findChild<QLabel*>(QStringLiteral("verdict"))->text();
    }
    void press() const {
        QTest::mouseClick(form->findChild<QPushButton*>(QStringLiteral("saveRecord")),
                          Qt::LeftButton);
    }
    bool waitUntilClosed() {
        const bool closed = QTest::qWaitFor(
            [this] { return window.findChild<RecordDialog*>() == nullptr; }, patienceMs);
        form = nullptr;
        return closed && sandbox.waitForJobs();
    }
    std::filesystem::path file() const {
        return toPath(sandbox.path(QStringLiteral("terroir.sqlite")));
    }
    std::optional<records::Record> record(const std::string& id) const {
        workspace::Workspace now(file(), store::Mode::ReadOnly);
        return records::loadRecord(now.file(), id);
    }
    std::size_t count() const {
        workspace::Workspace now(file(), store::Mode::ReadOnly);
        return now.records().size();
    }

    Sandbox sandbox;
    MainWindow window;
    RecordDialog* form = nullptr;
};

} // namespace

class RecordDialogTest final : public QObject {
    Q_OBJECT
private slots:
    void a_farm_is_added_with_a_place_that_is_offered_as_one_types() {
        FormWindow open;
        open.add();
        open.choose("kind", "livestock");
        open.type("subject", QStringLiteral("lợn"));
        open.type("count", QStringLiteral("350"));
        open.type("unit", QStringLiteral("con"));
        open.type("period", QStringLiteral("2024"));
        open.type("holder", QStringLiteral("HTX Bản Bo"));
        open.type("place", QStringLiteral("ban bo tam duong"));
        auto* places = QApplication::activePopupWidget();
        QVERIFY(places != nullptr);
        QCOMPARE(places->objectName(), QStringLiteral("placesOffered"));
        QTest::keyClick(places, Qt::Key_Down);
        QTest::keyClick(places, Qt::Key_Return);
        QVERIFY2(open.field("place")->text().contains(QStringLiteral("Bản Bo")),
                 qPrintable(open.field("place")->text()));
        QVERIFY(open.waitForVerdict());
        QVERIFY2(open.form->findChild<QLabel*>(QStringLiteral("placeUnit"))
                     ->text()
                     .contains(QStringLiteral("Bản Bo")),
                 qPrintable(open.verdict()));
        const std::size_t before = open.count();
        open.press();
        QVERIFY(open.waitUntilClosed());
        QCOMPARE(open.count(), before + 1);
        const auto made = open.record("nhap-tay-n1");
        QVERIFY(made.has_value());
        QCOMPARE(made->kind, std::string("livestock"));
        QCOMPARE(made->value, std::optional(350.0));
        QCOMPARE(made->unit, std::string("con"));
        QCOMPARE(made->holder, std::string("HTX Bản Bo"));
        QVERIFY(!made->places.empty() && made->places.front().status == geocode::Status::Matched);
        QCOMPARE(open.sandbox.said(), QStringLiteral("The record nhap-tay-n1 was added."));
        QVERIFY(open.window.findChild<QToolButton*>(QStringLiteral("undoOffer"))->isVisible());
        open.window.findChild<QAction*>(QStringLiteral("undo"))->trigger();
        QVERIFY(open.sandbox.waitForJobs());
        QCOMPARE(open.count(), before);
    }

    void a_day_that_is_none_is_refused_while_it_is_typed() {
        FormWindow open;
        open.add();
        open.choose("kind", "certification");
        open.type("subject", QStringLiteral("chè"));
        open.type("place", QStringLiteral("xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu"));
        open.type("period", QStringLiteral("2024"));
        const std::size_t before = open.count();
        for (const char* text : {"31/2/2024", "mai", "13/13/2024"}) {
            open.type("issued", QString::fromUtf8(text));
            QVERIFY(open.waitForVerdict());
            QVERIFY2(open.verdict().contains(QString::fromUtf8(text)), qPrintable(open.verdict()));
            open.press();
            QTest::qWait(50);
            QVERIFY(open.form->isVisible());
        }
        open.type("issued", QStringLiteral("31/12/2024"));
        QVERIFY(open.waitForVerdict());
        open.press();
        QTest::qWait(20);
        if (open.window.findChild<RecordDialog*>() != nullptr && open.verdict().contains(u':'))
            open.press(); // a doubt, seen
        QVERIFY(open.waitUntilClosed());
        QCOMPARE(open.count(), before + 1);
    }

    void what_the_door_refuses_is_said_and_nothing_is_stored() {
        FormWindow open;
        open.add();
        const std::size_t before = open.count();
        open.choose("kind", "ocop");
        open.type("place", QStringLiteral("tỉnh Lai Châu"));
        open.type("stars", QStringLiteral("9"));
        QVERIFY(open.waitForVerdict());
        QVERIFY(!open.verdict().isEmpty());
        open.press();
        QVERIFY(open.waitForVerdict());
        QVERIFY(open.form->isVisible());
        open.form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->click();
        QVERIFY(open.waitUntilClosed());
        QCOMPARE(open.count(), before);
        QVERIFY(!open.window.findChild<QAction*>(QStringLiteral("undo"))->isEnabled());
    }

    void a_doubt_is_seen_before_it_is_stored() {
        FormWindow open;
        open.add();
        open.choose("kind", "livestock");
        open.type("subject", QStringLiteral("lợn"));
        open.type("count", QStringLiteral("350"));
        open.type("unit", QStringLiteral("con"));
        open.type("period", QStringLiteral("2024"));
        open.type("place", QStringLiteral("xã Không Có Đâu, tỉnh Lai Châu"));
        const std::size_t before = open.count();
        open.press(); // before the door has answered
        QVERIFY(open.waitForVerdict());
        QVERIFY2(open.verdict().contains(QStringLiteral("doubt")), qPrintable(open.verdict()));
        QVERIFY(open.form->isVisible());
        QCOMPARE(open.count(), before);
        open.press();
        QVERIFY(open.waitUntilClosed());
        QCOMPARE(open.count(), before + 1);
    }

    void only_what_was_written_otherwise_is_stored_and_two_programs_lose_nothing() {
        FormWindow open;
        open.edit("TD22-097");
        QCOMPARE(open.field("count")->text(), QStringLiteral("4"));
        QVERIFY(open.form->texts().empty());
        {
            workspace::Workspace other(open.file(), store::Mode::ReadWrite);
            workspace::changeRecord(other, "Lan", "TD22-097", {{"note", "đã gọi điện"}});
        }
        open.type("holder", QStringLiteral("HTX Sơn Bình"));
        QCOMPARE(open.form->texts().size(), std::size_t(1));
        QVERIFY(open.waitForVerdict());
        open.press();
        QVERIFY(open.waitUntilClosed());
        const auto now = open.record("TD22-097");
        QCOMPARE(now->holder, std::string("HTX Sơn Bình"));
        QCOMPARE(now->note, std::string("đã gọi điện"));
    }

    void fields_that_the_kind_does_not_use_are_folded_away() {
        FormWindow open;
        open.add();
        open.choose("kind", "livestock");
        QTRY_VERIFY(open.field("place")->isVisible());
        // The cursor stands in the first field, and Tab goes down.
        QVERIFY(open.field("subject")->hasFocus());
        QTest::keyClick(open.field("subject"), Qt::Key_Tab);
        QVERIFY(!open.field("subject")->hasFocus());
        QVERIFY(!open.form->findChild<QWidget*>(QStringLiteral("coordinates"))->hasFocus());
        QVERIFY(!open.field("line")->isVisible());
        QTest::mouseClick(open.form->findChild<QToolButton*>(QStringLiteral("moreFields")),
                          Qt::LeftButton);
        QTRY_VERIFY(open.field("line")->isVisible());
    }

    void what_was_typed_stays_when_the_kind_is_changed() {
        FormWindow open;
        open.add();
        open.choose("kind", "livestock");
        open.type("subject", QStringLiteral("lợn"));
        open.choose("kind", "aquaculture");
        QCOMPARE(open.field("subject")->text(), QStringLiteral("lợn"));
    }
    /// Each record of the packaged workspace, opened and saved without a letter, stays as it is;
    /// and what the form shows of it is read back as the same.
    void a_form_shows_records_so_that_the_door_reads_them_back() {
        FormWindow open;
        workspace::Workspace now(open.file(), store::Mode::ReadOnly);
        const records::RecordContext context{now.sources(), now.geocoder(), now.gazetteer()};
        int read = 0, seen = 0;
        QStringList others;
        for (const records::Record& record : now.records()) {
            if (++seen % 7 != 0 || !record.value)
                continue;
            const auto form = records::formFields(record.kind);
            const auto texts = records::formTexts(record, form, Language::Vietnamese);
            for (const char* name : {"area", "output", "yield", "count", "stars", "value"}) {
                const auto text = texts.find(name);
                if (text == texts.end() || text->second.empty())
                    continue;
                try {
                    const auto made =
                        records::changedRecord(record, {{name, text->second}}, context);
                    if (made.record.value != record.value || made.record.unit != record.unit ||
                        made.record.indicator != record.indicator)
                        others.append(toQString(record.id + " " + name + " " + text->second));
                    ++read;
                } catch (const Error& error) {
                    others.append(toQString(record.id + " " + name + " " + text->second + ": " +
                                            error.what()));
                }
            }
        }
        QVERIFY2(others.isEmpty(), qPrintable(others.join(u'\n')));
        QVERIFY(read > 20);
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::RecordDialogTest)
#include "test_record_dialog.moc"
