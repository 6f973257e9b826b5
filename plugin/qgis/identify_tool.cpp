#include "plugin/qgis/identify_tool.hpp"

#include "plugin/qgis/canvas_coordinates.hpp"
#include "plugin/qgis/layer_day.hpp"
#include "plugin/qgis/speech.hpp"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>

namespace terroir::qgis {

IdentifyTool::IdentifyTool(QgsMapCanvas* canvas, Desk& desk, UnitLookup& ground)
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
    const auto nowhere = [this] {
        m_desk.say(said("Điểm đã bấm không thuộc đơn vị nào của Việt Nam.",
                        "There is no unit of Vietnam at this point."));
    };
    const std::optional<QgsPointXY> point = toLonLat(*canvas(), event->mapPoint());
    if (!point)
        return nowhere();
    const Date day = dayAt(*canvas(), event->mapPoint()).value_or(m_desk.asOf());
    m_ground.unitsAt(*point, day, [this, nowhere](const std::vector<std::string>& uids) {
        if (uids.empty())
            nowhere();
        else
            emit unitClicked(uids.front());
    });
}

} // namespace terroir::qgis
