#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

/// Gives the next bytes of a file; 0 at the end. InputError when they cannot be read.
using ByteSource = std::function<std::size_t(char* into, std::size_t size)>;

/// The parts of a packed file (ZIP: XLSX, ODS, KMZ), through GDAL's /vsizip/, from a copy in memory
/// under a name of its own: GDAL keeps the list of parts by the name of the file, and takes a file
/// that was written anew within the same second, and is as long, for the one before. What is read
/// in all is bound by maxUnpackedBytes.
class Package {
public:
    /// InputError when the file cannot be opened, is larger than maxUnpackedBytes or has a
    /// directory of more, or of more than geometry::maxParts parts.
    explicit Package(const std::filesystem::path& file);
    ~Package();
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;

    bool has(const std::string& part) const;
    /// Hands the bytes of a part to `take`. InputError when the part is missing, the packing is
    /// broken, or all is too large.
    void read(const std::string& part, const std::function<void(const ByteSource&)>& take);

    /// Where GDAL finds a part, as long as this lives.
    std::string pathOf(const std::string& part) const;

private:
    std::string m_file;
    std::string m_copy;     ///< in GDAL's memory
    std::size_t m_read = 0; ///< bytes so far, of all parts
};

/// What a package of OpenDocument is by its own words: "application/vnd.oasis.opendocument.text";
/// empty where it does not say.
std::string mediaTypeOf(Package& package);

/// The same for a file that is not packed.
void readBytes(const std::filesystem::path& file,
               const std::function<void(const ByteSource&)>& take);

} // namespace terroir::sheets
