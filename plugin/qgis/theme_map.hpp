#pragma once

#include "core/base/progress.hpp"
#include "core/geometry/layer_table.hpp"
#include "plugin/qgis/theme_memory.hpp"

#include <QStringList>

#include <vector>

namespace terroir::qgis {

/// One layer to be: its rows and styles, its name, and what it remembers.
struct ThemeLayer {
    QString name;
    geometry::LayerTable table;
    ThemeMemory memory;
};

/// A theme with its figures, ready to become layers of QGIS. Values only: made on any thread.
struct ThemeMap {
    QString title;
    std::vector<ThemeLayer> layers; ///< polygons, symbols, what is not attributed, records
    QStringList notes;              ///< sentences that a person must see beside the map
    bool hasFigures = false;
    QString crs; ///< "EPSG:9205": VN-2000 of the one province it lies in, or of the country
};

/// Computes the figures and shapes. The workspace must be open with store::Spatial::Yes. The errors
/// of session::figuresOf(); Error when `progress` cancels.
ThemeMap themeMapOf(const theme::Theme& theme, const theme::Settings& settings,
                    workspace::Workspace& workspace, Language language,
                    const Progress& progress = {});

} // namespace terroir::qgis
