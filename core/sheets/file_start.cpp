#include "core/sheets/file_start.hpp"

#include <fstream>

namespace terroir::sheets {

std::string fileStart(const std::filesystem::path& file, std::size_t size) {
    std::string start(size, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), std::streamsize(size));
    start.resize(std::size_t(stream.gcount()));
    return start;
}

DbfHeader dbfHeader(std::string_view start) {
    if (start.size() < 32)
        return {};
    const auto byte = [&](std::size_t at) {
        return std::size_t(static_cast<unsigned char>(start[at]));
    };
    constexpr std::string_view versions =
        "\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8b\xcb\xf5\xfb";
    const DbfHeader header{byte(4) | byte(5) << 8 | byte(6) << 16 | byte(7) << 24,
                           byte(8) | byte(9) << 8, byte(10) | byte(11) << 8};
    const bool isDbf = versions.find(start[0]) != std::string_view::npos && byte(2) <= 12 &&
                       byte(3) <= 31 && header.headerBytes >= 65 && header.recordBytes >= 2;
    return isDbf ? header : DbfHeader{};
}

} // namespace terroir::sheets
