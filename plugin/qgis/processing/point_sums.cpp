#include "plugin/qgis/processing/point_sums.hpp"

#include <algorithm>

namespace terroir::qgis {

using boundaries::Basis;
using boundaries::Location;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

void include(PointSums::Statistic& statistic, double number) {
    statistic.min = statistic.count == 0 ? number : std::min(statistic.min, number);
    statistic.max = statistic.count == 0 ? number : std::max(statistic.max, number);
    statistic.sum += number;
    ++statistic.count;
}

/// Why one point does not say one unit.
PointSums::Reason reasonOf(const Location& point) {
    if (point.units.empty())
        return point.isIncomplete ? PointSums::Reason::Unknown : PointSums::Reason::Outside;
    if (point.units.size() == 1)
        return point.isIncomplete ? PointSums::Reason::Unknown : PointSums::Reason::None;
    return point.onBorder ? PointSums::Reason::OnBorder : PointSums::Reason::Several;
}

} // namespace

PointSums::Reason PointSums::add(const std::vector<Location>& points,
                                 const std::vector<std::optional<double>>& numbers,
                                 const std::function<bool(UnitIndex)>& isInArea) {
    if (points.empty())
        return Reason::NoPoint;
    UnitIndex unit = noUnit;
    for (const Location& point : points) {
        if (const Reason reason = reasonOf(point); reason != Reason::None)
            return reason;
        if (unit != noUnit && unit != point.units.front())
            return Reason::Several;
        unit = point.units.front();
    }
    if (!isInArea(unit))
        return Reason::OutsideArea;
    Cell& cell = m_cells[unit];
    cell.numbers.resize(m_numbers);
    ++cell.count;
    cell.approximate += std::any_of(points.begin(), points.end(), [](const Location& point) {
        return point.basis == Basis::Approximate;
    });
    for (std::size_t i = 0; i < m_numbers; ++i)
        if (numbers[i])
            include(cell.numbers[i], *numbers[i]);
    return Reason::None;
}

} // namespace terroir::qgis
