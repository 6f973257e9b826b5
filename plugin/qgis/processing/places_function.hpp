#pragma once

namespace terroir::qgis {

/// terroir_places(text, day, within) in expressions: the places that a text names, a map for each
/// with the columns of the algorithm. Registers itself with QGIS. The gazetteer is that of the
/// settings' workspace or of the packaged data, read when it is first asked for; safe from any
/// thread.
class PlacesFunction {
public:
    PlacesFunction();
    PlacesFunction(const PlacesFunction&) = delete;
    PlacesFunction& operator=(const PlacesFunction&) = delete;

    /// When the plugin is unloaded; never when QGIS ends, whose list is gone by then.
    static void takeOut();
};

} // namespace terroir::qgis
