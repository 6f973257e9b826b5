#include "plugin/paint/plugin_host.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/operating_system.hpp"

#include <QFile>
#include <QJsonObject>
#include <QLibrary>
#include <QPluginLoader>

#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <set>
#include <string_view>
#include <system_error>

namespace terroir::paint {

namespace fs = std::filesystem;

struct PluginHost::Entry {
    QPluginLoader loader;
    plugin::PainterPlugin* plugin = nullptr;
};

namespace {

constexpr std::string_view iid = TERROIR_PAINTER_PLUGIN_IID;

/// The IID without the number after the slash.
std::string_view interfaceName(std::string_view interfaceId) {
    return interfaceId.substr(0, interfaceId.rfind('/'));
}

QString toQString(const fs::path& path) {
    return QString::fromStdString(path.string());
}

/// The painter plugin in the library; throws a sentence. Nothing of the library is run before its
/// metadata, which Qt reads from the file, carries this program's IID.
plugin::PainterPlugin* load(QPluginLoader& loader, const fs::path& file) {
    loader.setFileName(toQString(file));
    const QString found = loader.metaData().value(QLatin1String("IID")).toString();
    const std::string foundIid = found.toStdString();
    if (found.isEmpty())
        throw InputError(localText(
            "'{}' không phải là phần mở rộng Qt hoặc đã hỏng; hãy xóa khỏi thư mục phần mở rộng "
            "hoặc cài lại.",
            "'{}' is not a Qt plugin or is damaged; remove it from the plugin folder or install it "
            "again.",
            file.string()));
    if (foundIid != iid && interfaceName(foundIid) == interfaceName(iid))
        throw InputError(localText(
            "'{}' được làm cho phiên bản {} của giao diện phần mở rộng, chương trình này dùng "
            "phiên bản {}; hãy cài phần mở rộng làm cho phiên bản ấy.",
            "'{}' was made for version {} of the plugin interface, this program has version {}; "
            "install a plugin made for it.",
            file.string(), foundIid.substr(interfaceName(iid).size() + 1),
            iid.substr(interfaceName(iid).size() + 1)));
    if (foundIid != iid)
        throw InputError(localText(
            "'{}' là phần mở rộng của chương trình khác ('{}' thay vì '{}'); hãy xóa khỏi thư mục "
            "phần mở rộng.",
            "'{}' is a plugin for another program ('{}' instead of '{}'); remove it from the "
            "plugin folder.",
            file.string(), foundIid, iid));
    auto* loaded = qobject_cast<plugin::PainterPlugin*>(loader.instance());
    if (loaded == nullptr)
        throw InputError(localText("Không nạp được '{}' ({}); hãy cài lại.",
                                   "'{}' could not be loaded ({}); install it again.",
                                   file.string(), loader.errorString().toStdString()));
    return loaded;
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

/// Why nothing paints `id`: no plugin at all, none that could be loaded, or none of that name.
[[noreturn]] void throwNoPainter(const std::string& id, const std::vector<fs::path>& folders,
                                 const std::vector<LoadedPlugin>& plugins) {
    std::vector<std::string> known, places;
    LocalText problems;
    for (const fs::path& folder : folders)
        places.push_back(folder.string());
    for (const LoadedPlugin& loaded : plugins) {
        for (const plugin::PainterInfo& info : loaded.painters)
            known.push_back(info.id.toStdString());
        if (loaded.problem)
            problems = localText("{} {}", "{} {}", problems, *loaded.problem);
    }
    if (plugins.empty())
        throw UsageError(localText(
            "Không có phần mở rộng nào để vẽ '{}' trong {}; hãy cài các phần mở rộng của terroir "
            "hoặc đặt TERROIR_PLUGIN_PATH là thư mục của chúng.",
            "There is no plugin to paint '{}' with in {}; install terroir's plugins or set "
            "TERROIR_PLUGIN_PATH to their folder.",
            id, fmt::to_string(fmt::join(places, ", "))));
    if (known.empty())
        throw UsageError(localText("Không nạp được phần mở rộng nào để vẽ '{}'.{}",
                                   "No plugin to paint '{}' with could be loaded.{}", id,
                                   problems));
    throw UsageError(localText("Không có phần mở rộng nào vẽ '{}'. {}Các cách vẽ: {}.",
                               "No plugin paints '{}'. {}The painters are: {}.", id,
                               suggestion(id, known), fmt::to_string(fmt::join(known, ", "))));
}

} // namespace

PluginHost::PluginHost(const std::vector<fs::path>& folders) : m_folders(folders) {
    std::set<fs::path> seen;
    for (const fs::path& folder : folders) {
        for (const fs::path& file : librariesIn(folder)) {
            std::error_code error;
            if (!seen.insert(fs::weakly_canonical(file, error)).second)
                continue;
            LoadedPlugin loaded{file, {}, std::nullopt};
            auto entry = std::make_unique<Entry>();
            try {
                entry->plugin = load(entry->loader, file);
                loaded.painters = entry->plugin->painters();
                m_entries.push_back(std::move(entry));
            } catch (const Error& problem) {
                loaded.problem = problem.text();
            } catch (const std::exception& problem) {
                loaded.problem = localText(
                    "'{}' gặp lỗi khi được nạp ({}); hãy cài lại hoặc xóa khỏi thư mục phần mở "
                    "rộng.",
                    "'{}' failed while it was loaded ({}); install it again or remove it from the "
                    "plugin folder.",
                    file.string(), problem.what());
            }
            m_plugins.push_back(std::move(loaded));
        }
    }
}

PluginHost::~PluginHost() = default;

std::unique_ptr<plugin::Painter> PluginHost::createPainter(const std::string& id) const {
    for (const auto& entry : m_entries)
        if (auto painter = entry->plugin->create(QString::fromStdString(id)))
            return painter;

    throwNoPainter(id, m_folders, m_plugins);
}

std::vector<fs::path> pluginFolders() {
    std::vector<fs::path> folders;
    const char* variable = std::getenv("TERROIR_PLUGIN_PATH");
    std::string_view rest = variable == nullptr ? "" : variable;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(listSeparator), rest.size());
        if (end > 0)
            folders.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    // The build's own folder is "plugins" beside the program, too.
    folders.push_back((ownProgram().parent_path() / "../lib/terroir/plugins").lexically_normal());
    folders.push_back(ownProgram().parent_path() / "plugins");
    return folders;
}

} // namespace terroir::paint
