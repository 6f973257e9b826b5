#pragma once

#include "plugin/api/painter_plugin.hpp"

#include <QObject>

namespace terroir::outline {

/// Offers the painter "outline": the scene as a pen drawing, lines only.
class OutlinePlugin final : public QObject, public plugin::PainterPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TERROIR_PAINTER_PLUGIN_IID FILE "outline_plugin.json")
    Q_INTERFACES(terroir::plugin::PainterPlugin)

public:
    std::vector<plugin::PainterInfo> painters() const override;
    std::unique_ptr<plugin::Painter> create(const QString& id) const override;
};

} // namespace terroir::outline
