#pragma once

namespace terroir::figures {

/// Why a value belongs to no single unit. Stable ids and words: reasons.hpp.
enum class NoUnitReason {
    SeveralUnits,
    CoarserLevel,
    Unresolved,
    Remainder,     ///< of an aggregate, less its parts
    PartlyOutside, ///< some places lie outside the area: not in the total
};

} // namespace terroir::figures
