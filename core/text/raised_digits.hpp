#pragma once

#include <string>
#include <string_view>

namespace terroir::text {

/// The digits raised as the mark of a note or an exponent is: "¹⁰" of "10"; all else as it is.
std::string raisedDigits(std::string_view digits);

/// Without the raised digits that refer to notes, alone or in brackets: "2.500 ha" of "2.500¹ ha"
/// and of "2.500(¹) ha". Those behind an "m" are exponents, and stay.
std::string withoutNoteMarks(std::string_view text);

} // namespace terroir::text
