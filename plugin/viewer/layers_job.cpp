#include "plugin/viewer/layers_job.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/export/layer_export.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <fmt/format.h>

#include <memory>

namespace terroir::viewer {

namespace {

/// The translators' name for the texts of this file.
struct Layers {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::Layers)
};

/// "terroir-livestock", without ending, beside the workspace, where a person finds it again.
QString fileForQgis(const std::filesystem::path& workspace, const std::string& theme) {
    const QFileInfo beside(pathText(workspace.parent_path()));
    const QDir folder(beside.isWritable() ? beside.filePath() : QDir::tempPath());
    // Never over a file of before: it may have been edited in QGIS since.
    const QString first = QStringLiteral("terroir-%1").arg(toQString(theme));
    QString name = first;
    const auto isTaken = [&](const char* ending) {
        return folder.exists(name + QString::fromLatin1(ending));
    };
    for (int number = 2; isTaken(".gpkg") || isTaken(".qgz"); ++number)
        name = QStringLiteral("%1-%2").arg(first).arg(number);
    return folder.filePath(name);
}

} // namespace

void writeLayersOf(Desk& desk, const LayersRequest& request,
                   std::function<void(const QString& failure)> done) {
    // Made by the job and read when it has ended.
    const auto remarks = std::make_shared<QString>();
    desk.jobs().start(
        Layers::tr("Export of layers"),
        [file = desk.contents()->file, request, language = desk.language(),
         remarks](const Progress& progress) {
            exporting::requireLayerFormat(request.file);
            exporting::LayersOutput output(request.file, Overwrite::Allow); // it was asked for
            workspace::Workspace workspace(file, store::Mode::ReadOnly, store::Spatial::Yes);
            std::vector<figures::EvaluatedTheme> themes;
            for (const MapSpec& map : request.maps) {
                auto evaluated =
                    figures::figuresOf(shownTheme(map), map.settings, workspace, language);
                if (request.skipEmpty && evaluated.units.empty())
                    continue;
                figures::requireRecords(evaluated);
                themes.push_back(std::move(evaluated));
            }
            if (themes.empty())
                throw InputError(localText("Không chủ đề nào có số liệu; hãy chọn chủ đề khác.",
                                           "None of the themes has records; choose another one."));
            const exporting::WrittenLayers written = exporting::writeLayers(
                std::move(themes), request.crs, language, workspace, output, progress);
            for (const LocalText& remark : written.remarks)
                *remarks += toQString(remark.in(language)) + QLatin1Char(' ');
        },
        [&desk, remarks, done = std::move(done)](const QString& failure) {
            done(failure);
            if (!remarks->isEmpty())
                emit desk.said(remarks->trimmed());
        });
}

void openInQgis(Desk& desk) {
    const MapSpec& spec = desk.spec(desk.activeMap());
    const QString file = fileForQgis(desk.contents()->file, spec.theme.id);
    LayersRequest request;
    request.file = toPath(file + QStringLiteral(".gpkg"));
    request.maps = {spec};
    // The project beside the layers opens them in order.
    const QString project = file + QStringLiteral(".qgz");
    writeLayersOf(desk, request, [&desk, project](const QString& failure) {
        if (!failure.isEmpty())
            return void(emit desk.said(failure));
        const QString program = QStandardPaths::findExecutable(QStringLiteral("qgis"));
        const bool isStarted = !program.isEmpty() && QProcess::startDetached(program, {project});
        emit desk.said(
            isStarted
                ? Layers::tr("QGIS is opening '%1'.").arg(project)
                : Layers::tr("QGIS is not installed here; the layers with their styles are in "
                             "'%1', to be opened in any QGIS.")
                      .arg(project));
    });
}

} // namespace terroir::viewer
