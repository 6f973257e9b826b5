#include "plugin/viewer/report_commands.hpp"

#include "plugin/viewer/named.hpp"
#include "plugin/viewer/report_pane.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace terroir::viewer {

namespace {

const QStringList reportExtensions{
    QStringLiteral("docx"), QStringLiteral("pdf"), QStringLiteral("odt"), QStringLiteral("html"),
    QStringLiteral("htm"),  QStringLiteral("txt"), QStringLiteral("md")};

} // namespace

ReportCommands::ReportCommands(Desk& desk, ReportPane& pane, QWidget* window)
    : QObject(window), m_desk(desk), m_pane(pane), m_window(window) {}

void ReportCommands::addTo(QMenu* menu) {
    QList<QAction*> actions;
    const auto add = [&](const char* name, const QString& text, const QKeySequence& keys,
                         void (ReportCommands::*work)()) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, work);
        actions.append(action);
    };
    add("openReport", tr("Repor&t…"), Qt::CTRL | Qt::Key_R, &ReportCommands::browse);
    add("pasteReport", tr("Paste te&xt of a report…"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
        &ReportCommands::paste);
    const auto enable = [this, actions] {
        for (QAction* action : actions)
            action->setEnabled(m_desk.contents() != nullptr);
    };
    connect(&m_desk, &Desk::contentsChanged, this, enable);
    enable();
}

bool ReportCommands::isReport(const QString& file) {
    const QString extension = QFileInfo(file).suffix().toLower();
    if (!reportExtensions.contains(extension))
        return false;
    QFile text(file);
    if (extension != QLatin1String("txt") || !text.open(QIODevice::ReadOnly))
        return true;
    QByteArray first;
    while (!text.atEnd() && first.trimmed().isEmpty())
        first = text.readLine(4096);
    return !first.contains('\t') && first.count(';') < 2;
}

void ReportCommands::openFile(const QString& file) {
    m_pane.open({toPath(file), {}});
}

void ReportCommands::browse() {
    const QString file = QFileDialog::getOpenFileName(
        m_window, tr("Report to read"), {},
        tr("Reports (*.%1);;All files (*)").arg(reportExtensions.join(QStringLiteral(" *."))));
    if (!file.isEmpty())
        openFile(file);
}

void ReportCommands::paste() {
    auto* dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("pasteDialog"));
    dialog->setWindowTitle(tr("Text of a report"));
    auto* lines = new QVBoxLayout(dialog);
    auto* text = named(new QPlainTextEdit(dialog), "pastedText", tr("Text of a report"));
    text->setPlaceholderText(tr("Paste the text here, with its letterhead if there is one."));
    text->setPlainText(QGuiApplication::clipboard()->text());
    text->setTabChangesFocus(true);
    lines->addWidget(text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    auto* read = named(buttons->addButton(tr("&Read"), QDialogButtonBox::AcceptRole), "readPasted",
                       tr("Read the text for proposals"));
    const auto enable = [read, text] { read->setEnabled(!text->document()->isEmpty()); };
    connect(text, &QPlainTextEdit::textChanged, dialog, enable);
    enable();
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, text] {
        m_pane.open({{}, text->toPlainText().toStdString()});
    });
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 90,
                   dialog->fontMetrics().lineSpacing() * 24);
    dialog->open();
}

} // namespace terroir::viewer
