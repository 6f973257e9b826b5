#pragma once

#include "plugin/qgis/unit_lookup.hpp"

#include <qgsmaptool.h>

namespace terroir::qgis {

/// A click on the map chooses the unit that lies there: of the day of the layer of terroir that is
/// hit, see dayAt(), else of the desk's.
class IdentifyTool final : public QgsMapTool {
    Q_OBJECT
public:
    IdentifyTool(QgsMapCanvas* canvas, Desk& desk, UnitLookup& ground);

    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void deactivate() override;

signals:
    void unitClicked(const std::string& uid);

private:
    Desk& m_desk;
    UnitLookup& m_ground;
};

} // namespace terroir::qgis
