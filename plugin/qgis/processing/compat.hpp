#pragma once

// What differs between versions of QGIS in the parameters of algorithms; the rest is in
// plugin/qgis/compat.hpp.

#include "plugin/qgis/compat.hpp"

#include <qgsfeaturerequest.h>
#include <qgsprocessingparameters.h>

namespace terroir::qgis::compat {

#if _QGIS_VERSION_INT >= 33600
inline constexpr auto dateOnly = Qgis::ProcessingDateTimeParameterDataType::Date;
inline constexpr auto anyField = Qgis::ProcessingFieldParameterDataType::Any;
inline constexpr auto numericField = Qgis::ProcessingFieldParameterDataType::Numeric;
inline constexpr auto wholeNumber = Qgis::ProcessingNumberParameterType::Integer;
inline constexpr auto plainFile = Qgis::ProcessingFileParameterBehavior::File;
inline constexpr auto advanced = Qgis::ProcessingParameterFlag::Advanced;
inline constexpr auto noGeometryCheck =
    Qgis::ProcessingFeatureSourceFlag::SkipGeometryValidityChecks;
#else
inline constexpr auto dateOnly = QgsProcessingParameterDateTime::Date;
inline constexpr auto anyField = QgsProcessingParameterField::Any;
inline constexpr auto numericField = QgsProcessingParameterField::Numeric;
inline constexpr auto wholeNumber = QgsProcessingParameterNumber::Integer;
inline constexpr auto plainFile = QgsProcessingParameterFile::File;
inline constexpr auto advanced = QgsProcessingParameterDefinition::FlagAdvanced;
inline constexpr auto noGeometryCheck = QgsProcessingFeatureSource::FlagSkipGeometryValidityChecks;
#endif

/// A request for the attributes alone.
inline QgsFeatureRequest attributesOnly() {
#if _QGIS_VERSION_INT >= 33600
    return QgsFeatureRequest().setFlags(Qgis::FeatureRequestFlag::NoGeometry);
#else
    return QgsFeatureRequest().setFlags(QgsFeatureRequest::NoGeometry);
#endif
}

} // namespace terroir::qgis::compat
