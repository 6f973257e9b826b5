#pragma once

#include "core/base/language.hpp"
#include "core/base/result_table.hpp"
#include "core/boundaries/boundaries.hpp"

#include <string>

namespace terroir::boundaries {

/// What an import of boundaries has to say, one row an issue, then one for each unit that got no
/// polygon: kind, feature, code, name, sentence.
ResultTable boundaryRows(const boundaries::ImportResult& result,
                         const gazetteer::Gazetteer& gazetteer, const Words& words);

/// "Read 12 polygons: 10 matched, …", in one sentence.
std::string boundarySummary(const boundaries::ImportResult& result, const Words& words);

} // namespace terroir::boundaries
