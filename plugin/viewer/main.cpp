#include "plugin/viewer/viewer.hpp"

#include <QApplication>
#include <QCommandLineParser>

#include <locale>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    // Numbers in files have a decimal point whatever the desktop's language.
    setlocale(LC_NUMERIC, "C");
    QCoreApplication::setOrganizationName(QStringLiteral("terroir"));
    QCoreApplication::setApplicationName(QStringLiteral("terroir-viewer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TERROIR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("vn.terroir.Viewer"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Maps of Vietnam's science-and-technology models, trials and certified products."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [](const char* name, const char* meaning, const char* value) {
        return QCommandLineOption(QLatin1String(name), QLatin1String(meaning),
                                  QLatin1String(value));
    };
    const QCommandLineOption theme = option("theme", "Begin with this theme.", "ID");
    const QCommandLineOption within =
        option("within", "Begin with this area: a name or a code.", "NAME");
    const QCommandLineOption asOf = option("as-of", "Begin with the units of this day.", "DATE");
    const QCommandLineOption language = option("lang", "vi or en.", "LANGUAGE");
    parser.addOptions({theme, within, asOf, language});
    parser.addPositionalArgument(QStringLiteral("workspace"),
                                 QStringLiteral("A workspace or a theme file; without it the last "
                                                "workspace, or a new one of the packaged data."),
                                 QStringLiteral("[FILE]"));
    parser.process(application);

    const QStringList files = parser.positionalArguments();
    terroir::viewer::Viewer viewer({files.value(0), parser.value(theme), parser.value(within),
                                    parser.value(asOf), parser.value(language)});
    return QApplication::exec();
}
