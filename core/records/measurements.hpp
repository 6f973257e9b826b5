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

struct RowValues {
    std::vector<Measurement> values;
    /// Cells that say something and give no number ("dưới 300"), by field; each is a doubt.
    std::vector<Detail> texts;
    bool isHoped = false; ///< the stars are asked for, not given
};

/// The values of a row: one for each filled measure column (area, output, yield, count, stars) and
/// one for a column `value`. Areas are brought to ha, masses of output to tấn, yields to tấn/ha;
/// `region` says how large a bare sào is. The unit beside the number comes before that of the
/// header, this before the unit column, where "nt" is `unitAbove`, which is set to the unit of this
/// row. A cell that is no number refuses the row; one that can be two numbers does as well.
RowValues readMeasurements(const ColumnMap& columns, const TextRow& row, std::string_view kind,
                           Region region, std::string& unitAbove, Verdict& verdict);

} // namespace terroir::records
