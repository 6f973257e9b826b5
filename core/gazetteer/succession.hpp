#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <vector>

// What the succession table says about ground that did not change.
namespace terroir::gazetteer {

/// The unit and the other versions of exactly its ground: renames and one-to-one mergers, back and
/// forth. The unit itself comes first.
std::vector<UnitIndex> sameGround(const Gazetteer& gazetteer, UnitIndex unit);

/// The units that went whole into this one and make up all of it; empty when any part of it came
/// from a unit that was cut.
std::vector<UnitIndex> wholePredecessors(const Gazetteer& gazetteer, UnitIndex unit);

} // namespace terroir::gazetteer
