#pragma once

#include <qgsprocessingalgorithm.h>

namespace terroir::qgis {

// Each in a file of its own; the provider owns what is made.
QgsProcessingAlgorithm* makeCheckAlgorithm();

} // namespace terroir::qgis
