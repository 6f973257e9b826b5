// Themes (JSON) as others send them: read, or refused with a sentence; what is read can be written
// and read again.

#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace terroir;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string json(reinterpret_cast<const char*>(data), size);
    fuzz::isTaken([&] {
        const theme::Theme read = theme::parseTheme(json, "x.theme.json");
        std::string written;
        if (!fuzz::isTaken([&] { written = theme::toJson(read); }))
            return;
        const theme::Theme again = theme::parseTheme(written, "x.theme.json");
        fuzz::require(theme::toJson(again) == written, "A theme is not read as it was written.");
    });
    return 0;
}
