#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::exporting {

/// <labeling> of the units: name and figure. `fill`: the layer whose classes colour them, for
/// letters that contrast with it.
std::string labeling(const figures::EvaluatedTheme& evaluated,
                     std::optional<std::size_t> fill = std::nullopt);

/// Whether only units with figures have their names, for the others are too many: the units above
/// have theirs instead.
bool areOthersUnnamed(const figures::EvaluatedTheme& evaluated);

/// A column of figures whose labels stand on circles; `offsetMm`: an expression ("x,y") of where
/// the middle of the circle lies, from the point.
struct CircleLabel {
    std::string column, offsetMm;
};
/// <labeling> of circles: the figure on each; labels of other layers keep off them.
std::string circleLabeling(const std::vector<CircleLabel>& labels, Language language);

/// <labeling> of the ground around units: the units above them, which are only to find one's way;
/// their neighbours; to the right of the border's lines, the countries beyond; and archipelagos,
/// which are named wherever they are in view.
std::string parentNames();
std::string neighbourNames();
std::string countryNames();
std::string seaNames();

/// <labeling> of symbols: labels of other layers keep off them.
std::string obstacles();

} // namespace terroir::exporting
