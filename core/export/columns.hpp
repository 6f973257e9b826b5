#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

/// Column names of the figures of a theme, per layer and series: the indicator when no other
/// series has it ("area"), else the category ("vietgap"), else both, else a number after them.
/// Only letters, digits and '_'.
std::vector<std::vector<std::string>> figureColumns(const theme::Theme& theme);

/// Column of what a unit has, for a layer of the type Categories: "category", "category_2", …
std::string categoryColumn(const theme::Theme& theme, std::size_t layer);

/// "THEME_ID_symbols", "THEME_ID_symbols_2", …: the point layer of a layer of symbols or pies.
std::string symbolLayerName(const theme::Theme& theme, std::size_t layer);

/// Column of the rates of a choropleth: that of its figures with "_per_area", "_per_people" or
/// "_share" after it; empty without rates.
std::string rateColumn(const theme::Theme& theme, std::size_t layer);
/// Column that a choropleth is cut into classes by: of its rates, else of its figures.
std::string classColumn(const theme::Theme& theme, std::size_t layer);

/// Column of the units that have figures together with others, as the name of all of them.
inline constexpr const char* sharedColumn = "shared";

bool isSymbolLayer(const theme::Layer& layer);
bool fillsUnits(const theme::Layer& layer);

/// Legend and column title: the label of the series or else of its layer, with the unit ("Area
/// (ha)") where no label says it ("Models").
std::string figureTitle(const theme::Layer& layer, const theme::Series& series, Language language);
/// The same with the unit of the rates: "Area (ha/km²)".
std::string rateTitle(const figures::EvaluatedLayer& layer, Language language);

} // namespace terroir::exporting
