#include "core/geometry/mapinfo.hpp"

#include <algorithm>
#include <utility>

namespace terroir::geometry {

OGRSpatialReference withMapInfoDatum(const OGRSpatialReference& reference) {
    OGRSpatialReference shifted = reference;
    double shift[7] = {};
    if (shifted.AddGuessedTOWGS84() == OGRERR_NONE && shifted.GetTOWGS84(shift, 7) == OGRERR_NONE) {
        // MapInfo turns the other way round. GDAL changes the sign of the scale, too, when it
        // writes, and not when it reads: here it is changed back.
        shifted.SetTOWGS84(shift[0], shift[1], shift[2], shift[3], shift[4], shift[5], -shift[6]);
    }
    return shifted;
}

// Version 1520 is the first that knows UTF-8 in a .mif; a .tab says it by its charset alone.
void declareUtf8(std::string& content) {
    std::size_t begin = 0;
    for (int line = 0; line < 8 && begin < content.size(); ++line) {
        for (const auto& [from, to] : {std::pair<std::string, const char*>{"Neutral", "UTF-8"},
                                       {"Version 300", "Version 1520"}}) {
            const std::size_t at = content.find(from, begin);
            if (at < content.find('\n', begin))
                content.replace(at, from.size(), to);
        }
        begin = std::min(content.find('\n', begin), content.size() - 1) + 1;
    }
}

} // namespace terroir::geometry
