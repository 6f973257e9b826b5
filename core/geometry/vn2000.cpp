#include "core/geometry/vn2000.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace terroir::geometry {

namespace {

/// In the EPSG registry.
struct Zone {
    int meridian;
    int epsg;
};

constexpr std::array<Zone, 18> zones{{
    {102 * 60, 5896},
    {103 * 60, 9205},
    {104 * 60, 9206},
    {104 * 60 + 30, 9207},
    {104 * 60 + 45, 9208},
    {105 * 60, 5897},
    {105 * 60 + 30, 9209},
    {105 * 60 + 45, 9210},
    {106 * 60, 9211},
    {106 * 60 + 15, 9212},
    {106 * 60 + 30, 9213},
    {107 * 60, 9214},
    {107 * 60 + 15, 9215},
    {107 * 60 + 30, 9216},
    {107 * 60 + 45, 5899},
    {108 * 60, 5898},
    {108 * 60 + 15, 9217},
    {108 * 60 + 30, 9218},
}};

/// ASCII letters in small, without blanks, dashes and underscores.
std::string squeezedWord(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (std::string_view(" -_").find(c) == std::string_view::npos)
            out += char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

} // namespace

std::span<const int> vn2000Meridians() {
    static const auto meridians = [] {
        std::array<int, zones.size()> all{};
        std::transform(zones.begin(), zones.end(), all.begin(),
                       [](const Zone& zone) { return zone.meridian; });
        return all;
    }();
    return meridians;
}

std::string vn2000ZoneAt(int meridian) {
    const auto zone = std::find_if(zones.begin(), zones.end(),
                                   [&](const Zone& z) { return z.meridian == meridian; });
    return zone == zones.end() ? std::string() : fmt::format("EPSG:{}", zone->epsg);
}

std::optional<int> meridianOf(std::string_view code) {
    const auto zone = std::find_if(zones.begin(), zones.end(), [&](const Zone& z) {
        return code == fmt::format("EPSG:{}", z.epsg);
    });
    return zone == zones.end() ? std::nullopt : std::optional(zone->meridian);
}

std::string meridianText(int meridian) {
    return fmt::format("{}°{:02}'", meridian / 60, meridian % 60);
}

std::optional<int> meridianIn(std::string_view text) {
    std::optional<int> found;
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const bool isStart =
            at == 0 || !(isDigit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',');
        if (!isStart || !isDigit(text[at]) || !isDigit(text[at + 1]) || !isDigit(text[at + 2]) ||
            (at + 3 < text.size() && isDigit(text[at + 3])))
            continue;
        const int degrees = std::stoi(std::string(text.substr(at, 3)));
        if (degrees < 102 || degrees > 111)
            continue;
        std::size_t next = at + 3, separators = 0;
        while (next < text.size() && !isDigit(text[next]) && separators < 7 && text[next] != ',' &&
               text[next] != ';' && text[next] != '(') {
            ++next;
            ++separators;
        }
        int minutes = 0;
        if (separators > 0 && next + 2 <= text.size() && isDigit(text[next]) &&
            isDigit(text[next + 1]) && (next + 2 == text.size() || !isDigit(text[next + 2]))) {
            const int read = std::stoi(std::string(text.substr(next, 2)));
            minutes = read % 15 == 0 && read < 60         ? read
                      : text[at + 3] == '.' && read == 75 ? 45
                                                          : 0;
        } else if (at + 4 < text.size() && text[at + 3] == '.' && text[at + 4] == '5') {
            minutes = 30;
        }
        found = degrees * 60 + minutes;
    }
    return found;
}

std::string vn2000WithoutShift(int meridian) {
    return fmt::format("+proj=tmerc +lat_0=0 +lon_0={} +k=0.9999 +x_0=500000 +y_0=0 +datum=WGS84 "
                       "+units=m +no_defs +type=crs",
                       double(meridian) / 60);
}

std::string systemNamed(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string name = squeezedWord(trimmed(text.substr(0, colon)));
    const bool isLocal = name == "vn2000noibo" || name == "vn2000local";
    if (name != "vn2000" && !isLocal)
        return std::string(trimmed(text));
    const auto meridian = meridianIn(text.substr(std::min(colon + 1, text.size())));
    if (meridian && !vn2000ZoneAt(*meridian).empty())
        return isLocal ? vn2000WithoutShift(*meridian) : vn2000ZoneAt(*meridian);
    std::vector<std::string> known;
    for (const int one : vn2000Meridians())
        known.push_back(meridianText(one));
    throw UsageError(localText(
        "'{}' không cho biết kinh tuyến trục của VN-2000; hãy ghi cả kinh tuyến, ví dụ "
        "vn2000:105°45' (cũng viết được vn2000:105-45). Các kinh tuyến trục: {}.",
        "'{}' does not say a central meridian of VN-2000; write it, such as vn2000:105°45' (or "
        "vn2000:105-45). The meridians are {}.",
        text, fmt::join(known, ", ")));
}

} // namespace terroir::geometry
