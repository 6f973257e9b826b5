#pragma once

#include <memory>

class QgsExpressionFunction;

namespace terroir::qgis {

/// terroir_places(text, day, within) in expressions: the places that a text names, a map for each
/// with the columns of the algorithm. Registers itself with QGIS and takes itself out again. The
/// gazetteer is that of the settings' workspace or of the packaged data, read when it is first
/// asked for; safe from any thread.
class PlacesFunction {
public:
    PlacesFunction();
    ~PlacesFunction();
    PlacesFunction(const PlacesFunction&) = delete;
    PlacesFunction& operator=(const PlacesFunction&) = delete;

private:
    std::unique_ptr<QgsExpressionFunction> m_function;
    bool m_isRegistered = false;
};

} // namespace terroir::qgis
