#include "plugin/viewer/viewer.hpp"

#include <QApplication>
#include <QCommandLineParser>

#include <locale>

namespace terroir::viewer {

namespace {

class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::CommandLine)
public:
    /// Ends the program after --help, --version and what it does not understand.
    static Viewer::Start read(const QStringList& arguments);
};

QCommandLineOption option(const char* name, const QString& meaning, const char* value) {
    return {QLatin1String(name), meaning, QLatin1String(value)};
}

/// What --lang says, before the others can be explained in that language.
QString languageIn(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption language = option("lang", {}, "LANGUAGE");
    parser.addOption(language);
    parser.parse(arguments);
    return parser.value(language);
}

Viewer::Start CommandLine::read(const QStringList& arguments) {
    const Speech speech(languageOf(languageIn(arguments)));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Maps of Vietnam's science-and-technology models, trials and certified products."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme = option("theme", tr("Begin with this theme."), "ID");
    const QCommandLineOption within =
        option("within", tr("Begin with this area: a name or a code."), "NAME");
    const QCommandLineOption asOf =
        option("as-of", tr("Begin with the units of this day."), "DATE");
    const QCommandLineOption language = option("lang", tr("vi or en."), "LANGUAGE");
    parser.addOptions({theme, within, asOf, language});
    parser.addPositionalArgument(
        QStringLiteral("files"),
        tr("A workspace, a theme file, a report, a table or boundaries to bring in; without a "
           "workspace the last one, or a new one of the packaged data."),
        QStringLiteral("[FILE…]"));
    parser.process(arguments);
    return {parser.positionalArguments(), parser.value(theme), parser.value(within),
            parser.value(asOf), parser.value(language)};
}

} // namespace

} // namespace terroir::viewer

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    // Numbers in files have a decimal point whatever the desktop's language.
    setlocale(LC_NUMERIC, "C");
    QCoreApplication::setOrganizationName(QStringLiteral("terroir"));
    QCoreApplication::setApplicationName(QStringLiteral("terroir-viewer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TERROIR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("vn.terroir.Viewer"));

    terroir::viewer::Viewer viewer(
        terroir::viewer::CommandLine::read(QCoreApplication::arguments()));
    return QApplication::exec();
}
