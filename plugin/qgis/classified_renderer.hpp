#pragma once

#include "core/figures/evaluate.hpp"
#include "plugin/qgis/compat.hpp"

#include <QString>

#include <memory>
#include <span>
#include <vector>

class QgsGraduatedSymbolRenderer;

namespace terroir::qgis {

/// Numbers cut into classes as a theme's are: the same breaks, labels and colours.
struct Classification {
    std::vector<figures::EvaluatedClass> classes;
    double noDataValue = -1; ///< stands for "no data" in a graduated renderer
    std::size_t noData = 0;
};
enum class ColourOrder { LightToDark, DarkToLight };

/// `classes` as a theme file has them. The errors of classify::classify() and theme::findPalette().
Classification classified(std::span<const double> values, const theme::Classes& classes,
                          const std::string& palette, ColourOrder order, Language language);

/// Areas are filled, lines and points coloured; with a class for what has no number. `value` is a
/// QGIS expression that is NULL there.
std::unique_ptr<QgsGraduatedSymbolRenderer> classRenderer(const Classification& classification,
                                                          const QString& value,
                                                          compat::GeometryKind kind);

/// "> 2 – 5 (12)".
QString countedLabel(const figures::EvaluatedClass& entry);

} // namespace terroir::qgis
