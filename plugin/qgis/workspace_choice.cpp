#include "plugin/qgis/workspace_choice.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/workspace/new_workspace.hpp"
#include "plugin/qgis/settings.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QDir>
#include <QString>
#include <qgsprocessingutils.h>

namespace terroir::qgis {

namespace fs = std::filesystem;

namespace {

/// Renamed into place when it is whole, so that two threads that make it do no harm.
fs::path packagedWorkspace(const Progress& progress) {
    const fs::path file =
        fromQt(QDir(QgsProcessingUtils::tempFolder()).filePath(QStringLiteral("terroir.sqlite")));
    std::error_code ignored;
    if (fs::exists(file, ignored))
        return file;
    OutputFile output(file, Overwrite::Allow);
    writeAside(output, [&](const fs::path& aside) {
        workspace::makeWorkspace(aside, dataFolder({}), true, progress);
    });
    return file;
}

} // namespace

fs::path workspaceToRead(const QString& given, const std::function<void(const QString&)>& note,
                         const Progress& progress) {
    if (!given.isEmpty())
        return fromQt(given);
    if (const fs::path chosen = chosenWorkspace(); !chosen.empty()) {
        note(said("Không gian làm việc: %1", "Workspace: %1").arg(toQt(chosen)));
        return chosen;
    }
    note(said("Chưa chọn không gian làm việc: dùng dữ liệu có sẵn của terroir.",
              "No workspace is chosen: terroir's packaged data are used."));
    return packagedWorkspace(progress);
}

fs::path workspaceToWrite(const QString& given) {
    const fs::path file = given.isEmpty() ? chosenWorkspace() : fs::path(fromQt(given));
    if (file.empty())
        throw UsageError(localText("Chưa chọn không gian làm việc để ghi vào; hãy chọn một cái, "
                                   "hoặc tạo bằng thuật toán 'terroir:createworkspace'.",
                                   "No workspace is chosen to write into; give one, or make one "
                                   "with the algorithm 'terroir:createworkspace'."));
    return file;
}

} // namespace terroir::qgis
