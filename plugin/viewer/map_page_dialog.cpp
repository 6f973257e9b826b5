#include "plugin/viewer/map_page_dialog.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/page_form.hpp"
#include "plugin/viewer/page_preview.hpp"
#include "plugin/viewer/print_page.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
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
    : JobDialog(desk, parent), m_desk(desk), m_purpose(purpose),
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
    m_preview = named(new PagePreview(this), "preview", tr("Preview of the page"));
    m_preview->setMinimumSize(fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 16);
    sides->addWidget(m_preview, 1);
    m_form = new PageForm(desk, desk.spec(desk.activeMap()), purpose, this);
    left->addWidget(m_form);
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
    connect(m_form, &PageForm::changed, this, &MapPageDialog::previewSoon);
    connect(m_form, &PageForm::failed, this, &MapPageDialog::showFailure);
    connect(m_preview, &PagePreview::moved, this, [this](const map::Layout& layout) {
        m_form->takeLayout(layout);
        previewSoon();
    });
    resize(QSize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 36)
               .boundedTo(screen()->availableSize() * 0.95));
    makePreview();
}

void MapPageDialog::setFile(const QString& file) {
    m_form->setFile(file);
}

MapPage MapPageDialog::page() const {
    return m_form->page();
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
    beginJob();
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
            const auto measure = [&](std::string_view text, const map::TextStyle& style) {
                return painter->measure(text, style);
            };
            ShownPage shown{paintedAt(scene, *painter), page.sheet(), map::partsOf(scene, measure)};
            return [this, shown = std::move(shown)] {
                m_preview->showPage(shown);
                m_state->setText(m_jobSentence);
                m_work->setEnabled(true);
                emit previewShown();
            };
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void MapPageDialog::showFailure(const QString& sentence) {
    m_run.forget();
    m_work->setEnabled(false);
    m_preview->clear();
    m_state->setText(sentence);
    emit previewShown();
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
    const QString file = QFileInfo(m_form->file()).absoluteFilePath();
    if (!mayWrite(this, file))
        return;
    beginWork(tr("Exporting; the status bar shows how far it is. Cancel stops it."));
    m_desk.jobs().start(
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
        ended(tr("The map is in '%1'.").arg(file)));
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
    m_desk.jobs().start(
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
        ended(tr("The map was printed.")));
}

QImage MapPageDialog::preview() const {
    return m_preview->image();
}

void MapPageDialog::say(const QString& sentence) {
    m_state->setText(sentence);
}

} // namespace terroir::viewer
