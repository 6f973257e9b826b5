#pragma once

#include "core/session/session.hpp"
#include "core/theme/compose.hpp"

#include <vector>

namespace terroir::session {

/// Which units a map of figures shows: those that have them, the outlines one level up, and what
/// lies around (the other districts of the province, the other provinces).
struct MapUnits {
    std::vector<gazetteer::UnitIndex> units, parents, context;
};
MapUnits unitsOfMap(const gazetteer::Gazetteer& gazetteer, const theme::EvaluatedTheme& evaluated);

/// The shapes and sources that an evaluated theme is drawn with. Refers to the session's gazetteer
/// and records: the session must outlive it.
/// Shapes are as detailed as the page can show.
theme::MapData mapDataOf(Session& session, const theme::EvaluatedTheme& evaluated,
                         const theme::Page& page);

} // namespace terroir::session
