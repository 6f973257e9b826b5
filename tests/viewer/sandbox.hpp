#pragma once

#include "plugin/viewer/desk.hpp"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

namespace terroir::viewer {

/// A desk on a copy of the packaged workspace, in a folder of its own; settings and data
/// folders are the test's, too.
class Sandbox {
public:
    explicit Sandbox(Language language = Language::English);
    ~Sandbox();

    Desk& desk() { return *m_desk; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& content) const;
    /// Opens the copy and shows a theme; false when that fails.
    bool open(const std::string& theme = "livestock");
    /// Until nothing runs on the job thread.
    bool waitForJobs();
    /// What the status bar was told last.
    const QString& said() const { return m_said; }
    std::size_t records() const { return m_desk->contents()->records->size(); }
    bool hasSource(const std::string& id) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    QString m_said;
};

/// Presses a button of the question that comes up while the event loop runs ("yes"), or cancels it
/// (empty). What it asked is put into `asked`.
void answerQuestion(const QString& button, QString* asked = nullptr);

/// The part of a PDF that is the same whenever it is written: without the date, and without the
/// fonts, which Qt embeds in an order of chance. Other files stay as they are.
QByteArray pageContentOf(QByteArray pdf);
QByteArray contentOf(const QString& file);

} // namespace terroir::viewer

/// The main of a test class: settings in the test's own place.
#define TERROIR_VIEWER_TEST_MAIN(TestClass)                                                        \
    int main(int argc, char** argv) {                                                              \
        QStandardPaths::setTestModeEnabled(true);                                                  \
        QApplication application(argc, argv);                                                      \
        QCoreApplication::setOrganizationName(QStringLiteral("terroir-test"));                     \
        QCoreApplication::setApplicationName(QStringLiteral(#TestClass));                          \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
