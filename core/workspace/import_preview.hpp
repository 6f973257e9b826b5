#pragma once

#include "core/base/language.hpp"
#include "core/base/result_table.hpp"
#include "core/workspace/table_import.hpp"

namespace terroir::workspace {

/// What each row of the tables was understood as, for a person to look at before it is stored; what
/// is said of a table as a whole (row 0) is no row here. Columns: row, sheet (none where the file
/// has one table), outcome (its code), subject, value (with its unit of measure), place (as
/// written), unit_name (the units that the places are, with their parents on the record's day; none
/// for a place that is not settled or stands in a product's name only), period, sentence. A row of
/// several records has their texts joined with "; ", each text once but every value. Nothing is
/// known of a refused row but its sentence.
ResultTable previewRows(const TableImport& taken, const gazetteer::Gazetteer& gazetteer,
                        Language language);

} // namespace terroir::workspace
