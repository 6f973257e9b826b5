#include "plugin/paint/offscreen_application.hpp"

#include <QGuiApplication>

#include <cstdio>
#include <string>

namespace terroir::paint {

/// QGuiApplication keeps references to argc and argv.
struct OffscreenApplication::Arguments {
    std::string program;
    int count = 1;
    char* values[2] = {nullptr, nullptr};
};

namespace {

void keepOnlyFatal(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

OffscreenApplication::OffscreenApplication(const char* programName)
    : m_arguments(std::make_unique<Arguments>()) {
    m_arguments->program = programName;
    m_arguments->values[0] = m_arguments->program.data();
    qInstallMessageHandler(keepOnlyFatal);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(m_arguments->count, m_arguments->values);
    QCoreApplication::setApplicationName(QStringLiteral("terroir"));
}

OffscreenApplication::~OffscreenApplication() = default;

} // namespace terroir::paint
