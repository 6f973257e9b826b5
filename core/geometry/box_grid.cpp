#include "core/geometry/box_grid.hpp"

#include <cmath>

namespace terroir::geometry {

namespace {

constexpr double maxCells = 256; ///< on one side

std::size_t cellsAlong(double length, double cell) {
    if (!(length > 0) || !(cell > 0))
        return 1;
    return std::size_t(std::clamp(std::ceil(length / cell), 1.0, maxCells));
}

std::uint16_t cellAt(double distance, double cell, std::size_t count) {
    return std::uint16_t(std::clamp(std::floor(distance / cell), 0.0, double(count - 1)));
}

} // namespace

BoxGrid::BoxGrid(const Box& ground, double cell) : m_ground(ground) {
    m_columns = cellsAlong(ground.width(), cell);
    m_rows = cellsAlong(ground.height(), cell);
    if (m_columns > 1)
        m_cellWidth = ground.width() / double(m_columns);
    if (m_rows > 1)
        m_cellHeight = ground.height() / double(m_rows);
    m_numbers.resize(m_columns * m_rows);
}

void BoxGrid::add(const Box& box) {
    const Cells cells = cellsOf(box);
    for (std::size_t row = cells.top; row <= cells.bottom; ++row)
        for (std::size_t column = cells.left; column <= cells.right; ++column)
            m_numbers[row * m_columns + column].push_back(std::uint32_t(m_boxes.size()));
    m_boxes.push_back(box);
    m_cells.push_back(cells);
}

BoxGrid::Cells BoxGrid::cellsOf(const Box& box) const {
    return {cellAt(box.minX - m_ground.minX, m_cellWidth, m_columns),
            cellAt(box.minY - m_ground.minY, m_cellHeight, m_rows),
            cellAt(box.maxX - m_ground.minX, m_cellWidth, m_columns),
            cellAt(box.maxY - m_ground.minY, m_cellHeight, m_rows)};
}

} // namespace terroir::geometry
