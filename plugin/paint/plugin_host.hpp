#pragma once

#include "core/base/language.hpp"
#include "plugin/api/painter_plugin.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace terroir::paint {

/// A library that was found in a plugin folder, loaded or not.
struct LoadedPlugin {
    std::filesystem::path file;
    std::vector<plugin::PainterInfo> painters;
    std::optional<LocalText> problem; ///< why it was not loaded: a sentence
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
    std::unique_ptr<plugin::Painter> createPainter(const std::string& id) const;

private:
    struct Entry;
    std::vector<std::filesystem::path> m_folders;
    std::vector<LoadedPlugin> m_plugins;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

/// Where plugins are looked for: $TERROIR_PLUGIN_PATH (':'-separated), next to the program
/// (../lib/terroir/plugins, plugins), the build's own folder.
std::vector<std::filesystem::path> pluginFolders();

} // namespace terroir::paint
