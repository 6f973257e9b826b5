#pragma once

#include "core/tables/open_guess.hpp"

#include <map>
#include <string>

namespace terroir::tables {

// Columns that are what their header says, or what a person chose.

/// The columns that a person chose, by field. InputError for a field that does not exist.
void takeChosen(OpenGuess& open, const std::map<std::string, std::string>& chosen);

/// All columns of the program's own form, which mean just what it says.
void takeForm(OpenGuess& open);

/// "Ngày cấp" beside "Năm", "Tổ chức quản lý" beside an owner: columns that are left and are called
/// as a detail of records is.
void takeDetails(OpenGuess& open);

/// Each field to the column whose header says it best, values allowing.
void takeNamed(OpenGuess& open);

/// "Hiệu lực: từ ngày, đến ngày" of what is granted: the day from which it is there, and the
/// day on which it expires, as columns of those names say.
void nameValidity(OpenGuess& open);

} // namespace terroir::tables
