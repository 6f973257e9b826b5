#include "plugin/qgis/processing/unit_features.hpp"

#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

namespace terroir::qgis {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

QVariant numberOrNull(const std::optional<double>& number) {
    return number ? QVariant(*number) : QVariant();
}

} // namespace

QgsFields unitFields() {
    QgsFields fields;
    for (const char* name : {"uid", "code", "type", "name", "level", "parent"})
        fields.append(compat::textField(QLatin1String(name)));
    fields.append(compat::realField(QStringLiteral("area_km2")));
    fields.append(compat::realField(QStringLiteral("population")));
    fields.append(compat::textField(QStringLiteral("boundary")));
    return fields;
}

QgsAttributes unitAttributes(const gazetteer::Gazetteer& gazetteer, UnitIndex unit, Date asOf,
                             const UnitShapes& shapes) {
    const gazetteer::Unit& described = gazetteer.unit(unit);
    const UnitIndex parent = gazetteer.parentAt(unit, asOf);
    QgsAttributes attributes;
    attributes << toQt(described.uid) << toQt(described.code) << toQt(described.type)
               << toQt(described.name) << toQt(gazetteer::toString(described.level))
               << (parent == noUnit ? QVariant() : toQt(gazetteer.unit(parent).fullName()))
               << numberOrNull(described.areaKm2) << numberOrNull(described.population)
               << shapes.boundary({unit});
    return attributes;
}

QString unitName(const gazetteer::Gazetteer& gazetteer, UnitIndex unit) {
    return unit == noUnit ? said("cả nước", "the whole country")
                          : toQt(gazetteer.unit(unit).fullName());
}

} // namespace terroir::qgis
