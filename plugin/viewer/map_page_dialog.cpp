#include "plugin/viewer/map_page_dialog.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/print_page.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace terroir::viewer {

namespace {

constexpr int previewSide = 1200; ///< pixels of the longer side
constexpr int previewDelayMs = 150;

QImage paintedAt(const map::Scene& scene, const plugin::Painter& painter) {
    const double scale = previewSide / std::max(scene.widthMm, scene.heightMm);
    QImage image(static_cast<int>(std::lround(scene.widthMm * scale)),
                 static_cast<int>(std::lround(scene.heightMm * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter canvas(&image);
    canvas.scale(scale, scale);
    painter.paint(scene, canvas);
    return image;
}

} // namespace

MapPageDialog::MapPageDialog(Desk& desk, Purpose purpose, QWidget* parent)
    : JobDialog(desk, parent), m_desk(desk), m_purpose(purpose), m_spec(desk.spec(desk.activeMap())),
      m_composer(std::make_shared<PageComposer>()), m_run(desk.worker()) {
    const bool isFile = purpose == Purpose::File;
    setObjectName(isFile ? QStringLiteral("exportMapDialog") : QStringLiteral("printDialog"));
    setWindowTitle(isFile ? tr("Export the map") : tr("Print the map"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(previewDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &MapPageDialog::makePreview);
    auto* sides = new QHBoxLayout(this);
    auto* left = new QVBoxLayout;
    sides->addLayout(left);
    m_preview = named(new QLabel(this), "preview", tr("Preview of the page"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 16);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    sides->addWidget(m_preview, 1);
    makeForm();
    left->addStretch();
    m_state = named(new QLabel(this), "state", tr("What is being done"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    left->addWidget(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_work = named(
        buttons->addButton(isFile ? tr("&Export") : tr("&Print…"), QDialogButtonBox::AcceptRole),
        "work", isFile ? tr("Export the map") : tr("Print the map"));
    connect(buttons, &QDialogButtonBox::rejected, this, &JobDialog::reject);
    connect(m_work, &QPushButton::clicked, this, &MapPageDialog::work);
    left->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 34);
    updateFields();
    makePreview();
}

void MapPageDialog::makeForm() {
    auto* form = new QFormLayout;
    static_cast<QVBoxLayout*>(layout()->itemAt(0)->layout())->addLayout(form);
    const bool isFile = m_purpose == Purpose::File;
    m_file = named(new QLineEdit(this), "file", tr("File to write"));
    auto* button = named(new QPushButton(tr("&Browse…"), this), "browse", tr("Choose the file"));
    m_file->setVisible(isFile);
    button->setVisible(isFile);
    if (isFile) {
        m_file->setText(toQString(m_spec.theme.id) + QStringLiteral(".pdf"));
        auto* row = new QHBoxLayout;
        row->addWidget(m_file);
        row->addWidget(button);
        form->addRow(tr("&File (.png, .pdf, .svg):"), row);
        static_cast<QLabel*>(form->labelForField(row))->setBuddy(m_file);
    }
    m_title = named(new QLineEdit(this), "title", tr("Title of the map"));
    m_title->setPlaceholderText(toQString(m_spec.theme.title.in(m_desk.language())));
    form->addRow(tr("&Title:"), m_title);
    m_size = named(new QComboBox(this), "size", tr("Paper or pixels"));
    if (isFile)
        m_size->addItem(tr("Pixels"), QString());
    for (const char* paper : {"A4", "A3", "A2", "A1", "A0"})
        m_size->addItem(QLatin1String(paper), QLatin1String(paper));
    m_size->setCurrentText(QStringLiteral("A4"));
    form->addRow(tr("&Size:"), m_size);
    m_orientation = named(new QComboBox(this), "orientation", tr("Paper on its side or upright"));
    m_orientation->addItem(tr("landscape"));
    m_orientation->addItem(tr("portrait"));
    form->addRow(tr("&Orientation:"), m_orientation);
    const auto spin = [this](const char* name, const QString& what, int least, int most,
                             int value) {
        auto* box = named(new QSpinBox(this), name, what);
        box->setRange(least, most);
        box->setValue(value);
        box->setKeyboardTracking(false);
        connect(box, &QSpinBox::valueChanged, this, &MapPageDialog::previewSoon);
        return box;
    };
    m_width = spin("width", tr("Width in pixels"), 200, 20000, 1600);
    m_height = spin("height", tr("Height in pixels"), 200, 20000, 1200);
    m_dpi = spin("dpi", tr("Pixels per inch"), 0, 1200, 0);
    m_dpi->setSpecialValueText(tr("automatic (paper 300, pixels 144)"));
    if (isFile) {
        form->addRow(tr("&Width:"), m_width);
        form->addRow(tr("&Height:"), m_height);
        form->addRow(tr("&dpi:"), m_dpi);
    } else {
        for (QSpinBox* box : {m_width, m_height, m_dpi})
            box->hide();
    }
    const Language language = m_desk.language();
    m_painter = named(new QComboBox(this), "painter", tr("How the map is drawn"));
    for (const paint::LoadedPlugin& plugin : m_desk.plugins().plugins())
        for (const plugin::PainterInfo& info : plugin.painters)
            if (m_painter->findData(info.id) < 0)
                m_painter->addItem(language == Language::English ? info.nameEn : info.nameVi,
                                   info.id);
    m_painter->setCurrentIndex(std::max(0, m_painter->findData(toQString(m_spec.theme.painter))));
    form->addRow(tr("Pai&nter:"), m_painter);
    m_histogram = named(new QCheckBox(tr("Add a histogra&m of the figures"), this), "histogram",
                        tr("How the figures spread, beside the legend"));
    m_histogram->setChecked(m_spec.theme.histogram);
    form->addRow(m_histogram);
    connect(m_histogram, &QCheckBox::toggled, this, &MapPageDialog::previewSoon);
    m_language = named(new QComboBox(this), "language", tr("Language of the map"));
    m_language->addItem(QString::fromUtf8("Tiếng Việt"), static_cast<int>(Language::Vietnamese));
    m_language->addItem(QStringLiteral("English"), static_cast<int>(Language::English));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(language)));
    form->addRow(tr("&Language:"), m_language);

    connect(button, &QPushButton::clicked, this, &MapPageDialog::browse);
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        suggestSize();
        updateFields();
        previewSoon();
    });
    connect(m_title, &QLineEdit::textChanged, this, &MapPageDialog::previewSoon);
    connect(m_size, &QComboBox::activated, this, [this] { m_sizeIsChosen = true; });
    for (QComboBox* combo : {m_size, m_orientation, m_painter, m_language})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            updateFields();
            previewSoon();
        });
}

void MapPageDialog::browse() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the map"), m_file->text(),
                                                      tr("Maps (*.pdf *.png *.svg)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        setFile(file);
}

void MapPageDialog::setFile(const QString& file) {
    m_file->setText(file);
}

/// Pixels for a PNG and A4 for the others, as the command line, until a person chooses.
void MapPageDialog::suggestSize() {
    if (m_purpose == Purpose::File && !m_sizeIsChosen) {
        const bool isPng = m_file->text().endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
        m_size->setCurrentIndex(isPng ? 0 : m_size->findData(QStringLiteral("A4")));
    }
}

void MapPageDialog::updateFields() {
    const bool isPixels = m_size->currentData().toString().isEmpty();
    m_orientation->setEnabled(!isPixels);
    m_width->setEnabled(isPixels);
    m_height->setEnabled(isPixels);
}

MapPage MapPageDialog::page() const {
    MapPage page;
    page.spec = m_spec;
    if (m_painter->count() > 0)
        page.spec.theme.painter = m_painter->currentData().toString().toStdString();
    page.spec.theme.histogram = m_histogram->isChecked();
    page.language = static_cast<Language>(m_language->currentData().toInt());
    page.title = m_title->text().trimmed().toStdString();
    page.page.paper = m_size->currentData().toString().toStdString();
    page.page.portrait = m_orientation->currentIndex() == 1;
    page.page.dpi = m_dpi->value();
    if (page.page.paper.empty()) {
        page.page.portrait = false;
        page.page.size = std::to_string(m_width->value()) + 'x' + std::to_string(m_height->value());
    }
    if (m_purpose == Purpose::File)
        page.format = paint::imageFormatOf(toPath(m_file->text()));
    return page;
}

/// The page can be written meanwhile: it is made of what the fields say then.
void MapPageDialog::previewSoon() {
    m_isPreviewMissed = isWorking();
    if (m_isPreviewMissed)
        return;
    m_jobSentence.clear();
    m_timer.start();
}

/// A preview that is on its way would take the word from the work, and free its button.
void MapPageDialog::beginWork(const QString& sentence) {
    m_isPreviewMissed = m_timer.isActive() || m_run.isWaiting();
    m_timer.stop();
    m_run.forget();
    m_work->setEnabled(false);
    m_state->setText(sentence);
}

void MapPageDialog::makePreview() {
    m_timer.stop();
    MapPage page;
    try {
        page = this->page();
    } catch (const Error& error) {
        return showFailure(viewer::said(error));
    }
    m_state->setText(m_jobSentence.isEmpty() ? tr("Drawing the preview…") : m_jobSentence);
    m_run.ask(
        [this, page, composer = m_composer,
         plugins = &m_desk.plugins()](workspace::Workspace& workspace,
                                      const LatestRun::IsStale& isStale) -> LatestRun::Answer {
            const auto painter = plugins->createPainter(page.spec.theme.painter);
            const map::Scene scene = composer->compose(workspace, page, *painter, isStale);
            if (isStale())
                return {};
            return [this, image = paintedAt(scene, *painter)] {
                m_image = image;
                m_state->setText(m_jobSentence);
                m_work->setEnabled(true);
                showImage();
                emit previewShown();
            };
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void MapPageDialog::showFailure(const QString& sentence) {
    m_run.forget();
    m_work->setEnabled(false);
    m_image = {};
    m_preview->clear();
    m_state->setText(sentence);
    emit previewShown();
}

void MapPageDialog::showImage() {
    if (m_image.isNull())
        return;
    const double ratio = devicePixelRatioF();
    QPixmap pixmap = QPixmap::fromImage(
        m_image.scaled(m_preview->size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_preview->setPixmap(pixmap);
}

void MapPageDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    showImage();
}

void MapPageDialog::work() {
    try {
        page();
    } catch (const Error& error) { // typed since the last preview
        return showFailure(viewer::said(error));
    }
    if (m_purpose == Purpose::File)
        write();
    else
        print();
}

void MapPageDialog::write() {
    const QString file = QFileInfo(m_file->text()).absoluteFilePath();
    if (!mayWrite(this, file))
        return;
    beginWork(tr("Exporting; the status bar shows how far it is. Cancel stops it."));
    beginJob(m_desk.jobs().start(
        tr("Export of the map"),
        [opened = m_desk.contents()->file, file = toPath(file), page = page(),
         plugins = &m_desk.plugins()](const Progress& progress) {
            OutputFile output(file, Overwrite::Allow); // it was asked for
            const auto stopped = [&progress](double share) {
                return !progress(share, {"bản đồ", "map"});
            };
            workspace::Workspace workspace(opened, store::Mode::ReadOnly, store::Spatial::Yes);
            const auto painter = plugins->createPainter(page.spec.theme.painter);
            const map::Scene scene =
                PageComposer().compose(workspace, page, *painter, [&] { return stopped(0.3); });
            const auto stopWhenAsked = [&](double share) {
                if (stopped(share))
                    throw Error(localText("Đã dừng xuất; không có tệp mới nào.",
                                          "The export was cancelled; there is no new file."));
            };
            stopWhenAsked(0.5);
            writeAside(output, [&](const std::filesystem::path& aside) {
                paint::renderFile(scene, *painter, page.format, page.page.dpiFor(page.format),
                                  aside);
                stopWhenAsked(1);
            });
        },
        ended(tr("The map is in '%1'.").arg(file))));
}

/// Says how a job ended, in the window even where the dialog was closed meanwhile.
std::function<void(const QString&)> MapPageDialog::ended(const QString& success) {
    return [self = QPointer<MapPageDialog>(this), desk = &m_desk, success](const QString& failure) {
        emit desk->said(failure.isEmpty() ? success : failure);
        if (self == nullptr)
            return;
        self->endJob();
        self->m_work->setEnabled(true);
        self->m_jobSentence = failure;
        self->m_state->setText(failure);
        emit self->written(failure);
        if (failure.isEmpty())
            self->accept();
        else if (std::exchange(self->m_isPreviewMissed, false))
            self->makePreview();
    };
}

void MapPageDialog::print() {
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    setPage(*printer, page());
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    // The printer must outlive its dialog.
    connect(dialog, &QDialog::accepted, this, [this, printer] { printOn(printer); });
    dialog->open();
}

void MapPageDialog::printOn(std::shared_ptr<QPrinter> printer) {
    beginWork({});
    beginJob(m_desk.jobs().start(
        tr("Printing"),
        [opened = m_desk.contents()->file, page = page(), printer,
         plugins = &m_desk.plugins()](const Progress& progress) {
            workspace::Workspace workspace(opened, store::Mode::ReadOnly, store::Spatial::Yes);
            const auto painter = plugins->createPainter(page.spec.theme.painter);
            const map::Scene scene = PageComposer().compose(workspace, page, *painter, [&] {
                return !progress(0.3, {"bản đồ", "map"});
            });
            if (!progress(0.5, {"bản đồ", "map"}))
                throw Error(localText("Đã dừng in; không có gì được in.",
                                      "Printing was cancelled; nothing was printed."));
            setPage(*printer, page);
            printPage(scene, *painter, *printer);
        },
        ended(tr("The map was printed."))));
}

void MapPageDialog::say(const QString& sentence) {
    m_state->setText(sentence);
}

} // namespace terroir::viewer
