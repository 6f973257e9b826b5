#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace terroir::test {

inline bool isQgisInstalled() {
    static const bool is =
        std::system("/usr/bin/python3 -c 'import qgis.core' >/dev/null 2>&1") == 0;
    return is;
}

inline std::string outputOf(const std::string& command) {
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> buffer;
    while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), read);
    ::pclose(pipe);
    return output;
}

/// What QGIS says of the layers (separated by spaces) of a GeoPackage; draws them, the first on
/// top, into `picture`. See describe_layers.py.
inline nlohmann::json describedByQgis(const std::filesystem::path& file, const std::string& layers,
                                      const std::filesystem::path& picture) {
    const std::string output = outputOf(
        fmt::format("QT_QPA_PLATFORM=offscreen /usr/bin/python3 {}/tests/qgis/describe_layers.py "
                    "'{}' '{}' {} 2>/dev/null",
                    TERROIR_SOURCE_DIR, file.string(), picture.string(), layers));
    nlohmann::json description = nlohmann::json::parse(output, nullptr, false);
    EXPECT_FALSE(description.is_discarded()) << "QGIS said: " << output;
    return description;
}

/// Where a picture goes: beside the others in $TERROIR_KEEP_PICTURES, to be looked at, or nowhere
/// that lasts.
inline std::filesystem::path pictureFile(const std::filesystem::path& folder,
                                         const std::string& name) {
    const char* kept = std::getenv("TERROIR_KEEP_PICTURES");
    return (kept != nullptr ? std::filesystem::path(kept) : folder) / (name + ".png");
}

} // namespace terroir::test
