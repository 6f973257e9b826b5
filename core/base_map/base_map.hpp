#pragma once

#include "core/base_map/base_layers.hpp"
#include "core/geometry/features.hpp"
#include "core/geometry/raster.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace terroir::base_map {

/// What base layers have on a part of the ground. May be used by several threads. What was read is
/// kept for the next part of about the same size, so that a map that moves needs no file.
class BaseMap {
public:
    explicit BaseMap(std::vector<BaseLayer> layers);

    const std::vector<BaseLayer>& layers() const { return m_layers; }

    /// Features that touch the box, and perhaps others near it; nothing for a raster, a layer that
    /// does not reach there, or one that cannot be read, which faults() tells.
    std::shared_ptr<const std::vector<geometry::Feature>> features(std::size_t layer,
                                                                   const geometry::Box& lonLat);
    /// PNG that fills the frame, see geometry::rasterPicture(); empty likewise.
    std::string picture(std::size_t layer, const geometry::RasterFrame& frame,
                        const std::function<bool()>& stop = {});

    /// What could not be drawn so far, each once.
    std::vector<LocalText> faults() const;

    /// More corners of a layer in one part of the ground are left out, and faults() says so.
    static constexpr std::size_t maxPoints = 4'000'000;

private:
    struct Kept {
        geometry::Box lonLat;
        std::shared_ptr<const std::vector<geometry::Feature>> features;
    };
    std::shared_ptr<const std::vector<geometry::Feature>> read(std::size_t layer,
                                                               const geometry::Box& lonLat);
    void addFault(const LocalText& fault);

    std::vector<BaseLayer> m_layers;
    mutable std::mutex m_mutex;
    std::vector<std::optional<Kept>> m_kept; ///< by layer
    std::vector<LocalText> m_faults;
};

} // namespace terroir::base_map
