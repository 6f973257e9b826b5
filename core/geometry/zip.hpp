#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::geometry {

struct ZipPart {
    std::string name;
    std::string_view content;
};

/// The bytes of a ZIP archive with these files, compressed. Error when there is no memory for it.
std::string zipOf(const std::vector<ZipPart>& parts);

} // namespace terroir::geometry
