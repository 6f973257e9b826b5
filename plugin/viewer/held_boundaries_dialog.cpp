#include "plugin/viewer/held_boundaries_dialog.hpp"

#include "plugin/viewer/named.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace terroir::viewer {

namespace {

boundaries::BoundaryChoice choiceOf(const boundaries::HeldBoundaries& held) {
    boundaries::BoundaryChoice choice;
    choice.level = held.level;
    choice.day = parseDate(held.day);
    choice.file = held.file;
    choice.layer = held.layer;
    return choice;
}

} // namespace

HeldBoundariesDialog::HeldBoundariesDialog(Desk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_run(desk.worker()) {
    setObjectName(QStringLiteral("heldBoundariesDialog"));
    setWindowTitle(tr("Boundaries in the workspace"));
    auto* lines = new QVBoxLayout(this);
    m_state = named(new QLabel(this), "state", tr("What the workspace holds"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    lines->addWidget(m_state);
    m_rows = makeTableView(new ResultTableModel({}, desk.language(), this), "rows",
                           tr("Layers that were imported"), this);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    lines->addWidget(m_rows, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_remove = named(buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole), "remove",
                     tr("Remove the boundaries of the selected rows"));
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &HeldBoundariesDialog::remove);
    connect(&desk, &Desk::contentsChanged, this, &HeldBoundariesDialog::read);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 20);
    read();
}

void HeldBoundariesDialog::read() {
    m_remove->setEnabled(false);
    m_run.ask(
        [this](workspace::Workspace& workspace, const LatestRun::IsStale&) -> LatestRun::Answer {
            auto held = boundaries::heldBoundaries(workspace.file(), workspace.gazetteer());
            return [this, held = std::move(held)] { takeRows(held); };
        },
        [this](const QString& sentence) { m_state->setText(sentence); });
}

void HeldBoundariesDialog::takeRows(std::vector<boundaries::HeldBoundaries> held) {
    m_held = std::move(held);
    QAbstractItemModel* before = m_rows->model();
    m_rows->setModel(new ResultTableModel(boundaries::heldRows(m_held), m_desk.language(), this));
    delete before;
    fitColumns(*m_rows, 30);
    connect(m_rows->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_rows->selectionModel()->hasSelection()); });
    m_state->setText(m_held.empty()
                         ? tr("There are none yet: maps show approximate cells. Import official "
                              "polygons with File, Import boundaries.")
                         : tr("Select rows to remove their boundaries. It can be undone."));
}

void HeldBoundariesDialog::remove() {
    std::vector<boundaries::BoundaryChoice> choices;
    for (const QModelIndex& index : m_rows->selectionModel()->selectedRows())
        choices.push_back(choiceOf(m_held[static_cast<std::size_t>(index.row())]));
    m_remove->setEnabled(false);
    m_state->setText(tr("Removing; the status bar shows how far it is."));
    const auto removed = std::make_shared<std::size_t>(0);
    m_desk.editWorkspace(
        tr("Remove boundaries"),
        [removed, choices](workspace::Workspace& workspace, const Progress& progress) {
            *removed = boundaries::removeBoundaries(workspace.file(), workspace.gazetteer(),
                                                    choices, progress);
        },
        [self = QPointer<HeldBoundariesDialog>(this), desk = &m_desk,
         removed](const QString& failure) {
            emit desk->said(failure.isEmpty()
                                ? tr("%n boundaries were removed.", nullptr, int(*removed))
                                : failure);
            if (self != nullptr && !failure.isEmpty()) {
                self->m_state->setText(failure);
                self->m_remove->setEnabled(true);
            }
        });
}

} // namespace terroir::viewer
