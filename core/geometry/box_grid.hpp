#pragma once

#include "core/geometry/shape.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace terroir::geometry {

/// Boxes that are found again by where they lie. The ground is cut into cells, and a look-up meets
/// only the boxes that have a cell in common with it: where boxes are about as large as a cell and
/// spread out, the same few whether there are hundreds or tens of thousands of them.
class BoxGrid {
public:
    /// Cells of about `cell` on both sides, at most 256 across; boxes beyond the ground count for
    /// its outer cells.
    BoxGrid(const Box& ground, double cell);

    /// Boxes have numbers from 0 in the order in which they are added.
    void add(const Box& box);
    std::size_t size() const { return m_boxes.size(); }
    const Box& operator[](std::size_t number) const { return m_boxes[number]; }

    /// Whether `accepts(number)` says yes to any box that may touch this one. Each is asked about
    /// once, in no order, until the first yes; boxes that do not touch may be among them.
    template <typename Accepts>
    bool anyNear(const Box& box, const Accepts& accepts) const {
        const Cells asked = cellsOf(box);
        for (std::size_t row = asked.top; row <= asked.bottom; ++row)
            for (std::size_t column = asked.left; column <= asked.right; ++column)
                for (const std::uint32_t number : m_numbers[row * m_columns + column]) {
                    // Of the cells that both have, the first.
                    const Cells& other = m_cells[number];
                    if (row == std::max(asked.top, other.top) &&
                        column == std::max(asked.left, other.left) && accepts(std::size_t(number)))
                        return true;
                }
        return false;
    }

private:
    struct Cells {
        std::uint16_t left = 0, top = 0, right = 0, bottom = 0;
    };
    Cells cellsOf(const Box& box) const;

    Box m_ground;
    double m_cellWidth = 1, m_cellHeight = 1;
    std::size_t m_columns = 1, m_rows = 1;
    std::vector<Box> m_boxes;
    std::vector<Cells> m_cells;                        ///< by box
    std::vector<std::vector<std::uint32_t>> m_numbers; ///< of boxes, by cell, row after row
};

} // namespace terroir::geometry
