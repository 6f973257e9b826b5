#include "plugin/viewer/attachments_dialog.hpp"

#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace terroir::viewer {

AttachmentsDialog::AttachmentsDialog(Desk& desk, std::string record, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_record(std::move(record)), m_list(desk.worker()),
      m_open(desk.worker()) {
    setObjectName(QStringLiteral("attachmentsDialog"));
    setWindowTitle(tr("Documents attached to %1").arg(toQString(m_record)));
    auto* lines = new QVBoxLayout(this);
    m_rows = named(new QListWidget(this), "attachments", tr("Attached documents"));
    m_rows->setAlternatingRowColors(true);
    lines->addWidget(m_rows, 1);
    m_state = named(new QLabel(this), "attachmentsState", tr("What is said about the documents"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    lines->addWidget(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [&](const char* name, const QString& text, auto work) {
        auto* button =
            named(buttons->addButton(text, QDialogButtonBox::ActionRole), name,
                  QString(text).remove(u'&'));
        connect(button, &QPushButton::clicked, this, work);
        return button;
    };
    m_openButton = add("openAttachment", tr("&Open"), &AttachmentsDialog::openCurrent);
    add("attachFile", tr("Add a &file…"), &AttachmentsDialog::addFile);
    add("attachLink", tr("Add a &link…"), &AttachmentsDialog::addLink);
    m_removeButton = add("removeAttachment", tr("&Take off"), &AttachmentsDialog::removeCurrent);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rows, &QListWidget::itemActivated, this, &AttachmentsDialog::openCurrent);
    connect(m_rows, &QListWidget::currentRowChanged, this, [this] {
        for (QPushButton* button : {m_openButton, m_removeButton})
            button->setEnabled(current() != nullptr);
    });
    connect(this, &AttachmentsDialog::opening, this, [](const QString& place) {
        QDesktopServices::openUrl(place.contains(QLatin1String("://")) ? QUrl(place)
                                                                       : QUrl::fromLocalFile(place));
    });
    connect(&desk, &Desk::contentsChanged, this, &AttachmentsDialog::read);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 18);
    take({});
    read();
}

const workspace::Attachment* AttachmentsDialog::current() const {
    const int row = m_rows->currentRow();
    return row < 0 || row >= static_cast<int>(m_attached.size())
               ? nullptr
               : &m_attached[static_cast<std::size_t>(row)];
}

void AttachmentsDialog::read() {
    m_list.ask(
        [this, record = m_record](workspace::Workspace& workspace,
                                  const LatestRun::IsStale&) -> LatestRun::Answer {
            auto attached = workspace::attachmentsOf(workspace.file(), record);
            return [this, attached = std::move(attached)] {
                take(attached);
                emit listed();
            };
        },
        [this](const QString& sentence) { m_state->setText(sentence); });
}

void AttachmentsDialog::take(std::vector<workspace::Attachment> attached) {
    m_attached = std::move(attached);
    m_rows->clear();
    for (const workspace::Attachment& one : m_attached) {
        const QString what =
            one.isLink() ? toQString(one.place)
                         : tr("%1, %2 kB").arg(toQString(one.place),
                                               toQString(formatNumber(double(one.size) / 1024,
                                                                      m_desk.language(), 0)));
        m_rows->addItem(one.title == one.place ? what
                                               : toQString(one.title) + QStringLiteral(" – ") + what);
    }
    m_rows->setCurrentRow(m_attached.empty() ? -1 : 0);
    for (QPushButton* button : {m_openButton, m_removeButton})
        button->setEnabled(current() != nullptr);
    const SnapshotPtr& contents = m_desk.contents();
    m_state->setText(
        m_attached.empty()
            ? tr("Nothing is attached. A file is copied into the folder “%1” beside the workspace.")
                  .arg(pathText(workspace::attachmentFolder(contents->file).filename()))
            : QString());
}

void AttachmentsDialog::attach(const std::string& fileOrLink) {
    m_desk.editWorkspace(
        tr("Attach a document to %1").arg(toQString(m_record)),
        [record = m_record, fileOrLink](workspace::Workspace& workspace, const Progress&) {
            workspace::attach(workspace, userName(), record, fileOrLink);
        },
        [self = QPointer<AttachmentsDialog>(this), desk = &m_desk](const QString& failure) {
            if (failure.isEmpty())
                emit desk->edited(tr("The document was attached."));
            else if (self != nullptr)
                self->m_state->setText(failure);
            else
                emit desk->said(failure);
        });
}

void AttachmentsDialog::addFile() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Attach a file"), {},
        tr("Documents and pictures (*.pdf *.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp *.heic "
           "*.docx *.doc *.odt *.xlsx *.xls *.ods *.csv *.txt *.rtf)"));
    if (!file.isEmpty())
        attach(file.toStdString());
}

void AttachmentsDialog::addLink() {
    bool isGiven = false;
    const QString link = QInputDialog::getText(this, tr("Attach a link"), tr("Address:"),
                                               QLineEdit::Normal, QStringLiteral("https://"),
                                               &isGiven)
                             .trimmed();
    if (isGiven && !link.isEmpty())
        attach(link.contains(QLatin1String("://")) ? link.toStdString()
                                                   : "https://" + link.toStdString());
}

void AttachmentsDialog::openCurrent() {
    const workspace::Attachment* chosen = current();
    if (chosen == nullptr)
        return;
    m_open.ask(
        [this, attachment = *chosen](workspace::Workspace& workspace,
                                     const LatestRun::IsStale&) -> LatestRun::Answer {
            const std::string place = workspace::openable(workspace.file().file(), attachment);
            return [this, place] { emit opening(toQString(place)); };
        },
        [this](const QString& sentence) { m_state->setText(sentence); });
}

void AttachmentsDialog::removeCurrent() {
    const workspace::Attachment* chosen = current();
    if (chosen == nullptr)
        return;
    m_desk.editWorkspace(
        tr("Take a document off %1").arg(toQString(m_record)),
        [id = chosen->id](workspace::Workspace& workspace, const Progress&) {
            workspace::detach(workspace, userName(), id);
        },
        [desk = &m_desk](const QString& failure) {
            if (failure.isEmpty())
                emit desk->edited(tr("The document was taken off; its file stays in the folder."));
            else
                emit desk->said(failure);
        });
}

} // namespace terroir::viewer
