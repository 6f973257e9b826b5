#pragma once

#include "core/records/column_map.hpp"
#include "core/records/record.hpp"
#include "core/records/verdict.hpp"

#include <string>

namespace terroir::records {

/// The details of a row: one for each filled column of a field that is a detail, as written.
void readDetails(const ColumnMap& columns, const TextRow& row, Record& record);

/// "31/2/2025" is not a date, with how to write one.
LocalText dayRefusal(std::string_view written);

/// As written; empty when there is none.
std::string detail(const Record& record, std::string_view field);

/// What is there from the day of a decision on; a task or a model is not.
bool isGranted(std::string_view kind);

/// The day on which the thing was decided, else issued, from its details; empty when none says it.
std::optional<Period> decisionDay(const Record& record);

/// Says when a rating of an OCOP product ends where the table does not, see in_force.hpp. It is not
/// stored, for it follows from the decision.
void sayComputedEnd(const Record& record, Verdict& verdict);

} // namespace terroir::records
