#pragma once

#include <qgsprocessingalgorithm.h>

namespace terroir::qgis {

// Each in a file of its own; the provider owns what is made.
QgsProcessingAlgorithm* makeApplyThemeAlgorithm();
QgsProcessingAlgorithm* makeCheckAlgorithm();
QgsProcessingAlgorithm* makeClassifyAlgorithm();
QgsProcessingAlgorithm* makeSaveThemeAlgorithm();

} // namespace terroir::qgis
