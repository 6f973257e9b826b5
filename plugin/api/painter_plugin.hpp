#pragma once

#include "core/map/scene.hpp"

#include <QString>
#include <QtPlugin>

#include <memory>
#include <vector>

class QPainter;

namespace terroir::plugin {

/// Paints scenes. A painter decides nothing about the content: the scene is finished. It may
/// decide how things look (hatching, line joins, a sketch style). Not thread-safe; make one per
/// thread.
class Painter {
public:
    virtual ~Painter() = default;
    /// Size of one line of text in millimetres, with the font paint() uses.
    virtual map::TextExtent measure(std::string_view text, const map::TextStyle& style) const = 0;
    /// Paints the whole scene. The painter's device is `scene.widthMm` by `scene.heightMm`, mapped
    /// so that one unit is one millimetre. Cost: linear in the scene's points.
    virtual void paint(const map::Scene& scene, QPainter& painter) const = 0;
};

struct PainterInfo {
    QString id; ///< stable, "thematic"
    QString nameVi, nameEn;
};

/// What a plugin library offers. Loaded with QPluginLoader by every host (command line, viewer).
/// The interface changes only with the number at the end of the IID; a host refuses, with a
/// sentence, a library whose metadata carries another IID, before any of its code is run.
class PainterPlugin {
public:
    virtual ~PainterPlugin() = default;
    virtual std::vector<PainterInfo> painters() const = 0;
    /// Null for an id it does not have.
    virtual std::unique_ptr<Painter> create(const QString& id) const = 0;
};

} // namespace terroir::plugin

#define TERROIR_PAINTER_PLUGIN_IID "vn.terroir.PainterPlugin/3"
Q_DECLARE_INTERFACE(terroir::plugin::PainterPlugin, TERROIR_PAINTER_PLUGIN_IID)
