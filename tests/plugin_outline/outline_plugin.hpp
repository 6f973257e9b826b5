#pragma once

#include <QObject>

#include <plugin/api/painter_plugin.hpp>

namespace outline {

/// Offers the painter "outline": the scene as a pen drawing, lines only.
class OutlinePlugin final : public QObject, public terroir::plugin::PainterPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TERROIR_PAINTER_PLUGIN_IID FILE "outline_plugin.json")
    Q_INTERFACES(terroir::plugin::PainterPlugin)

public:
    std::vector<terroir::plugin::PainterInfo> painters() const override;
    std::unique_ptr<terroir::plugin::Painter> create(const QString& id) const override;
};

} // namespace outline
