#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace terroir::sheets {

/// The first bytes of a file, fewer when it is shorter; empty when it cannot be read.
std::string fileStart(const std::filesystem::path& file, std::size_t size);

/// What a DBF says of itself in its first 32 bytes; all 0 when it is none.
struct DbfHeader {
    std::size_t records = 0; ///< deleted ones too
    std::size_t headerBytes = 0, recordBytes = 0;
};
DbfHeader dbfHeader(std::string_view start);

} // namespace terroir::sheets
