#include "plugin/viewer/record_commands.hpp"

#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/workspace/record_edits.hpp"
#include "core/workspace/record_history.hpp"
#include "plugin/viewer/attachments_dialog.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/ground_field.hpp"
#include "plugin/viewer/record_dialog.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QMenu>
#include <QPointer>

namespace terroir::viewer {

RecordCommands::RecordCommands(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {
    m_add = new QAction(tr("&Add a record…"), this);
    m_add->setObjectName(QStringLiteral("recordAdd"));
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    connect(m_add, &QAction::triggered, this, [this] { add(); });
    const auto enable = [this] { m_add->setEnabled(m_desk.contents() != nullptr); };
    connect(&desk, &Desk::contentsChanged, this, enable);
    enable();
}

void RecordCommands::addTo(QMenu* menu) {
    menu->addAction(m_add);
}

void RecordCommands::showAttachments(const std::string& id) {
    if (id.empty())
        return;
    auto* dialog = new AttachmentsDialog(m_desk, id, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString RecordCommands::drawingHelp() {
    return tr("Click the corners on the map; double click or Enter ends, Backspace takes a corner "
              "back, Esc gives up.");
}

void RecordCommands::open(RecordDialog* form) {
    form->setAttribute(Qt::WA_DeleteOnClose);
    // The form steps aside while the map is clicked.
    const auto stepAside = [this, form](const QString& what) {
        form->hide();
        emit m_desk.said(what);
        if (form->unit() != gazetteer::noUnit)
            m_map.bringIntoSight(form->unit());
        return QPointer<RecordDialog>(form);
    };
    connect(form, &RecordDialog::pointWanted, this, [this, stepAside] {
        const auto aside =
            stepAside(tr("Click the place of the record on the map; Esc leaves it as it is."));
        m_map.pick([form = aside](std::optional<geometry::Point> lonLat) {
            if (form == nullptr)
                return;
            if (lonLat)
                form->ground().setPoint(*lonLat);
            form->open();
        });
    });
    connect(form, &RecordDialog::drawingWanted, this,
            [this, stepAside](const GroundSketch& sketch) {
                const auto aside = stepAside(drawingHelp());
                m_map.draw(sketch,
                           [form = aside](std::optional<geometry::Ground> drawn, bool repaired) {
                               if (form == nullptr)
                                   return;
                               if (drawn)
                                   form->ground().setDrawn(*std::move(drawn), repaired);
                               form->open();
                           });
            });
    form->open();
}

void RecordCommands::add(const records::FieldTexts& texts) {
    if (m_desk.contents() != nullptr)
        open(new RecordDialog(m_desk, {}, texts, m_window));
}

void RecordCommands::addDrawn() {
    if (m_desk.contents() == nullptr)
        return;
    emit m_desk.said(drawingHelp());
    m_map.draw(GroundSketch(GroundSketch::Shape::Zone),
               [this](std::optional<geometry::Ground> drawn, bool repaired) {
                   if (!drawn || m_desk.contents() == nullptr)
                       return;
                   auto* form = new RecordDialog(m_desk, {}, records::FieldTexts(), m_window);
                   form->ground().setDrawn(*std::move(drawn), repaired);
                   open(form);
               });
}

void RecordCommands::addIn(gazetteer::UnitIndex unit) {
    const SnapshotPtr& contents = m_desk.contents();
    if (contents == nullptr || unit == gazetteer::noUnit)
        return;
    const FiguresPtr figures = m_desk.activeFigures();
    const Date day = gazetteer::dayOf(contents->gazetteer->unit(unit),
                                      figures == nullptr ? Date::today() : figures->evaluated.asOf);
    add({{"place", gazetteer::describeNear(*contents->gazetteer, unit, day)}});
}

void RecordCommands::edit(const std::string& id) {
    if (id.empty())
        return;
    runLater(
        m_desk, this,
        [id](workspace::Workspace& workspace) {
            return std::pair{records::loadRecord(workspace.file(), id),
                             records::loadGround(workspace.file(), id)};
        },
        [this, id](std::pair<std::optional<records::Record>, std::optional<records::RecordGround>>
                       known) {
            if (known.first)
                open(new RecordDialog(m_desk, *std::move(known.first), std::move(known.second),
                                      m_window));
            else
                emit m_desk.said(tr("The record %1 is no longer there.").arg(toQString(id)));
        });
}

void RecordCommands::remove(const std::vector<std::string>& ids) {
    if (ids.empty())
        return;
    const QString number = toQString(formatNumber(double(ids.size()), m_desk.language()));
    m_desk.editWorkspace(
        ids.size() == 1 ? tr("Delete the record %1").arg(toQString(ids.front()))
                        : tr("Delete %1 records").arg(number),
        [ids](workspace::Workspace& workspace, const Progress&) {
            workspace::deleteRecords(workspace, userName(), ids);
        },
        [this, ids, number](const QString& failure) {
            if (!failure.isEmpty())
                emit m_desk.said(failure);
            else
                emit m_desk.edited(ids.size() == 1
                                       ? tr("The record %1 was deleted.").arg(toQString(ids.front()))
                                       : tr("%1 records were deleted.").arg(number));
        });
}

void RecordCommands::showHistory(const std::string& id) {
    if (id.empty())
        return;
    runLater(
        m_desk, this,
        [id, language = m_desk.language()](workspace::Workspace& workspace) {
            store::EditLog log(workspace.file());
            return workspace::historyRows(log, id, language);
        },
        [this, id](Table rows) {
            const QString name = toQString(id);
            auto* history = new ResultWindow(
                m_desk, tr("History of %1").arg(name),
                rows.rows.empty()
                    ? tr("Nothing was changed by hand in this record; it is as it was imported.")
                    : tr("What was changed by hand in the record %1, the newest first.").arg(name),
                std::move(rows), m_window);
            history->setAttribute(Qt::WA_DeleteOnClose);
            history->show();
        });
}

} // namespace terroir::viewer
