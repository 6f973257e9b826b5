#pragma once

#include "core/base/error.hpp"
#include "core/base/progress.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/qgis/speech.hpp"

#include <QIcon>
#include <qgsprocessingalgorithm.h>

#include <functional>

namespace terroir::qgis {

/// What terroir's algorithms have in common: the workspace, core's errors and progress.
class Algorithm : public QgsProcessingAlgorithm {
public:
    QIcon icon() const override { return QIcon(svgIconPath()); }
    QString svgIconPath() const override { return QStringLiteral(":/terroir/terroir.svg"); }

protected:
    /// Runs in a thread of QGIS's; throws core's errors, too.
    virtual QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                            QgsProcessingFeedback& feedback) = 0;
    QVariantMap processAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                 QgsProcessingFeedback* feedback) final;

    static inline const QString workspaceName = QStringLiteral("WORKSPACE");
    /// The parameter WORKSPACE: optional for algorithms that only read.
    void addWorkspaceParameter(const QString& help = {});
    /// The workspace that the parameters, the settings or the packaged data give.
    std::unique_ptr<workspace::Workspace> openToRead(const QVariantMap& parameters,
                                                     QgsProcessingContext& context,
                                                     QgsProcessingFeedback& feedback) const;
    std::unique_ptr<workspace::Workspace> openToWrite(const QVariantMap& parameters,
                                                      QgsProcessingContext& context) const;
};

/// Progress shown in the dialog; its cancel button cancels.
Progress progressOf(QgsProcessingFeedback& feedback);

} // namespace terroir::qgis
