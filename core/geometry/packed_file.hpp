#pragma once

#include <cstddef>
#include <filesystem>

// What a packed file may become before it is read: a small one can hold terabytes of blanks.
namespace terroir::geometry {

inline constexpr std::size_t maxUnpackedBytes = 1 << 30; ///< of all parts together
inline constexpr std::size_t maxParts = 10'000;

/// InputError when the directory of a ZIP names more than maxParts parts, or parts of more than
/// maxUnpackedBytes in all. `shown`: what the person calls it. Reads nothing but the directory;
/// another file passes.
void requireBearableDirectory(const std::filesystem::path& file, const std::string& shown);

/// The same for a file that GDAL is to read, at a path of its own making too (inside a ZIP). Since
/// a directory can lie, each part is unpacked once and counted, at some 300 MB a second; what is
/// longer than its directory says is damaged. Also for gzip. What is not packed passes at once.
void requireBearable(const std::filesystem::path& file);

} // namespace terroir::geometry
