#include "plugin/api/plugin_host.hpp"

#include "core/base/error.hpp"
#include "core/base/nearest.hpp"

#include <QFile>
#include <QJsonObject>
#include <QLibrary>
#include <QPluginLoader>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <set>
#include <string_view>
#include <system_error>

namespace terroir::plugin {

namespace fs = std::filesystem;

struct PluginHost::Entry {
    QPluginLoader loader;
    PainterPlugin* plugin = nullptr;
};

namespace {

constexpr std::string_view iid = TERROIR_PAINTER_PLUGIN_IID;

/// The IID without the number behind the slash.
std::string_view interfaceName(std::string_view interfaceId) {
    return interfaceId.substr(0, interfaceId.rfind('/'));
}

QString toQString(const fs::path& path) {
    return QFile::decodeName(path.c_str());
}

/// The painter plugin in the library; throws a sentence. Nothing of the library is run before its
/// metadata, which Qt reads from the file, carries this program's IID.
PainterPlugin* load(QPluginLoader& loader, const fs::path& file) {
    loader.setFileName(toQString(file));
    const QString found = loader.metaData().value(QLatin1String("IID")).toString();
    const std::string foundIid = found.toStdString();
    if (found.isEmpty())
        throw InputError(fmt::format(
            "'{}' is not a Qt plugin or is damaged; remove it from the plugin folder or install it "
            "again.",
            file.string()));
    if (foundIid != iid && interfaceName(foundIid) == interfaceName(iid))
        throw InputError(fmt::format("'{}' was made for version {} of the plugin interface, this "
                                     "program has version {}; install a plugin made for it.",
                                     file.string(), foundIid.substr(interfaceName(iid).size() + 1),
                                     iid.substr(interfaceName(iid).size() + 1)));
    if (foundIid != iid)
        throw InputError(fmt::format("'{}' is a plugin for another program ('{}' instead of '{}'); "
                                     "remove it from the plugin folder.",
                                     file.string(), foundIid, iid));
    auto* plugin = qobject_cast<PainterPlugin*>(loader.instance());
    if (plugin == nullptr)
        throw InputError(fmt::format("'{}' could not be loaded ({}); install it again.",
                                     file.string(), loader.errorString().toStdString()));
    return plugin;
}

/// Libraries of a folder by name; a folder that is missing or unreadable has none.
std::vector<fs::path> librariesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_regular_file(error) && QLibrary::isLibrary(toQString(it->path())))
            files.push_back(it->path());
    std::sort(files.begin(), files.end());
    return files;
}

fs::path programFolder() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

} // namespace

PluginHost::PluginHost(const std::vector<fs::path>& folders) : m_folders(folders) {
    std::set<fs::path> seen;
    for (const fs::path& folder : folders) {
        for (const fs::path& file : librariesIn(folder)) {
            std::error_code error;
            if (!seen.insert(fs::weakly_canonical(file, error)).second)
                continue;
            LoadedPlugin loaded{file, {}, {}};
            auto entry = std::make_unique<Entry>();
            try {
                entry->plugin = load(entry->loader, file);
                loaded.painters = entry->plugin->painters();
                m_entries.push_back(std::move(entry));
            } catch (const Error& problem) {
                loaded.problem = problem.what();
            } catch (const std::exception& problem) {
                loaded.problem = fmt::format("'{}' failed while it was loaded ({}).", file.string(),
                                             problem.what());
            }
            m_plugins.push_back(std::move(loaded));
        }
    }
}

PluginHost::~PluginHost() = default;

std::unique_ptr<Painter> PluginHost::createPainter(const std::string& id) const {
    for (const auto& entry : m_entries)
        if (auto painter = entry->plugin->create(QString::fromStdString(id)))
            return painter;

    std::vector<std::string> known, problems, places;
    for (const fs::path& folder : m_folders)
        places.push_back(folder.string());
    for (const LoadedPlugin& loaded : m_plugins) {
        for (const PainterInfo& info : loaded.painters)
            known.push_back(info.id.toStdString());
        if (!loaded.problem.empty())
            problems.push_back(loaded.problem);
    }
    if (m_plugins.empty())
        throw UsageError(
            fmt::format("There is no plugin to paint '{}' with in {}; install terroir's "
                        "plugins or set TERROIR_PLUGIN_PATH to their folder.",
                        id, fmt::join(places, ", ")));
    if (known.empty())
        throw UsageError(fmt::format("No plugin to paint '{}' with could be loaded. {}", id,
                                     fmt::join(problems, " ")));
    throw UsageError(fmt::format("No plugin paints '{}'. {}The painters are: {}.", id,
                                 suggestion(id, known).en, fmt::join(known, ", ")));
}

std::vector<fs::path> pluginFolders() {
    std::vector<fs::path> folders;
    const char* variable = std::getenv("TERROIR_PLUGIN_PATH");
    std::string_view rest = variable == nullptr ? "" : variable;
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        if (colon > 0)
            folders.emplace_back(rest.substr(0, colon));
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    // The build's own folder is "plugins" beside the program, too.
    folders.push_back((programFolder() / "../lib/terroir/plugins").lexically_normal());
    folders.push_back(programFolder() / "plugins");
    return folders;
}

} // namespace terroir::plugin
