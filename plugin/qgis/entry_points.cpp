// What QGIS asks of a library before it takes it for a plugin, and what the small Python plugin
// asks for where QGIS itself loads none: qgis_process, and a plugin that was installed from a ZIP
// file.

#include "plugin/qgis/processing/places_function.hpp"
#include "plugin/qgis/processing/provider.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/terroir_plugin.hpp"

#include <qgisinterface.h>
#include <qgisplugin.h>
#include <qgsapplication.h>
#include <qgsprocessingregistry.h>

#define TERROIR_EXPORT extern "C" __attribute__((visibility("default")))

namespace {

using terroir::qgis::Provider;
using terroir::qgis::said;
using terroir::qgis::TerroirPlugin;

} // namespace

TERROIR_EXPORT QgisPlugin* classFactory(QgisInterface* qgis) {
    return new TerroirPlugin(*qgis);
}
TERROIR_EXPORT void unload(QgisPlugin* plugin) {
    delete plugin;
}

// QGIS takes these texts as pointers, and keeps none of them.
TERROIR_EXPORT const QString* name() {
    static const QString text = QStringLiteral("terroir");
    return &text;
}
TERROIR_EXPORT const QString* description() {
    static QString text;
    text = said("Mô hình khoa học và công nghệ, sản phẩm được chứng nhận ở xã nào: địa danh theo "
                "ngày, số liệu có nguồn, bản đồ chuyên đề.",
                "Where science-and-technology models and certified products are: place names with "
                "dates, figures with sources, thematic maps.");
    return &text;
}
TERROIR_EXPORT const QString* category() {
    static QString text;
    text = said("Bản đồ chuyên đề", "Thematic maps");
    return &text;
}
TERROIR_EXPORT const QString* version() {
    static const QString text = QStringLiteral(TERROIR_VERSION);
    return &text;
}
TERROIR_EXPORT const QString* icon() {
    static const QString text = QStringLiteral(":/terroir/terroir.svg");
    return &text;
}
TERROIR_EXPORT const QString* experimental() {
    static const QString text = QStringLiteral("false");
    return &text;
}
TERROIR_EXPORT int type() {
    return QgisPlugin::UI;
}

// For the Python plugin.

/// The algorithms; nothing to do when they are there already.
TERROIR_EXPORT void terroir_register_provider() {
    QgsProcessingRegistry* registry = QgsApplication::processingRegistry();
    if (registry->providerById(Provider::providerId()) == nullptr)
        registry->addProvider(new Provider(registry));
}
TERROIR_EXPORT void terroir_unregister_provider() {
    terroir::qgis::PlacesFunction::takeOut();
    QgsApplication::processingRegistry()->removeProvider(Provider::providerId());
}

/// The whole plugin, for a `QgisInterface*`; to be handed to terroir_stop().
TERROIR_EXPORT void* terroir_start(void* qgis) {
    auto* plugin = new TerroirPlugin(*static_cast<QgisInterface*>(qgis));
    plugin->initGui();
    return plugin;
}
TERROIR_EXPORT void terroir_stop(void* plugin) {
    delete static_cast<TerroirPlugin*>(plugin);
}
