#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// A number with what it counts, in one cell: "12 con trâu".
struct CountedThing {
    std::string value; ///< "12 con"; animals without a unit are heads: "300 con" of "300 gà thịt"
    std::string thing; ///< "trâu"
};

/// "12 con trâu, 300 gà thịt", "2 ha chè và 1,5 ha cam", "Lợn thịt: 150 con", "150 con (lợn thịt)".
/// Empty unless every part of the cell is a number with a crop or an animal that is known.
std::vector<CountedThing> countedThings(std::string_view cell);

} // namespace terroir::tables
