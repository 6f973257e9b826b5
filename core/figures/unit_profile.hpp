#pragma once

#include "core/figures/profile.hpp"
#include "core/records/limits.hpp"

#include <span>
#include <vector>

namespace terroir::figures {

/// What a person asks of one unit.
struct ProfileQuestion {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    Date day = Date::today();
    records::Limits only = {}; ///< what is not within them is in neither figures nor records
};

struct UnitProfile {
    Date day = Date::today(); ///< that it is of, see unitProfile()
    Profile profile;
    Table table; ///< profileTable()
    /// What a reader must know, a sentence each: another day than the one that was asked for, the
    /// limits, that nothing is known, themes that cannot be added up.
    std::vector<LocalText> remarks;
};

/// The profile of a unit as every program shows it: as of the day or, where the unit is not in
/// force then, its own nearest one. Themes with limits of their own keep them, see
/// theme::narrowed(). Linear in the records, for each theme once.
UnitProfile unitProfile(workspace::Workspace& workspace, std::span<const theme::Theme> themes,
                        const ProfileQuestion& question, Language language);

} // namespace terroir::figures
