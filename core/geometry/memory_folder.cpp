#include "core/geometry/memory_folder.hpp"

#include "core/base/output_place.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <atomic>
#include <string_view>
#include <system_error>

namespace terroir::geometry {

MemoryFolder::MemoryFolder() {
    static std::atomic<unsigned> count = 0;
    m_path = fmt::format("/vsimem/terroir_made_{}", ++count);
    VSIMkdir(m_path.c_str(), 0700);
}

MemoryFolder::~MemoryFolder() {
    VSIRmdirRecursive(m_path.c_str());
}

void MemoryFolder::writeInto(const std::filesystem::path& folder, const Change& change) const {
    const CPLStringList names(VSIReadDirRecursive(m_path.c_str()));
    for (int i = 0; i < names.Count(); ++i) {
        const std::string name = names[i];
        if (name.ends_with('/')) {
            std::error_code failed; // told by the first file in it
            std::filesystem::create_directories(folder / name, failed);
            continue;
        }
        vsi_l_offset size = 0;
        const auto* bytes = reinterpret_cast<const char*>(
            VSIGetMemFileBuffer(path(name).c_str(), &size, FALSE));
        const std::string_view whole(bytes == nullptr ? "" : bytes, std::size_t(size));
        if (change) {
            std::string content(whole);
            change(name, content);
            writeContent(folder / name, content);
        } else {
            writeContent(folder / name, whole);
        }
        VSIUnlink(path(name).c_str());
    }
}

} // namespace terroir::geometry
