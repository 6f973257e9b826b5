#pragma once

#include <string>
#include <string_view>

namespace terroir::tables {

/// The field of records::fields() that a name means: its id ("holder"), or a header that a table
/// may have for it ("Chủ thể", "dien tich"), of records of this kind; empty kind: of any. Empty
/// when nothing, or no field, is meant by all of the words.
std::string fieldNamed(std::string_view name, std::string_view kind);

/// The text of a number's field with the unit that its name says, as a table's header says it:
/// "1.250" of "Số con" is "1.250 con", "12" of "Sản lượng (tạ)" is "12 tạ". A text with a unit of
/// its own, and one of any other field, stays.
std::string withNamedUnit(std::string_view name, std::string_view kind, const std::string& text);

} // namespace terroir::tables
