#include "tests/viewer/sandbox.hpp"

#include "core/base/folders.hpp"
#include "core/theme/read_theme.hpp"
#include "core/workspace/new_workspace.hpp"
#include "plugin/viewer/strings.hpp"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;

/// Made once a process.
QString readyWorkspace() {
    static const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ready.sqlite"));
    if (!QFile::exists(file))
        workspace::makeWorkspace(toPath(file), dataFolder({}), true);
    return file;
}

} // namespace

Sandbox::Sandbox(Language language) {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QFile::copy(readyWorkspace(), path(QStringLiteral("terroir.sqlite")));
    m_desk = std::make_unique<Desk>(language);
    QObject::connect(m_desk.get(), &Desk::said, m_desk.get(),
                     [this](const QString& sentence) { m_said = sentence; });
}

Sandbox::~Sandbox() = default;

QString Sandbox::write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

bool Sandbox::open(const std::string& theme) {
    QSignalSpy opened(m_desk.get(), &Desk::contentsChanged);
    m_desk->open(toPath(path(QStringLiteral("terroir.sqlite"))));
    if (!opened.wait(patienceMs))
        return false;
    m_desk->startWith({theme::findTheme(m_desk->themes(), theme), {}});
    return true;
}

bool Sandbox::waitForJobs() {
    return QTest::qWaitFor([this] { return !m_desk->jobs().isBusy(); }, patienceMs);
}

bool Sandbox::hasSource(const std::string& id) const {
    const auto& sources = *m_desk->contents()->sources;
    return std::any_of(sources.begin(), sources.end(),
                       [&](const records::Source& source) { return source.id == id; });
}

void answerQuestion(const QString& button, QString* asked) {
    auto* timer = new QTimer(QApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, [timer, button, asked] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr)
            return;
        timer->deleteLater();
        if (asked != nullptr)
            *asked = box->text();
        if (button.isEmpty())
            box->reject();
        else
            box->findChild<QPushButton*>(button)->click();
    });
    timer->start(5);
}

QByteArray pageContentOf(QByteArray pdf) {
    // Qt names the parts of fonts by the memory that they lie in.
    if (const qsizetype fonts = pdf.indexOf("/FontName"); fonts >= 0)
        pdf.truncate(fonts);
    if (const qsizetype date = pdf.indexOf("/CreationDate"); date >= 0)
        pdf.remove(date, pdf.indexOf('\n', date) - date);
    return pdf;
}

QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace terroir::viewer
