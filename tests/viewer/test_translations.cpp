#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/attachments_dialog.hpp"
#include "plugin/viewer/boundaries_dialog.hpp"
#include "plugin/viewer/export_layers_dialog.hpp"
#include "plugin/viewer/import_dialog.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/map_page_dialog.hpp"
#include "plugin/viewer/profile_window.hpp"
#include "plugin/viewer/record_dialog.hpp"
#include "plugin/viewer/report_row_dialog.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/save_layout_dialog.hpp"
#include "plugin/viewer/save_theme_dialog.hpp"
#include "plugin/viewer/source_dialogs.hpp"
#include "plugin/viewer/speech.hpp"
#include "tests/viewer/sandbox.hpp"
#include "tests/viewer/shown_words.hpp"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QXmlStreamReader>

#include <functional>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

/// Every kind of window, as it is when the packaged workspace is open.
bool visitWindows(Language language, const std::function<void(const QWidget&)>& visit) {
    Sandbox sandbox(language);
    Desk& desk = sandbox.desk();
    MainWindow window(desk);
    window.show();
    if (!sandbox.open())
        return false;
    const auto* table = window.findChild<QTableView*>(QStringLiteral("tableView"));
    if (!QTest::qWaitFor([&] { return table->model()->columnCount() > 0; }, patienceMs))
        return false;
    visit(window);
    const auto show = [&](QWidget&& dialog) {
        dialog.ensurePolished();
        visit(dialog);
    };
    show(ImportDialog(desk));
    show(BoundariesDialog(desk));
    show(ExportLayersDialog(desk));
    show(MapPageDialog(desk, MapPageDialog::Purpose::File));
    show(MapPageDialog(desk, MapPageDialog::Purpose::Print));
    show(ProfileWindow(desk));
    show(RecordDialog(desk, "ocop", {}));
    show(ReportRowDialog(desk, {}, nullptr));
    show(AttachmentsDialog(desk, "TD22-097"));
    show(SourcesDialog(desk));
    show(SourceDialog(desk, desk.contents()->sources->front()));
    show(SaveThemeDialog(desk, desk.spec(0)));
    show(SaveLayoutDialog(desk, {}, {}));
    show(ResultWindow(desk, QStringLiteral("Lai Châu"), {}, {{"Mã"}, {{"03390"}}}));
    QTimer::singleShot(0, &window, [&] {
        auto* question = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        visit(*question);
        question->reject();
    });
    if (mayWrite(&window, sandbox.write(QStringLiteral("map.pdf"), {})))
        return false; // it was to be asked
    QFileDialog files;
    files.setOption(QFileDialog::DontUseNativeDialog);
    visit(files);
    QDialogButtonBox buttons(QDialogButtonBox::StandardButtons(0x0ffffc00));
    visit(buttons);
    QPrinter printer;
    const QPrintDialog print(&printer);
    visit(print);
    QLineEdit edit;
    const std::unique_ptr<QMenu> menu(edit.createStandardContextMenu());
    visit(*menu);
    return true;
}

/// Names and codes that are the same in both languages.
bool isName(const QString& text) {
    static const QSet<QString> names{"CSV (*.csv)",  "English",
                                     "EPSG:4326",    "QGIS",
                                     "terroir.gpkg", "terroir.sqlite – terroir",
                                     "vn2000",       "km²",
                                     "ha",           "OCOP",
                                     "dpi:",         "OK",
                                     "terroir",      "terroir.sqlite",
                                     "Form",         "VietGAP",
                                     "Alt+Left",     "Alt+Up"};
    static const QRegularExpression letters(QStringLiteral("[A-Za-z]{2}"));
    static const QRegularExpression vietnamese(QStringLiteral("[^\\x00-\\x7f…“”–°·²]"));
    const QString plain = QString(text).remove(u'&');
    return names.contains(plain) || plain.startsWith(u'/') || !plain.contains(letters) ||
           plain.contains(vietnamese);
}

struct Message {
    QString text;
    QStringList translations;
};

QList<Message> messagesOf(const QString& catalogue) {
    QFile file(QStringLiteral(TERROIR_SOURCE_DIR "/plugin/viewer/translations/") + catalogue);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            messages.append({xml.readElementText(), {}});
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().translations.append(xml.readElementText());
        else if (xml.name() == QLatin1String("translation") &&
                 xml.attributes().value(QLatin1String("type")).isEmpty()) {
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations.append(text);
        }
    }
    return messages;
}

QStringList placesOf(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%[1-9nL]"));
    QStringList places;
    for (auto matches = place.globalMatch(text); matches.hasNext();)
        places.append(matches.next().captured());
    places.removeDuplicates();
    places.sort();
    return places;
}

} // namespace

class TranslationsTest final : public QObject {
    Q_OBJECT
private slots:
    void both_languages_are_part_of_the_program() {
        QCOMPARE(Speech(Language::Vietnamese).catalogues(), std::size_t(2));
        QCOMPARE(Speech(Language::English).catalogues(),
                 std::size_t(1)); // Qt speaks English
    }

    void no_english_is_left_in_vietnamese() {
        QSet<QString> english;
        const auto listen = [&english](const QWidget& window) {
            for (const QString& text : wordsOf(window))
                english.insert(text);
        };
        {
            const Speech speech(Language::English);
            QVERIFY(visitWindows(Language::English, listen));
        }
        QVERIFY(english.contains(QStringLiteral("&File")));
        QVERIFY(english.contains(QStringLiteral("Cancel")));
        QStringList left;
        int texts = 0;
        const Speech speech(Language::Vietnamese);
        QVERIFY(visitWindows(Language::Vietnamese, [&](const QWidget& window) {
            for (const QString& text : wordsOf(window)) {
                ++texts;
                if (english.contains(text) && !isName(text))
                    left.append(window.objectName() + QStringLiteral(": ") + text);
            }
        }));
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
        QVERIFY(texts > 300);
    }

    void mnemonics_are_unique_and_can_be_typed_data() {
        QTest::addColumn<int>("language");
        QTest::newRow("vi") << static_cast<int>(Language::Vietnamese);
        QTest::newRow("en") << static_cast<int>(Language::English);
    }
    void mnemonics_are_unique_and_can_be_typed() {
        QFETCH(int, language);
        const Speech speech(static_cast<Language>(language));
        QStringList clashes;
        int mnemonics = 0;
        QVERIFY(visitWindows(static_cast<Language>(language), [&](const QWidget& window) {
            const QMap<QString, QStringList> found = mnemonicsOf(window);
            for (auto place = found.begin(); place != found.end(); ++place) {
                QMap<QString, QString> taken;
                for (const QString& text : place.value()) {
                    ++mnemonics;
                    const QString key = QKeySequence::mnemonic(text).toString();
                    static const QRegularExpression typed(QStringLiteral("^Alt\\+[A-Z]$"));
                    if (taken.contains(key) || !key.contains(typed))
                        clashes.append(window.objectName() + QStringLiteral(", ") + place.key() +
                                       QStringLiteral(": ") + text + QStringLiteral(" / ") +
                                       taken.value(key));
                    taken.insert(key, text);
                }
            }
        }));
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
        QVERIFY(mnemonics > 60);
    }

    void every_control_has_a_name_to_hear() {
        const Speech speech(Language::Vietnamese);
        QStringList nameless;
        QVERIFY(visitWindows(Language::Vietnamese, [&](const QWidget& window) {
            if (qobject_cast<const QFileDialog*>(&window) != nullptr ||
                qobject_cast<const QPrintDialog*>(&window) != nullptr)
                return; // Qt's own
            for (const QString& widget : namelessIn(window))
                nameless.append(window.objectName() + QStringLiteral(": ") + widget);
        }));
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void every_control_says_what_it_does_in_a_tool_tip() {
        const Speech speech(Language::Vietnamese);
        QStringList silent;
        QVERIFY(visitWindows(Language::Vietnamese, [&](const QWidget& window) {
            if (qobject_cast<const QFileDialog*>(&window) != nullptr ||
                qobject_cast<const QPrintDialog*>(&window) != nullptr)
                return; // Qt's own
            for (const QString& widget : tiplessIn(window))
                silent.append(window.objectName() + QStringLiteral(": ") + widget);
        }));
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    }

    void translations_keep_the_places_of_what_is_put_in_data() {
        QTest::addColumn<QString>("catalogue");
        QTest::addColumn<int>("count");
        QTest::newRow("vi") << "terroir-viewer_vi.ts" << 500;
        QTest::newRow("en") << "terroir-viewer_en.ts" << 11;
        QTest::newRow("Qt's own, vi") << "qt_vi.ts" << 405;
    }
    void translations_keep_the_places_of_what_is_put_in() {
        QFETCH(QString, catalogue);
        QFETCH(int, count);
        const QList<Message> messages = messagesOf(catalogue);
        QVERIFY(messages.size() >= count);
        for (const Message& message : messages) {
            QVERIFY2(!message.translations.isEmpty(), qPrintable(message.text));
            for (const QString& translation : message.translations)
                QVERIFY2(placesOf(translation) == placesOf(message.text),
                         qPrintable(message.text + QStringLiteral(" -> ") + translation));
        }
    }

    void one_and_several_differ_in_english() {
        const Speech speech(Language::English);
        const auto records = [](int count) {
            return QCoreApplication::translate("terroir::viewer::DetailsPanel", "%n record(s)",
                                               nullptr, count);
        };
        QCOMPARE(records(1), QStringLiteral("1 record"));
        QCOMPARE(records(2), QStringLiteral("2 records"));
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::TranslationsTest)
#include "test_translations.moc"
