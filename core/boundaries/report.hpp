#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/boundaries/boundaries.hpp"

#include <string>

namespace terroir::boundaries {

/// What an import of boundaries has to say, one row an issue, then one for each unit that got no
/// polygon: kind, feature, code, name, sentence.
Table boundaryRows(const boundaries::ImportResult& result, const gazetteer::Gazetteer& gazetteer,
                   const Words& words);

/// Of which level and day a layer is and how that is known, or why it was left out.
LocalText layerInWords(const LayerReport& layer);

/// "Read 12 polygons: 10 matched, …"; then a line for each layer of several, and for one whose day
/// nobody said.
std::string boundarySummary(const boundaries::ImportResult& result, const Words& words);

} // namespace terroir::boundaries
