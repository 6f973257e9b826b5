#include "plugin/qgis/processing/unit_shapes.hpp"

#include "core/gazetteer/versions.hpp"
#include "plugin/qgis/features.hpp"

#include <algorithm>

namespace terroir::qgis {

using boundaries::UnitShape;
using gazetteer::UnitIndex;

void UnitShapes::fetch(const std::set<UnitIndex>& units, Date asOf) {
    std::map<Date, std::vector<UnitIndex>> byDay;
    for (const UnitIndex unit : units)
        if (!m_shapes.contains(unit))
            byDay[dayOf(m_workspace.gazetteer().unit(unit), asOf)].push_back(unit);
    for (const auto& [day, ofDay] : byDay)
        for (UnitShape& shape :
             boundaries::shapesOf(m_workspace.file(), m_workspace.gazetteer(), ofDay, day).units)
            m_shapes.emplace(shape.unit, std::move(shape));
}

const UnitShape* UnitShapes::find(UnitIndex unit) const {
    const auto found = m_shapes.find(unit);
    return found == m_shapes.end() ? nullptr : &found->second;
}

QgsGeometry UnitShapes::polygons(const std::vector<UnitIndex>& units) const {
    QVector<QgsGeometry> parts;
    for (const UnitIndex unit : units)
        if (const UnitShape* shape = find(unit))
            parts.append(geometryOf(shape->shape));
    if (parts.size() < 2)
        return parts.isEmpty() ? QgsGeometry() : parts.front();
    QgsGeometry together = QgsGeometry::unaryUnion(parts);
    together.convertToMultiType();
    return together;
}

QVariant UnitShapes::boundary(const std::vector<UnitIndex>& units) const {
    bool any = false;
    for (const UnitIndex unit : units) {
        const UnitShape* shape = find(unit);
        if (shape != nullptr && shape->origin == boundaries::Origin::Approximate)
            return QStringLiteral("approximate");
        any = any || shape != nullptr;
    }
    return any ? QVariant(QStringLiteral("official")) : QVariant();
}

} // namespace terroir::qgis
