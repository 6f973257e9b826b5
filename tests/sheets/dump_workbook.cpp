// Shows a file of tables as terroir reads it: dump_workbook FILE [SHEET]. With --count as SHEET it
// only counts, for measuring.
#include "core/base/error.hpp"
#include "core/sheets/read.hpp"

#include <fmt/format.h>

#include <cstdio>

using namespace terroir;

namespace {

void show(const sheets::Row& row) {
    fmt::print("{}{}", row.line, row.isHidden ? " (hidden)" : "");
    for (const sheets::Cell& cell : row.cells)
        fmt::print(" | {}{}",
                   cell.kind == sheets::CellKind::Number ? "#"
                   : cell.kind == sheets::CellKind::Date ? "@"
                                                         : "",
                   cell.text.view());
    if (row.ground && !row.ground->points.empty())
        fmt::print(" ({} points, {:.4f} {:.4f})", row.ground->points.size(),
                   row.ground->points[0].x, row.ground->points[0].y);
    else if (row.ground)
        fmt::print(" ({} polygons)", row.ground->polygons.size());
    fmt::print("\n");
}

void show(const sheets::Workbook& workbook, bool isCount) {
    for (const LocalText& remark : workbook.remarks)
        fmt::print("! {}\n! {}\n", remark.vi, remark.en);
    for (const sheets::Sheet& sheet : workbook.sheets) {
        fmt::print("== '{}'{} {} rows\n", sheet.name, sheet.isHidden ? " (hidden)" : "",
                   sheet.rows.size());
        for (const std::size_t column : sheet.hiddenColumns)
            fmt::print("column {} hidden\n", column);
        for (const sheets::Merge& merge : sheet.merges)
            fmt::print("merged {}-{} x {}-{}\n", merge.firstLine, merge.lastLine, merge.firstColumn,
                       merge.lastColumn);
        if (!isCount)
            for (const sheets::Row& row : sheet.rows)
                show(row);
    }
}

} // namespace

int main(int count, char** words) {
    const std::string file = count > 1 ? words[1] : "", sheet = count > 2 ? words[2] : "";
    try {
        const bool isCount = sheet == "--count";
        show(sheets::readWorkbook(file, isCount ? "" : sheet), isCount);
    } catch (const Error& error) {
        fmt::print("{}\n{}\n", error.in(Language::Vietnamese), error.in(Language::English));
        return 1;
    }
    return 0;
}
