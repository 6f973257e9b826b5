#pragma once

#include "core/theme/theme.hpp"

namespace terroir::theme {

/// What a person may set over a theme.
struct Overrides {
    std::optional<Date> asOf;
    std::optional<gazetteer::Level> level;
    gazetteer::UnitIndex within = gazetteer::noUnit; ///< resolved by the caller
    bool wholeCountry = false; ///< without `within`: all units, not only provinces with records
    std::optional<std::string> method;
    std::optional<std::size_t> classes;
    std::optional<std::string> palette;
    /// Of all choropleth layers. Given breaks of a theme are made for its own Layer::per: with
    /// another one the classes are cut by jenks, as many as before, unless `method` names a way.
    std::optional<Per> per;
    std::optional<Period> period; ///< of all series
};

/// The theme whose layers have the method, classes, palette, relation and period of the overrides.
/// Colours and labels of one's own go with the breaks that they were given for: another method
/// drops both, another palette the colours. UsageError for what does not fit: an unknown palette, a
/// number of classes for given breaks, the method "given" where the breaks are made for another
/// Layer::per.
Theme overridden(Theme theme, const Overrides& overrides);

} // namespace terroir::theme
