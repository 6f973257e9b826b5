#pragma once

#include "core/records/quantity.hpp"

#include <string_view>
#include <vector>

namespace terroir::records {

/// A quantity of a cell that holds several.
struct PartQuantity {
    std::string_view field; ///< area, output, yield or count: what its unit measures
    std::string_view text;  ///< "150 tấn", of the cell
    Quantity quantity;
};

/// "12,6 ha" and "150 tấn" of "12,6 ha; 150 tấn", "5 ha (60 tấn)", "2 ha, 300 con": quantities of a
/// cell of which each measures something else, so that they can be told apart. Empty for other
/// texts, "2 ha + 500 m2" and negative quantities among them.
std::vector<PartQuantity> differentQuantities(std::string_view text);

} // namespace terroir::records
