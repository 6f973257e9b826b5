#pragma once

#include "core/base/table.hpp"
#include "core/figures/join.hpp"
#include "core/records/selection.hpp"

#include <optional>
#include <vector>

class QgsProcessingFeedback;

namespace terroir::qgis {

/// What is summed up: the records of a workspace, or those that a table was read as.
struct Statements {
    std::vector<records::Record> records;
    std::vector<records::Source> sources;
    std::optional<Table> report; ///< what became of the rows of the table
};

/// UsageError for an indicator or a category that the records of the kind do not have, with those
/// that they have. Nothing is asked of a kind without records.
void requireKnown(const Statements& given, const records::Selection& selection);

/// UsageError for a sum of several indicators; a warning for one of several categories.
void checkSum(const Statements& given, const figures::Request& request,
              QgsProcessingFeedback& feedback);

/// Warns of records that are not counted because their places are not settled.
void sayUnplaced(const Statements& given, const figures::Request& request,
                 QgsProcessingFeedback& feedback);

/// The units of the area asked for, else of the provinces that the records (those given) speak of.
std::vector<gazetteer::UnitIndex> unitsShown(const gazetteer::Gazetteer& gazetteer,
                                             const Statements& given,
                                             const records::CompactRecords& records,
                                             const figures::Request& request,
                                             const figures::Figures& figures);

} // namespace terroir::qgis
