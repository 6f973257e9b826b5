#pragma once

#include "plugin/api/painter_plugin.hpp"

#include <QObject>

namespace terroir::thematic {

/// The library's entry: offers the painter "thematic".
class ThematicPlugin final : public QObject, public plugin::PainterPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TERROIR_PAINTER_PLUGIN_IID FILE "thematic_plugin.json")
    Q_INTERFACES(terroir::plugin::PainterPlugin)

public:
    std::vector<plugin::PainterInfo> painters() const override;
    std::unique_ptr<plugin::Painter> create(const QString& id) const override;
};

} // namespace terroir::thematic
