#include "plugin/thematic/thematic_plugin.hpp"

#include "plugin/thematic/scene_painter.hpp"

namespace terroir::thematic {

std::vector<plugin::PainterInfo> ThematicPlugin::painters() const {
    return {{QStringLiteral("thematic"), QStringLiteral("Bản đồ chuyên đề"),
             QStringLiteral("Thematic map")}};
}

std::unique_ptr<plugin::Painter> ThematicPlugin::create(const QString& id) const {
    if (id != QLatin1String("thematic"))
        return nullptr;
    return std::make_unique<ScenePainter>();
}

} // namespace terroir::thematic
