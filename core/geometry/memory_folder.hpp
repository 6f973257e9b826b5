#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace terroir::geometry {

/// A folder in memory that GDAL writes into. Of files on a full disk most of its formats say
/// nothing; from here they are written by this program, which does. Gone with the object.
class MemoryFolder {
public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    /// A name in it, for GDAL.
    std::string path(const std::string& name) const { return m_path + "/" + name; }

    /// Writes every file into the folder, which exists, and lets go of it; `change` may put its
    /// content right. InputError with the system's reason.
    using Change = std::function<void(const std::string& name, std::string& content)>;
    void writeInto(const std::filesystem::path& folder, const Change& change = {}) const;

private:
    std::string m_path;
};

} // namespace terroir::geometry
