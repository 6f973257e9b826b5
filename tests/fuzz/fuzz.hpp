#pragma once

// What the fuzz targets (libFuzzer) share.

#include "core/base/error.hpp"
#include "core/gazetteer/build.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/store/workspace_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace terroir::fuzz {

/// Stops the run where what holds for every input does not.
inline void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

/// False where the input is refused with a sentence, in both languages; any other exception is a
/// fault and ends the run.
template <typename Call>
bool isTaken(const Call& call) {
    try {
        call();
        return true;
    } catch (const Error& error) {
        require(!error.text().vi.empty() && !error.text().en.empty(), "A refusal says nothing.");
        return false;
    }
}

/// The bytes of an input, from front to back: choices, then texts with a TAB between them.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size)
        : m_rest(reinterpret_cast<const char*>(data), size) {}

    bool isEmpty() const { return m_rest.empty(); }
    /// 0 at the end.
    unsigned byte() {
        if (m_rest.empty())
            return 0;
        const unsigned first = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        return first;
    }
    std::string field() {
        const std::size_t end = std::min(m_rest.find('\t'), m_rest.size());
        std::string text(m_rest.substr(0, end));
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        return text;
    }
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

/// A file of this run alone; the caller removes it.
inline std::filesystem::path scratchFile(const std::string& name) {
    return std::filesystem::temp_directory_path() /
           ("terroir-fuzz-" + std::to_string(::getpid()) + "-" + name);
}

inline const std::filesystem::path dataFolder = std::filesystem::path(TERROIR_SOURCE_DIR) / "data";

inline const gazetteer::Gazetteer& packagedGazetteer() {
    static const gazetteer::Gazetteer gazetteer = [] {
        const std::filesystem::path file = scratchFile("units.sqlite");
        store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
        gazetteer::buildFromData(workspace, dataFolder);
        gazetteer::Gazetteer loaded = gazetteer::Gazetteer::load(workspace);
        std::filesystem::remove(file);
        return loaded;
    }();
    return gazetteer;
}

inline const geocode::Geocoder& packagedGeocoder() {
    static const geocode::Geocoder geocoder(packagedGazetteer());
    return geocoder;
}

} // namespace terroir::fuzz
