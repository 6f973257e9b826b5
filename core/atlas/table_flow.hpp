#pragma once

#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <string>
#include <vector>

namespace terroir::atlas {

struct FlowColumn {
    std::string heading;
    double share = 1; ///< of the width, beside those of the others
};

/// A row of cells, one per column; or, with a heading, a line across all of them that stays with
/// the next row.
struct FlowRow {
    std::string heading;
    int depth = 0; ///< of the heading: 0 the larger
    std::vector<std::string> cells;
};

/// The table on as many pages as it needs, each with the title and the headings of the columns, in
/// that box: a group for each page. A row is on one page; of a cell higher than a page the end is
/// left out, with "…".
std::vector<map::Group> flowTable(const std::string& title, const std::string& continued,
                                  const std::vector<FlowColumn>& columns,
                                  const std::vector<FlowRow>& rows, const geometry::Box& box,
                                  const map::Typesetter& type);

} // namespace terroir::atlas
