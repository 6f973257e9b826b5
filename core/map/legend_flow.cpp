#include "core/map/legend_flow.hpp"

#include <algorithm>

namespace terroir::map {

namespace {

/// First row of the next column when a column of that height starts at `from`.
std::size_t columnEnd(const std::vector<LegendRow>& rows, std::size_t from, double heightMm) {
    double used = 0;
    std::size_t end = from;
    while (end < rows.size() && used + rows[end].heightMm <= heightMm + 1e-6)
        used += rows[end++].heightMm;
    if (end == rows.size())
        return end;
    std::size_t apart = end;
    while (apart > from && rows[apart - 1].keepWithNext)
        --apart;
    return apart > from ? apart : end; // a block longer than a column is broken where it must be
}

/// The rows that begin each column, and after them the first row that found no room.
std::vector<std::size_t> columnStarts(const std::vector<LegendRow>& rows, int columns,
                                      double heightMm, double lastHeightMm) {
    std::vector<std::size_t> starts{0};
    for (int column = 0; column < columns; ++column)
        starts.push_back(
            columnEnd(rows, starts.back(), column + 1 == columns ? lastHeightMm : heightMm));
    return starts;
}

} // namespace

LegendFlow flowRows(const std::vector<LegendRow>& rows, geometry::Point origin, int columns,
                    double columnWidthMm, double columnGapMm, double heightMm, double reserveMm) {
    std::vector<std::size_t> starts = columnStarts(rows, columns, heightMm, heightMm);
    if (starts.back() < rows.size())
        starts = columnStarts(rows, columns, heightMm, heightMm - reserveMm);
    LegendFlow flow;
    flow.end = origin;
    for (int column = 0; column < columns; ++column) {
        const std::size_t from = starts[static_cast<std::size_t>(column)];
        const std::size_t to = starts[static_cast<std::size_t>(column) + 1];
        const double x = origin.x + column * (columnWidthMm + columnGapMm);
        double y = origin.y;
        for (std::size_t i = from; i < to; ++i) {
            for (Item item : rows[i].items) {
                translate(item, x, y);
                flow.items.push_back(std::move(item));
            }
            y += rows[i].heightMm;
        }
        flow.heightMm = std::max(flow.heightMm, y - origin.y);
        if (to > from)
            flow.end = {x, y};
    }
    for (std::size_t i = starts.back(); i < rows.size(); ++i)
        flow.entriesLeftOut += rows[i].entries;
    return flow;
}

double heightFor(const std::vector<LegendRow>& rows, int columns) {
    double total = 0, block = 0, tallestBlock = 0;
    for (const LegendRow& row : rows) {
        total += row.heightMm;
        block += row.heightMm;
        tallestBlock = std::max(tallestBlock, block);
        if (!row.keepWithNext)
            block = 0;
    }
    double height = std::max(total / columns, tallestBlock);
    const double step = std::max(0.5, total / 200);
    while (height < total && columnStarts(rows, columns, height, height).back() < rows.size())
        height += step;
    return std::min(height, total);
}

} // namespace terroir::map
