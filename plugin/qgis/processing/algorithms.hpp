#pragma once

#include <qgsprocessingalgorithm.h>

namespace terroir::qgis {

// Each in a file of its own; the provider owns what is made.
QgsProcessingAlgorithm* makeAggregatePointsAlgorithm();
QgsProcessingAlgorithm* makeApplyReviewAlgorithm();
QgsProcessingAlgorithm* makeApplyThemeAlgorithm();
QgsProcessingAlgorithm* makeCheckAlgorithm();
QgsProcessingAlgorithm* makeClassifyAlgorithm();
QgsProcessingAlgorithm* makeConvertAlgorithm();
QgsProcessingAlgorithm* makeCreateWorkspaceAlgorithm();
QgsProcessingAlgorithm* makeExtractAlgorithm();
QgsProcessingAlgorithm* makeGeocodeAlgorithm();
QgsProcessingAlgorithm* makeImportBoundariesAlgorithm();
QgsProcessingAlgorithm* makeImportRecordsAlgorithm();
QgsProcessingAlgorithm* makeJoinRecordsAlgorithm();
QgsProcessingAlgorithm* makeListRecordsAlgorithm();
QgsProcessingAlgorithm* makePageAlgorithm();
QgsProcessingAlgorithm* makePlacesAlgorithm();
QgsProcessingAlgorithm* makeSaveThemeAlgorithm();
QgsProcessingAlgorithm* makeUnitsAlgorithm();

} // namespace terroir::qgis
