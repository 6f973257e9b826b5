#pragma once

#include "core/figures/theme_figures.hpp"

#include <QString>

#include <optional>
#include <vector>

class QgsMapLayer;

namespace terroir::qgis {

// What a layer remembers of the theme that it shows, as custom properties: a project that is opened
// again, and a GeoPackage with its style, still know it.

/// What a layer of a theme holds.
enum class ThemePart { Polygons, Symbols, Records, Groups, NotAttributed };

/// A class or a category as it was shown first: what is different later, a person has changed.
struct ShownClass {
    QString key; ///< categories: the value in the column; else empty
    double low = 0, high = 0;
    QString label;  ///< without the number of units
    QString colour; ///< colourText()
    int count = 0;
    bool operator==(const ShownClass&) const = default;
};

struct ThemeMemory {
    theme::Theme theme; ///< without the settings
    theme::Settings settings;
    ThemePart part = ThemePart::Polygons;
    /// Symbols: which of Theme::layers. Records, which lie somewhere by themselves: 0 points, 1
    /// lines, 2 zones.
    std::size_t layer = 0;
    QString map;           ///< the same for all layers that were made together
    /// Polygons: of each of Theme::layers, empty for those that fill nothing.
    std::vector<std::vector<ShownClass>> classes;

    /// The theme with the settings put in.
    theme::Theme shown() const { return theme::withSettings(theme, settings); }
};

/// "#rrggbb", "#rrggbbaa" when it is not opaque.
QString colourText(const Colour& colour);

void remember(QgsMapLayer& layer, const ThemeMemory& memory);
/// Nothing for a layer that no theme was applied to, or one whose memory cannot be read.
std::optional<ThemeMemory> memoryOf(const QgsMapLayer& layer);
/// ThemeMemory::map, without reading the rest; empty for a layer of no theme.
QString mapOf(const QgsMapLayer& layer);

QString toJson(const theme::Settings& settings);
/// What cannot be read counts as not chosen.
theme::Settings settingsOf(const QString& json);

} // namespace terroir::qgis
