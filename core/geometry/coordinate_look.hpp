#pragma once

#include "core/base/language.hpp"
#include "core/geometry/point.hpp"

#include <optional>

namespace terroir::geometry {

/// What a layer says its numbers are; Nothing when it has no coordinate system.
enum class SaidUnit { Nothing, Degrees, Metres };

/// A sentence when the numbers of a layer in Vietnam cannot be what the layer says: degrees where
/// it says metres, metres where it says degrees or nothing, x and y exchanged. `numbers` is the
/// extent as the file has it. Empty when nothing speaks against them; it is not looked at where
/// they lie.
std::optional<LocalText> faultOf(const Box& numbers, SaidUnit said);

} // namespace terroir::geometry
