#include "plugin/viewer/base_layers_dialog.hpp"

#include "plugin/viewer/named.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace terroir::viewer {

BaseLayersDialog::BaseLayersDialog(Desk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_run(desk.worker()) {
    setObjectName(QStringLiteral("baseLayersDialog"));
    setWindowTitle(tr("Base map"));
    auto* lines = new QVBoxLayout(this);
    m_state = named(new QLabel(this), "state", tr("What the base map is made of"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    lines->addWidget(m_state);
    m_rows = makeTableView(new ResultTableModel({}, desk.language(), this), "rows",
                           tr("Layers of the base map"), this);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    lines->addWidget(m_rows, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* add = named(buttons->addButton(tr("&Add file…"), QDialogButtonBox::ActionRole), "add",
                      tr("Add a file to the base map"));
    m_remove = named(buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole), "remove",
                     tr("Take the selected layers out; their files stay"));
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &BaseLayersDialog::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, &BaseLayersDialog::remove);
    connect(&desk, &Desk::contentsChanged, this, &BaseLayersDialog::read);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 18);
    read();
}

void BaseLayersDialog::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Add a file to the base map"), {},
        tr("Maps and pictures (*.tif *.tiff *.png *.jpg *.jp2 *.asc *.img *.hgt *.gpkg *.shp "
           "*.geojson *.json *.kml *.fgb *.gpx *.tab *.mif *.mbtiles);;All files (*)"));
    if (!file.isEmpty())
        addFile(file);
}

void BaseLayersDialog::addFile(const QString& file) {
    edit(tr("Add to the base map"), [path = toPath(file)](store::WorkspaceFile& workspace) {
        for (const base_map::BaseLayer& layer : base_map::describeBaseLayers(path))
            base_map::addBaseLayer(workspace, layer);
    });
}

void BaseLayersDialog::edit(const QString& title,
                            const std::function<void(store::WorkspaceFile&)>& change) {
    m_desk.editWorkspace(
        title,
        [change](workspace::Workspace& workspace, const Progress&) { change(workspace.file()); },
        [self = QPointer<BaseLayersDialog>(this)](const QString& failure) {
            if (self != nullptr && !failure.isEmpty())
                self->m_state->setText(failure);
        });
}

void BaseLayersDialog::read() {
    m_remove->setEnabled(false);
    m_run.ask(
        [this](workspace::Workspace& workspace, const LatestRun::IsStale&) -> LatestRun::Answer {
            auto layers = base_map::baseLayers(workspace.file());
            return [this, layers = std::move(layers)] { takeRows(layers); };
        },
        [this](const QString& sentence) { m_state->setText(sentence); });
}

void BaseLayersDialog::takeRows(std::vector<base_map::BaseLayer> layers) {
    m_layers = std::move(layers);
    QAbstractItemModel* before = m_rows->model();
    m_rows->setModel(new ResultTableModel(base_map::baseLayerRows(m_layers, m_desk.language()),
                                          m_desk.language(), this));
    delete before;
    fitColumns(*m_rows, 40);
    connect(m_rows->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_rows->selectionModel()->hasSelection()); });
    m_state->setText(m_layers.empty() ? toQString(base_map::noBaseLayers().in(m_desk.language()))
                                      : tr("Maps, pages and projects draw these below the figures. "
                                           "The files stay where they are."));
}

void BaseLayersDialog::remove() {
    std::vector<std::string> names;
    for (const QModelIndex& index : m_rows->selectionModel()->selectedRows())
        names.push_back(m_layers[static_cast<std::size_t>(index.row())].name);
    edit(tr("Take out of the base map"), [names](store::WorkspaceFile& workspace) {
        for (const std::string& name : names)
            base_map::removeBaseLayer(workspace, name);
    });
}

} // namespace terroir::viewer
