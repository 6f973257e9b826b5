#pragma once

#include "core/base/output_file.hpp"
#include "plugin/api/painter_plugin.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace terroir::plugin {

/// A library that was found in a plugin folder, loaded or not.
struct LoadedPlugin {
    std::filesystem::path file;
    std::vector<PainterInfo> painters;
    std::string problem; ///< why it was not loaded: a sentence; empty when it was
};

/// Finds and loads painter plugins. The IID in a library's metadata is compared before the library
/// is run; a library that is no terroir plugin or of another interface version is listed with its
/// problem and skipped.
class PluginHost {
public:
    /// Folders in order; the first plugin that offers an id wins.
    explicit PluginHost(const std::vector<std::filesystem::path>& folders);
    ~PluginHost();
    const std::vector<LoadedPlugin>& plugins() const { return m_plugins; }
    /// UsageError with the nearest id when no plugin offers it, or saying where plugins are looked
    /// for.
    std::unique_ptr<Painter> createPainter(const std::string& id) const;

private:
    struct Entry;
    std::vector<std::filesystem::path> m_folders;
    std::vector<LoadedPlugin> m_plugins;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

/// Where plugins are looked for: $TERROIR_PLUGIN_PATH (':'-separated), next to the program
/// (../lib/terroir/plugins, plugins), the build's own folder.
std::vector<std::filesystem::path> pluginFolders();

enum class ImageFormat { Png, Pdf, Svg };
/// By extension; UsageError with the known ones.
ImageFormat imageFormatOf(const std::filesystem::path& file);

/// Paints a scene into a file (an OutputFile's path). PNG at `dpi` with that resolution in its
/// header; PDF and SVG as vectors with selectable text and the scene's title.
void renderFile(const theme::Scene& scene, const Painter& painter, ImageFormat format, double dpi,
                const std::filesystem::path& file);

} // namespace terroir::plugin
