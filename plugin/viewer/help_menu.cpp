#include "plugin/viewer/help_menu.hpp"

#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace terroir::viewer {

namespace {

/// The texts of the menu Help.
class Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
public:
    static void show(QMainWindow* window, const char* name, const QString& title,
                     const QString& html) {
        QDialog dialog(window);
        dialog.setObjectName(QLatin1String(name));
        dialog.setWindowTitle(title);
        auto* text = named(new QTextBrowser(&dialog), "helpText", title);
        text->setHtml(html);
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
        QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
        auto* layout = new QVBoxLayout(&dialog);
        layout->addWidget(text);
        layout->addWidget(buttons);
        dialog.resize(dialog.fontMetrics().averageCharWidth() * 90,
                      dialog.fontMetrics().height() * 28);
        dialog.exec();
    }

    static QString row(const QString& keys, const QString& what) {
        return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
            .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
    }

    /// Of every command that has some, and what the mouse does on the map.
    static QString keys(const QMainWindow* window) {
        QString html = QStringLiteral("<table cellpadding='2'>");
        for (const QAction* action : window->findChildren<QAction*>()) {
            if (action->shortcuts().isEmpty() || action->text().isEmpty())
                continue;
            QString text = action->text();
            html += row(action->shortcut().toString(QKeySequence::NativeText),
                        text.remove(QLatin1Char('&')).remove(QStringLiteral("…")));
        }
        html += row(tr("Ctrl+F, Ctrl+K"), tr("Search: units, products, holders, documents, "
                                             "coordinates"));
        html +=
            row(tr("Arrow keys, +, −, Home"), tr("On the map: move, enlarge, reduce, show all"));
        html += row(tr("Wheel, drag"), tr("On the map: enlarge and reduce, move"));
        html += row(tr("Shift and drag"), tr("On the map: enlarge a box"));
        html += row(tr("Click, Ctrl and click"), tr("Select a unit; one more or one less"));
        html += row(tr("Ctrl and drag"), tr("Select the units in a box"));
        html += row(tr("Esc"), tr("Close a list or a dialog; take back what is being typed"));
        return html + QStringLiteral("</table>");
    }

    static QString guide() {
        const auto item = [](const QString& title, const QString& text) {
            return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(title, text);
        };
        return item(tr("See a map"),
                    tr("Choose a theme at the left. The area, level, classes and colours are below "
                       "the list; the day of the units and the years of the figures are at the "
                       "foot of the window.")) +
               item(tr("Only some records"),
                    tr("The button Filter narrows the map, the table, the chart and the list of "
                       "records to a product, a holder, a source, a category or a state. Each "
                       "limit is a chip at the top; press it to take it away.")) +
               item(tr("Find"),
                    tr("Type a name at the top, without diacritics if you like, or coordinates: "
                       "22.36, 103.71; VN-2000 as x and y.")) +
               item(tr("Select"),
                    tr("Click a unit for its figures and records. Ctrl and click, or Ctrl and drag "
                       "a box, selects several: their sum stands in the status bar.")) +
               item(tr("Profile of a unit"),
                    tr("Right click on it, or Ctrl+Shift+P when it is selected: all that is known "
                       "of it on one page, with documents and lines, to copy, print or save.")) +
               item(tr("Bring in a table"),
                    tr("Drop it on the window. Each row is shown as it is understood before "
                       "anything is stored.")) +
               item(tr("Bring in a report"),
                    tr("Drop it on the window, or Ctrl+R. What it seems to say is proposed beside "
                       "its text: A accepts, R refuses, E changes, S stores. Nothing is stored "
                       "that nobody accepted.")) +
               item(tr("What ≥ and ~ mean"),
                    tr("≥: at least so much, a part is not known. ~: about so much. No data is not "
                       "zero.")) +
               item(tr("Take back"), tr("Ctrl+Z takes back any change of the map or the data."));
    }

    static QString about() {
        return QStringLiteral("<h3>terroir %1</h3><p>%2</p><p>%3</p>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped(),
                 tr("Places of Vietnam of any date, records of agriculture and science, and maps "
                    "of them."),
                 tr("Qt %1. Free software; the licence is in the file LICENSE.")
                     .arg(QLatin1String(qVersion())));
    }
};

} // namespace

QMenu* addHelpMenu(QMainWindow* window) {
    QMenu* menu = window->menuBar()->addMenu(Help::tr("Help"));
    const auto add = [&](const char* name, const QString& text, auto work) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        QObject::connect(action, &QAction::triggered, window, work);
        return action;
    };
    add("helpGuide", Help::tr("&How to use the window"), [window] {
        Help::show(window, "helpGuideDialog", Help::tr("How to use the window"), Help::guide());
    })->setShortcut(QKeySequence(Qt::Key_F1));
    add("helpKeys", Help::tr("&Keys and mouse"), [window] {
        Help::show(window, "helpKeysDialog", Help::tr("Keys and mouse"), Help::keys(window));
    });
    add("helpAbout", Help::tr("&About terroir"), [window] {
        Help::show(window, "helpAboutDialog", Help::tr("About terroir"), Help::about());
    });
    return menu;
}

} // namespace terroir::viewer
