#pragma once

#include "core/figures/evaluated_theme.hpp"

namespace terroir::figures {

/// Breaks, colours, labels and counts of a choropleth layer, from the figures of its one series or
/// their rates (see setRates()). Borders of rates are moved to short numbers, which puts no rate
/// into another class.
void setClasses(EvaluatedLayer& layer, Language language);

/// What each unit has, the combinations that occur, their colours, labels and counts, from the
/// records behind the figures of the layer's one series.
void setCategories(EvaluatedLayer& layer, const records::CompactRecords& records,
                   Language language);

/// Borders of the classes of figures, with so many decimals or fewer; none is empty.
classify::Breaks cutFigures(const theme::Classes& wanted, const std::vector<double>& values,
                            int decimals);
/// What the classes are called by their borders: "1 – 4", "> 2,5 – 5,0".
std::vector<std::string> limitsInWords(const classify::Breaks& breaks,
                                       const std::vector<double>& values, bool areGiven,
                                       Language language);

/// Units without a figure in any series.
std::size_t countWithoutData(const EvaluatedLayer& layer,
                             std::span<const gazetteer::UnitIndex> units);

} // namespace terroir::figures
