#pragma once

#include "core/theme/json_members.hpp"
#include "core/theme/theme.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::theme {

/// What a series of a layer of that type is called in a theme file, its selection with it.
Members<Series> seriesMembers(LayerType type);

/// The series at that place of its layer, with what follows where nothing is said: its colour, and
/// to count where no indicator is named.
Series readSeries(const JsonNode& node, LayerType type, std::size_t index);

/// "category of the kind …", in refusals.
LocalText categoryOf(const std::vector<std::string>& kinds);

} // namespace terroir::theme
