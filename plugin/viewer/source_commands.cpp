#include "plugin/viewer/source_commands.hpp"

#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/source_dialogs.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace terroir::viewer {

SourceCommands::SourceCommands(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {}

void SourceCommands::addTo(QMenu* menu) {
    QAction* all = menu->addAction(tr("D&ocuments…"));
    all->setObjectName(QStringLiteral("sourcesAll"));
    connect(all, &QAction::triggered, this, &SourceCommands::showAll);
    const auto enable = [this, all] { all->setEnabled(m_desk.contents() != nullptr); };
    connect(&m_desk, &Desk::contentsChanged, this, enable);
    enable();
}

void SourceCommands::showAll() {
    auto* dialog = new SourcesDialog(m_desk, m_window);
    connect(dialog, &SourcesDialog::changeWanted, this, &SourceCommands::edit);
    connect(dialog, &SourcesDialog::removeWanted, this, &SourceCommands::remove);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourceCommands::edit(const std::string& id) {
    const auto& all = *m_desk.contents()->sources;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    if (known == all.end())
        return;
    auto* dialog = new SourceDialog(m_desk, *known, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourceCommands::remove(const std::string& id) {
    const auto& records = *m_desk.contents()->records;
    const auto count = std::count_if(records.begin(), records.end(),
                                     [&](const auto& one) { return one.source == id; });
    const QString number = toQString(formatNumber(double(count), m_desk.language()));
    if (!isConfirmed(m_window, tr("Remove the document"),
                     tr("Remove the document “%1” with its %2 records? It can be undone.")
                         .arg(toQString(id), number),
                     tr("&Remove")))
        return;
    const auto removed = std::make_shared<std::size_t>(0);
    m_desk.editWorkspace(
        tr("Remove the document %1").arg(toQString(id)),
        [removed, id](workspace::Workspace& workspace, const Progress&) {
            *removed = workspace::removeSourceByHand(workspace, userName(), id);
        },
        [this, removed, id](const QString& failure) {
            const auto went = toQString(formatNumber(double(*removed), m_desk.language()));
            if (!failure.isEmpty())
                emit m_desk.said(failure);
            else
                emit m_desk.edited(
                    tr("The document %1 was removed with %2 records.").arg(toQString(id), went));
        });
}

} // namespace terroir::viewer
