#pragma once

#include "core/map/scene.hpp"
#include "core/theme/theme.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::exporting {

/// For attribute values and text.
std::string escapeXml(std::string_view text);
/// A column in a QGIS expression: "name".
std::string columnReference(const std::string& column);
/// "27,120,55,255".
std::string qmlColour(const Colour& colour);
/// Shortest form that reads back as the same number.
std::string qmlNumber(double value);

using QmlOptions = std::vector<std::pair<std::string, std::string>>;
/// <Option type="Map"> with text options, as symbol layers are stored since QGIS 3.
std::string qmlOptions(const QmlOptions& options);

/// Properties of a symbol layer or of labels that are expressions: what stands within
/// <data_defined_properties> or <dd_properties>.
std::string qmlProperties(const QmlOptions& expressions);

/// A filled area with a thin outline, dotted for the units whose column "boundary" says approximate
/// in either language.
std::string fillSymbol(const std::string& name, const Colour& colour);
/// Of units without data: hatched, or plain in the colour that maps give them.
std::string noDataSymbol(const std::string& name, const map::Fill& fill);

/// The circle of a series, filled or hollow as on the map, whose diameter in mm and offset ("x,y"
/// in mm; may be empty) are expressions.
struct CircleExpressions {
    std::string diameterMm, offsetMm;
};
std::string circleSymbol(const std::string& name, const theme::Series& series, double legendSizeMm,
                         const CircleExpressions& expressions = {});

} // namespace terroir::exporting
