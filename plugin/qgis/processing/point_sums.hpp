#pragma once

#include "core/boundaries/locator.hpp"

#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace terroir::qgis {

/// Counts things with points in units, and sums up their numbers. A thing with several points (a
/// multipoint) counts once, where all of them lie in one unit.
class PointSums {
public:
    struct Statistic {
        std::size_t count = 0; ///< of numbers that are known
        double sum = 0, min = 0, max = 0;
    };
    struct Cell {
        std::size_t count = 0;
        std::size_t approximate = 0; ///< located by approximate boundaries
        std::vector<Statistic> numbers;
    };
    /// Why a thing is in no unit.
    enum class Reason { None, NoPoint, Outside, OutsideArea, OnBorder, Several, Unknown };

    static QString inWords(Reason reason);

    explicit PointSums(std::size_t numbers) : m_numbers(numbers) {}

    /// `isInArea` says of a unit whether it is among those that are summed up.
    Reason add(const std::vector<boundaries::Location>& points,
               const std::vector<std::optional<double>>& numbers,
               const std::function<bool(gazetteer::UnitIndex)>& isInArea);

    const std::map<gazetteer::UnitIndex, Cell>& cells() const { return m_cells; }

private:
    std::size_t m_numbers;
    std::map<gazetteer::UnitIndex, Cell> m_cells;
};

} // namespace terroir::qgis
