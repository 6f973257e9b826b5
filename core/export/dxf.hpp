#pragma once

#include "core/export/theme_layers.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/drawing.hpp"
#include "core/records/record.hpp"

#include <span>
#include <string>

namespace terroir::exporting {

/// The theme as a drawing of a CAD program in the plane system `crs`: fills of the classes, a layer
/// each ("LOP_1"), outlines by level ("RANH_XA", "RANH_HUYEN", "RANH_TINH"), the names and the
/// figures of the units as texts, and below them the title, the classes, the sources and the
/// system, which a DXF has no other place for. Names of layers are in the language, without marks.
geometry::Drawing drawingOf(const ThemeLayers& theme, const gazetteer::Gazetteer& gazetteer,
                            std::span<const records::Source> sources, const std::string& crs);

/// "mét, VN-2000, kinh tuyến trục 103°00', múi 3° (EPSG:9205)": what a drawing cannot say itself.
LocalText planeSystemInWords(const std::string& crs);

} // namespace terroir::exporting
