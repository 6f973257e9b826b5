#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/selection.hpp"
#include "core/records/years_rule.hpp"

#include <optional>
#include <span>

namespace terroir::figures {

/// Which figures are wanted: see join().
struct Request {
    records::Selection selection;
    records::Measure measure = records::Measure::Sum;
    gazetteer::Level level = gazetteer::Level::Commune;
    /// The units of which day the figures are shown on.
    Date asOf = Date::today();
    /// The area of interest, a unit of any date; noUnit: the whole country.
    gazetteer::UnitIndex within = gazetteer::noUnit;
    records::PlaceUse places =
        records::PlaceUse::Locations; ///< Names: records without a place in a name are left out
    /// What the records' sources cover, for Selection::period.
    std::span<const records::Source> sources = {};
    /// For all records; without it yearsRuleOf() their kinds.
    std::optional<records::YearsRule> years = {};
    /// Only what may be in force on that day; what has no term counts always.
    std::optional<Date> inForceOn = {};
};

} // namespace terroir::figures
