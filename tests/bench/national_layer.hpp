#pragma once

#include "core/base/date.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace terroir::bench {

using Clock = std::chrono::steady_clock;

/// The day of the units that the layer shows.
inline constexpr Date layerDay = Date::of(2025, 7, 1);

inline double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Largest resident size so far.
inline long peakMegabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Calls `run(layer, workspace)` with a layer of every commune of today and a file name for a
/// workspace, which goes afterwards; returns what main() returns. The layer is the first argument,
/// else the development polygons (../shared or $TERROIR_SHARED), which are not part of the project;
/// without either it says so, which is no failure.
template <typename Run>
int withNationalLayer(const char* program, int argc, char** argv, const Run& run) {
    const char* shared = std::getenv("TERROIR_SHARED");
    const std::filesystem::path packed =
        std::filesystem::path(shared != nullptr ? shared : TERROIR_SOURCE_DIR "/../shared") /
        "boundaries/communes_2025_national.gpkg.xz";
    if (argc < 2 && !std::filesystem::exists(packed)) {
        std::printf("%s: skipped, '%s' is not there; name its folder with TERROIR_SHARED or give "
                    "a file with all communes.\n",
                    program, packed.c_str());
        return 0;
    }
    std::string pattern = (std::filesystem::temp_directory_path() / "terroir-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        return 1;
    const std::filesystem::path folder = pattern;
    int code = 0;
    try {
        const std::filesystem::path layer = argc < 2 ? folder / "communes.gpkg" : argv[1];
        const std::string unpack = "xz -dc '" + packed.string() + "' > '" + layer.string() + "'";
        if (argc < 2 && std::system(unpack.c_str()) != 0)
            throw std::runtime_error("xz could not unpack " + packed.string());
        run(layer, folder / "workspace.sqlite");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", program, error.what());
        code = 1;
    }
    std::filesystem::remove_all(folder);
    return code;
}

} // namespace terroir::bench
