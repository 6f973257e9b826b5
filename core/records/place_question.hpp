#pragma once

#include "core/geocode/match.hpp"
#include "core/records/row_place.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

// For the sources of PlaceReader only.
namespace terroir::records {

/// The cells of a row with what stands above it.
struct PlaceQuestion {
    const PlaceCells& cells;
    Date asOf;
    /// Of the cells, else of the groups above the row.
    std::string commune, district, province;
    std::string context;                                ///< of questions
    gazetteer::UnitIndex innermost = gazetteer::noUnit; ///< of the groups

    geocode::Query query() const {
        geocode::Query query;
        query.asOf = asOf;
        query.context = context;
        query.days = cells.isOwnTable ? geocode::Days::DayFirst : geocode::Days::Any;
        return query;
    }
};

/// With commas between those that are not empty.
std::string joined(std::initializer_list<std::string_view> parts);
PlaceRole roleOf(const PlaceCells& cells);
std::optional<gazetteer::Level> levelOf(std::string_view text);
void addReason(Place& place, std::string_view reason);

} // namespace terroir::records
