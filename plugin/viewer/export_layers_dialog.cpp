#include "plugin/viewer/export_layers_dialog.hpp"

#include "core/export/export.hpp"
#include "core/export/layer_export.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/layers_job.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>

namespace terroir::viewer {

ExportLayersDialog::ExportLayersDialog(Desk& desk, QWidget* parent)
    : JobDialog(desk, parent), m_desk(desk) {
    setObjectName(QStringLiteral("exportLayersDialog"));
    setWindowTitle(tr("Export layers"));
    auto* form = new QFormLayout(this);
    auto* fileRow = new QHBoxLayout;
    m_file =
        named(new QLineEdit(QStringLiteral("terroir.gpkg"), this), "file", tr("File to write"));
    auto* button = named(new QPushButton(tr("&Browse…"), this), "browse", tr("Choose the file"));
    fileRow->addWidget(m_file);
    fileRow->addWidget(button);
    form->addRow(tr("&File:"), fileRow);
    static_cast<QLabel*>(form->labelForField(fileRow))->setBuddy(m_file);
    m_crs = named(new QComboBox(this), "crs", tr("Coordinate system"));
    m_crs->setEditable(true);
    m_crs->addItem(QStringLiteral("EPSG:4326"));
    m_crs->addItem(toQString(exporting::provincialZone));
    m_crs->setToolTip(tr(
        "An EPSG code; vn2000: the 3° zone of the province before 01/07/2025; or vn2000:105°45': a "
        "central meridian"));
    form->addRow(tr("&Coordinate system:"), m_crs);
    m_themes = named(new QListWidget(this), "themes", tr("Themes to export"));
    const auto addTheme = [this](const QString& title, bool isChecked) {
        auto* item = new QListWidgetItem(title, m_themes);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(isChecked ? Qt::Checked : Qt::Unchecked);
    };
    addTheme(tr("The map as it is shown"), true);
    for (const theme::Theme& theme : desk.themes())
        addTheme(toQString(theme.title.in(desk.language())), false);
    form->addRow(tr("&Themes:"), m_themes);
    m_state = named(new QLabel(this), "state", tr("What is being done"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    const auto sayFormat = [this](const QString& file) {
        const QString extension = QStringLiteral(".") + QFileInfo(file).suffix().toLower();
        for (const exporting::Format& format : exporting::formats())
            if (toQString(format.extension) == extension) {
                m_state->setText(toQString(format.name.in(m_desk.language())));
                // Unless the person chose another, what the format holds.
                const QString degrees = m_crs->itemText(0), zone = m_crs->itemText(1);
                if (format.isPlane && m_crs->currentText() == degrees)
                    m_crs->setCurrentText(zone);
                if (format.isWgs84 && m_crs->currentText() == zone)
                    m_crs->setCurrentText(degrees);
            }
    };
    sayFormat(m_file->text());
    connect(m_file, &QLineEdit::textChanged, this, sayFormat);
    form->addRow(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = named(buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole), "work",
                    tr("Export the layers"));
    form->addRow(buttons);
    connect(button, &QPushButton::clicked, this, &ExportLayersDialog::browse);
    connect(buttons, &QDialogButtonBox::rejected, this, &JobDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &ExportLayersDialog::write);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 24);
}

void ExportLayersDialog::setFile(const QString& file) {
    m_file->setText(file);
}

void ExportLayersDialog::browse() {
    QStringList patterns;
    for (const exporting::Format& format : exporting::formats())
        patterns.append(
            QStringLiteral("%1 (*%2)")
                .arg(toQString(format.name.in(m_desk.language())), toQString(format.extension)));
    const QString file = QFileDialog::getSaveFileName(this, tr("Export layers"), m_file->text(),
                                                      patterns.join(QStringLiteral(";;")), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        setFile(file);
}

std::vector<MapSpec> ExportLayersDialog::chosenMaps() const {
    std::vector<MapSpec> maps;
    for (int row = 0; row < m_themes->count(); ++row) {
        if (m_themes->item(row)->checkState() != Qt::Checked)
            continue;
        if (row == 0)
            maps.push_back(m_desk.spec(m_desk.activeMap()));
        else if (const theme::Theme& theme = m_desk.themes()[static_cast<std::size_t>(row - 1)];
                 maps.empty() || maps.front().theme.id != theme.id)
            maps.push_back(m_desk.fresh(theme));
    }
    return maps;
}

void ExportLayersDialog::write() {
    LayersRequest request;
    request.maps = chosenMaps();
    if (request.maps.empty())
        return m_state->setText(tr("Choose at least one theme."));
    const QString file = QFileInfo(m_file->text()).absoluteFilePath();
    if (!mayWrite(this, file))
        return;
    request.file = toPath(file);
    request.crs = m_crs->currentText().trimmed().toStdString();
    request.skipEmpty = request.maps.size() > 1;
    m_write->setEnabled(false);
    beginJob();
    m_state->setText(tr("Exporting; the status bar shows how far it is. Cancel stops it."));
    writeLayersOf(
        m_desk, request,
        [self = QPointer<ExportLayersDialog>(this), desk = &m_desk, file](const QString& failure) {
            emit desk->said(failure.isEmpty() ? tr("The layers are in '%1'.").arg(file) : failure);
            if (self == nullptr)
                return;
            self->endJob();
            self->m_write->setEnabled(true);
            self->m_state->setText(failure);
            emit self->written(failure);
            if (failure.isEmpty())
                self->accept();
        });
}

void ExportLayersDialog::say(const QString& sentence) {
    m_state->setText(sentence);
}

} // namespace terroir::viewer
