#pragma once

// What differs between QGIS 3.22 and later versions, in one place. Everything else in this folder
// is spelled as all of them know it: layers are told apart with qobject_cast, and new features of
// later versions are not used.

#include <QVariant>
#include <qgis.h>
#include <qgsfeaturerequest.h>
#include <qgsfield.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslocatorfilter.h>
#include <qgsprocessing.h>
#include <qgswkbtypes.h>

#include <memory>

namespace terroir::qgis::compat {

#if _QGIS_VERSION_INT >= 33000
using Wkb = Qgis::WkbType;
using GeometryKind = Qgis::GeometryType;
inline constexpr GeometryKind pointKind = Qgis::GeometryType::Point;
inline constexpr GeometryKind lineKind = Qgis::GeometryType::Line;
inline constexpr GeometryKind polygonKind = Qgis::GeometryType::Polygon;
#else
using Wkb = QgsWkbTypes::Type;
using GeometryKind = QgsWkbTypes::GeometryType;
inline constexpr GeometryKind pointKind = QgsWkbTypes::PointGeometry;
inline constexpr GeometryKind lineKind = QgsWkbTypes::LineGeometry;
inline constexpr GeometryKind polygonKind = QgsWkbTypes::PolygonGeometry;
#endif
inline constexpr Wkb noGeometry = Wkb::NoGeometry;
inline constexpr Wkb point = Wkb::Point;
inline constexpr Wkb multiPoint = Wkb::MultiPoint;
inline constexpr Wkb multiLineString = Wkb::MultiLineString;
inline constexpr Wkb multiPolygon = Wkb::MultiPolygon;

#if _QGIS_VERSION_INT >= 33600
using Source = Qgis::ProcessingSourceType;
inline constexpr Source anyVector = Source::Vector; ///< with geometry or without
inline constexpr Source vectorPoint = Source::VectorPoint;
inline constexpr Source vectorPolygon = Source::VectorPolygon;
inline constexpr Source vectorAnyGeometry = Source::VectorAnyGeometry;
#else
using Source = QgsProcessing::SourceType;
inline constexpr Source anyVector = QgsProcessing::TypeVector;
inline constexpr Source vectorPoint = QgsProcessing::TypeVectorPoint;
inline constexpr Source vectorPolygon = QgsProcessing::TypeVectorPolygon;
inline constexpr Source vectorAnyGeometry = QgsProcessing::TypeVectorAnyGeometry;
#endif

#if _QGIS_VERSION_INT >= 33800
inline QgsField textField(const QString& name) {
    return QgsField(name, QMetaType::Type::QString);
}
inline QgsField realField(const QString& name) {
    return QgsField(name, QMetaType::Type::Double);
}
inline QgsField wholeField(const QString& name) {
    return QgsField(name, QMetaType::Type::LongLong);
}
inline QgsField dateField(const QString& name) {
    return QgsField(name, QMetaType::Type::QDate);
}
inline QgsField yesNoField(const QString& name) {
    return QgsField(name, QMetaType::Type::Bool);
}
#else
inline QgsField textField(const QString& name) {
    return QgsField(name, QVariant::String);
}
inline QgsField realField(const QString& name) {
    return QgsField(name, QVariant::Double);
}
inline QgsField wholeField(const QString& name) {
    return QgsField(name, QVariant::LongLong);
}
inline QgsField dateField(const QString& name) {
    return QgsField(name, QVariant::Date);
}
inline QgsField yesNoField(const QString& name) {
    return QgsField(name, QVariant::Bool);
}
#endif

#if _QGIS_VERSION_INT >= 32600
inline constexpr auto graduatedByColour = Qgis::GraduatedMethod::Color;
#else
inline constexpr auto graduatedByColour = QgsGraduatedSymbolRenderer::GraduatedColor;
#endif

/// What a factory of QGIS gives: a pointer to be owned, or one in a unique_ptr.
template <typename T>
T* owned(T* made) {
    return made;
}
template <typename T>
T* owned(std::unique_ptr<T> made) {
    return made.release();
}

inline QVariant userDataOf(const QgsLocatorResult& result) {
#if _QGIS_VERSION_INT >= 33600
    return result.userData();
#else
    return result.getUserData();
#endif
}

/// NULL in a field, for QVariants of Qt 5 and Qt 6.
inline bool isNull(const QVariant& value) {
    if (!value.isValid() || value.isNull())
        return true;
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    if (value.userType() == QMetaType::QString)
        return value.toString().isNull();
#endif
    return false;
}

// Parameters of algorithms.
#if _QGIS_VERSION_INT >= 33600
inline constexpr auto dateOnly = Qgis::ProcessingDateTimeParameterDataType::Date;
inline constexpr auto anyField = Qgis::ProcessingFieldParameterDataType::Any;
inline constexpr auto numericField = Qgis::ProcessingFieldParameterDataType::Numeric;
inline constexpr auto wholeNumber = Qgis::ProcessingNumberParameterType::Integer;
inline constexpr auto realNumber = Qgis::ProcessingNumberParameterType::Double;
inline constexpr auto plainFile = Qgis::ProcessingFileParameterBehavior::File;
inline constexpr auto advanced = Qgis::ProcessingParameterFlag::Advanced;
inline constexpr auto noGeometryCheck =
    Qgis::ProcessingFeatureSourceFlag::SkipGeometryValidityChecks;
#else
inline constexpr auto dateOnly = QgsProcessingParameterDateTime::Date;
inline constexpr auto anyField = QgsProcessingParameterField::Any;
inline constexpr auto numericField = QgsProcessingParameterField::Numeric;
inline constexpr auto wholeNumber = QgsProcessingParameterNumber::Integer;
inline constexpr auto realNumber = QgsProcessingParameterNumber::Double;
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
