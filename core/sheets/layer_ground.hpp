#pragma once

#include "core/base/language.hpp"
#include "core/sheets/sheet.hpp"

#include <ogrsf_frmts.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace terroir::sheets {

/// Brings the shapes of a layer to EPSG:4326.
class LayerGround {
public:
    explicit LayerGround(OGRLayer& layer);

    /// Of a feature; none when the layer does not say where it lies, and for empty shapes and such
    /// that lie nowhere on earth.
    std::shared_ptr<const Ground> of(OGRFeature& feature);
    /// What was taken for granted, and which shapes could not be used.
    std::vector<LocalText> remarks() const;

private:
    struct DestroyTransform {
        void operator()(OGRCoordinateTransformation* transform) const {
            OGRCoordinateTransformation::DestroyCT(transform);
        }
    };
    enum class System { Known, Degrees, Unknown };

    OGRLayer& m_layer;
    System m_system = System::Known;
    std::unique_ptr<OGRCoordinateTransformation, DestroyTransform> m_transform;
    std::size_t m_nowhere = 0; ///< shapes outside the world
};

} // namespace terroir::sheets
