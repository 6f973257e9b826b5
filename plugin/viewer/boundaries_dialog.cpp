#include "plugin/viewer/boundaries_dialog.hpp"

#include "core/base/error.hpp"
#include "core/boundaries/report.hpp"
#include "core/geometry/vector_file.hpp"
#include "core/geometry/vn2000.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace terroir::viewer {

using gazetteer::Level;

namespace {

/// What one import gave, from the job's thread to the GUI's.
struct Outcome {
    Table rows;
    QString summary;
};

} // namespace

BoundariesDialog::BoundariesDialog(Desk& desk, QWidget* parent)
    : JobDialog(desk, parent), m_desk(desk), m_run(desk.worker()) {
    setObjectName(QStringLiteral("boundariesDialog"));
    setWindowTitle(tr("Import boundaries"));
    auto* lines = new QVBoxLayout(this);
    makeForm();
    m_state = named(new QLabel(this), "state", tr("What the file holds"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    lines->addWidget(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = named(buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole), "import",
                     tr("Import the boundaries"));
    connect(buttons, &QDialogButtonBox::rejected, this, &JobDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &BoundariesDialog::import);
    lines->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
    showFailure(tr("Choose a file with polygons of administrative units."));
}

void BoundariesDialog::makeForm() {
    auto* form = new QFormLayout;
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
    auto* fileRow = new QHBoxLayout;
    m_file = named(new QLineEdit(this), "file", tr("File with polygons"));
    auto* button = named(new QPushButton(tr("&Browse…"), this), "browse", tr("Choose the file"));
    fileRow->addWidget(m_file);
    fileRow->addWidget(button);
    form->addRow(tr("&File:"), fileRow);
    static_cast<QLabel*>(form->labelForField(fileRow))->setBuddy(m_file);
    m_layer = named(new QComboBox(this), "layer", tr("Layer of the file"));
    form->addRow(tr("&Layer:"), m_layer);
    m_code = named(new QComboBox(this), "code", tr("Field with the unit code"));
    form->addRow(tr("&Code field:"), m_code);
    m_name = named(new QComboBox(this), "name", tr("Field with the unit name"));
    form->addRow(tr("&Name field:"), m_name);
    m_level = named(new QComboBox(this), "level", tr("Level of the units"));
    m_level->addItem(tr("by the codes"), -1);
    m_level->addItem(tr("provinces"), static_cast<int>(Level::Province));
    m_level->addItem(tr("districts"), static_cast<int>(Level::District));
    m_level->addItem(tr("communes"), static_cast<int>(Level::Commune));
    form->addRow(tr("L&evel:"), m_level);
    // The first day stands for none: nothing is known of the units before.
    const QDate first(gazetteer::firstDay.year(), gazetteer::firstDay.month(),
                      gazetteer::firstDay.day());
    m_validFrom =
        named(new QDateEdit(first, this), "validFrom", tr("The units of this day are meant"));
    m_validFrom->setMinimumDate(first);
    m_validFrom->setSpecialValueText(tr("found by codes, names and areas"));
    m_validFrom->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
    m_validFrom->setCalendarPopup(true);
    form->addRow(tr("Units of the &day:"), m_validFrom);
    m_crs = named(new QComboBox(this), "crs", tr("Coordinate system of the file"));
    m_crs->setEditable(true);
    m_crs->addItem(tr("as the file says"), QString());
    for (const int meridian : geometry::vn2000Meridians()) {
        const QString text = toQString(geometry::meridianText(meridian));
        m_crs->addItem(tr("VN-2000, central meridian %1").arg(text),
                       QStringLiteral("vn2000:") + text);
    }
    m_crs->setToolTip(
        tr("Where the file says none or a wrong one: a central meridian of VN-2000, an "
           "EPSG code, or vn2000-noi-bo:105°45' for coordinates made of WGS 84 "
           "without the shift of the datum"));
    form->addRow(tr("C&oordinate system:"), m_crs);
    connect(button, &QPushButton::clicked, this, &BoundariesDialog::browse);
    connect(m_file, &QLineEdit::editingFinished, this, [this] {
        if (m_file->isModified())
            setFile(m_file->text());
    });
    connect(m_layer, &QComboBox::activated, this, &BoundariesDialog::readFile);
}

void BoundariesDialog::browse() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Boundaries to import"), QFileInfo(m_file->text()).path(),
        tr("GIS files (*.gpkg *.shp *.geojson *.json *.kml *.gml *.fgb);;All files (*)"));
    if (!file.isEmpty())
        setFile(file);
}

void BoundariesDialog::setFile(const QString& file) {
    m_file->setText(file);
    m_file->setModified(false);
    m_layer->clear();
    readFile();
}

void BoundariesDialog::readFile() {
    m_import->setEnabled(false);
    m_state->setText(tr("Reading…"));
    m_run.ask(
        [this, file = toPath(m_file->text()),
         layer = m_layer->currentData().toString().toStdString()](
            workspace::Workspace&, const LatestRun::IsStale&) -> LatestRun::Answer {
            QStringList layers, fields;
            for (const std::string& name : geometry::layerNames(file))
                layers.append(toQString(name));
            // Its system may be chosen here; the import says when it is needed.
            const geometry::PolygonReader reader(
                file, !layer.empty() || layers.isEmpty() ? layer : layers.front().toStdString(),
                geometry::asWritten);
            for (const std::string& field : reader.fields())
                fields.append(toQString(field));
            return [this, layers, fields] { takeFields(layers, fields); };
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void BoundariesDialog::takeFields(const QStringList& layers, const QStringList& fields) {
    if (m_layer->count() == 0) {
        if (layers.size() > 1)
            m_layer->addItem(tr("all %1 layers that hold units").arg(layers.size()), QString());
        for (const QString& name : layers)
            m_layer->addItem(name, name);
    }
    m_layer->setEnabled(layers.size() > 1);
    // Each layer has fields of its own.
    const bool isAll = m_layer->currentData().toString().isEmpty() && layers.size() > 1;
    m_code->setEnabled(!isAll);
    m_name->setEnabled(!isAll);
    for (QComboBox* combo : {m_code, m_name}) {
        combo->clear();
        combo->addItem(tr("found by usual names"), QString());
        for (const QString& field : fields)
            combo->addItem(field, field);
    }
    m_state->setText(tr("Polygons of the same units are replaced. It can be undone."));
    m_import->setEnabled(true);
    emit fileRead();
}

void BoundariesDialog::showFailure(const QString& sentence) {
    m_state->setText(sentence);
    m_import->setEnabled(false);
    emit fileRead();
}

bool BoundariesDialog::canImport() const {
    return m_import->isEnabled();
}

boundaries::ImportOptions BoundariesDialog::options() const {
    boundaries::ImportOptions options;
    options.layer = m_layer->currentData().toString().toStdString();
    options.codeField = m_code->currentData().toString().toStdString();
    options.nameField = m_name->currentData().toString().toStdString();
    if (const int level = m_level->currentData().toInt(); level >= 0)
        options.level = static_cast<Level>(level);
    const int chosen = m_crs->findText(m_crs->currentText());
    options.crs = geometry::systemNamed(
        (chosen >= 0 ? m_crs->itemData(chosen).toString() : m_crs->currentText()).toStdString());
    if (const QDate day = m_validFrom->date(); day != m_validFrom->minimumDate())
        options.validFrom = Date::of(day.year(), day.month(), day.day());
    return options;
}

void BoundariesDialog::import() {
    boundaries::ImportOptions options;
    try {
        options = this->options();
    } catch (const UsageError& error) { // a coordinate system that was typed
        m_state->setText(toQString(error.in(m_desk.language())));
        return;
    }
    m_import->setEnabled(false);
    beginJob();
    m_state->setText(tr("Importing; the status bar shows how far it is. Cancel stops it."));
    const auto outcome = std::make_shared<Outcome>();
    m_desk.editWorkspace(
        tr("Boundaries of %1").arg(QFileInfo(m_file->text()).fileName()),
        [outcome, file = toPath(m_file->text()), options,
         language = m_desk.language()](workspace::Workspace& workspace, const Progress& progress) {
            const boundaries::ImportResult result = boundaries::importBoundaries(
                workspace.file(), workspace.gazetteer(), file, options, progress);
            const Words words(language);
            outcome->rows = boundaries::boundaryRows(result, workspace.gazetteer(), words);
            outcome->summary = toQString(boundaries::boundarySummary(result, words));
        },
        [self = QPointer<BoundariesDialog>(this), desk = &m_desk, outcome](const QString& failure) {
            emit desk->said(failure.isEmpty() ? outcome->summary : failure);
            if (self == nullptr)
                return;
            self->endJob();
            if (!failure.isEmpty()) {
                self->showFailure(failure);
                self->m_import->setEnabled(true);
                return;
            }
            auto* report = new ResultWindow(*desk, tr("Boundaries imported"), outcome->summary,
                                            outcome->rows, self->parentWidget());
            report->setAttribute(Qt::WA_DeleteOnClose);
            report->show();
            emit self->imported(report);
            self->accept();
        });
}

void BoundariesDialog::say(const QString& sentence) {
    m_state->setText(sentence);
}

} // namespace terroir::viewer
