#pragma once

#include "plugin/qgis/unit_lookup.hpp"

#include <memory>
#include <vector>

class QgsMapCanvas;
class QgsRubberBand;

namespace terroir::qgis {

/// Shows on the canvas which units are meant: an outline that stays, dashed where the boundary is
/// approximate.
class Spotlight final : public QObject {
    Q_OBJECT
public:
    enum class Zoom { No, Yes };

    Spotlight(Desk& desk, UnitLookup& ground);
    ~Spotlight() override;

    /// In place of what was shown. With Zoom::Yes the canvas goes there and the units flash.
    void show(const std::vector<std::string>& uids, Zoom zoom);
    void clear();

private:
    void outline(const std::vector<UnitLookup::Shape>& shapes);

    Desk& m_desk;
    UnitLookup& m_ground;
    std::vector<std::unique_ptr<QgsRubberBand>> m_outlines;
    int m_asked = 0; ///< only what was asked for last is shown
};

/// The canvas shows what lies in the geometries (EPSG:4326), with some room around. Opens an empty
/// project first where QGIS still shows its welcome page.
void zoomTo(QgisInterface& qgis, const QList<QgsGeometry>& geometries);

} // namespace terroir::qgis
