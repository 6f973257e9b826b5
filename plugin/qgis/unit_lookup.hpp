#pragma once

#include "core/base/date.hpp"
#include "plugin/qgis/desk.hpp"

#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace terroir::qgis {

/// Where the units of the open workspace lie, looked up away from the GUI thread.
class UnitLookup final : public QObject {
    Q_OBJECT
public:
    struct Shape {
        std::string uid;
        QgsGeometry geometry; ///< lon/lat, EPSG:4326; empty when it is not known
        bool approximate = false;
    };

    explicit UnitLookup(Desk& desk);

    /// The shapes of units of any dates, in the order asked for, thinned to 30 m; `take` is called
    /// in the GUI thread, unless the workspace has changed by then.
    void shapes(std::vector<std::string> uids, std::function<void(const std::vector<Shape>&)> take);

    /// The lowest units of the day at a point (EPSG:4326), by uid: one, several on a border, or
    /// none. The first look-up of a day reads all imported polygons (a second for the whole
    /// country), the following ones take no time.
    void unitsAt(QgsPointXY point, Date day,
                 std::function<void(const std::vector<std::string>&)> take);
    /// Gives back what the look-ups keep in memory.
    void forgetLocators();

private:
    class Reader;
    std::shared_ptr<Reader> reader();

    Desk& m_desk;
    std::shared_ptr<Reader> m_reader; ///< null until it is needed
};

} // namespace terroir::qgis
