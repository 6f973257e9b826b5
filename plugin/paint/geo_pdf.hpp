#pragma once

#include "core/map/scene.hpp"

#include <span>
#include <string>
#include <string_view>

class QPDF;
class QPDFObjectHandle;

namespace terroir::paint {

inline constexpr double pointsPerMm = 72 / 25.4; ///< of a PDF

/// A PDF of one page that knows where the frames of the map lie: a viewport with a geographic
/// measure for each (ISO 32000-2, 12.9 and 12.10), which GIS programs and readers on telephones
/// ask for places. The page looks as before. Error when the bytes are no PDF.
std::string withGround(std::string_view pdf, const map::Scene& scene);

/// The same for one page of a document that is open.
void addGround(QPDF& document, QPDFObjectHandle& page, std::span<const map::GroundFrame> grounds);

} // namespace terroir::paint
