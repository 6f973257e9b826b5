#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/theme/settings.hpp"

#include <span>

namespace terroir::figures {

/// Joins and classifies every layer. Breaks of the methods equal, quantile and jenks are moved down
/// to the precision of the figures (whole numbers for counts), which puts no figure into another
/// class. The errors of withSettings(); UsageError for an unknown method. `sources` say what a
/// record without a period of its own speaks of, for a selection of years. When the level does not
/// exist on the date (districts after 2025-07-01) the communes are shown instead and `level` says
/// so. `memory` as in join().
EvaluatedTheme evaluate(const theme::Theme& theme, const gazetteer::Gazetteer& gazetteer,
                        const records::CompactRecords& records, const theme::Settings& settings,
                        Language language, std::span<const records::Source> sources = {},
                        ShownArea area = {}, CountedMemory* memory = nullptr);

} // namespace terroir::figures
