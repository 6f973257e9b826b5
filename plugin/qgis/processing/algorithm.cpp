#include "plugin/qgis/processing/algorithm.hpp"

#include "core/base/local_text.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/workspace_choice.hpp"

#include <qgsprocessingparameters.h>

#include <filesystem>

namespace terroir::qgis {

namespace {

const std::filesystem::path& existing(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(
            localText("Không gian làm việc '{}' không có; chọn tệp khác, hoặc tạo bằng thuật toán "
                      "terroir:createworkspace.",
                      "The workspace '{}' does not exist; choose another file, or make it with the "
                      "algorithm terroir:createworkspace.",
                      file.string()));
    return file;
}

/// Core's sentences speak to those who type commands; here parameters and algorithms have the
/// names.
QString inWordsOfQgis(QString sentence) {
    static constexpr const char* words[][2] = {{"--within", "WITHIN"},
                                               {"with -w ", "with WORKSPACE "},
                                               {"'terroir init'", "terroir:createworkspace"},
                                               {"'terroir units'", "terroir:units"}};
    for (const auto& [typed, chosen] : words)
        sentence.replace(QLatin1String(typed), QLatin1String(chosen));
    return sentence;
}

/// Of the work as a whole, what it takes to make the workspace of the packaged data.
constexpr double packagedShare = 0.05;

} // namespace

QVariantMap Algorithm::processAlgorithm(const QVariantMap& parameters,
                                        QgsProcessingContext& context,
                                        QgsProcessingFeedback* feedback) {
    try {
        return run(parameters, context, *feedback);
    } catch (const std::exception& error) {
        if (feedback->isCanceled())
            return {};
        throw QgsProcessingException(inWordsOfQgis(said(error)));
    }
}

void Algorithm::addWorkspaceParameter(const QString& help) {
    auto* parameter =
        new QgsProcessingParameterFile(workspaceName, said("Không gian làm việc", "Workspace"),
                                       compat::plainFile, QString(), QVariant(), true,
                                       said("Không gian làm việc terroir (*.sqlite);;Mọi tệp (*)",
                                            "terroir workspaces (*.sqlite);;All files (*)"));
    parameter->setHelp(help);
    addParameter(parameter);
}

std::unique_ptr<workspace::Workspace> Algorithm::openToRead(const QVariantMap& parameters,
                                                            QgsProcessingContext& context,
                                                            QgsProcessingFeedback& feedback) const {
    const std::filesystem::path file = workspaceToRead(
        parameterAsString(parameters, workspaceName, context),
        [&](const QString& sentence) { feedback.pushInfo(sentence); },
        [progress = progressOf(feedback)](double share, const LocalText& stage) {
            return progress(share * packagedShare, stage);
        });
    return std::make_unique<workspace::Workspace>(existing(file), store::Mode::ReadOnly,
                                                  store::Spatial::Yes);
}

std::unique_ptr<workspace::Workspace> Algorithm::openToWrite(const QVariantMap& parameters,
                                                             QgsProcessingContext& context) const {
    return std::make_unique<workspace::Workspace>(
        existing(workspaceToWrite(parameterAsString(parameters, workspaceName, context))),
        store::Mode::ReadWrite, store::Spatial::Yes);
}

Progress progressOf(QgsProcessingFeedback& feedback) {
    return [&feedback](double share, const LocalText&) {
        feedback.setProgress(share * 100);
        return !feedback.isCanceled();
    };
}

} // namespace terroir::qgis
