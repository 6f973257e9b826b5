#include "plugin/qgis/processing/algorithm.hpp"

#include "plugin/qgis/text.hpp"
#include "plugin/qgis/workspace_choice.hpp"

#include <qgsprocessingparameters.h>

namespace terroir::qgis {

QVariantMap Algorithm::processAlgorithm(const QVariantMap& parameters,
                                        QgsProcessingContext& context,
                                        QgsProcessingFeedback* feedback) {
    try {
        return run(parameters, context, *feedback);
    } catch (const Error& error) {
        if (feedback->isCanceled())
            return {};
        throw QgsProcessingException(toQt(error.what()));
    }
}

void Algorithm::addWorkspaceParameter() {
    addParameter(new QgsProcessingParameterFile(
        workspaceName, said("Không gian làm việc", "Workspace"), QgsProcessingParameterFile::File,
        QString(), QVariant(), true,
        said("Không gian làm việc terroir (*.sqlite);;Mọi tệp (*)",
             "terroir workspaces (*.sqlite);;All files (*)")));
}

std::unique_ptr<session::Session> Algorithm::openToRead(const QVariantMap& parameters,
                                                        QgsProcessingContext& context,
                                                        QgsProcessingFeedback& feedback) const {
    const std::filesystem::path file = workspaceToRead(
        parameterAsString(parameters, workspaceName, context),
        [&](const QString& sentence) { feedback.pushInfo(sentence); }, progressOf(feedback));
    return std::make_unique<session::Session>(file, store::Mode::ReadOnly, store::Spatial::Yes);
}

std::unique_ptr<session::Session> Algorithm::openToWrite(const QVariantMap& parameters,
                                                         QgsProcessingContext& context) const {
    return std::make_unique<session::Session>(
        workspaceToWrite(parameterAsString(parameters, workspaceName, context)),
        store::Mode::ReadWrite, store::Spatial::Yes);
}

Progress progressOf(QgsProcessingFeedback& feedback) {
    return [&feedback](double share, std::string_view) {
        feedback.setProgress(share * 100);
        return !feedback.isCanceled();
    };
}

} // namespace terroir::qgis
