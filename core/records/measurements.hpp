#pragma once

#include "core/records/column_map.hpp"
#include "core/records/land_units.hpp"
#include "core/records/record.hpp"
#include "core/records/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// One value of a row.
struct Measurement {
    std::string indicator, unit;
    double value = 0;
    std::optional<double> max;
    Qualifier qualifier = Qualifier::Exact;
    std::string asWritten;
};

/// The values of a row: one for each filled measure column (area, output, yield, count, stars) and
/// one for a column `value`. Areas are brought to ha; `region` says how large a bare sào is. A cell
/// that is no number refuses the row.
std::vector<Measurement> readMeasurements(const ColumnMap& columns, const TableRow& row,
                                          std::string_view kind, Region region, Verdict& verdict);

} // namespace terroir::records
