#pragma once

#include "core/records/record.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace terroir::records {

/// What a person writes into the fields of a record, as into the cells of a row: field -> text; an
/// empty text empties the field. The fields are those of fields().
using FieldTexts = std::map<std::string, std::string, std::less<>>;

/// The fields of a record that are not empty, each as a text for people who compare two states of
/// it; codes stay codes.
FieldTexts fieldTexts(const Record& record);

/// Whether one of these texts fulfils a condition, each detail by itself; no further than to the
/// first that does. Without the memory that fieldTexts() takes: for a million records.
bool anyFieldText(const Record& record, const std::function<bool(std::string_view)>& condition);

} // namespace terroir::records
