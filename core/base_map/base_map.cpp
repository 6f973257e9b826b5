#include "core/base_map/base_map.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>
#include <utility>

namespace terroir::base_map {

namespace {

using geometry::Box;
using geometry::Feature;

Box grown(const Box& box, double share) {
    const double x = share * box.width(), y = share * box.height();
    return {box.minX - x, box.minY - y, box.maxX + x, box.maxY + y};
}

bool holds(const Box& outer, const Box& inner) {
    return outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX &&
           outer.maxY >= inner.maxY;
}

std::size_t pointsOf(const Feature& feature) {
    std::size_t points = feature.points.size();
    for (const auto& line : feature.lines)
        points += line.size();
    for (const geometry::Polygon& area : feature.areas)
        points += area.outer.size();
    return points;
}

} // namespace

BaseMap::BaseMap(std::vector<BaseLayer> layers)
    : m_layers(std::move(layers)), m_kept(m_layers.size()) {}

std::shared_ptr<const std::vector<Feature>> BaseMap::features(std::size_t layer,
                                                              const Box& lonLat) {
    constexpr double margin = 0.5;    ///< read on each side, of the width that is asked for
    constexpr double leastPart = 0.2; ///< of what is kept; a smaller part is read by itself
    const std::lock_guard lock(m_mutex);
    if (isRaster(m_layers[layer].role) || !m_layers[layer].lonLat.meets(lonLat))
        return std::make_shared<const std::vector<Feature>>();
    std::optional<Kept>& kept = m_kept[layer];
    if (!kept || !holds(kept->lonLat, lonLat) ||
        lonLat.width() < leastPart * kept->lonLat.width()) {
        const Box wider = grown(lonLat, margin);
        kept = Kept{wider, read(layer, wider)};
    }
    return kept->features;
}

std::shared_ptr<const std::vector<Feature>> BaseMap::read(std::size_t layer, const Box& lonLat) {
    const BaseLayer& asked = m_layers[layer];
    auto features = std::make_shared<std::vector<Feature>>();
    try {
        std::size_t points = 0;
        geometry::FeatureReader(asked.file, asked.layer)
            .read(lonLat, asked.nameField, [&](Feature feature) {
                points += pointsOf(feature);
                if (points > maxPoints)
                    return false;
                features->push_back(std::move(feature));
                return true;
            });
        if (points > maxPoints)
            addFault(localText("Lớp nền '{}' có quá nhiều nét ở khung này nên chỉ vẽ một phần; hãy "
                               "dùng tệp đã giản hóa, hoặc bản đồ hẹp hơn.",
                               "The base layer '{}' has too many lines in this frame and is drawn "
                               "in part; use a simplified file, or a smaller map.",
                               asked.name));
    } catch (const Error& error) {
        features->clear();
        addFault(localText("Lớp nền '{}' không vẽ được: {}", "The base layer '{}' is not drawn: {}",
                           asked.name, error.text()));
    }
    return features;
}

std::string BaseMap::picture(std::size_t layer, const geometry::RasterFrame& frame,
                             const std::function<bool()>& stop) {
    const BaseLayer& asked = m_layers[layer];
    if (!isRaster(asked.role))
        return {};
    try {
        return geometry::rasterPicture(asked.file, frame, stop);
    } catch (const Error& error) {
        const std::lock_guard lock(m_mutex);
        addFault(localText("Lớp nền '{}' không vẽ được: {}", "The base layer '{}' is not drawn: {}",
                           asked.name, error.text()));
        return {};
    }
}

void BaseMap::addFault(const LocalText& fault) {
    if (std::none_of(m_faults.begin(), m_faults.end(),
                     [&](const LocalText& known) { return known.en == fault.en; }))
        m_faults.push_back(fault);
}

std::vector<LocalText> BaseMap::faults() const {
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

} // namespace terroir::base_map
