#include "core/page/pictures_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::page {

std::size_t pictureNumber(std::vector<const theme::Picture*>& pictures,
                          const theme::Picture& picture) {
    const auto known = std::find_if(pictures.begin(), pictures.end(),
                                    [&](const auto* one) { return *one == picture; });
    const auto number = std::size_t(known - pictures.begin());
    if (known == pictures.end())
        pictures.push_back(&picture);
    return number;
}

nlohmann::json picturePaths(const std::vector<const theme::Picture*>& pictures) {
    nlohmann::json paths = nlohmann::json::array();
    for (const theme::Picture* picture : pictures)
        paths.push_back(theme::pathData(*picture, pictureSide));
    return paths;
}

PlacedPath placedPath(const std::vector<std::vector<geometry::Point>>& rings) {
    PlacedPath path;
    for (const auto& ring : rings)
        for (const geometry::Point& point : ring)
            path.box.expand(point);
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            path.data += fmt::format("{}{:.2f} {:.2f}", i == 0 ? 'M' : 'L',
                                     ring[i].x - path.box.minX, ring[i].y - path.box.minY);
        path.data += 'Z';
    }
    return path;
}

} // namespace terroir::page
