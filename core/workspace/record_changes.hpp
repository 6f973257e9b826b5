#pragma once

#include "core/records/edit_record.hpp"
#include "core/records/record_ground.hpp"
#include "core/store/edit_log.hpp"

#include <string>
#include <vector>

namespace terroir::workspace {

/// What the history keeps of an edit: the fields of a record that differ, by name.
std::vector<store::FieldChange> changesBetween(const std::string& record,
                                               const records::FieldTexts& before,
                                               const records::FieldTexts& after);

/// What stands in a record and where it lies, for RecordEdit::seen.
records::FieldTexts seenTexts(const records::Record& record, const records::RecordGround* ground);

/// What a record says by itself: without the units that were found for its places, and why it is
/// doubtful. Both change when a place is decided, which is no change of the record by hand.
records::FieldTexts saidBy(const records::Record& record);

} // namespace terroir::workspace
