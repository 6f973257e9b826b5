#include "plugin/viewer/profile_window.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/geometry/table_writer.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/print_text.hpp"
#include "plugin/viewer/strings.hpp"

#include <QBuffer>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace terroir::viewer {

namespace {

constexpr double printedPt = 8.5;
constexpr int settledMs = 300; ///< a slider that is dragged asks once

bool printProfile(const ProfilePage& page, QPagedPaintDevice& paper) {
    QTextDocument document;
    QFont font = QGuiApplication::font();
    font.setPointSizeF(printedPt);
    document.setDefaultFont(font);
    document.setHtml(page.html);
    return printText(document, page.title, paper);
}

void setProfilePaper(QPagedPaintDevice& paper) {
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageOrientation(QPageLayout::Landscape);
    paper.setPageMargins({15, 12, 12, 12}, QPageLayout::Millimeter);
}

/// In memory, so that what is written of it is the whole or nothing.
QByteArray pdfOf(const ProfilePage& page) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("terroir"));
    writer.setTitle(page.title);
    setProfilePaper(writer);
    if (!printProfile(page, writer))
        throw InputError(localText("Hồ sơ chưa thành PDF được; hãy thử lại.",
                                   "The profile did not become a PDF; try again."));
    return buffer.data();
}

} // namespace

ProfileWindow::ProfileWindow(Desk& desk, QWidget* parent)
    : JobDialog(desk, parent), m_desk(desk), m_run(desk.worker()) {
    setObjectName(QStringLiteral("profileWindow"));
    setWindowTitle(tr("Profile of a unit"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    makeWidgets();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ProfileWindow::make);
    const auto follow = [this] { refresh(settledMs); };
    connect(&desk, &Desk::contentsChanged, this, follow);
    connect(&desk, &Desk::specChanged, this, follow);
    connect(&desk, &Desk::figuresChanged, this, follow);
    connect(&desk, &Desk::activeMapChanged, this, follow);
    connect(&desk, &Desk::themesChanged, this, follow);
}

void ProfileWindow::makeWidgets() {
    auto* lines = new QVBoxLayout(this);
    m_text = named(new QTextBrowser(this), "profileText", tr("Profile"));
    m_text->setOpenLinks(false);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    lines->addWidget(m_text, 1);
    m_state = named(new QLabel(this), "profileState", tr("What is being done"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    lines->addWidget(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [&](const char* name, const QString& text, const QString& tip, auto work) {
        auto* button = named(buttons->addButton(text, QDialogButtonBox::ActionRole), name, tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, work);
        return button;
    };
    m_copy = add("profileCopy", tr("&Copy"),
                 tr("Copy the whole profile, with its tables, for a document or a sheet"),
                 &ProfileWindow::copy);
    m_print = add("profilePrint", tr("&Print…"), tr("Print the profile"), &ProfileWindow::print);
    m_save = add("profileSave", tr("&Save…"), tr("Save the profile as PDF, or its rows as CSV"),
                 &ProfileWindow::save);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QTextBrowser::anchorClicked, this, &ProfileWindow::follow);
    const QSize room = screen()->availableSize() * 0.92;
    resize(QSize(fontMetrics().averageCharWidth() * 170, fontMetrics().lineSpacing() * 44)
               .boundedTo(room));
    enable();
}

void ProfileWindow::enable() {
    for (QPushButton* button : {m_copy, m_print, m_save})
        button->setEnabled(m_profile != nullptr && !isWorking());
}

void ProfileWindow::say(const QString& sentence) {
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

void ProfileWindow::showUnit(gazetteer::UnitIndex unit) {
    m_unit = m_desk.contents()->gazetteer->unit(unit).uid;
    refresh(0);
}

void ProfileWindow::refresh(int waitMs) {
    if (m_unit.empty() || m_desk.contents() == nullptr)
        return;
    const FiguresPtr figures = m_desk.activeFigures();
    Asked asked{m_unit, figures == nullptr ? Date::today() : figures->evaluated.asOf,
                m_desk.limits(), m_desk.contents(), m_desk.themes()};
    if (asked == m_asked)
        return;
    m_asked = asked;
    m_profile = nullptr;
    enable();
    say(tr("The profile is being made…"));
    m_run.forget();
    m_timer.start(waitMs);
}

void ProfileWindow::make() {
    const ProfileRequest request{m_asked.unit, m_asked.day, m_asked.only, m_asked.themes,
                                 m_desk.language()};
    m_run.ask(
        [this, request](workspace::Workspace& workspace, const LatestRun::IsStale&) {
            auto made = std::make_shared<const UnitProfile>(unitProfile(workspace, request));
            return [this, made] { take(made); };
        },
        [this](const QString& sentence) {
            m_text->clear();
            say(sentence);
        });
}

void ProfileWindow::take(std::shared_ptr<const UnitProfile> profile) {
    m_profile = std::move(profile);
    setWindowTitle(tr("Profile: %1").arg(m_profile->page.title));
    m_text->setHtml(m_profile->page.html);
    say({});
    enable();
    emit pageShown();
}

/// To another part of the page, or to the profile of another unit.
void ProfileWindow::follow(const QUrl& link) {
    if (link.scheme().isEmpty())
        return m_text->scrollToAnchor(link.fragment());
    const gazetteer::UnitIndex unit = m_desk.contents()->gazetteer->find(link.path().toStdString());
    if (link.scheme() == QLatin1String("unit") && unit != gazetteer::noUnit)
        showUnit(unit);
}

void ProfileWindow::copy() {
    if (m_profile == nullptr)
        return;
    auto* copied = new QMimeData;
    copied->setHtml(m_profile->page.html);
    copied->setText(m_profile->page.text);
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The profile was copied."));
}

void ProfileWindow::print() {
    if (m_profile == nullptr)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    setProfilePaper(*printer);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer must outlive its dialog.
    connect(dialog, &QDialog::accepted, this,
            [this, printer, profile = m_profile] { printOn(printer, profile); });
    dialog->open();
}

void ProfileWindow::printOn(std::shared_ptr<QPrinter> printer,
                            std::shared_ptr<const UnitProfile> profile) {
    run(
        tr("Printing"),
        [profile, printer](const Progress&) {
            printer->setCreator(QStringLiteral("terroir"));
            printer->setDocName(profile->page.title);
            if (!printProfile(profile->page, *printer))
                throw InputError(localText("Hồ sơ chưa in được; hãy kiểm tra máy in.",
                                           "The profile was not printed; check the printer."));
        },
        tr("The profile was printed."));
}

void ProfileWindow::save() {
    if (m_profile == nullptr)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the profile"),
                                   pathText(m_desk.contents()->file.parent_path()),
                                   tr("PDF (*.pdf);;CSV (*.csv)"));
    dialog->setObjectName(QStringLiteral("profileFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.csv")) ? QStringLiteral("csv")
                                                                         : QStringLiteral("pdf"));
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog, profile = m_profile] {
        saveAs(toPath(dialog->selectedFiles().front()), profile);
    });
    dialog->open();
}

void ProfileWindow::saveAs(const std::filesystem::path& file,
                           std::shared_ptr<const UnitProfile> profile) {
    const QString ending = pathText(file.extension()).toLower();
    const bool isTable = ending == QLatin1String(".csv");
    if (!isTable && ending != QLatin1String(".pdf"))
        return say(tr("A profile is saved as .pdf or .csv; give '%1' one of these endings.")
                       .arg(pathText(file.filename())));
    run(
        tr("Save the profile"),
        [profile, file, isTable](const Progress&) {
            OutputFile output(file, Overwrite::Allow); // the dialog has asked
            if (!isTable) {
                const QByteArray pdf = pdfOf(profile->page);
                return output.write({pdf.constData(), std::size_t(pdf.size())});
            }
            writeAside(output, [&](const std::filesystem::path& aside) {
                geometry::writeTable(profile->table, aside);
            });
        },
        tr("The profile is in '%1'.").arg(pathText(file)));
}

void ProfileWindow::run(const QString& title, JobRunner::Work work, const QString& success) {
    beginJob();
    enable();
    say(title + QStringLiteral("…"));
    m_desk.jobs().start(title, std::move(work),
                        [self = QPointer<ProfileWindow>(this), success](const QString& failure) {
                            if (self == nullptr)
                                return;
                            self->endJob();
                            self->enable();
                            self->say(failure.isEmpty() ? success : failure);
                        });
}

} // namespace terroir::viewer
