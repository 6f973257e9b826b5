#include "plugin/qgis/identify_tool.hpp"

#include "plugin/qgis/speech.hpp"

#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsproject.h>

namespace terroir::qgis {

IdentifyTool::IdentifyTool(QgsMapCanvas* canvas, Desk& desk, UnitGround& ground)
    : QgsMapTool(canvas), m_desk(desk), m_ground(ground) {
    setCursor(Qt::WhatsThisCursor);
}

void IdentifyTool::deactivate() {
    m_ground.forgetLocators();
    QgsMapTool::deactivate();
}

void IdentifyTool::canvasReleaseEvent(QgsMapMouseEvent* event) {
    if (m_desk.library() == nullptr)
        return m_desk.say(said("Hãy mở hoặc tạo một không gian làm việc trước.",
                               "Open a workspace, or make one, first."),
                          Qgis::MessageLevel::Warning);
    const QgsCoordinateTransform transform(
        canvas()->mapSettings().destinationCrs(),
        QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")), QgsProject::instance());
    m_ground.unitsAt(transform.transform(event->mapPoint()), m_desk.asOf(),
                     [this](const std::vector<std::string>& uids) {
                         if (uids.empty())
                             m_desk.say(said("Điểm đã bấm không thuộc đơn vị nào của Việt Nam.",
                                             "There is no unit of Vietnam at this point."));
                         else
                             emit unitClicked(uids.front());
                     });
}

} // namespace terroir::qgis
