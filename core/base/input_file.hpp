#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

// What holds before a file of somebody else is opened.
namespace terroir {

/// InputError for a folder, and for what is neither file nor folder: a pipe may never end, a device
/// has no end. What does not exist passes: who opens it says so.
void requireRegularFile(const std::filesystem::path& file);

/// The whole file; InputError when it cannot be read or has more than `maxBytes`.
std::string readFile(const std::filesystem::path& file,
                     std::size_t maxBytes = std::size_t(4) << 30U);

} // namespace terroir
