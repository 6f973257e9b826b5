#pragma once

#include "plugin/viewer/contents.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::viewer {

struct ChartValue {
    double value = 0;
    bool lowerBound = false, approximate = false;
};

struct ChartSeries {
    std::string label;
    std::optional<Colour> colour;                  ///< the theme's; none where it has none
    std::vector<std::optional<ChartValue>> values; ///< by category; none is no data, which is not 0
};

/// What a chart of bars shows.
struct ChartData {
    std::vector<std::string> categories;     ///< names of units, or years
    std::vector<gazetteer::UnitIndex> units; ///< by category; empty for years
    std::vector<ChartSeries> series;
    std::string measure; ///< "ha"; empty for counts
    /// Of the bars by unit.
    std::size_t leftOutUnits = 0;
    double leftOut = 0, notAttributed = 0;
    /// Of the years.
    std::size_t severalYears = 0; ///< records whose period is longer than the year they stand at
    std::size_t withoutYear = 0;  ///< records without a year, which are left out
};

/// The units of measure of a map's series, each once: only what has the same one stands in one
/// chart.
std::vector<std::string> measuresOf(const MapFigures& figures);

/// The units with figures, largest sum of all series first, equal ones by name; no more than
/// `most`.
ChartData chartByUnit(const MapFigures& figures, const std::string& measure, std::size_t most);

/// The same selection of records by year, every year from the first to the last. A value stands at
/// the last year of its period. Each year counts by itself as the map does (join::join()), so
/// nothing twice. Linear in the records.
ChartData chartByYear(const MapFigures& figures, const std::string& measure);

} // namespace terroir::viewer
