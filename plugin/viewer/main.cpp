#include "core/base/error.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/strings.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include <filesystem>
#include <memory>

namespace terroir::viewer {

namespace {

Language languageOf(const QString& wanted) {
    QString name =
        wanted.isEmpty() ? QSettings().value(QStringLiteral("language")).toString() : wanted;
    if (name.isEmpty())
        name = QLocale::system().name();
    return name.startsWith(QLatin1String("en")) ? Language::English : Language::Vietnamese;
}

/// The workspace to begin with: named, or the last one, or that of the person's data folder.
QString workspaceOf(const QStringList& arguments) {
    if (!arguments.isEmpty())
        return QFileInfo(arguments.front()).absoluteFilePath();
    const QString last = QSettings().value(QStringLiteral("workspace")).toString();
    if (!last.isEmpty() && QFileInfo::exists(last))
        return last;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/terroir/terroir.sqlite");
}

} // namespace

} // namespace terroir::viewer

int main(int argc, char** argv) {
    using namespace terroir;
    using namespace terroir::viewer;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("terroir"));
    QCoreApplication::setApplicationName(QStringLiteral("terroir-viewer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TERROIR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("vn.terroir.Viewer"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Maps of Vietnam's science-and-technology models, trials and certified products."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("Begin with this theme."), QStringLiteral("ID"));
    const QCommandLineOption within(QStringLiteral("within"),
                                    QStringLiteral("Begin with this area: a name or a code."),
                                    QStringLiteral("NAME"));
    const QCommandLineOption asOf(QStringLiteral("as-of"),
                                  QStringLiteral("Begin with the units of this day."),
                                  QStringLiteral("DATE"));
    const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("vi or en."),
                                  QStringLiteral("LANGUAGE"));
    parser.addOptions({theme, within, asOf, lang});
    parser.addPositionalArgument(
        QStringLiteral("workspace"),
        QStringLiteral(
            "The workspace; without it the last one, or a new one of the packaged data."),
        QStringLiteral("[WORKSPACE]"));
    parser.process(application);

    const auto workbench = std::make_unique<Workbench>(languageOf(parser.value(lang)));
    MainWindow window(*workbench);
    window.setStart({parser.value(theme), parser.value(within), parser.value(asOf)});
    const QString file = workspaceOf(parser.positionalArguments());
    if (QFileInfo::exists(file) || !parser.positionalArguments().isEmpty()) {
        workbench->open(toPath(file));
    } else {
        QDir().mkpath(QFileInfo(file).path());
        workbench->create(toPath(file), false);
    }
    window.restoreLook();
    window.show();
    return QApplication::exec();
}
