#include "plugin/qgis/processing/point_sums.hpp"

#include "plugin/qgis/speech.hpp"

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

QString PointSums::inWords(Reason reason) {
    switch (reason) {
    case Reason::NoPoint:
        return said("không có tọa độ đọc được", "no coordinates that can be read");
    case Reason::Outside:
        return said("không nằm trong đơn vị nào", "in no unit");
    case Reason::OutsideArea:
        return said("ngoài địa bàn", "outside the area");
    case Reason::OnBorder:
        return said("trên ranh giới của nhiều đơn vị", "on the border of several units");
    case Reason::Several:
        return said("thuộc nhiều đơn vị", "in several units");
    case Reason::Unknown:
        return said("không rõ đất ấy thuộc đơn vị nào", "the gazetteer does not know whose ground "
                                                        "it was");
    default:
        return {};
    }
}

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
